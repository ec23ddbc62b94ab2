import type { DeskState, OpenState } from '../state/model.ts'
import type { Store } from '../state/store.ts'
import type { Subscribe } from './paced.ts'
import { inSlices, type Pace, type Steps } from './slices.ts'

/** What is worked out from the open story, once for all parts of the window that show it. */
export interface Counted<T> {
  /** null: none is open, or it was not yet worked out. Of the last texts and marks until the next is done. */
  get(): T | null
  readonly subscribe: Subscribe
}

interface Source {
  readonly store: Store<DeskState>
  readonly subscribe: Subscribe
  readonly pace: Pace
}

/**
 * Works out something again, in slices, when the annotations, the layers, the tags or the text changed and the hands
 * rest: not when the caret moves, and not while another text is being brought in or marks are being read. Idle while nobody listens.
 */
export function counted<T>(
  { store, subscribe, pace }: Source,
  work: (open: OpenState, state: DeskState) => Steps<T>,
  /** What else of the state it is worked out from, as one value. */
  also: (state: DeskState) => unknown = () => null,
): Counted<T> {
  const listeners = new Set<() => void>()
  let value: T | null = null
  let opening: unknown = null
  let from: OpenState | null = null
  let beside: unknown = null
  let giveUp = () => {}
  let stop: (() => void) | null = null

  const show = (next: T | null) => {
    if (next === value) return
    value = next
    for (const listener of [...listeners]) listener()
  }
  function follow(): void {
    const state = store.get()
    const { open } = state
    const other = !Object.is(also(state), beside)
    if (open?.following || (open === from && from !== null && !other)) return
    if (open !== null && from !== null && !other && countsTheSame(open, from)) return
    giveUp()
    giveUp = () => {}
    // The numbers of another story are worse than none.
    if (open?.opened.annotations !== opening) show(null)
    opening = open?.opened.annotations
    // The first few marks of thousands say nothing.
    const whole = open?.reading === 'now' ? null : open
    from = whole
    beside = also(state)
    if (whole === null) return
    giveUp = pace.rest(() => {
      giveUp = inSlices(work(whole, state), show, pace)
    })
  }
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener)
      stop ??= subscribe(follow)
      follow()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
        giveUp()
        from = null
      }
    },
  }
}

function countsTheSame(a: OpenState, b: OpenState): boolean {
  return (
    a.editor.contents === b.editor.contents &&
    a.editor.story === b.editor.story &&
    a.hidden === b.hidden &&
    a.layers === b.layers &&
    a.scheme === b.scheme
  )
}
