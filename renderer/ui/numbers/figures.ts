import { type Annotation, isPlaced, type PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { Tag } from '../../../shared/tags.ts'
import type { AnnotatorId, TagId } from '../../../shared/units.ts'
import type { Steps } from '../slices.ts'
import { createChoiceCounter, type FieldFigures } from './choices.ts'
import { createBins, type TagBins } from './distribution.ts'
import { type StoryTick, storyTicks } from './ticks.ts'

/** What only the Numbers tab shows; the rest it shares with the status bar. */
export interface Figures {
  /** Annotations per annotator and tag. */
  readonly byAnnotator: ReadonlyMap<AnnotatorId, ReadonlyMap<TagId, number>>
  readonly fields: readonly FieldFigures[]
  /** Where in the story each tag was used. */
  readonly distribution: readonly TagBins[]
  readonly ticks: readonly StoryTick[]
}

// Annotations a step: a fraction of a millisecond.
const STEP = 500

/**
 * Works out the figures of the annotations that are visible, in reading order, in small steps.
 * `tags`: the scheme; tags that it does not know come after its own.
 */
export function* figuresOf(
  story: Story,
  annotations: readonly Annotation[],
  tags: readonly Tag[],
): Steps<Figures> {
  const byAnnotator = new Map<AnnotatorId, Map<TagId, number>>()
  const choices = createChoiceCounter(tags)
  const bins = createBins(story.text.length)
  for (let from = 0; from < annotations.length; from += STEP) {
    for (let index = from; index < Math.min(from + STEP, annotations.length); index++) {
      const annotation = annotations[index]
      if (annotation === undefined) continue
      countTag(byAnnotator, annotation)
      choices.add(annotation)
      if (isPlaced(annotation)) bins.add(annotation satisfies PlacedAnnotation)
    }
    yield
  }
  const ticks = storyTicks(story)
  yield
  return { byAnnotator, fields: choices.figures(), distribution: bins.byTag(tags), ticks }
}

function countTag(counts: Map<AnnotatorId, Map<TagId, number>>, { creator, tag }: Annotation): void {
  const own = counts.get(creator) ?? new Map<TagId, number>()
  counts.set(creator, own)
  own.set(tag, (own.get(tag) ?? 0) + 1)
}
