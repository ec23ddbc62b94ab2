import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { DeskState } from '../state/model.ts'
import { filteredOf, visibleOf } from './shown.ts'
import { useDesk } from './tools.ts'

const none: readonly Annotation[] = []

/** Annotations of the layers that are switched on, whatever the filter: what is counted. */
function visibleIn({ open }: DeskState): readonly Annotation[] {
  return open === null ? none : visibleOf(open.editor.contents, open.hidden)
}

/** Those of them that the filter lets through, and the active one: what is shown. */
function shownIn(state: DeskState): readonly Annotation[] {
  return filteredOf(visibleIn(state), state.filter, state.open?.editor.active ?? null)
}

/**
 * Annotations of the layers that are switched on, in reading order, orphans last. The filter holds none back. Where they
 * stand may be from before the last typing.
 */
export function useVisible(): readonly Annotation[] {
  return useDesk(visibleIn)
}

/** What the list shows: visible layers and filter, in reading order, orphans last; places as with {@link useVisible}. */
export function useShown(): readonly Annotation[] {
  return useDesk(shownIn)
}
