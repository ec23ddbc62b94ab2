import { useSyncExternalStore } from 'react'
import type { AnnotationId } from '../../../shared/units.ts'
import type { DeskState } from '../../state/model.ts'
import { createStore, type Store } from '../../state/store.ts'
import type { FocusWish } from '../editor-context.ts'
import { type Tools, useDesk, useTools } from '../tools.ts'
import { SIDE_FITS, useMedia } from '../use-media.ts'

/** From which row a person went into the text, and whether they want to be back there. */
interface Trail {
  readonly from: AnnotationId | null
  readonly wish: FocusWish | null
}

const nowhere: Trail = { from: null, wish: null }
const trails = new WeakMap<Tools, Store<Trail>>()

function useTrail(): Store<Trail> {
  const tools = useTools()
  const known = trails.get(tools) ?? createStore(nowhere)
  trails.set(tools, known)
  return known
}

/** There and back: what the list says when one of its rows was chosen, and hears when the row is wanted again. */
export function useListTrail() {
  const trail = useTrail()
  const { wish } = useSyncExternalStore(trail.subscribe, trail.get)
  return {
    wish,
    left: (from: AnnotationId) => trail.update(() => ({ from, wish: null })),
    arrived: () => trail.update(() => nowhere),
  }
}

/** Goes back to the row that was left; null: nobody came from the list, or has gone on since. */
export function useWayBack(): (() => void) | null {
  const trail = useTrail()
  const sideFits = useMedia(SIDE_FITS)
  const { from } = useSyncExternalStore(trail.subscribe, trail.get)
  const open = useDesk((state) => leadsBack(state, from))
  if (from === null || !open || !sideFits) return null
  return () => trail.update(() => ({ from: null, wish: { id: from, part: 'row' } }))
}

/**
 * The way back holds as long as the list is shown and the mark that was chosen is the active one; `Escape` has other
 * things to leave first while words are selected or a key waits for another.
 */
export function leadsBack({ open, panel }: DeskState, from: AnnotationId | null): boolean {
  if (open === null || panel !== 'list' || from === null) return false
  const { active, selection, mode, placing, retagging, armed, border, jump } = open.editor
  const nothingElse = placing === null && !retagging && armed === null && border === null && jump === null
  return active === from && selection === null && mode === 'annotate' && nothingElse
}
