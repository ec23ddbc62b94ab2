// Who may import whom (CONTRIBUTING, "Layout"). A tsconfig per folder keeps foreign types out; only this walk
// also stops `import 'electron'`, whose package brings its types along.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Folder → folders of ours that it may import, and packages (a prefix, or `node:` for Node's own). */
export const arrows = {
  shared: {
    folders: ['shared'],
    packages: ['zod', 'unified', 'remark-', 'mdast', 'hast', 'hast-util-', 'parse5', 'unist', 'papaparse'],
  },
  'electron/storage': { folders: ['shared', 'electron/storage'], packages: ['node:', 'lowdb', 'zod'] },
  // It runs in a worker and needs nothing of Node.
  'electron/exchange/html': {
    folders: ['shared', 'electron/exchange'],
    packages: ['hast', 'linkedom', '@mozilla/readability'],
  },
  'electron/exchange': {
    folders: ['shared', 'electron/exchange'],
    packages: [
      'node:',
      'mammoth',
      'docx',
      'write-excel-file',
      'fflate',
      '@rgrove/parse-xml',
      'rehype-parse',
      'unified',
      'hast',
    ],
  },
  'electron/desk': {
    folders: ['shared', 'electron/storage', 'electron/exchange', 'electron/desk'],
    packages: ['node:', 'zod'],
  },
  'electron/browser': {
    folders: ['shared', 'electron/storage', 'electron/exchange', 'electron/desk', 'electron/browser'],
    packages: ['node:'],
  },
  'electron/cli': {
    folders: [
      'shared',
      'electron/storage',
      'electron/exchange',
      'electron/desk',
      'electron/browser',
      'electron/cli',
    ],
    packages: ['node:'],
  },
  'electron/main': {
    folders: ['shared', 'electron/storage', 'electron/exchange', 'electron/desk', 'electron/main'],
    packages: ['node:', 'electron'],
  },
  // Names and types only: the bundle stays tiny (its test counts what it requires).
  'electron/preload': {
    folders: ['shared/desk', 'shared/failure.ts', 'shared/result.ts', 'electron/preload'],
    packages: ['electron'],
  },
  renderer: {
    folders: ['shared', 'renderer'],
    packages: [
      'react',
      'react-dom',
      'prosemirror-',
      '@base-ui/react',
      'lucide-react',
      '@tanstack/react-virtual',
      '@fontsource',
    ],
  },
}

const statement = /^\s*(?:import|export)\s(?:[^'"`]*?\sfrom\s*)?['"]([^'"]+)['"]/gm
const call = /\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g

/** Every module that a source text names, in static, type-only and dynamic imports. */
export function importsOf(source) {
  return [...source.matchAll(statement), ...source.matchAll(call)].map((match) => match[1])
}

const within = (file, folder) => file === folder || file.startsWith(`${folder}/`)

/** Why a file (path from the root, with `/`) may not import this; undefined: it may. */
export function forbidden(file, specifier, rules = arrows) {
  const home = Object.keys(rules)
    .filter((folder) => within(file, folder))
    .sort((a, b) => b.length - a.length)[0]
  if (home === undefined) return undefined
  const { folders, packages } = rules[home]
  if (specifier.startsWith('.')) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
    return folders.some((folder) => within(target, folder)) ? undefined : `${file} → ${target}`
  }
  const allowed = packages.some((name) =>
    name.endsWith('-') || name.endsWith(':')
      ? specifier.startsWith(name)
      : specifier === name ||
        specifier.startsWith(`${name}/`) ||
        (name.startsWith('@') && specifier.startsWith(name)),
  )
  return allowed ? undefined : `${file} → ${specifier}`
}

/** Walks the sources under `root`; returns every forbidden arrow as `file → target`. */
export function walkImports(root) {
  const wrong = []
  for (const top of ['shared', 'electron', 'renderer']) {
    for (const entry of readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(ts|tsx|css)$/.test(entry.name)) continue
      const full = path.join(entry.parentPath, entry.name)
      const file = path.relative(root, full).split(path.sep).join('/')
      if (entry.name.endsWith('.css')) continue
      for (const specifier of importsOf(readFileSync(full, 'utf8'))) {
        const arrow = forbidden(file, specifier)
        if (arrow !== undefined) wrong.push(arrow)
      }
    }
  }
  return wrong
}
