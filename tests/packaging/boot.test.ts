import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SECURITY_HEADERS } from '../../electron/desk/bundle.ts'
import { methods } from '../../shared/desk/methods.ts'
import { type BootedMain, bootMain } from '../helpers/booted-main.ts'
import { builtDist } from '../helpers/built-dist.ts'

// The very bundle that is packaged, under the stand-in `electron`. Not shown by it: Chromium's own part (native
// dialogs, the sandbox, what the network service makes of `app://`).
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'galley-boot-')))
const storyPath = path.join(folder, 'quay.txt')
let dist = ''
let runs = 0
const running: BootedMain[] = []

beforeAll(() => {
  dist = builtDist('boot', ['main', 'preload', 'renderer'])
  writeFileSync(storyPath, 'Quay closed\n\nThe quay is closed, the mayor said.\n')
}, 120_000)
afterEach(async () => {
  for (const main of running.splice(0)) await main.end()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Boots it with a data folder of its own. */
async function boot(words: readonly string[] = [], env: Record<string, string> = {}): Promise<BootedMain> {
  runs += 1
  const main = await bootMain({
    bundle: path.join(dist, 'main/index.js'),
    words,
    env: { GALLEY_DATA: path.join(folder, `data-${runs}`), ...env },
  })
  running.push(main)
  return main
}

const dataFolder = () => path.join(folder, `data-${runs}`)

/** Boots with the story and does what the page does at its start. */
async function begun(): Promise<{ main: BootedMain; story: string }> {
  const main = await boot([storyPath])
  const beginning = await main.ask('invoke', 'begin', {})
  await main.ask('invoke', 'nameAnnotator', { name: 'Jane Doe' })
  return { main, story: beginning.value.opening }
}

const mark = (story: string) => ({
  story,
  changes: [
    {
      kind: 'put',
      id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      content: { tag: 'fact', note: '', fields: {} },
      span: { start: 0, end: 4 },
    },
  ],
})

describe('the built main process', () => {
  it('opens one sandboxed window on the built page', async () => {
    const main = await boot()
    const { windows, theme, paths } = await main.ask('seen')
    expect(windows).toEqual([
      {
        url: 'app://bundle/',
        title: '',
        shown: true,
        options: expect.objectContaining({
          name: 'main',
          windowStatePersistence: true,
          show: false,
          webPreferences: {
            preload: path.join(dist, 'preload/index.cjs'),
            sandbox: true,
            contextIsolation: true,
            nodeIntegration: false,
            nodeIntegrationInWorker: false,
            nodeIntegrationInSubFrames: false,
            webSecurity: true,
            allowRunningInsecureContent: false,
            experimentalFeatures: false,
            webviewTag: false,
            navigateOnDragDrop: false,
            spellcheck: false,
            devTools: false,
            safeDialogs: true,
          },
        }),
      },
    ])
    expect([theme, paths.userData]).toEqual(['system', dataFolder()])
  })

  it('hardens itself before anything else', async () => {
    const { calls } = await (await boot()).ask('seen')
    const names = calls.map(([name]: [string]) => name)
    expect(calls).toEqual(
      expect.arrayContaining([
        [
          'protocol.registerSchemesAsPrivileged',
          [
            {
              scheme: 'app',
              privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
            },
          ],
        ],
        ['app.enableSandbox'],
        ['commandLine.appendSwitch', 'host-resolver-rules', 'MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
        ['crashReporter.start', { uploadToServer: false }],
        ['session.setSpellCheckerEnabled', false],
        ['webContents.setWebRTCIPHandlingPolicy', 'disable_non_proxied_udp'],
      ]),
    )
    expect(names.indexOf('app.enableSandbox')).toBeLessThan(names.indexOf('app.requestSingleInstanceLock'))
    expect(names.filter((name: string) => name === 'protocol.registerSchemesAsPrivileged').length).toBe(1)
  })

  it('serves the page with its headers and nothing beside it', async () => {
    const main = await boot()
    const page = await main.ask('fetch', 'app://bundle/')
    expect([page.status, page.headers]).toEqual([
      200,
      {
        'content-type': 'text/html; charset=utf-8',
        ...Object.fromEntries(
          Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value]),
        ),
      },
    ])
    expect(page.text).toContain('<title>Galley</title>')
    const [script] = /\/assets\/[^"]+\.js/.exec(page.text) ?? ['no script']
    const status = async (url: string, method = 'GET') => (await main.ask('fetch', url, method)).status
    expect(await status(`app://bundle${script}`)).toBe(200)
    for (const url of [
      'app://bundle/../main/index.js',
      'app://bundle/%2e%2e/main/index.js',
      'app://bundle/..%2fmain%2findex.js',
      'app://bundle/assets/%2e%2e%2f%2e%2e%2fpreload/index.cjs',
      'app://bundle/..%5c..%5cpackage.json',
      'app://bundle//etc/passwd',
      'app://other/index.html',
      `app://bundle${storyPath}`,
    ]) {
      expect([url, await status(url)]).toEqual([url, 404])
    }
    expect(await status('app://bundle/', 'POST')).toBe(405)
  })

  it.each([
    ['will-navigate', 'https://example.org/', true],
    ['will-navigate', 'file:///etc/passwd', true],
    ['will-navigate', 'app://other/', true],
    ['will-redirect', 'https://example.org/', true],
    ['will-frame-navigate', 'https://example.org/', true],
    ['will-attach-webview', 'https://example.org/', true],
    ['will-navigate', 'app://bundle/', false],
  ])('%s to %s is prevented: %s', async (event, url, prevented) => {
    expect(await (await boot()).ask('prevents', event, url)).toBe(prevented)
  })

  it('opens no other window, grants nothing of the system, fetches nothing, downloads nothing', async () => {
    const main = await boot()
    expect(await main.ask('opens', 'https://example.org/')).toBe('deny')
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'hid',
    ]) {
      expect([permission, await main.ask('grants', permission)]).toEqual([permission, [false, false, false]])
    }
    expect(await main.ask('grants', 'clipboard-sanitized-write')).toEqual([true, true, false])
    for (const url of [
      'https://example.org/a.js',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'ws://127.0.0.1:1/',
    ]) {
      expect([url, await main.ask('cancels', url)]).toEqual([url, true])
    }
    expect(await main.ask('cancels', 'app://bundle/assets/a.js')).toBe(false)
    expect(await main.ask('downloads')).toBe(false)
  })

  it('answers each method of the desk and listens to nothing else', async () => {
    const { channels } = await (await boot()).ask('seen')
    expect([...channels].sort()).toEqual(Object.keys(methods).sort())
  })

  it.each(['inner', 'foreign', 'gone'])('refuses a frame that is not the page: %s', async (frame) => {
    expect(await (await boot()).ask('invoke', 'begin', {}, frame)).toEqual({
      ok: false,
      error: { kind: 'forbidden' },
    })
  })

  it('refuses a window that is not its own, and input of the wrong form', async () => {
    const main = await boot()
    expect(await main.ask('invokeAsStranger', 'begin', {})).toEqual({
      ok: false,
      error: { kind: 'forbidden' },
    })
    for (const [method, input] of [
      ['begin', { more: 1 }],
      ['begin', undefined],
      ['openStory', { story: storyPath, path: storyPath }],
      ['openStory', {}],
      ['nameAnnotator', { name: 7 }],
      ['openDropped', { path: 'x'.repeat(5000) }],
      ['changeAnnotations', { story: 's', changes: [{ kind: 'put' }] }],
    ]) {
      expect([method, await main.ask('invoke', method, input)]).toEqual([
        method,
        { ok: false, error: { kind: 'bad-request', detail: expect.any(String) } },
      ])
    }
    // A path is not an id.
    expect(await main.ask('invoke', 'openStory', { story: 'quay' })).toEqual({
      ok: false,
      error: { kind: 'unknown-story' },
    })
  })

  it('tells npm start when its window shows, only if asked', async () => {
    const asked = await boot([], { GALLEY_SAY_READY: '1' })
    await asked.ask('seen')
    expect(asked.printed()).toBe('galley: ready\n')
    const silent = await boot()
    await silent.ask('seen')
    expect(silent.printed()).toBe('')
  })

  it('as a second instance hands its files over and ends', async () => {
    const main = await boot([storyPath], { TEST_SECOND_INSTANCE: '1', GALLEY_SAY_READY: '1' })
    const { windows, calls } = await main.ask('seen')
    expect([windows, main.printed()]).toEqual([[], 'galley: handed over\n'])
    expect(calls).toEqual(
      expect.arrayContaining([['app.requestSingleInstanceLock', { files: [storyPath] }], ['app.quit']]),
    )
  })
})

describe('a story in the built main process', () => {
  it('given on the command line is opened by the page, and names the window', async () => {
    const { main, story } = await begun()
    const opened = await main.ask('invoke', 'openStory', { story })
    expect([opened.ok, opened.value.story.name]).toEqual([true, 'quay.txt'])
    expect((await main.ask('seen')).windows[0].title).toBe('quay.txt — Galley')
    await main.ask('invoke', 'closeStory', { story })
    expect((await main.ask('seen')).windows[0].title).toBe('Galley')
  })

  it('given by the system or a second start waits until the page listens', async () => {
    const main = await boot()
    expect(await main.ask('fileArrives', storyPath)).toBe(true)
    await main.ask('startAgain', { files: [storyPath, 'relative.txt', 7] })
    expect((await main.ask('seen')).heard).toEqual([])
    await main.ask('invoke', 'begin', {})
    await main.ask('hears', 'open-story', 2)
    const { heard } = await main.ask('seen')
    expect(heard).toEqual([
      ['open-story', { story: expect.any(String) }],
      ['open-story', { story: heard[0][1].story }],
    ])
    expect(heard[0][1].story).not.toContain('quay')
  })

  it('chosen in the native dialog comes back as an entry without a path', async () => {
    const { main } = await begun()
    expect(await main.ask('invoke', 'chooseStory', {})).toEqual({ ok: true, value: null })
    await main.ask('chooses', storyPath)
    const { value } = await main.ask('invoke', 'chooseStory', {})
    expect(value).toEqual(expect.objectContaining({ story: expect.any(String), name: 'quay.txt' }))
    expect(JSON.stringify(value)).not.toContain(folder)
  })

  it('that cannot be opened is told about in its sentence', async () => {
    const main = await boot()
    await main.ask('fileArrives', path.join(folder, 'nowhere.txt'))
    await main.ask('called', 'dialog.showMessageBox')
    const { calls } = await main.ask('seen')
    const [, box] = calls.find(([name]: [string]) => name === 'dialog.showMessageBox')
    expect(box.message).toContain('nowhere.txt')
  })

  it('has its commands in the menu, which reach the page', async () => {
    const { main, story } = await begun()
    expect(await main.ask('click', 'export')).toBe(false)
    await main.ask('invoke', 'openStory', { story })
    expect(await main.ask('click', 'export')).toBe(true)
    expect((await main.ask('seen')).heard).toContainEqual(['command', { command: 'export' }])
  })

  it('follows the theme of the settings', async () => {
    const { main } = await begun()
    await main.ask('invoke', 'changeSettings', { theme: 'dark' })
    expect((await main.ask('seen')).theme).toBe('dark')
  })
})

describe('closing the built main process', () => {
  it('asks the page for what is being typed, writes it, closes the desk and ends', async () => {
    const { main, story } = await begun()
    await main.ask('invoke', 'openStory', { story })
    await main.ask('page', { flush: 'marks first', mark: mark(story) })
    await main.ask('close')
    await main.ask('called', 'app.exit')
    const { windows, heard, calls } = await main.ask('seen')
    expect(windows).toEqual([])
    expect(heard.filter(([event]: [string]) => event === 'flush').length).toBe(1)
    expect(calls.filter(([name]: [string]) => name === 'dialog.showMessageBox')).toEqual([])
    expect(await main.ask('sidecarsOf', folder)).toEqual([expect.stringContaining('"value": "fact"')])
  })

  it('asks the person when the page does not answer, and stays when told to', async () => {
    const { main, story } = await begun()
    await main.ask('invoke', 'openStory', { story })
    await main.ask('page', { flush: 'hangs' })
    await main.ask('quit')
    await main.ask('called', 'dialog.showMessageBox')
    const { windows, calls } = await main.ask('seen')
    expect(windows.length).toBe(1)
    expect(calls.find(([name]: [string]) => name === 'dialog.showMessageBox')[1]).toEqual(
      expect.objectContaining({
        message: 'The latest changes could not be saved.',
        buttons: ['Try Saving Again', 'Close Without Saving', 'Cancel'],
      }),
    )
    expect(calls.filter(([name]: [string]) => name === 'app.exit')).toEqual([])
  })

  it('goes at once when the page never came up', async () => {
    const main = await boot()
    await main.ask('close')
    await main.ask('called', 'app.exit')
    expect((await main.ask('seen')).heard).toEqual([])
  })

  it('loads a page that died again, twice; then the person decides', async () => {
    const { main } = await begun()
    const reloads = async () =>
      (await main.ask('seen')).calls.filter(([name]: [string]) => name === 'webContents.reload').length
    await main.ask('crash')
    expect(await reloads()).toBe(1)
    expect((await main.ask('invoke', 'begin', {})).ok).toBe(true)
    await main.ask('crash')
    expect(await reloads()).toBe(2)
    await main.ask('crash')
    await main.ask('called', 'dialog.showMessageBox')
    expect(await reloads()).toBe(2)
    await main.ask('called', 'app.exit')
  })

  it('keeps its files in the data folder', async () => {
    await begun()
    expect(existsSync(dataFolder())).toBe(true)
  })
})
