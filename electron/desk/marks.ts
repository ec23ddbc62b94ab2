import { describeSpan } from '../../shared/anchor/describe.ts'
import { splitsPair } from '../../shared/anchor/find-quote.ts'
import { changeContent, makeItem } from '../../shared/annotation/item.ts'
import { publicOf } from '../../shared/annotation/private-part.ts'
import type { SidecarItem, Tombstone } from '../../shared/annotation/sidecar-schema.ts'
import type { AnnotationChange } from '../../shared/desk/contract.ts'
import type { Carried } from '../../shared/exchange/imported.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CodePointIndex } from '../../shared/story/code-points.ts'
import type { Story } from '../../shared/story/story.ts'
import type { AnnotationId, AnnotatorId, IsoTime, Sha256, Span } from '../../shared/units.ts'
import { baseFor } from './carried-words.ts'
import { confirmedSentence, NO_SENTENCE } from './confirmed-sentence.ts'

/** What the changes are made on. */
export interface MarkContext {
  readonly story: Story
  readonly index: CodePointIndex
  readonly textSha256: Sha256
  readonly annotator: AnnotatorId
  readonly now: IsoTime
  /** An item of the person's own layer, from whichever of its files. */
  own(id: AnnotationId): SidecarItem | undefined
  /** An item that the person deleted since the story was opened. */
  removed(id: AnnotationId): SidecarItem | undefined
  /** What an item carried of the file it came from until something of it became private. */
  taken(id: AnnotationId): Carried | undefined
  /** Where an item stands in today's text; null: an orphan. */
  place(item: SidecarItem): Span | null
  /** Is the id taken by somebody else's annotation, or by an item of a kind that we only carry? */
  isForeign(id: AnnotationId): boolean
  /** Highest revision that any sidecar has for the id; 0: none. */
  highest(id: AnnotationId): number
}

/** Changes worked out, not yet made. */
export interface Plan {
  /** In order of the changes; an id that was put and then deleted is not among them. */
  readonly put: ReadonlyMap<AnnotationId, SidecarItem>
  readonly deleted: ReadonlyMap<AnnotationId, Tombstone>
}

/** Works out all changes or none: the first that can't be made is the answer. */
export function planChanges(
  changes: readonly AnnotationChange[],
  context: MarkContext,
): Result<Plan, Failure> {
  const put = new Map<AnnotationId, SidecarItem>()
  const deleted = new Map<AnnotationId, Tombstone>()
  const dropped = new Map<AnnotationId, SidecarItem>()
  const revised = new Map<AnnotationId, number>()
  // Later changes of a batch build on the earlier ones.
  const current = (id: AnnotationId) => put.get(id) ?? (deleted.has(id) ? undefined : context.own(id))
  const raise = (id: AnnotationId) => {
    const revision = (revised.get(id) ?? context.highest(id)) + 1
    revised.set(id, revision)
    return revision
  }
  for (const change of changes) {
    const { id } = change
    const before = current(id)
    if (before === undefined && context.isForeign(id)) return err({ kind: 'not-yours', id })
    if (change.kind === 'delete') {
      if (before === undefined) {
        // Deleted already, here or in another window: nothing is left to do.
        if (context.highest(id) > 0 || deleted.has(id)) continue
        return err({ kind: 'unknown-annotation', id })
      }
      dropped.set(id, before)
      put.delete(id)
      deleted.set(id, { 'galley:id': id, 'galley:revision': raise(id), 'galley:at': context.now })
      continue
    }
    const known = before ?? dropped.get(id) ?? context.removed(id)
    const item = putItem(change, known, raise(id), context)
    if (!item.ok) return item
    deleted.delete(id)
    put.set(id, item.value)
  }
  return ok({ put, deleted })
}

/** @param known the item as it is, or as it was before the person deleted it. */
function putItem(
  change: Extract<AnnotationChange, { kind: 'put' }>,
  known: SidecarItem | undefined,
  revision: number,
  context: MarkContext,
): Result<SidecarItem, Failure> {
  const { id, span, confirm = false, quote, sentenceChanged = false } = change
  const content = publicOf(change.content)
  const base = known === undefined ? undefined : baseFor(known, change.content, context.taken(id))
  const modified = context.now
  if (span === null) {
    if (base === undefined) return err({ kind: 'unknown-annotation', id })
    return ok(changeContent(base, { content, modified, revision }))
  }
  const wrong = checkSpan(span, context)
  if (wrong !== null) return err(wrong)
  // Its place is where the window says it is: the stored words stay as they were confirmed.
  if (!confirm && known !== undefined && base !== undefined && samePlace(context.place(known), span)) {
    return ok(changeContent(base, { content, modified, revision }))
  }
  const { story, index, textSha256, annotator } = context
  return ok(
    makeItem({
      id,
      creator: annotator,
      created: (base?.created as IsoTime | undefined) ?? modified,
      modified,
      revision,
      content,
      anchor: describeSpan(story.text, span, index),
      textSha256,
      sentenceSha256: sentenceChanged ? NO_SENTENCE : confirmedSentence(story, span),
      storyName: story.name,
      ...(quote === undefined ? {} : { confirmedExact: quote }),
      ...(base === undefined ? {} : { keep: base }),
    }),
  )
}

function checkSpan({ start, end }: Span, { story, index }: MarkContext): Failure | null {
  const { text } = story
  if (start >= end || end > text.length) {
    const inside = (offset: typeof start) => (offset > text.length ? offset : index.toCodePoint(offset))
    const length = index.length
    return { kind: 'range-outside', file: story.name, start: inside(start), end: inside(end), length }
  }
  if (splitsPair(text, start) || splitsPair(text, end)) {
    return { kind: 'bad-request', detail: 'a border of the span lies inside a character' }
  }
  return null
}

function samePlace(a: Span | null, b: Span): boolean {
  return a !== null && a.start === b.start && a.end === b.end
}
