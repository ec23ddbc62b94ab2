import type { Worker } from 'node:worker_threads'

/** Begins to measure a thread. @returns how long it has worked since, in milliseconds. */
export type WorkMeter = (worker: Worker) => () => number

/**
 * What a thread worked, not what the clock says: on a computer that is busy with other things an honest file waits
 * most of the time. Node 20 can't ask for the processor time of one thread, so this is the lesser of two measures that
 * are never less than it: the processor time of the whole process, and the time that the thread's event loop was not
 * waiting for something to do.
 */
export const workMeter: WorkMeter = (worker) => {
  const before = process.cpuUsage()
  const loopBefore = worker.performance.eventLoopUtilization()
  return () => {
    const { user, system } = process.cpuUsage(before)
    const { active } = worker.performance.eventLoopUtilization(loopBefore)
    return Math.min((user + system) / 1000, active)
  }
}
