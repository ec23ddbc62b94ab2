/** Something that happens and that several may listen to. */
export interface Signal<T> {
  readonly on: (listener: (value: T) => unknown) => () => void
  readonly emit: (value: T) => void
}

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => unknown>()
  return {
    on(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    emit(value) {
      for (const listener of [...listeners]) listener(value)
    },
  }
}
