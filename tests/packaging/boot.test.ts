import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SECURITY_HEADERS } from '../../electron/desk/bundle.ts'
import { methods } from '../../shared/desk/methods.ts'
import { boots } from '../helpers/boots.ts'

// The very bundle that is packaged, under the stand-in `electron`. Not shown by it: Chromium's own part (native
// dialogs, the sandbox, what the network service makes of `app://`).
const { boot, dataFolder, dist, storyPath } = boots()

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
            preload: path.join(dist(), 'preload/index.cjs'),
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
    const names = calls.map(([name]) => name)
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
    expect(names.filter((name) => name === 'protocol.registerSchemesAsPrivileged').length).toBe(1)
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

  it('stays on its page', async () => {
    const main = await boot()
    for (const [event, url, prevented] of [
      ['will-navigate', 'https://example.org/', true],
      ['will-navigate', 'file:///etc/passwd', true],
      ['will-navigate', 'app://other/', true],
      ['will-redirect', 'https://example.org/', true],
      ['will-frame-navigate', 'https://example.org/', true],
      ['will-attach-webview', 'https://example.org/', true],
      ['will-navigate', 'app://bundle/', false],
    ] as const) {
      expect([event, url, await main.ask('prevents', event, url)]).toEqual([event, url, prevented])
    }
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

  it('refuses frames that are not the page', async () => {
    const main = await boot()
    for (const frame of ['inner', 'foreign', 'gone'] as const) {
      expect([frame, await main.call('begin', {}, frame)]).toEqual([
        frame,
        { ok: false, error: { kind: 'forbidden' } },
      ])
    }
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
    ] as const) {
      expect([method, await main.call(method, input)]).toEqual([
        method,
        { ok: false, error: { kind: 'bad-request', detail: expect.any(String) } },
      ])
    }
    // A path is not an id.
    expect(await main.call('openStory', { story: 'quay' })).toEqual({
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
