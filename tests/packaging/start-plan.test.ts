import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { absoluteWords, startGalley } from '../../scripts/start-plan.mjs'

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
