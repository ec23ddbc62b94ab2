// The bundles, once: build, dev and tests share them.
import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'

export const root = path.resolve(import.meta.dirname, '..')

const external = ['electron', /^electron\//, /^node:/, ...builtinModules]

/** Everything we import ends up in one readable file: no node_modules in the package, plain stacks. */
function nodeBundle(entry, outDir, file, format, target, banner = '') {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: path.join(root, entry),
      outDir: path.join(root, outDir),
      emptyOutDir: true,
      target,
      minify: false,
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: { external, output: { format, entryFileNames: file, codeSplitting: false, banner } },
    },
    ssr: { noExternal: true },
  }
}

export const main = nodeBundle('electron/main/index.ts', 'dist/main', 'index.js', 'es', 'node24')
export const preload = nodeBundle(
  'electron/preload/index.ts',
  'dist/preload',
  'index.cjs',
  'cjs',
  'chrome150',
)
const cli = nodeBundle(
  'electron/cli/galley.ts',
  'dist/cli',
  'galley.js',
  'es',
  'node20',
  '#!/usr/bin/env node',
)

/** The thread that reads files of other programs; see electron/exchange/reading. CommonJS: asar needs no more for it. */
export const reader = nodeBundle(
  'electron/exchange/reading/thread.ts',
  'dist/reader',
  'index.cjs',
  'cjs',
  'node20',
)

export const renderer = {
  configFile: false,
  root: path.join(root, 'renderer'),
  base: '/',
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: path.join(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome150',
    sourcemap: true,
    // No data: URLs and no inline script, so the content security policy needs no exception for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Kilobytes. It comes from the disk, once per window; splitting it would gain nothing.
    chunkSizeWarningLimit: 2000,
  },
}

/** Folder under dist/ → how it is built. */
export const bundles = { main, preload, cli, reader, renderer }
