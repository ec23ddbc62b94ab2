import { useSyncExternalStore } from 'react'
import { isPlaced } from '../../shared/annotation/annotation.ts'
import { builtInTags, findTag } from '../../shared/tags.ts'
import type { OpenState } from '../state/model.ts'
import { visibleAnnotations } from '../state/selectors.ts'
import { type Counted, counted } from './counted.ts'
import { type Steps, windowPace } from './slices.ts'
import { stripBins, type TagRun } from './strip-bins.ts'
import { tagColour } from './tag-style.ts'
import { type Tools, useTools } from './tools.ts'

/** Parts that the strip is cut into: as many as the tallest window has pixels to show them. */
export const STRIP_LENGTH = 1000

/** All stretches of one colour, to be drawn as one path; 0 … {@link STRIP_LENGTH}. */
export interface StripColour {
  readonly colour: string
  readonly runs: readonly TagRun[]
}

const none: readonly StripColour[] = []
const ofWindow = new WeakMap<Tools, Counted<readonly StripColour[]>>()

/** The tag strip of the open story, without layers that are switched off: a handful of paths for any number of marks. */
export function useStrip(): readonly StripColour[] {
  const tools = useTools()
  let strip = ofWindow.get(tools)
  if (strip === undefined) {
    strip = counted({ ...tools, pace: windowPace }, stripOf)
    ofWindow.set(tools, strip)
  }
  return useSyncExternalStore(strip.subscribe, strip.get) ?? none
}

function* stripOf(open: OpenState): Steps<readonly StripColour[]> {
  const placed = visibleAnnotations(open).filter(isPlaced)
  const bins = stripBins(placed, open.editor.story.text.length, STRIP_LENGTH)
  yield
  const byColour = new Map<string, TagRun[]>()
  for (const run of bins) {
    const colour = tagColour(findTag(builtInTags, run.tag))
    const runs = byColour.get(colour)
    if (runs === undefined) byColour.set(colour, [run])
    else runs.push(run)
  }
  return [...byColour].map(([colour, runs]) => ({ colour, runs }))
}
