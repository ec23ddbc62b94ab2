import { useDeferredValue, useMemo } from 'react'
import { isPlaced } from '../../shared/annotation/annotation.ts'
import { builtInTags, findTag } from '../../shared/tags.ts'
import { visibleAnnotations } from '../state/selectors.ts'
import { stripBins, type TagRun } from './strip-bins.ts'
import { tagColour } from './tag-style.ts'
import { useDesk, useTools } from './tools.ts'

/** Parts that the strip is cut into: as many as the tallest window has pixels to show them. */
export const STRIP_LENGTH = 1000

/** All stretches of one colour, to be drawn as one path; 0 … {@link STRIP_LENGTH}. */
export interface StripColour {
  readonly colour: string
  readonly runs: readonly TagRun[]
}

/** The tag strip of the open story, without layers that are switched off: a handful of paths for any number of marks. */
export function useStrip(): readonly StripColour[] {
  const { store } = useTools()
  // A mark that was just made is on the page first.
  const annotations = useDeferredValue(
    useDesk((state) => state.open?.editor.annotations),
    undefined,
  )
  const hidden = useDesk((state) => state.open?.hidden)
  // biome-ignore lint/correctness/useExhaustiveDependencies: these decide what is visible, the caret does not
  return useMemo(() => {
    const { open } = store.get()
    if (open === null || annotations === undefined) return []
    const placed = visibleAnnotations(open).filter(isPlaced)
    const byColour = new Map<string, TagRun[]>()
    for (const run of stripBins(placed, open.opened.story.text.length, STRIP_LENGTH)) {
      const colour = tagColour(findTag(builtInTags, run.tag))
      const runs = byColour.get(colour)
      if (runs === undefined) byColour.set(colour, [run])
      else runs.push(run)
    }
    return [...byColour].map(([colour, runs]) => ({ colour, runs }))
  }, [store, annotations, hidden])
}
