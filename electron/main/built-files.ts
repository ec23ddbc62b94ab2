import path from 'node:path'

// Seen from dist/main/index.js, unpackaged and inside app.asar alike.
const dist = path.join(import.meta.dirname, '..')

/** Where the build put what the main process hands out; absolute. */
export const builtFiles = {
  preload: path.join(dist, 'preload/index.cjs'),
  reader: path.join(dist, 'reader/index.cjs'),
  page: path.join(dist, 'renderer'),
  sampleStory: path.join(dist, '../fixtures/harbour-tunnel.txt'),
} as const
