import { describe, expect, it } from 'vitest'
import { findBrowser, profileFolder } from '../../../electron/browser/find-browser.ts'
import { type Opener, openWindow } from '../../../electron/browser/open-window.ts'

const ADDRESS = 'http://127.0.0.1:4321/#code=abc'

interface There extends Opener {
  /** Each program that was started, with its arguments. */
  readonly started: string[][]
}

/** A computer on which only these programs exist, and only those of `runs` run. */
function computer(parts: Partial<Opener> & { has?: string[]; runs?: string[] }): There {
  const { has = [], runs = has, ...rest } = parts
  const started: string[][] = []
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin', DISPLAY: ':0' },
    home: '/home/jane',
    isRoot: false,
    isExecutable: (path) => has.includes(path),
    profile: async () => '/data/browser',
    start: async (program, args) => {
      started.push([program, ...args])
      return runs.includes(program)
    },
    started,
    ...rest,
  }
}

const APP = [
  `--app=${ADDRESS}`,
  '--user-data-dir=/data/browser',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-sync',
]

describe('the window of the browser host', () => {
  it('opens as an app with a profile of its own', async () => {
    const here = computer({ has: ['/usr/bin/google-chrome'] })
    expect(await openWindow(ADDRESS, here)).toEqual({ kind: 'app' })
    expect(here.started).toEqual([['/usr/bin/google-chrome', ...APP]])
  })

  it('falls back to the browser of the system', async () => {
    const here = computer({ has: ['/usr/bin/chromium'], runs: ['xdg-open'] })
    expect(await openWindow(ADDRESS, here)).toEqual({ kind: 'system' })
    expect(here.started.map(([program]) => program)).toEqual(['/usr/bin/chromium', 'xdg-open'])
  })

  it.each([
    { platform: 'darwin', opener: ['open', ADDRESS] },
    { platform: 'win32', opener: ['rundll32.exe', 'url.dll,FileProtocolHandler', ADDRESS] },
    { platform: 'linux', opener: ['xdg-open', ADDRESS] },
  ] as const)('asks $platform in its own way, without a shell', async ({ platform, opener }) => {
    const here = computer({ platform, runs: [opener[0]] })
    expect(await openWindow(ADDRESS, here)).toEqual({ kind: 'system' })
    expect(here.started).toEqual([opener])
  })

  it.each([
    {
      name: 'for the user root',
      parts: { isRoot: true, has: ['/usr/bin/chromium'] },
      why: /user root.*another user/,
    },
    {
      name: 'without a display',
      parts: { env: { PATH: '/usr/bin' }, has: ['/usr/bin/chromium'] },
      why: /no display/,
    },
    { name: 'when nothing runs', parts: { has: ['/usr/bin/chromium'], runs: [] }, why: /No browser/ },
    {
      name: 'when the profile cannot be made and nothing else runs',
      parts: { has: ['/usr/bin/chromium'], profile: () => Promise.reject(new Error('EROFS')) },
      why: /No browser/,
    },
  ])('does not open $name, and says so', async ({ parts, why }) => {
    const opened = await openWindow(ADDRESS, computer(parts))
    expect(opened).toEqual({ kind: 'none', why: expect.stringMatching(why) })
  })

  it('is never started without the sandbox', async () => {
    const here = computer({ has: ['/usr/bin/chromium'] })
    await openWindow(ADDRESS, here)
    expect(
      here.started.flat().filter((argument) => /sandbox|remote-debugging|insecure/.test(argument)),
    ).toEqual([])
  })
})

describe('the browser that is found', () => {
  const windows = {
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\j\\AppData\\Local',
  }
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

  it.each([
    {
      name: 'Chromium before Chrome',
      has: ['/usr/bin/chromium', '/usr/local/bin/google-chrome'],
      is: '/usr/bin/chromium',
    },
    {
      name: 'the first folder first',
      has: ['/usr/bin/brave', '/usr/local/bin/brave'],
      is: '/usr/local/bin/brave',
    },
    { name: 'none', has: ['/usr/bin/firefox'], is: null },
    {
      name: 'the one that the person names',
      env: { GALLEY_BROWSER: '/opt/x' },
      has: ['/opt/x', '/usr/bin/chromium'],
      is: '/opt/x',
    },
    {
      name: 'no browser of the working folder',
      env: { PATH: '.::bin', GALLEY_BROWSER: 'chromium' },
      has: ['chromium', 'bin/chromium', './chromium'],
      is: null,
    },
    { name: 'Edge on Windows', platform: 'win32', env: windows, has: [edge], is: edge },
    { name: 'Chrome on a Mac', platform: 'darwin', has: [chrome], is: chrome },
  ] as const)('is $name', ({ has, is, ...parts }) => {
    expect(findBrowser(computer({ ...parts, has: [...has] }))).toBe(is)
  })
})

describe('the profile of the browser', () => {
  it.each([
    { browser: '/usr/bin/chromium', real: '/usr/lib/chromium/chromium', is: '/data/browser' },
    { browser: '/snap/bin/chromium', real: '/usr/bin/snap', is: '/home/jane/snap/chromium/common/galley' },
    {
      browser: '/usr/bin/chromium',
      real: '/snap/chromium/9/chromium',
      is: '/home/jane/snap/chromium/common/galley',
    },
  ])('of $browser lies in $is', ({ browser, real, is }) => {
    expect(profileFolder(browser, real, '/data', '/home/jane')).toBe(is)
  })
})
