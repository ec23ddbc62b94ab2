import { Worker } from 'node:worker_threads'
import type { StoryFailure } from '../../../shared/failure.ts'
import { err } from '../../../shared/result.ts'
import type { Answered, Asked, Order, Outcome, ReadJob, Task, Work } from './job.ts'
import { type WorkLimits, workClock } from './work-clock.ts'
import { type WorkMeter, workMeter } from './work-meter.ts'

export interface ThreadLimits extends WorkLimits {
  /** Of the thread's heap. */
  readonly megabytes: number
  /** How long an idle thread is kept for the next file, in milliseconds. */
  readonly idle: number
}

// A book is read in a second or two of work; what takes ten will hardly end at all. Where other programs leave little
// of the computer, two minutes are longer than anybody waits.
const LIMITS: ThreadLimits = { milliseconds: 10_000, patience: 120_000, megabytes: 512, idle: 10_000 }

interface Waiting {
  readonly order: Order
  readonly done: (outcome: Outcome) => void
}

/**
 * Reads files on a thread of its own, one after the other, within limits of time and memory. A file that exceeds one,
 * or that nobody waits for any more, costs the thread its life and nothing else.
 */
export class ReadingThread {
  readonly #program: string
  readonly #limits: ThreadLimits
  readonly #meter: WorkMeter
  readonly #log: (error: unknown) => void
  readonly #queue: Waiting[] = []
  #current: (Waiting & { readonly number: number }) | null = null
  #worker: Worker | null = null
  #number = 0
  #isClosed = false
  #stopClock = () => {}

  /** @param program absolute path of the built thread. */
  constructor(
    program: string,
    log: (error: unknown) => void,
    limits: Partial<ThreadLimits> = {},
    meter = workMeter,
  ) {
    this.#meter = meter
    this.#program = program
    this.#log = log
    this.#limits = { ...LIMITS, ...limits }
  }

  /** Reads a story; see {@link ReadingThread.do}. */
  read(job: ReadJob, signal?: AbortSignal): Promise<Outcome<'story'>> {
    return this.do('story', job, signal)
  }

  /** @param signal aborted: nobody waits any more; the answer is then `reading-cancelled`. */
  do<T extends Task>(task: T, job: Work[T]['job'], signal?: AbortSignal): Promise<Outcome<T>> {
    // The thread answers each order with an outcome of its task.
    return this.#take({ task, job } as Order, signal) as Promise<Outcome<T>>
  }

  #take(order: Order, signal?: AbortSignal): Promise<Outcome> {
    const cancelled: StoryFailure = { kind: 'reading-cancelled', file: order.job.name }
    if (this.#isClosed || signal?.aborted) return Promise.resolve(err(cancelled))
    return new Promise((resolve) => {
      const cancel = () => {
        const at = this.#queue.indexOf(waiting)
        if (at >= 0) this.#queue.splice(at, 1)
        if (this.#current?.done === done) this.#giveUp(cancelled)
        else done(err(cancelled))
      }
      const done: Waiting['done'] = (outcome) => {
        signal?.removeEventListener('abort', cancel)
        resolve(outcome)
      }
      const waiting: Waiting = { order, done }
      signal?.addEventListener('abort', cancel)
      this.#queue.push(waiting)
      this.#next()
    })
  }

  /** Ends the thread; what is still being read is given up, and nothing more is read. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const { order, done } of this.#queue.splice(0)) {
      done(err({ kind: 'reading-cancelled', file: order.job.name }))
    }
    const worker = this.#worker
    if (this.#current !== null)
      this.#giveUp({ kind: 'reading-cancelled', file: this.#current.order.job.name })
    this.#drop()
    await worker?.terminate()
  }

  #next(): void {
    if (this.#current !== null) return
    const waiting = this.#queue.shift()
    if (waiting === undefined) {
      this.#rest()
      return
    }
    const worker = this.#worker ?? this.#start()
    const number = ++this.#number
    this.#current = { ...waiting, number }
    const { name: file } = waiting.order.job
    this.#stopClock()
    this.#stopClock = workClock(this.#limits, this.#meter(worker), (milliseconds) =>
      this.#giveUp({ kind: 'reading-too-long', file, seconds: milliseconds / 1000 }),
    )
    // The program does not end before an answer.
    worker.ref()
    worker.postMessage({ ...waiting.order, number } satisfies Asked)
  }

  #start(): Worker {
    const { megabytes } = this.#limits
    // A library that prints must not print between the data of a command.
    const worker = new Worker(this.#program, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    worker.stdout.resume()
    worker.stderr.resume()
    worker.on('message', (answered: Answered) => {
      if (worker === this.#worker) this.#answered(answered)
    })
    worker.on('error', (error) => this.#failed(worker, error))
    worker.on('exit', () => this.#failed(worker, new Error('the reading thread ended')))
    this.#worker = worker
    return worker
  }

  #answered({ number, result, fault }: Answered): void {
    const current = this.#current
    if (current === null || current.number !== number) return
    if (fault !== null) this.#log(new Error(`reading failed: ${fault}`))
    this.#current = null
    current.done(result)
    this.#next()
  }

  #failed(worker: Worker, error: unknown): void {
    if (worker !== this.#worker) return
    const current = this.#current
    this.#drop()
    if (current === null) return
    const file = current.order.job.name
    const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (!isMemory) this.#log(error)
    const { megabytes } = this.#limits
    this.#current = null
    current.done(
      err(isMemory ? { kind: 'reading-too-big', file, megabytes } : { kind: 'reading-failed', file }),
    )
    this.#next()
  }

  /** The thread can't be asked to stop: it is ended, and the next file gets a new one. */
  #giveUp(failure: StoryFailure): void {
    const current = this.#current
    this.#current = null
    void this.#worker?.terminate()
    this.#drop()
    current?.done(err(failure))
    this.#next()
  }

  #rest(): void {
    this.#stopClock()
    if (this.#worker === null) return
    this.#worker.unref()
    const clock = setTimeout(() => {
      void this.#worker?.terminate()
      this.#drop()
    }, this.#limits.idle)
    clock.unref()
    this.#stopClock = () => clearTimeout(clock)
  }

  #drop(): void {
    this.#stopClock()
    this.#worker = null
  }
}
