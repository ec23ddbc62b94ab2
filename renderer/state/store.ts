/** The smallest store that React's `useSyncExternalStore` can read: one value, replaced, never changed. */
export interface Store<T> {
  get(): T
  /** Replaces the value; listeners hear of it only if it is another one. */
  update(change: (value: T) => T): void
  /** Listens; returns how to stop. */
  subscribe(listener: () => void): () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    update(change) {
      const next = change(value)
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
