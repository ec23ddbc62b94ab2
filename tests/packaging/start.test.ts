import { spawnSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchElectron, STALL_LIMIT } from '../../scripts/fetch-electron.mjs'
import { findElectron } from '../../scripts/find-electron.mjs'
import { isFresh, stampBuild } from '../../scripts/freshness.mjs'
import { reasonIn } from '../../scripts/reason.mjs'
import { runElectron } from '../../scripts/run-electron.mjs'
import { absoluteWords, startGalley } from '../../scripts/start-plan.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'galley-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a Node script that stands in for a program; returns its path. */
function script(name: string, code: string): string {
  const file = path.join(folder, `${name}.cjs`)
  writeFileSync(file, `#!/usr/bin/env node\n${code}\n`)
  chmodSync(file, 0o755)
  return file
}

describe('which window npm start opens', () => {
  const PROGRAM = '/electron'
  const READY = { ready: true, code: 0 }

  /** Starts with the given circumstances; returns the code and everything that was done, in order. */
  async function started(circumstances: {
    wish?: string
    interactive?: boolean
    /** What `findElectron` gives, call by call. */
    found: readonly (string | undefined)[]
    fetched?: { fetched: boolean; reason?: string }
    ran?: { ready: boolean; code?: number; reason?: string }
  }) {
    const done: string[] = []
    const found = [...circumstances.found]
    const code = await startGalley({
      wish: circumstances.wish,
      interactive: circumstances.interactive ?? true,
      findElectron: () => found.shift(),
      async fetchElectron() {
        done.push('fetch')
        return circumstances.fetched
      },
      async runElectron(program: string) {
        done.push(`run ${program}`)
        return circumstances.ran
      },
      async runBrowser() {
        done.push('browser')
        return 0
      },
      say: (line: string) => done.push(`say: ${line}`),
    })
    return [code, ...done]
  }

  const instead = 'Opening in your browser instead; `npx install-electron` fetches Electron.'

  it.each([
    ['Electron, when its program is there', { found: [PROGRAM, PROGRAM], ran: READY }, [0, 'run /electron']],
    [
      'Electron, whose exit code it returns',
      { found: [PROGRAM, PROGRAM], ran: { ready: true, code: 7 } },
      [7, 'run /electron'],
    ],
    [
      'Electron, fetched at a terminal',
      { found: [undefined, PROGRAM], fetched: { fetched: true }, ran: READY },
      [0, 'fetch', 'run /electron'],
    ],
    [
      'the browser, when it is missing and nobody could watch a download',
      { interactive: false, found: [undefined] },
      [0, `say: Electron is not installed. ${instead}`, 'browser'],
    ],
    [
      'the browser, when the download fails',
      { found: [undefined], fetched: { fetched: false, reason: 'no data for 15 s' } },
      [0, 'fetch', `say: Electron could not be fetched: no data for 15 s. ${instead}`, 'browser'],
    ],
    [
      'the browser, when the installer leaves nothing',
      { found: [undefined, undefined], fetched: { fetched: true } },
      [
        0,
        'fetch',
        `say: Electron could not be fetched: its installer left no program. ${instead}`,
        'browser',
      ],
    ],
    [
      'the browser, when Electron ends before its window is ready',
      { found: [PROGRAM, PROGRAM], ran: { ready: false, reason: 'Missing X server' } },
      [0, 'run /electron', `say: Electron did not open a window: Missing X server. ${instead}`, 'browser'],
    ],
    ['the browser, when told to', { wish: 'browser', found: [PROGRAM] }, [0, 'browser']],
    [
      'Electron when told to, fetched even without a terminal',
      {
        wish: 'electron',
        interactive: false,
        found: [undefined, PROGRAM],
        fetched: { fetched: true },
        ran: READY,
      },
      [0, 'fetch', 'run /electron'],
    ],
    [
      'nothing, when told to use Electron and it fails',
      { wish: 'electron', found: [PROGRAM, PROGRAM], ran: { ready: false, reason: 'exit code 1' } },
      [
        1,
        'run /electron',
        'say: Electron did not open a window: exit code 1. GALLEY_HOST asks for Electron, so nothing else is opened.',
      ],
    ],
    [
      'nothing, when told something unknown',
      { wish: 'firefox', found: [PROGRAM] },
      [2, 'say: GALLEY_HOST is "firefox"; it can be "electron" or "browser".'],
    ],
    [
      'Electron, when the wish is empty',
      { wish: '', found: [PROGRAM, PROGRAM], ran: READY },
      [0, 'run /electron'],
    ],
  ])('opens %s', async (_what, circumstances, expected) => {
    expect(await started(circumstances)).toEqual(expected)
  })
})

describe('the words after npm start', () => {
  it.each([
    [['a.txt'], ['/home/jane/a.txt']],
    [
      ['../a.txt', '/b.txt'],
      ['/home/a.txt', '/b.txt'],
    ],
    [
      ['--no-open', '--port', '8000', 'a.txt'],
      ['--no-open', '--port', '8000', '/home/jane/a.txt'],
    ],
    [['file:///a.txt'], ['file:///a.txt']],
    [[], []],
  ])('%j', (words, expected) => {
    expect(absoluteWords(words, '/home/jane', path.resolve)).toEqual(expected)
  })
})

describe('fetching Electron with its installer', () => {
  /**
   * Fetches with a clock of its own, so that no machine is too slow for it: time passes only by `later`, which runs
   * after each growth with the bytes so far and gives the milliseconds to go on by.
   */
  function fetching(installer: string, more: { later?: () => number; folders?: string[] } = {}) {
    const signals = new EventEmitter()
    const seen: number[] = []
    let now = 0
    const outcome = fetchElectron({
      installer,
      folders: more.folders ?? [],
      signals,
      interval: 20,
      clock: () => now,
      progress(bytes: number) {
        seen.push(bytes)
        setImmediate(() => {
          now += more.later?.() ?? 0
        })
      },
    })
    return { outcome, signals, seen, passTime: (by: number) => (now += by), time: () => now }
  }
  const temporaries = () => readdirSync(tmpdir()).filter((name) => name.startsWith('galley-electron-'))

  it('tells how many bytes arrived, and is not impatient while some do', async () => {
    const slow = script(
      'slow',
      `const fs = require('fs'), os = require('os'), path = require('path')
      if (process.env.ELECTRON_GET_NO_PROGRESS !== '1') process.exit(9)
      const into = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-download-'))
      let times = 0
      const timer = setInterval(() => {
        fs.appendFileSync(path.join(into, 'electron.zip'), Buffer.alloc(1000))
        if (++times === 20) { clearInterval(timer); fs.rmSync(into, { recursive: true }) }
      }, 40)`,
    )
    const { outcome, seen, time } = fetching(slow, { later: () => STALL_LIMIT * 0.9 })
    expect(await outcome).toEqual({ fetched: true })
    expect(time()).toBeGreaterThan(STALL_LIMIT)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.every((bytes) => bytes % 1000 === 0 && bytes <= 20_000)).toBe(true)
  })

  it('counts unpacking as life', async () => {
    const into = path.join(folder, 'unpacked')
    const unpacking = script(
      'unpacking',
      `const fs = require('fs')
      fs.mkdirSync(${JSON.stringify(into)}, { recursive: true })
      let times = 0
      const timer = setInterval(() => {
        fs.writeFileSync(${JSON.stringify(into)} + '/' + times, 'x')
        if (++times === 15) clearInterval(timer)
      }, 40)`,
    )
    const { outcome, time } = fetching(unpacking, { folders: [into], later: () => STALL_LIMIT * 0.9 })
    expect(await outcome).toEqual({ fetched: true })
    expect(time()).toBeGreaterThan(STALL_LIMIT)
  })

  it('gives up when no byte comes', async () => {
    const { outcome, passTime } = fetching(script('stalled', 'setInterval(() => {}, 1000)'))
    passTime(STALL_LIMIT)
    expect(await outcome).toEqual({ fetched: false, reason: 'no data for 15 s' })
  })

  it('gives up when bytes stop coming', async () => {
    const dying = script(
      'dying',
      `require('fs').writeFileSync(require('os').tmpdir() + '/a', 'abc'); setInterval(() => {}, 1000)`,
    )
    const { outcome, seen } = fetching(dying, { later: () => STALL_LIMIT })
    expect(await outcome).toEqual({ fetched: false, reason: 'no data for 15 s' })
    expect(seen).toEqual([3])
  })

  it('stops at Ctrl-C and leaves the signal alone afterwards', async () => {
    const endless = script('endless', `setInterval(() => console.log('.'), 20)`)
    const { outcome, signals } = fetching(endless)
    signals.emit('SIGINT')
    expect(await outcome).toEqual({ fetched: false, reason: 'stopped by Ctrl-C' })
    expect(signals.listenerCount('SIGINT')).toBe(0)
  })

  it('says in one line why the installer failed', async () => {
    const failing = script(
      'failing',
      `console.error('TypeError: fetch failed\\n    at node:internal/deps/undici\\n    at async download')
      process.exit(1)`,
    )
    expect(await fetching(failing).outcome).toEqual({ fetched: false, reason: 'TypeError: fetch failed' })
  })

  it('leaves no temporary folder', async () => {
    const before = temporaries()
    await fetching(script('quick', '')).outcome
    expect(temporaries().filter((name) => !before.includes(name))).toEqual([])
  })
})

describe('running Electron', () => {
  function running(code: string, more = {}) {
    const printed: string[] = []
    const complained: string[] = []
    const signals = new EventEmitter()
    const outcome = runElectron({
      program: process.execPath,
      args: [script('electron', code), 'story.txt'],
      signals,
      out: { write: (text: string) => printed.push(text) },
      err: { write: (text: string) => complained.push(String(text)) },
      ...more,
    })
    return { outcome, printed, complained, signals }
  }

  it('is ready when the window says so, and passes on what is printed', async () => {
    const { outcome, printed, complained } = running(`
      if (process.env.GALLEY_SAY_READY !== '1' || process.env.ELECTRON_RUN_AS_NODE) process.exit(9)
      console.error('a warning')
      process.stdout.write('before\\ngalley: re')
      setTimeout(() => { console.log('ady\\nafter ' + process.argv[2]); process.exitCode = 3 }, 30)`)
    expect(await outcome).toEqual({ ready: true, code: 3 })
    expect(printed.join('')).toBe('before\nafter story.txt\n')
    expect(complained.join('')).toBe('a warning\n')
  })

  it('is ready too when a running Galley took the files', async () => {
    expect(await running(`console.log('galley: handed over')`).outcome).toEqual({ ready: true, code: 0 })
  })

  it.each([
    [
      'Chromium’s complaint',
      `console.error('[12:1122/104:ERROR:ozone.cc(244)] Missing X server or $DISPLAY'); process.exit(1)`,
      'Missing X server or $DISPLAY',
    ],
    ['its exit code where it said nothing', 'process.exit(5)', 'exit code 5'],
    ['the signal that ended it', `process.kill(process.pid, 'SIGKILL')`, 'ended by SIGKILL'],
    ['an end without a window', '', 'exit code 0'],
  ])('is not ready and says %s', async (_what, code, reason) => {
    const { outcome, complained } = running(code)
    expect(await outcome).toEqual({ ready: false, reason })
    expect(complained).toEqual([])
  })

  it('is not ready when its program cannot be run', async () => {
    const { outcome } = running('', { program: path.join(folder, 'nowhere') })
    expect(await outcome).toEqual({
      ready: false,
      reason: expect.stringContaining('ENOENT'),
    })
  })

  it('is not ready at Ctrl-C before the window', async () => {
    const { outcome, signals } = running(`setInterval(() => {}, 1000)`)
    signals.emit('SIGINT')
    expect(await outcome).toEqual({ ready: false, reason: 'stopped by Ctrl-C' })
  })
})

describe('the line that says most', () => {
  it.each([
    ['', 'exit code 1'],
    ['\n  \n', 'exit code 1'],
    ['one\ntwo.\n', 'two'],
    ['note\nError: no space left\n    at f (a.js:1)\n', 'Error: no space left'],
    [
      '[1:2:FATAL:a.cc(9)] Running as root is not supported.\n[1:2:INFO:b.cc(1)] bye',
      'Running as root is not supported',
    ],
    [`Error ${'x'.repeat(200)}`, `Error ${'x'.repeat(154)}…`],
  ])('of %j', (errors, expected) => {
    expect(reasonIn(errors, 'exit code 1')).toBe(expected)
  })
})

describe('finding Electron’s program', () => {
  const home = path.join(folder, 'electron-package')
  beforeEach(() => {
    rmSync(home, { recursive: true, force: true })
    mkdirSync(path.join(home, 'dist'), { recursive: true })
  })
  const find = (env = {}) => findElectron({ folder: home, env, platform: 'linux' })

  it('needs the note that the installer writes last', () => {
    writeFileSync(path.join(home, 'dist/electron'), '')
    expect(find()).toBeUndefined()
    writeFileSync(path.join(home, 'path.txt'), 'electron')
    expect(find()).toBe(path.join(home, 'dist/electron'))
  })

  it('needs the program', () => {
    writeFileSync(path.join(home, 'path.txt'), 'electron')
    expect(find()).toBeUndefined()
  })

  it('takes another folder where told to', () => {
    const other = path.join(folder, 'other')
    mkdirSync(other, { recursive: true })
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: other })).toBeUndefined()
    writeFileSync(path.join(other, 'electron'), '')
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: other })).toBe(path.join(other, 'electron'))
  })
})

describe('a build', () => {
  it('is stale without a stamp, after a change, after a deletion and when sources changed while it ran', () => {
    const project = path.join(folder, 'project')
    const source = path.join(project, 'shared/a.ts')
    mkdirSync(path.dirname(source), { recursive: true })
    writeFileSync(source, '')
    const dist = path.join(project, 'dist')
    const fresh = () => isFresh(project)
    const later = Date.now() + 60_000
    expect(fresh()).toBe(false)
    stampBuild(dist, later)
    expect(fresh()).toBe(true)
    stampBuild(dist, Date.now() - 60_000)
    expect(fresh()).toBe(false)
    rmSync(source)
    expect(fresh()).toBe(false)
  })
})

describe('npm start itself', () => {
  const clone = path.join(folder, 'clone')
  const electron = path.join(clone, 'node_modules/electron')

  /** A clone with the real start scripts, a stand-in `galley` command, and Electron as given. */
  function start(env: Record<string, string>, program?: string) {
    rmSync(clone, { recursive: true, force: true })
    mkdirSync(path.join(clone, 'dist/cli'), { recursive: true })
    mkdirSync(path.join(electron, 'dist'), { recursive: true })
    cpSync(path.join(root, 'scripts'), path.join(clone, 'scripts'), { recursive: true })
    writeFileSync(path.join(electron, 'package.json'), '{"name":"electron"}')
    // Importing the real package would start a download.
    writeFileSync(path.join(electron, 'index.js'), `console.log('electron was imported')`)
    writeFileSync(
      path.join(clone, 'dist/cli/galley.js'),
      `console.log('galley ' + process.argv.slice(2).join(' ')); process.exitCode = 4`,
    )
    stampBuild(path.join(clone, 'dist'), Date.now() + 60_000)
    if (program !== undefined) {
      writeFileSync(path.join(electron, 'path.txt'), 'electron')
      writeFileSync(path.join(electron, 'dist/electron'), `#!/usr/bin/env node\n${program}\n`, {
        mode: 0o755,
      })
    }
    const { GALLEY_HOST: _, INIT_CWD: __, ...others } = process.env
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(clone, 'scripts/start.mjs'), 'story.txt'],
      { encoding: 'utf8', env: { ...others, INIT_CWD: '/home/jane', ...env } },
    )
    return { status, stdout, stderr }
  }

  it('opens the browser host with the person’s path where Electron is missing, after one line', () => {
    expect(start({})).toEqual({
      status: 4,
      stdout:
        'Electron is not installed. Opening in your browser instead; `npx install-electron` fetches Electron.\n' +
        'galley serve /home/jane/story.txt\n',
      stderr: '',
    })
  })

  it('opens Electron with the app’s folder and the path', () => {
    const program = `console.log('galley: ready'); console.log(process.argv.slice(2).join(' '))`
    expect(start({}, program)).toEqual({ status: 0, stdout: `${clone} /home/jane/story.txt\n`, stderr: '' })
  })

  it('opens the browser host when Electron dies at once', () => {
    const { status, stdout, stderr } = start({}, `console.error('fatal: no display'); process.exit(1)`)
    expect([status, stderr]).toEqual([4, ''])
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^Electron did not open a window: fatal: no display\. /),
      'galley serve /home/jane/story.txt',
      '',
    ])
  })

  it('never switches the sandbox off', () => {
    const program = `console.log('galley: ready'); console.log(JSON.stringify(process.argv))`
    expect(start({}, program).stdout).not.toContain('sandbox')
  })

  it('opens the browser host when told to, without a word', () => {
    expect(start({ GALLEY_HOST: 'browser' }, '').stdout).toBe('galley serve /home/jane/story.txt\n')
  })
})
