import { spawnSync } from 'node:child_process'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { Busy, withLock } from '../../electron/storage/lock.ts'
import { startOf } from '../../electron/storage/process-alive.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

/** A number that no process has any more. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

/** Puts a lock there as a process leaves it that dies while it holds it. */
async function leaveLock(folder: string, content: string): Promise<void> {
  let name = ''
  await withLock(folder, 'subject', async () => {
    name = readdirSync(folder)[0] ?? ''
  })
  writeFileSync(path.join(folder, name), content)
  // Not made this very moment.
  utimesSync(path.join(folder, name), 1, 1)
}

const holder = (pid: number, start: string | null, at = Date.now()) =>
  JSON.stringify({ pid, start, at, token: '0123456789abcdef' })

describe('the lock', () => {
  it('lets one in at a time, and leaves nothing behind', async () => {
    const folder = path.join(tempFolder(), 'locks')
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await new Promise(setImmediate)
      inside--
    }
    await Promise.all(Array.from({ length: 20 }, () => withLock(folder, 'subject', work)))
    expect({ most, left: readdirSync(folder) }).toEqual({ most: 1, left: [] })
  })

  it('lets two in that want different things', async () => {
    const folder = tempFolder()
    await withLock(folder, 'one', () => withLock(folder, 'other', async () => {}))
  })

  it('lets go when the work fails, and passes the failure on', async () => {
    const folder = tempFolder()
    await expect(withLock(folder, 'subject', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(readdirSync(folder)).toEqual([])
  })

  it('says busy when the holder lives and does not let go', async () => {
    const folder = tempFolder()
    const inner = () => withLock(folder, 'subject', async () => {}, 30)
    await expect(withLock(folder, 'subject', inner)).rejects.toThrow(Busy)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['a process that is dead', () => holder(deadPid(), null)],
    ['an earlier process with the number of this one', () => holder(process.pid, '1')],
    ['an earlier process with the number of another', () => holder(process.ppid, '1')],
    ['a process of before the last start of the computer', () => holder(process.ppid, null, 0)],
    ['nobody, damaged by a power cut', () => ''],
    ['nobody, zeros', () => '\0'.repeat(80)],
    ['nobody, another program’s', () => '{"pid":1}'],
  ])('is taken from %s', async (_name, content) => {
    const folder = tempFolder()
    await leaveLock(folder, content())
    expect(await withLock(folder, 'subject', async () => 'done')).toBe('done')
    expect(readdirSync(folder)).toEqual([])
  })

  it('is never taken from a process that lives', async () => {
    const folder = tempFolder()
    const held = holder(process.ppid, startOf(process.ppid))
    await leaveLock(folder, held)
    await expect(withLock(folder, 'subject', async () => {}, 60)).rejects.toThrow(Busy)
  })

  it('is taken from a dead process by one at a time, however many try', async () => {
    const folder = tempFolder()
    for (let round = 0; round < 10; round++) {
      await leaveLock(folder, holder(deadPid(), null))
      let inside = 0
      let most = 0
      const work = async () => {
        most = Math.max(most, ++inside)
        await new Promise(setImmediate)
        inside--
      }
      await Promise.all(Array.from({ length: 8 }, () => withLock(folder, 'subject', work)))
      expect({ most, left: readdirSync(folder) }).toEqual({ most: 1, left: [] })
    }
  })

  it('is taken also when a process died while taking it', async () => {
    const folder = tempFolder()
    await leaveLock(folder, holder(deadPid(), null))
    const [lock = ''] = readdirSync(folder)
    const marker = lock.replace('.lock', '.0123456789abcdef')
    writeFileSync(
      path.join(folder, marker),
      holder(deadPid(), null).replace('0123456789abcdef', 'fedcba9876543210'),
    )
    await withLock(folder, 'subject', async () => {})
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not taken while it is just being written', async () => {
    const folder = tempFolder()
    await leaveLock(folder, '')
    const [lock = ''] = readdirSync(folder)
    writeFileSync(path.join(folder, lock), '')
    await expect(withLock(folder, 'subject', async () => {}, 60)).rejects.toThrow(Busy)
  })

  it('works where there are no hard links', async () => {
    const folder = tempFolder()
    const link = vi.spyOn(fsp, 'link').mockRejectedValue(Object.assign(new Error(), { code: 'ENOTSUP' }))
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await new Promise(setImmediate)
      inside--
    }
    await Promise.all(Array.from({ length: 8 }, () => withLock(folder, 'subject', work)))
    expect({ most, left: readdirSync(folder) }).toEqual({ most: 1, left: [] })
    link.mockRestore()
  })

  it('says why when its folder can’t be used', async () => {
    const folder = path.join(tempFolder(), 'locks')
    writeFileSync(folder, 'a file where the folder should be')
    await expect(withLock(folder, 'subject', async () => {})).rejects.toMatchObject({ code: 'EEXIST' })
  })
})
