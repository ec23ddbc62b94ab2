import { useMemo } from 'react'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { useDesk } from './tools.ts'

const none: readonly Annotation[] = []

/** Annotations of the layers that are switched on, in reading order, orphans last. */
export function useShown(): readonly Annotation[] {
  const annotations = useDesk((state) => state.open?.editor.annotations) ?? none
  const hidden = useDesk((state) => state.open?.hidden)
  return useMemo(() => {
    if (hidden === undefined || hidden.size === 0) return annotations
    return annotations.filter((annotation) => !hidden.has(annotation.creator))
  }, [annotations, hidden])
}
