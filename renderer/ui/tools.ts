import { createContext, useContext, useSyncExternalStore } from 'react'
import { sentenceFor } from '../../shared/messages.ts'
import type { Actions } from '../state/actions.ts'
import type { DeskState } from '../state/model.ts'
import type { Runner } from '../state/runner.ts'
import type { Store } from '../state/store.ts'
import type { Subscribe } from './paced.ts'

/** What every part of the window works with: the state it shows, and what a person can do. */
export interface Tools {
  readonly store: Store<DeskState>
  /** Hears of the store's changes in time with the screen. */
  readonly subscribe: Subscribe
  readonly actions: Actions
  /** Commands of the table, wherever they are carried out. */
  readonly runner: Runner
}

export const ToolsContext = createContext<Tools | null>(null)

export function useTools(): Tools {
  const tools = useContext(ToolsContext)
  if (tools === null) throw new Error('a part of the window stands outside it')
  return tools
}

/** A part of the state; the component renders again only when that part is another value. */
export function useDesk<T>(select: (state: DeskState) => T): T {
  const { store, subscribe } = useTools()
  return useSyncExternalStore(subscribe, () => select(store.get()))
}

/**
 * As {@link useDesk}, but before the next key comes and not with the next frame: for what takes the keyboard. What
 * is typed at once after its key must not be read as commands on the story.
 */
export function useDeskAtOnce<T>(select: (state: DeskState) => T): T {
  const { store } = useTools()
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}

/**
 * The sentence for what just failed, taken out of the banner: a dialog shows it where the person is looking.
 * null: nothing failed, or it was only cancelled.
 */
export function takeFailure({ store, actions }: Tools): string | null {
  const { failure } = store.get()
  if (failure === null) return null
  actions.dismiss()
  return sentenceFor(failure)
}
