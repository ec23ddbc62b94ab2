import { EventEmitter } from 'node:events'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fetchElectron, STALL_LIMIT } from '../../scripts/fetch-electron.mjs'
import { standInScript } from '../helpers/stand-in-script.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

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
    const slow = standInScript(`const fs = require('fs'), os = require('os'), path = require('path')
      if (process.env.ELECTRON_GET_NO_PROGRESS !== '1') process.exit(9)
      const into = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-download-'))
      let times = 0
      const timer = setInterval(() => {
        fs.appendFileSync(path.join(into, 'electron.zip'), Buffer.alloc(1000))
        if (++times === 20) { clearInterval(timer); fs.rmSync(into, { recursive: true }) }
      }, 40)`)
    const { outcome, seen, time } = fetching(slow, { later: () => STALL_LIMIT * 0.9 })
    expect(await outcome).toEqual({ fetched: true })
    expect(time()).toBeGreaterThan(STALL_LIMIT)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.every((bytes) => bytes % 1000 === 0 && bytes <= 20_000)).toBe(true)
  })

  it('counts unpacking as life', async () => {
    const into = path.join(tempFolder(), 'unpacked')
    const unpacking = standInScript(`const fs = require('fs')
      fs.mkdirSync(${JSON.stringify(into)}, { recursive: true })
      let times = 0
      const timer = setInterval(() => {
        fs.writeFileSync(${JSON.stringify(into)} + '/' + times, 'x')
        if (++times === 15) clearInterval(timer)
      }, 40)`)
    const { outcome, time } = fetching(unpacking, { folders: [into], later: () => STALL_LIMIT * 0.9 })
    expect(await outcome).toEqual({ fetched: true })
    expect(time()).toBeGreaterThan(STALL_LIMIT)
  })

  it('gives up when no byte comes', async () => {
    const { outcome, passTime } = fetching(standInScript('setInterval(() => {}, 1000)'))
    passTime(STALL_LIMIT)
    expect(await outcome).toEqual({ fetched: false, reason: 'no data for 15 s' })
  })

  it('gives up when bytes stop coming', async () => {
    const dying = standInScript(
      `require('fs').writeFileSync(require('os').tmpdir() + '/a', 'abc'); setInterval(() => {}, 1000)`,
    )
    const { outcome, seen } = fetching(dying, { later: () => STALL_LIMIT })
    expect(await outcome).toEqual({ fetched: false, reason: 'no data for 15 s' })
    expect(seen).toEqual([3])
  })

  it('stops at Ctrl-C and leaves the signal alone afterwards', async () => {
    const endless = standInScript(`setInterval(() => console.log('.'), 20)`)
    const { outcome, signals } = fetching(endless)
    signals.emit('SIGINT')
    expect(await outcome).toEqual({ fetched: false, reason: 'stopped by Ctrl-C' })
    expect(signals.listenerCount('SIGINT')).toBe(0)
  })

  it('says in one line why the installer failed', async () => {
    const failing =
      standInScript(`console.error('TypeError: fetch failed\\n    at node:internal/deps/undici\\n    at async download')
      process.exit(1)`)
    expect(await fetching(failing).outcome).toEqual({ fetched: false, reason: 'TypeError: fetch failed' })
  })

  it('leaves no temporary folder', async () => {
    const before = temporaries()
    await fetching(standInScript('')).outcome
    expect(temporaries().filter((name) => !before.includes(name))).toEqual([])
  })
})
