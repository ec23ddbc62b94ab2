import { createContext, useContext } from 'react'
import type { AnnotationId } from '../../shared/units.ts'
import type { EditorHandle } from '../editor/handle.ts'

/** The editor of the open story; null until it stands in the page. Only `Page` makes and ends it. */
export const EditorContext = createContext<EditorHandle | null>(null)

export function useEditor(): EditorHandle | null {
  return useContext(EditorContext)
}

/** Which part of which card wants the focus, its `row` of the list, or the list's filter; a new object asks again. */
export type FocusWish =
  | { readonly id: AnnotationId; readonly part: 'note' | 'card' | 'row' }
  | { readonly id: null; readonly part: 'filter' }

const granted = new WeakSet<object>()

/** True the first time only: what is drawn again later must not take the focus once more for the same wish. */
export function grant(wish: object): boolean {
  if (granted.has(wish)) return false
  granted.add(wish)
  return true
}
