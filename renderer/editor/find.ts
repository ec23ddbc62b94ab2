import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { Found } from '../state/model.ts'
import { createFinder, type Finder, type FindHits } from './find-hits.ts'
import { selectedSpan } from './selection.ts'

/** What is looked for in the story's text. */
export interface FindState {
  readonly query: string
  /** Remembers what was found in the paragraphs; goes with the search. */
  readonly finder: Finder
}

const findKey = new PluginKey<FindState | null>('galley-find')

export function findPlugin(): Plugin<FindState | null> {
  return new Plugin<FindState | null>({
    key: findKey,
    state: {
      init: () => null,
      apply(tr, state) {
        const query: string | null | undefined = tr.getMeta(findKey)
        if (query === undefined) return state
        return query === null ? null : { query, finder: state?.finder ?? createFinder() }
      },
    },
  })
}

/** Looks for other words from now on; null: no more. */
export function tellFind(tr: Transaction, query: string | null): Transaction {
  return tr.setMeta(findKey, query)
}

/** Where the words stand that are looked for; null: nothing is. */
export function hitsIn(state: EditorState): FindHits | null {
  const find = findKey.getState(state)
  return find ? find.finder.hits(state.doc, find.query) : null
}

/** What the window shows of a search; null: nothing is looked for. */
export function foundIn(state: EditorState): Found | null {
  const find = findKey.getState(state)
  const hits = hitsIn(state)
  if (!find || hits === null) return null
  const selected = selectedSpan(state)
  return { query: find.query, count: hits.count, current: selected && hits.indexOf(selected) }
}
