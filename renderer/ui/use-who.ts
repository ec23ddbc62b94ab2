import { useCallback } from 'react'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { useDesk } from './tools.ts'

/** Says whose an annotation is, as a card shows it. */
export function useWho(): (annotation: Annotation) => { readonly who: string; readonly mine: boolean } {
  const layers = useDesk((state) => state.open?.layers)
  const person = useDesk((state) => state.person)
  return useCallback(
    ({ creator }) => {
      if (creator === person?.id) return { who: 'you', mine: true }
      const layer = layers?.find(({ annotator }) => annotator === creator)
      return layer?.mine ? { who: 'you', mine: true } : { who: layer?.name ?? 'Unknown', mine: false }
    },
    [layers, person],
  )
}
