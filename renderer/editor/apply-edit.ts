import type { Node } from 'prosemirror-model'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { type AnnotationSet, put, remove } from './annotation-set.ts'
import { type AnnotationEdit, annotationOf } from './annotation-step.ts'
import { mergeContent, sameContent, withContent } from './content.ts'
import { driftOf } from './drift.ts'
import { positionsOf } from './positions.ts'
import { docText } from './story-doc.ts'

/**
 * One edit on today's set. A creation or deletion takes effect as it is; a change touches only what it changed
 * and only where nobody else has changed the same since, so undoing my tag never takes back a colleague's or my
 * other computer's note. What was deleted elsewhere stays deleted.
 */
export function applyEdit(set: AnnotationSet, edit: AnnotationEdit, doc: Node): AnnotationSet {
  const { before, after } = edit
  if (after === null) return remove(set, edit.id)
  const positions = positionsOf(doc)
  const current = set.byId.get(edit.id)
  const wanted = annotationOf(after, positions)
  if (before === null) {
    return put(set, { ...wanted, revision: Math.max(wanted.revision, current?.revision ?? 0) })
  }
  if (current === undefined) return set
  const known = annotationOf(before, positions)
  const content = mergeContent(current, known, wanted)
  const place = mergePlace(set, current, known, wanted, doc)
  const settled = current.alternatives.length === 0
  const nothing = sameContent(content, current) && samePlace(place, current) && settled
  const settledNow = { ...place, modified: wanted.modified, alternatives: [] }
  const changed = { ...withContent(current, content), ...settledNow }
  return nothing ? set : put(set, changed)
}

type PlaceAndWords = Pick<Annotation, 'span' | 'quote' | 'drift'>

/** Span, confirmed words and drift after a change that an Accept, a Place again, or the undo of one makes. */
function mergePlace(
  set: AnnotationSet,
  current: Annotation,
  known: Annotation,
  wanted: Annotation,
  doc: Node,
): PlaceAndWords {
  if (samePlace(known, wanted)) return { span: current.span, quote: current.quote, drift: current.drift }
  const span = sameSpan(known, current) ? wanted.span : current.span
  const quote = known.quote === current.quote ? wanted.quote : current.quote
  if (span === null) return { span, quote, drift: 'none' }
  const words = docText(doc).slice(span.start, span.end)
  const derived = driftOf(set, { ...current, span, quote }, words)
  // What the change itself says of the sentence holds, as long as the words are the confirmed ones.
  const drift = derived === 'words' || wanted.drift === 'words' ? derived : wanted.drift
  return { span, quote, drift }
}

function samePlace(a: PlaceAndWords, b: PlaceAndWords): boolean {
  return sameSpan(a, b) && a.quote === b.quote && a.drift === b.drift
}

function sameSpan(a: Pick<Annotation, 'span'>, b: Pick<Annotation, 'span'>): boolean {
  return a.span?.start === b.span?.start && a.span?.end === b.span?.end
}
