import { describeSpan } from '../../shared/anchor/describe.ts'
import { standingOf } from '../../shared/annotation/annotation.ts'
import { moveItem } from '../../shared/annotation/item.ts'
import type { SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import type { TextToSave } from '../../shared/desk/contract-text.ts'
import type { AnnotationId, Span } from '../../shared/units.ts'
import type { Layers } from './layers.ts'
import type { Plan } from './marks.ts'
import type { StoryText } from './story-text.ts'

/** A person's own items, and where they are shown. */
type Own = Pick<Layers, 'ownItem' | 'ownItems' | 'annotation'>

/**
 * What an edit of the text does to the person's marks: each keeps its confirmed words and gets the place to which
 * the editor moved it. One whose words are gone keeps the place that it had.
 */
export function planMoves(places: TextToSave['places'], own: Own, text: StoryText): Plan {
  const put = new Map<AnnotationId, SidecarItem>()
  for (const { id, span } of places) {
    const item = own.ownItem(id)
    if (item !== undefined && span !== null && fits(span, text)) put.set(id, moved(item, span, text))
  }
  return { put, deleted: new Map() }
}

/** New positions for marks that were found in today's text with their confirmed words. */
export function planSettling(own: Own, text: StoryText): Plan {
  const put = new Map<AnnotationId, SidecarItem>()
  for (const item of own.ownItems()) {
    const annotation = own.annotation(item.id as AnnotationId)
    if (annotation === undefined || standingOf(annotation) !== 'placed' || annotation.span === null) continue
    if (item.target['galley:text'] === text.textSha256) continue
    put.set(annotation.id, moved(item, annotation.span, text))
  }
  return { put, deleted: new Map() }
}

function moved(item: SidecarItem, span: Span, { story, index, textSha256 }: StoryText): SidecarItem {
  const anchor = describeSpan(story.text, span, index)
  return moveItem(item, { anchor, textSha256, storyName: story.name })
}

function fits({ start, end }: Span, { story }: StoryText): boolean {
  return start < end && end <= story.text.length
}
