/** Runs tasks one after the other; one that fails does not stop the next. */
export class Queue {
  #last: Promise<void> = Promise.resolve()

  run<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task)
    this.#last = done.then(
      () => {},
      () => {},
    )
    return done
  }

  /** Settles when everything is done that was asked for. */
  get idle(): Promise<void> {
    return this.#last
  }
}
