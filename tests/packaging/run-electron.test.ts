import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { reasonIn } from '../../scripts/reason.mjs'
import { runElectron } from '../../scripts/run-electron.mjs'
import { standInScript } from '../helpers/stand-in-script.ts'

describe('running Electron', () => {
  function running(code: string, more = {}) {
    const printed: string[] = []
    const complained: string[] = []
    const signals = new EventEmitter()
    const outcome = runElectron({
      program: process.execPath,
      args: [standInScript(code), 'story.txt'],
      signals,
      out: { write: (text: string) => printed.push(text) },
      err: { write: (text: string) => complained.push(String(text)) },
      ...more,
    })
    return { outcome, printed, complained, signals }
  }

  it('is ready when the window says so, and passes on what is printed', async () => {
    const { outcome, printed, complained } = running(
      `
      if (process.env.GALLEY_SAY_READY !== '1' || process.env.ELECTRON_RUN_AS_NODE) process.exit(9)
      console.error('a warning')
      process.stdout.write('before\\ngalley: re')
      setTimeout(() => { console.log('ady\\nafter ' + process.argv[2]); process.exitCode = 3 }, 30)`,
      {
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      },
    )
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
    const { outcome } = running('', { program: '/nowhere/electron' })
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
