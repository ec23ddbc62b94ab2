import type { DeskApi, DeskEvents, EventName, Input, Method, Output } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'

/** One call that the window made and that nobody has answered yet. */
export interface OpenCall<M extends Method = Method> {
  readonly method: M
  readonly input: Input<M>
  readonly answer: (reply: Result<unknown, Failure>) => void
}

type Answers = { readonly [M in Method]?: (input: Input<M>) => Result<Output<M>, Failure> | 'later' }

/**
 * A desk played by the test. Methods with an answer reply by themselves; the others, and those that answer
 * `later`, stay open until the test answers them.
 */
export class HandDesk {
  /** Every call in order, as "method". */
  readonly calls: Method[] = []
  readonly open: OpenCall[] = []
  readonly desk: DeskApi
  private readonly listeners = new Map<EventName, Set<(payload: never) => void>>()

  constructor(answers: Answers = {}) {
    const call = (method: Method, input: never): Promise<Result<unknown, Failure>> => {
      this.calls.push(method)
      const reply = answers[method]?.(input) ?? 'later'
      if (reply !== 'later') return Promise.resolve(reply)
      return new Promise((answer) => this.open.push({ method, input, answer }))
    }
    this.desk = new Proxy(Object.create(null), {
      get: (_target, method: Method) => (input: never) => call(method, input),
    }) as DeskApi
  }

  readonly on = <E extends EventName>(event: E, listener: (payload: DeskEvents[E]) => void) => {
    const set = this.listeners.get(event) ?? new Set()
    this.listeners.set(event, set.add(listener))
    return () => void set.delete(listener)
  }

  emit<E extends EventName>(event: E, payload: DeskEvents[E]): void {
    for (const listener of this.listeners.get(event) ?? [])
      (listener as (payload: DeskEvents[E]) => void)(payload)
  }

  /** Answers the oldest open call and lets the window go on. */
  async succeed(value: unknown): Promise<void> {
    this.open.shift()?.answer(ok(value))
    await settle()
  }

  async refuse(failure: Failure): Promise<void> {
    this.open.shift()?.answer(err(failure))
    await settle()
  }
}

/** Lets everything that waits on answered promises run. */
export function settle(): Promise<void> {
  return new Promise((done) => setImmediate(done))
}
