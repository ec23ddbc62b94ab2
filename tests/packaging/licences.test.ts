import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { packageFolder } from '../../scripts/licences.mjs'
import { builtDist, root } from '../helpers/built-dist.ts'

let dist = ''
let text = ''
beforeAll(() => {
  dist = builtDist('licences', ['main', 'preload', 'cli', 'reader', 'renderer'])
  text = readFileSync(path.join(dist, 'LICENSES.txt'), 'utf8')
}, 120_000)

const builtFiles = () =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'))

/** Folders of the packages in the bundles, by what the source maps say: not by how LICENSES.txt was made. */
function bundledPackages(): readonly string[] {
  const sources = builtFiles()
    .filter((file) => file.endsWith('.map'))
    .flatMap((file) => JSON.parse(readFileSync(path.join(dist, file), 'utf8')).sources as readonly string[])
  // One may lie inside another, in a version of its own.
  const folders = sources.map(
    (source) => /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(source)?.[0],
  )
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort()
}

describe('the licences that ship', () => {
  it('name every package in the bundles, with its version', () => {
    const folders = bundledPackages()
    const some = ['react', 'prosemirror-view', 'lowdb', 'zod'].map((name) => `node_modules/${name}`)
    expect(folders).toEqual(expect.arrayContaining(some))
    const missing = folders.filter((folder) => {
      const { name, version } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
      return !text.includes(`\n${name} ${version} (`)
    })
    expect(missing).toEqual([])
  })

  it('name every font, under the Open Font License', () => {
    const named = [...text.matchAll(/\n@fontsource(?:-variable)?\/(\S+) [\d.]+ \(OFL-1.1\)/g)].map(
      ([, family]) => `assets/${family}-`,
    )
    const fonts = builtFiles()
      .filter((file) => file.endsWith('.woff2'))
      .map((file) => file.replace('renderer/', ''))
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((font) => !named.some((family) => font.startsWith(family)))).toEqual([])
    expect(text).toContain('SIL OPEN FONT LICENSE')
  })

  it('carry terms for each entry, not only a name', () => {
    const [, ...entries] = text.split(/\n-{80}\n\n/)
    const short = entries.filter((entry) => entry.length < 500).map((entry) => entry.split('\n')[0])
    expect([entries.length > 10, short]).toEqual([true, []])
  })
})

describe('the package of a module', () => {
  it.each([
    [path.join(root, 'node_modules/react/index.js'), 'node_modules/react'],
    [path.join(root, 'node_modules/@base-ui/react/esm/index.js'), 'node_modules/@base-ui/react'],
    [`\0${path.join(root, 'node_modules/react/index.js')}?commonjs-es-import`, 'node_modules/react'],
    [path.join(root, 'renderer/main.tsx'), undefined],
    ['\0rolldown/runtime.js', undefined],
  ])('%s', (module, expected) => {
    const folder = packageFolder(module)
    expect(folder === undefined ? undefined : path.relative(root, folder)).toBe(expected)
  })
})
