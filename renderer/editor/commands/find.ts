import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { EditorContext } from '../context.ts'
import { hitsIn, tellFind } from '../find.ts'
import type { FindHits } from '../find-hits.ts'
import { caretOf, select, selectedSpan } from '../selection.ts'

/**
 * Looks for words and selects the first of them from the selection's start on; null: looks for nothing more. Says
 * nothing: while letters are typed, only the bar knows when the hands rest.
 */
export function lookFor(query: string | null): Command {
  return (state, dispatch) => {
    const tr = tellFind(state.tr, query)
    const hits = hitsIn(state.apply(tr))
    if (query === null || query === '' || hits === null) {
      dispatch?.(tr)
      return true
    }
    const from = selectedSpan(state)?.start ?? caretOf(state)
    const index = hits.from(from)
    dispatch?.(goTo(tr, hits, index))
    return hits.count > 0
  }
}

/** Selects the next or the one before of what is looked for, around the end of the story. False: there is none. */
export function stepFound(context: EditorContext, step: 1 | -1): Command {
  return (state, dispatch) => {
    const hits = hitsIn(state)
    if (hits === null || hits.count === 0) return false
    const index = next(state, hits, step)
    if (dispatch !== undefined) {
      dispatch(goTo(state.tr, hits, index))
      context.say(heard(hits, index))
    }
    return true
  }
}

/** Number of the hit behind or before the selection; −1 or `count` beyond the ends. */
function next(state: EditorState, hits: FindHits, step: 1 | -1): number {
  const selected = selectedSpan(state)
  const current = selected && hits.indexOf(selected)
  if (current !== null) return current + step
  const caret = caretOf(state)
  return step === 1 ? hits.from(selected?.end ?? caret) : hits.from(selected?.start ?? caret) - 1
}

function goTo(tr: Transaction, hits: FindHits, index: number): Transaction {
  return hits.count === 0 ? tr : select(tr, hits.at(around(hits, index)))
}

/** "3 of 17" */
function heard(hits: FindHits, index: number): string {
  return `${around(hits, index) + 1} of ${hits.count}`
}

const around = ({ count }: FindHits, index: number) => (index + count) % count
