import { createContext, useContext } from 'react'
import type { AnnotationId } from '../../shared/units.ts'
import type { EditorHandle } from '../editor/handle.ts'

/** The editor of the open story; null until it stands in the page. Only `Page` makes and ends it. */
export const EditorContext = createContext<EditorHandle | null>(null)

export function useEditor(): EditorHandle | null {
  return useContext(EditorContext)
}

/** Which part of which card wants the focus; a new object asks again. */
export interface FocusWish {
  readonly id: AnnotationId
  readonly part: 'note' | 'card'
}
