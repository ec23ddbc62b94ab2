import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { workMeter } from '../../../electron/exchange/reading/work-meter.ts'

/** A thread that on being asked says so, and then never does anything but `what`. */
async function threadThat(what: string) {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads')
    parentPort.postMessage('ready')
    parentPort.on('message', () => { parentPort.postMessage('begun'); ${what} })`,
    { eval: true },
  )
  onTestFinished(async () => void (await worker.terminate()))
  await once(worker, 'message')
  const worked = workMeter(worker)
  worker.postMessage('begin')
  await once(worker, 'message')
  return worked
}

/** Works here until the processor was used that long, in milliseconds. */
function workHere(milliseconds: number): void {
  const before = process.cpuUsage()
  for (let used = 0; used < milliseconds * 1000; ) {
    const { user, system } = process.cpuUsage(before)
    used = user + system
  }
}

describe('the work of a thread', () => {
  it('grows while the thread is busy', async () => {
    const worked = await threadThat('for (;;) Math.random()')
    const before = worked()
    workHere(200)
    expect(worked() - before).toBeGreaterThan(50)
  })

  it('does not grow while the thread has nothing to do, whatever this one does', async () => {
    const worked = await threadThat('')
    const before = worked()
    workHere(200)
    expect(worked() - before).toBeLessThan(50)
  })
})
