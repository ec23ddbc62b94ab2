import { useMemo, useSyncExternalStore } from 'react'
import { isPlaced } from '../../shared/annotation/annotation.ts'
import { isFiltering, type MarkFilter, passes } from '../../shared/annotation/filter.ts'
import { findTag } from '../../shared/tags.ts'
import type { TagId } from '../../shared/units.ts'
import type { DeskState, OpenState } from '../state/model.ts'
import { visibleAnnotations } from '../state/selectors.ts'
import { type Counted, counted } from './counted.ts'
import { type Steps, windowPace } from './slices.ts'
import { stripBins, type TagRun } from './strip-bins.ts'
import { tagColour } from './tag-style.ts'
import { type Tools, useTools } from './tools.ts'
import { useTags } from './use-tags.ts'

/** Parts that the strip is cut into: as many as the tallest window has pixels to show them. */
export const STRIP_LENGTH = 1000

/** All stretches of one colour, to be drawn as one path; 0 … {@link STRIP_LENGTH}. */
export interface StripColour {
  readonly colour: string
  readonly runs: readonly TagRun[]
}

/** Of one tag. */
interface StripTag {
  readonly tag: TagId
  readonly runs: readonly TagRun[]
}

type Strip = Counted<readonly StripTag[]>

const none: readonly StripTag[] = []
const shownStrips = new WeakMap<Tools, Strip>()
const wholeStrips = new WeakMap<Tools, Strip>()

/** What the page shows, as a strip: without layers, marks and tags that are held back. A handful of paths for any number. */
export function useStrip(): readonly StripColour[] {
  const tools = useTools()
  const strip = stripFor(tools, shownStrips, () =>
    counted({ ...tools, pace: windowPace }, shownStrip, ({ filter, open }) =>
      open?.marksHidden ? 'no marks' : filter,
    ),
  )
  return useColours(strip)
}

/** All marks of the visible layers, whatever the filter: how far the story is. */
export function useWholeStrip(): readonly StripColour[] {
  const tools = useTools()
  return useColours(
    stripFor(tools, wholeStrips, () => counted({ ...tools, pace: windowPace }, (open) => stripOf(open, []))),
  )
}

function stripFor(tools: Tools, strips: WeakMap<Tools, Strip>, make: () => Strip): Strip {
  const strip = strips.get(tools) ?? make()
  strips.set(tools, strip)
  return strip
}

/** In the colours of now: they change without the marks being counted again. Unknown tags have one colour together. */
function useColours(strip: Strip): readonly StripColour[] {
  const byTag = useSyncExternalStore(strip.subscribe, strip.get) ?? none
  const tags = useTags()
  return useMemo(() => {
    const byColour = new Map<string, readonly TagRun[]>()
    for (const { tag, runs } of byTag) {
      const colour = tagColour(findTag(tags, tag))
      byColour.set(colour, [...(byColour.get(colour) ?? []), ...runs])
    }
    return [...byColour].map(([colour, runs]) => ({ colour, runs }))
  }, [byTag, tags])
}

function* shownStrip(open: OpenState, { filter }: DeskState): Steps<readonly StripTag[]> {
  return open.marksHidden ? none : yield* stripOf(open, isFiltering(filter) ? [filter] : [])
}

function* stripOf(open: OpenState, filters: readonly MarkFilter[]): Steps<readonly StripTag[]> {
  const visible = visibleAnnotations(open)
  const placed = visible.filter(isPlaced).filter((mark) => filters.every((filter) => passes(filter, mark)))
  yield
  const bins = stripBins(placed, open.editor.story.text.length, STRIP_LENGTH)
  yield
  const byTag = new Map<TagId, TagRun[]>()
  for (const run of bins) {
    const runs = byTag.get(run.tag)
    if (runs === undefined) byTag.set(run.tag, [run])
    else runs.push(run)
  }
  return [...byTag].map(([tag, runs]) => ({ tag, runs }))
}
