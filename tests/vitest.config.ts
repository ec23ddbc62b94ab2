import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  // An import of `electron` outside Electron would start a download; no test may reach it.
  resolve: { alias: { electron: path.join(root, 'tests/helpers/electron-stand-in.ts') } },
  test: {
    include: ['tests/{unit,storage,contract,architecture,packaging}/**/*.test.ts'],
    setupFiles: ['tests/helpers/property-seed.ts'],
    globalSetup: ['tests/helpers/build-children.ts'],
    testTimeout: 20_000,
    // Its own count leaves one core of two idle; some files mostly wait for the disk.
    maxWorkers: 2,
    // Each file would load the same modules again: a fifth of the whole time.
    isolate: false,
  },
})
