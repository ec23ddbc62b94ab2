import type { StoredAnchor } from '../anchor/describe.ts'
import type { StoredPlace } from '../anchor/place.ts'
import type { AnnotationId, AnnotatorId, CodePoint, IsoTime, Sha256, Span } from '../units.ts'
import type { Drift, PublicAnnotation, PublicContent } from './annotation.ts'
import { contentOfBody, sameContent, writeBody } from './body.ts'
import { carriedIn } from './carried.ts'
import type { Sidecar, SidecarItem } from './sidecar-schema.ts'

/** Everything that an item is made from. */
export interface ItemInput {
  readonly id: AnnotationId
  readonly creator: AnnotatorId
  readonly created: IsoTime
  readonly modified: IsoTime
  /** 1 + the highest revision seen for this id in any sidecar; see `highestRevision`. */
  readonly revision: number
  readonly content: PublicContent
  /** Where a person says it stands: from `describeSpan`. */
  readonly anchor: StoredAnchor
  /** Hash of the story text that the anchor was described in. */
  readonly textSha256: Sha256
  /** Hash of the sentences that hold the words. */
  readonly sentenceSha256: Sha256
  /** Words that a person confirmed earlier, where an Accept is undone; absent: those of the anchor. */
  readonly confirmedExact?: string
  readonly storyName: string
  /** The item as it was: its unknown members and bodies are carried over. */
  readonly keep?: SidecarItem
}

type Target = SidecarItem['target']

/** Makes a mark. It settles what `keep` had in `galley:alternatives`: the new revision is one version. */
export function makeItem(input: ItemInput): SidecarItem {
  const { anchor, keep } = input
  return {
    ...carried(keep),
    id: input.id,
    type: 'Annotation',
    motivation: motivationOf(input.content, keep),
    creator: input.creator,
    created: input.created,
    modified: input.modified,
    'galley:revision': input.revision,
    body: writeBody(input.content, keep?.body ?? []),
    target: targetAt(input, keep),
    'galley:confirmed': {
      ...keep?.['galley:confirmed'],
      'galley:exact': input.confirmedExact ?? anchor.exact,
      'galley:sentenceSha256': input.sentenceSha256,
    },
  }
}

/** The item with another tag, note or fields; its place and confirmed words stay, also those of an orphan. */
export function changeContent(
  keep: SidecarItem,
  change: { readonly content: PublicContent; readonly modified: IsoTime; readonly revision: number },
): SidecarItem {
  return {
    ...carried(keep),
    id: keep.id,
    type: 'Annotation',
    motivation: motivationOf(change.content, keep),
    creator: keep.creator,
    created: keep.created,
    modified: change.modified,
    'galley:revision': change.revision,
    body: writeBody(change.content, keep.body),
    target: keep.target,
    'galley:confirmed': keep['galley:confirmed'],
  }
}

/** Where a mark stands in a text. */
export type NewPlace = Pick<ItemInput, 'anchor' | 'textSha256' | 'storyName'>

/**
 * The same version of the item in another place: what a person decided and confirmed stays, so the revision does
 * too, and only the count of moves says which of two places is the later one.
 */
export function moveItem(keep: SidecarItem, place: NewPlace): SidecarItem {
  const moves = (keep.target['galley:moves'] ?? 0) + 1
  return { ...keep, target: { ...targetAt(place, keep), 'galley:moves': moves } }
}

/** The words that a person last confirmed, and the hash of the sentences they stood in. */
export function confirmedOf(item: SidecarItem): { readonly exact: string; readonly sentenceSha256: Sha256 } {
  const confirmed = item['galley:confirmed']
  return {
    exact: confirmed['galley:exact'],
    sentenceSha256: confirmed['galley:sentenceSha256'] as Sha256,
  }
}

/** Tag, note and fields. */
export function contentOf(item: SidecarItem): PublicContent {
  return contentOfBody(item.body)
}

/** The stored place, ready for `Placer.place`. */
export function placeOf(item: SidecarItem): StoredPlace {
  const [quote, position] = item.target.selector
  return {
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    start: position.start as CodePoint,
    end: position.end as CodePoint,
    textSha256: item.target['galley:text'] as Sha256,
  }
}

/**
 * Is this element of a parsed sidecar's items a mark? The others (replies, kinds of a later Galley) are only
 * carried through. The kind is enough to tell, since `parseSidecar` checks every mark whole.
 */
export function isItem(value: unknown): value is SidecarItem {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('motivation' in value))
    return false
  return value.type === 'Annotation' && listOf(value.motivation).includes('classifying')
}

/** The marks of a sidecar, without what is only carried through. */
export function marksIn(sidecar: Pick<Sidecar, 'first'>): readonly SidecarItem[] {
  const all: readonly unknown[] = sidecar.first.items
  return all.filter(isItem)
}

/** The mark as the report and the command line see it. `span` null: an orphan, whose drift is `none`. */
export function toAnnotation(item: SidecarItem, span: Span | null, drift: Drift): PublicAnnotation {
  const content = contentOf(item)
  const [quote] = item.target.selector
  // Member by member: a spread here is a fifth of the time in which a story of thousands of marks opens.
  const annotation: PublicAnnotation = {
    tag: content.tag,
    note: content.note,
    fields: content.fields,
    id: item.id as AnnotationId,
    creator: item.creator as AnnotatorId,
    created: item.created as IsoTime,
    modified: item.modified as IsoTime,
    revision: item['galley:revision'],
    span,
    drift,
    quote: item['galley:confirmed']['galley:exact'],
    prefix: quote.prefix,
    suffix: quote.suffix,
    alternatives: alternativesOf(item, content),
  }
  const carriedAlong = carriedIn(item)
  return carriedAlong === undefined ? annotation : { ...annotation, carried: carriedAlong }
}

/** Only what a person can choose between: versions that differ in place alone are kept in the file, not shown. */
function alternativesOf(item: SidecarItem, shown: PublicContent): readonly PublicContent[] {
  const contents: PublicContent[] = []
  for (const alternative of item['galley:alternatives'] ?? []) {
    const content = contentOfBody(alternative.body)
    if (content.tag !== '' && ![shown, ...contents].some((other) => sameContent(other, content))) {
      contents.push(content)
    }
  }
  return contents
}

/** The target of a place; members that we do not know stay, how often an earlier place moved does not. */
function targetAt({ anchor, textSha256, storyName }: NewPlace, keep: SidecarItem | undefined): Target {
  const { 'galley:moves': _moves, ...kept } = keep?.target ?? {}
  const [quote, position] = keep?.target.selector ?? []
  const { exact, prefix, suffix, start, end } = anchor
  return {
    ...kept,
    source: sourceOf(storyName),
    'galley:text': textSha256,
    selector: [
      { ...quote, type: 'TextQuoteSelector', exact, prefix, suffix },
      { ...position, type: 'TextPositionSelector', start, end },
    ],
  }
}

/** Relative IRI of the story, from the sidecar beside it. */
function sourceOf(storyName: string): string {
  // A lone surrogate (Windows allows them in names) has no UTF-8 form; encodeURIComponent would throw.
  return `./${encodeURIComponent(storyName.replace(/\p{Surrogate}/gu, '\ufffd'))}`
}

function motivationOf(content: PublicContent, keep: SidecarItem | undefined): string[] {
  const others = listOf(keep?.motivation).filter((one) => one !== 'classifying' && one !== 'commenting')
  return ['classifying', ...(content.note === '' ? [] : ['commenting']), ...others]
}

/** Members of the earlier item that are not ours to write, in their order. */
function carried(keep: SidecarItem | undefined): Record<string, unknown> {
  const { 'galley:alternatives': _settled, 'galley:device': _maker, ...rest } = keep ?? {}
  return rest
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
}
