import { startTransition, useEffect, useState } from 'react'
import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import type { EditorHandle } from '../../editor/handle.ts'

/** The marks that are drawn now, in reading order; the array changes only when they do. null: not yet known. */
export function useDrawn(editor: EditorHandle | null): readonly PlacedAnnotation[] | null {
  const [drawn, setDrawn] = useState<readonly PlacedAnnotation[] | null>(null)
  useEffect(() => {
    if (editor === null) return
    // A screenful of cards is made in slices; a key that comes meanwhile goes first.
    const read = () => startTransition(() => setDrawn(editor.drawnMarks()))
    read()
    return editor.onLayout(read)
  }, [editor])
  return drawn
}
