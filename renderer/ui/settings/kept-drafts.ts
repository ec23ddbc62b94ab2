import { useSyncExternalStore } from 'react'
import { createStore } from '../../state/store.ts'
import type { TagDraft } from './tag-drafts.ts'

/** As they were typed; null: all that was typed is saved. */
type KeptDrafts = readonly TagDraft[] | null

/**
 * Own tags of this window that can't be saved yet because something in them is wrong. They outlive the pane and the
 * dialog they were typed in, until they are mended or discarded; the settings on the disk know nothing of them.
 */
const kept = createStore<KeptDrafts>(null)

export function keptDrafts(): KeptDrafts {
  return kept.get()
}

export function keepDrafts(drafts: KeptDrafts): void {
  kept.update(() => drafts)
}

/** Does something that was typed wait to be mended? */
export function useUnsavedTags(): boolean {
  return useSyncExternalStore(kept.subscribe, () => kept.get() !== null)
}
