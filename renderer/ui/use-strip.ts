import { useDeferredValue, useMemo } from 'react'
import { isPlaced } from '../../shared/annotation/annotation.ts'
import { type Stretch, stripLine } from '../../shared/report/strip.ts'
import { builtInTags, findTag } from '../../shared/tags.ts'
import { visibleAnnotations } from '../state/selectors.ts'
import { tagColour } from './tag-style.ts'
import { useDesk, useTools } from './tools.ts'

/** All stretches of one colour, to be drawn as one path. */
export interface StripColour {
  readonly colour: string
  readonly stretches: readonly Stretch[]
}

/** The tag strip of the open story, layers that are switched off left out: a handful of paths for any number of marks. */
export function useStrip(): readonly StripColour[] {
  const { store } = useTools()
  const annotations = useDeferredValue(useDesk((state) => state.open?.editor.annotations))
  const hidden = useDesk((state) => state.open?.hidden)
  // biome-ignore lint/correctness/useExhaustiveDependencies: these decide what is visible, the caret does not
  return useMemo(() => {
    const { open } = store.get()
    if (open === null) return []
    const byColour = new Map<string, Stretch[]>()
    const visible = visibleAnnotations(open).filter(isPlaced)
    for (const { tag, start, end } of stripLine(visible, open.opened.story.text.length)) {
      const colour = tagColour(findTag(builtInTags, tag))
      const stretches = byColour.get(colour)
      if (stretches === undefined) byColour.set(colour, [{ start, end }])
      else stretches.push({ start, end })
    }
    return [...byColour].map(([colour, stretches]) => ({ colour, stretches }))
  }, [store, annotations, hidden])
}
