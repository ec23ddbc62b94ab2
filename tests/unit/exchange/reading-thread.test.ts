import path from 'node:path'
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import type { ReadJob } from '../../../electron/exchange/reading/job.ts'
import { ReadingThread, type ThreadLimits } from '../../../electron/exchange/reading/reading-thread.ts'
import { workMeter } from '../../../electron/exchange/reading/work-meter.ts'

const HOSTILE = path.join(import.meta.dirname, '../../helpers/children/reader-stand-in.mjs')

/** A thread that does what the name of a file asks for, and what it logged. */
function hostileThread(limits: Partial<ThreadLimits> = {}, program = HOSTILE, meter = workMeter) {
  const logged: unknown[] = []
  const thread = new ReadingThread(program, (error) => logged.push(error), limits, meter)
  onTestFinished(() => thread.close())
  return { thread, logged }
}

const job = (name: string): ReadJob => ({ name, format: 'html', content: 'Quay closed', wholePage: false })

describe('the reading thread', () => {
  it('reads one file after the other', async () => {
    const { thread } = hostileThread()
    const read = await Promise.all(['a.html', 'b.html', 'c.html'].map((name) => thread.read(job(name))))
    expect(read.map((one) => one.ok && one.value.story.name)).toEqual(['a.html', 'b.html', 'c.html'])
  })

  it('ends what takes too long, and reads the next file', async () => {
    const { thread } = hostileThread({ milliseconds: 1500 })
    const [endless, next] = await Promise.all([thread.read(job('endless.html')), thread.read(job('a.html'))])
    expect(endless).toEqual({
      ok: false,
      error: { kind: 'reading-too-long', file: 'endless.html', seconds: 1.5 },
    })
    expect(next.ok).toBe(true)
  })

  describe('on a busy computer', () => {
    /** Goes on by a clock of the test; the thread works as long as `worked` says. */
    function busy(limits: Partial<ThreadLimits>) {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      onTestFinished(() => void vi.useRealTimers())
      const work = { milliseconds: 0 }
      return { work, ...hostileThread(limits, HOSTILE, () => () => work.milliseconds) }
    }

    it('waits for a file that had little time to be read in', async () => {
      const { thread, work } = busy({ milliseconds: 10_000, patience: 120_000 })
      const read = thread.read(job('a.html'))
      work.milliseconds = 3000
      // Nothing can have come back from the thread meanwhile.
      vi.advanceTimersByTime(60_000)
      expect((await read).ok).toBe(true)
    })

    it('ends a file as soon as it was read too long', async () => {
      const { thread, work } = busy({ milliseconds: 10_000, patience: 120_000 })
      const read = thread.read(job('endless.html'))
      work.milliseconds = 8000
      vi.advanceTimersByTime(11_900)
      work.milliseconds = 10_000
      expect(vi.getTimerCount()).toBe(1)
      vi.advanceTimersByTime(100)
      expect(await read).toMatchObject({ error: { kind: 'reading-too-long', seconds: 10 } })
    })

    it('does not wait for ever', async () => {
      const { thread } = busy({ milliseconds: 10_000, patience: 120_000 })
      const read = thread.read(job('endless.html'))
      vi.advanceTimersByTime(119_999)
      expect(vi.getTimerCount()).toBe(1)
      vi.advanceTimersByTime(1)
      expect(await read).toMatchObject({ error: { kind: 'reading-too-long', seconds: 120 } })
    })
  })

  it('ends what takes too much memory, and reads the next file', async () => {
    const { thread, logged } = hostileThread({ megabytes: 32 })
    expect(await thread.read(job('greedy.html'))).toEqual({
      ok: false,
      error: { kind: 'reading-too-big', file: 'greedy.html', megabytes: 32 },
    })
    expect((await thread.read(job('a.html'))).ok).toBe(true)
    expect(logged).toEqual([])
  })

  it('outlives its own end', async () => {
    const { thread, logged } = hostileThread()
    expect(await thread.read(job('dying.html'))).toEqual({
      ok: false,
      error: { kind: 'reading-failed', file: 'dying.html' },
    })
    expect((await thread.read(job('a.html'))).ok).toBe(true)
    expect(logged).toHaveLength(1)
  })

  it('notes where an unforeseen fault was', async () => {
    const { thread, logged } = hostileThread()
    expect(await thread.read(job('broken.html'))).toMatchObject({ error: { kind: 'reading-failed' } })
    expect(logged.map(String)).toEqual(['Error: reading failed: TypeError'])
  })

  it('gives up what nobody waits for, running or not yet begun', async () => {
    const { thread } = hostileThread()
    const stop = new AbortController()
    const running = thread.read(job('endless.html'), stop.signal)
    const queued = thread.read(job('a.html'), stop.signal)
    const other = thread.read(job('b.html'))
    stop.abort()
    expect(await Promise.all([running, queued])).toMatchObject([
      { error: { kind: 'reading-cancelled', file: 'endless.html' } },
      { error: { kind: 'reading-cancelled', file: 'a.html' } },
    ])
    expect((await other).ok).toBe(true)
    expect(await thread.read(job('a.html'), stop.signal)).toMatchObject({
      error: { kind: 'reading-cancelled' },
    })
  })

  it('ends with the desk', async () => {
    const { thread } = hostileThread()
    const read = Promise.all([thread.read(job('endless.html')), thread.read(job('a.html'))])
    await thread.close()
    expect(await read).toMatchObject([
      { error: { kind: 'reading-cancelled' } },
      { error: { kind: 'reading-cancelled' } },
    ])
    expect(await thread.read(job('b.html'))).toMatchObject({ error: { kind: 'reading-cancelled' } })
  })

  it('says so where its program is missing', async () => {
    const { thread } = hostileThread({}, path.join(import.meta.dirname, 'no-such-reader.mjs'))
    expect(await thread.read(job('a.html'))).toMatchObject({ error: { kind: 'reading-failed' } })
  })

  it('reads with the readers of the product', async () => {
    const { thread, logged } = hostileThread({}, path.join(inject('children'), 'reader.mjs'))
    const content = '<!doctype html><title>Quay</title><p>The quay is closed, the mayor said.</p>'
    const read = await thread.read({ ...job('quay.html'), content, wholePage: true })
    expect(read).toMatchObject({ ok: true, value: { story: { name: 'quay.html', reader: 'html-page/1' } } })
    expect(read.ok && read.value.story.text).toContain('The quay is closed, the mayor said.')
    expect(await thread.read({ ...job('empty.html'), content: '<!doctype html><p> </p>' })).toEqual({
      ok: false,
      error: { kind: 'empty-story', file: 'empty.html' },
    })
    expect(logged).toEqual([])
  })
})
