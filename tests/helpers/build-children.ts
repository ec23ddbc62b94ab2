import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { build, type Plugin } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built child programs, one `.js` for each `tests/helpers/children/*.ts`. */
    children: string
  }
}

const root = path.resolve(import.meta.dirname, '../..')
// The thread that reads files of other programs, as the product builds it.
const readingThread = path.join(root, 'electron/exchange/reading/thread.ts')
const sources = path.join(root, 'tests/helpers/children')

/**
 * Builds what tests start as processes of their own: plain Node runs no TypeScript. Each run has a folder of its
 * own, so that two runs at once do not write over each other. `…-without-lock.js` is the control of the tests on
 * several writers: the same program, its lock replaced by nothing.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const out = path.join(root, 'tests/.build', `children-${process.pid}`)
  mkdirSync(out, { recursive: true })
  const names = readdirSync(sources).filter((name) => name.endsWith('.ts'))
  const children = names.map((name) => [name.slice(0, -3), path.join(sources, name)] as const)
  await bundle([...children, ['reader', readingThread]], out, [])
  await bundle([['tagger-without-lock', path.join(sources, 'tagger.ts')]], out, [withoutLock])
  project.provide('children', out)
  return () => rmSync(out, { recursive: true, force: true })
}

async function bundle(
  entries: readonly (readonly [string, string])[],
  out: string,
  plugins: Plugin[],
): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(entries),
        external: [/^node:/, ...builtinModules],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
}

const NO_LOCK = '\0no-lock'
const lock = path.join(root, 'electron/storage/lock.ts')

/** Everybody gets in at once; what else the module has stays. */
const withoutLock: Plugin = {
  name: 'without-lock',
  enforce: 'pre',
  resolveId(source, importer) {
    const isLock = source === './lock.ts' && importer?.includes('/electron/storage/') === true
    return isLock ? NO_LOCK : null
  },
  load(id) {
    if (id !== NO_LOCK) return null
    return `export * from ${JSON.stringify(lock)}
      export const withLock = (folder, subject, work) => work()`
  },
}
