import { startTransition, useEffect, useState } from 'react'
import type { AnnotationId } from '../../shared/units.ts'
import type { EditorHandle } from '../editor/handle.ts'

/** Ids of the marks that are drawn now, in reading order; the array changes only when they do. */
export function useDrawn(editor: EditorHandle | null): readonly AnnotationId[] {
  const [drawn, setDrawn] = useState<readonly AnnotationId[]>([])
  useEffect(() => {
    if (editor === null) return
    // A screenful of cards is made in slices; a key that comes meanwhile goes first.
    const read = () => startTransition(() => setDrawn((before) => keepIfSame(before, editor.drawn())))
    read()
    return editor.onLayout(read)
  }, [editor])
  return drawn
}

function keepIfSame<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return before.length === now.length && before.every((item, index) => item === now[index]) ? before : now
}
