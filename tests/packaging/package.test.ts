import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Asar } from '../helpers/asar.ts'
import { builtDist, root } from '../helpers/built-dist.ts'
import { fusesOf, writeLinuxDistribution, writeMacDistribution } from '../helpers/electron-distribution.ts'

const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const version: string = devDependencies.electron
// A project of its own, so that nothing is written into the sources.
const project = mkdtempSync(path.join(tmpdir(), 'galley-package-'))
afterAll(() => rmSync(project, { recursive: true, force: true }))

beforeAll(() => {
  cpSync(builtDist('package', ['main', 'preload', 'reader', 'renderer']), path.join(project, 'dist'), {
    recursive: true,
  })
  for (const part of ['package.json', 'electron-builder.yml', 'electron/icons', 'fixtures']) {
    cpSync(path.join(root, part), path.join(project, part), { recursive: true })
  }
}, 120_000)

/** Runs electron-builder as `npm run package` does, into a folder and without network. */
function packed(platform: '--linux' | '--mac', distribution: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/electron-builder/cli.js'),
      platform,
      '--dir',
      '--x64',
      '--publish',
      'never',
      '--projectDir',
      project,
      `-c.electronDist=${distribution}`,
      `-c.electronVersion=${version}`,
      '-c.mac.identity=null',
      `-c.afterPack=${path.join(root, 'tests/helpers/children/desktop-entry.cjs')}`,
    ],
    { cwd: project, encoding: 'utf8', timeout: 60_000 },
  )
  if (status !== 0) throw new Error(`electron-builder ended with ${status}:\n${stdout}${stderr}`)
  return path.join(project, 'release')
}

const FUSES = {
  runAsNode: '0',
  cookieEncryption: '1',
  nodeOptions: '0',
  nodeCliInspect: '0',
  asarIntegrity: '1',
  onlyAsar: '1',
  browserSnapshot: '0',
  fileProtocolPrivileges: '0',
  // Wasm trap handlers, which electron-builder doesn't know: left as Electron has it.
  wasmTrapHandlers: '1',
}

/** What every package holds, whatever the system. */
function expectContents(archive: Asar): void {
  const files = archive.list()
  const page = files.filter((file) => file.startsWith('dist/renderer/'))
  expect(files.filter((file) => !file.startsWith('dist/renderer/'))).toEqual([
    'dist/LICENSES.txt',
    'dist/main/index.js',
    'dist/preload/index.cjs',
    'dist/reader/index.cjs',
    'fixtures/harbour-tunnel.txt',
    'package.json',
  ])
  expect(page).toContain('dist/renderer/index.html')
  expect(page.filter((file) => /\.woff2$/.test(file)).length).toBeGreaterThan(0)
  expect(page.filter((file) => !/\.(html|js|css|woff2|svg|png|ico)$/.test(file))).toEqual([])
}

describe('the Linux package', () => {
  let app = ''
  beforeAll(() => {
    const distribution = path.join(project, 'electron-linux')
    writeLinuxDistribution(distribution, version)
    app = path.join(packed('--linux', distribution), 'linux-unpacked')
  }, 90_000)

  it('holds the bundles, the licences and the sample story, and nothing else', () => {
    expectContents(new Asar(path.join(app, 'resources/app.asar')))
  })

  it('starts at the main bundle and needs no modules', () => {
    const manifest = JSON.parse(new Asar(path.join(app, 'resources/app.asar')).read('package.json'))
    expect([manifest.main, manifest.type, manifest.dependencies, manifest.devDependencies]).toEqual([
      'dist/main/index.js',
      'module',
      undefined,
      undefined,
    ])
  })

  it('has its fuses set', () => {
    expect(fusesOf(path.join(app, 'galley'))).toBe(Object.values(FUSES).join(''))
  })

  it('opens text and Markdown, and has its icons and its window’s name', () => {
    const { entry, mimeTypes, icons } = JSON.parse(
      readFileSync(path.join(project, 'release/desktop-entry.json'), 'utf8'),
    )
    expect(entry.split('\n')).toEqual(
      expect.arrayContaining([
        'Name=Galley',
        'Exec=/opt/Galley/galley %U',
        'StartupWMClass=galley',
        'MimeType=text/plain;text/markdown;',
        'Categories=Office;',
      ]),
    )
    expect(
      [...mimeTypes.matchAll(/type="([^"]+)">\s*<glob pattern="([^"]+)"/g)].map(([, ...pair]) => pair),
    ).toEqual([
      ['text/plain', '*.txt'],
      ['text/markdown', '*.md'],
    ])
    expect(icons).toEqual([16, 24, 32, 48, 64, 128, 256, 512])
    expect(entry).not.toContain('sandbox')
  })
})

describe('the macOS package', () => {
  let contents = ''
  beforeAll(() => {
    const distribution = path.join(project, 'electron-mac')
    writeMacDistribution(distribution, version)
    contents = path.join(packed('--mac', distribution), 'mac/Galley.app/Contents')
  }, 90_000)

  it('holds the bundles, the licences and the sample story, and nothing else', () => {
    expectContents(new Asar(path.join(contents, 'Resources/app.asar')))
  })

  it('opens text and Markdown, as an alternative to what opens them now', () => {
    const plist = readFileSync(path.join(contents, 'Info.plist'), 'utf8').replace(/\s+/g, ' ')
    const extensions = [
      ...plist.matchAll(/<key>CFBundleTypeExtensions<\/key> <array> <string>(\w+)<\/string>/g),
    ]
    expect(extensions.map(([, extension]) => extension)).toEqual(['txt', 'md'])
    expect(plist.match(/<key>LSHandlerRank<\/key> <string>Alternate<\/string>/g)?.length).toBe(2)
    expect(plist).toContain('<key>LSMinimumSystemVersion</key> <string>13.0</string>')
    expect(plist).toContain('<key>CFBundleIdentifier</key> <string>org.galley.desk</string>')
    expect(plist).toContain('<key>ElectronAsarIntegrity</key>')
    // electron-builder once wrote keys without values where an icon was missing.
    expect(plist).not.toMatch(/<\/key> (<key>|<\/dict>)/)
  })

  it('has its icon and its fuses', () => {
    expect(existsSync(path.join(contents, 'Resources/icon.icns'))).toBe(true)
    const framework = path.join(contents, 'Frameworks/Electron Framework.framework/Electron Framework')
    expect(fusesOf(framework)).toBe(Object.values(FUSES).join(''))
  })
})
