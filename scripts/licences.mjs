// Collects the licences of everything that ends up in a bundle: packages by the modules of each chunk, fonts by the
// files that were copied out of a package.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl)([.-].*)?$/i

/** A Vite plugin to add to every build, and the text of what it saw. */
export function collectLicences(root) {
  const folders = new Set()
  let base = root
  const note = (file) => {
    const folder = packageFolder(path.resolve(base, file))
    if (folder !== undefined) folders.add(folder)
  }
  return {
    plugin: {
      name: 'galley-licences',
      configResolved(config) {
        base = config.root
      },
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk') for (const module of output.moduleIds) note(module)
          else for (const original of output.originalFileNames ?? []) note(original)
        }
        // Style sheets leave no module in a chunk.
        for (const module of this.getModuleIds()) if (/\.css(\?|$)/.test(module)) note(module)
      },
    },
    text: () => licenceText([...folders].map((folder) => licenceOf(folder, root))),
  }
}

/** The folder of the package that a module belongs to; undefined: it is ours or made by the bundler. */
export function packageFolder(module) {
  const file = module.replace(/^\0/, '').replace(/\?.*$/, '')
  const parts = file.split(/[\\/]/)
  const last = parts.lastIndexOf('node_modules')
  if (last < 0) return undefined
  const length = parts[last + 1]?.startsWith('@') ? 3 : 2
  const folder = parts.slice(0, last + length).join(path.sep)
  return existsSync(path.join(folder, 'package.json')) ? folder : undefined
}

/** @throws if a package says nothing about its licence: then it must not be shipped. */
function licenceOf(folder, root) {
  const { name, version, license, licenses } = JSON.parse(read(folder, 'package.json'))
  const names = [license ?? licenses ?? []].flat().map((one) => one.type ?? one)
  const files = readdirSync(folder).sort()
  const texts = files.filter((file) => LICENCE_FILE.test(file)).map((file) => read(folder, file))
  if (names.length + texts.length === 0) throw new Error(`${name} ${version} names no licence`)
  if (texts.length === 0) texts.push(...fromReadme(folder, files), ...mitTerms(names, root))
  return { name, version, names: names.join(', ') || 'see below', text: texts.join('\n\n') }
}

const read = (folder, file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()

/** Old packages keep their copyright line in the readme. */
function fromReadme(folder, files) {
  const readme = files.find((file) => /^readme/i.test(file))
  const copyright = readme === undefined ? null : /^.*copyright.*$/im.exec(read(folder, readme))
  return copyright === null ? [] : [copyright[0].trim()]
}

/** The terms that go with such a line are those of our own MIT licence, without our copyright. */
function mitTerms(names, root) {
  return names.includes('MIT') ? [/^Permission is hereby granted[\s\S]*/m.exec(read(root, 'LICENSE'))[0]] : []
}

function licenceText(packages) {
  const sorted = packages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const entries = sorted.map(({ name, version, names, text }) => `${name} ${version} (${names})\n\n${text}\n`)
  return [
    'Galley contains the following software and fonts. Electron and Chromium bring their own list.\n',
    ...entries,
  ].join(`\n${'-'.repeat(80)}\n\n`)
}
