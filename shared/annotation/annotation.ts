import type { Carried } from '../exchange/imported.ts'
import type { AnnotationId, AnnotatorId, IsoTime, Span, TagId } from '../units.ts'

/** Field values of an annotation by field id; empty values are not stored. */
export type Fields = Readonly<Record<string, string>>

/** Stands for a time that nobody knows: a document may have lost when its comments were made. */
export const NO_TIME = '1970-01-01T00:00:00Z' as IsoTime

/** What everybody who reads the folder may know of what a person decided. */
interface Words {
  readonly tag: TagId
  /** Plain text; empty: no note. */
  readonly note: string
  readonly fields: Fields
}

/** What a person decides about an annotation: everything else is kept by the desk. */
export interface Content extends Words {
  /** Absent: nothing is kept private. */
  readonly private?: PrivatePart
}

/** Without what is private. Sidecars and exports are made from nothing else, so that a slip does not compile. */
export interface PublicContent extends Words {
  readonly private?: never
}

/**
 * What a person keeps to themself: it lies in the data folder of this computer and nowhere else, see
 * `electron/storage/private-notes.ts`. Never empty of both.
 */
export interface PrivatePart {
  /** Plain text, empty: there is none yet; null: the note is not private. */
  readonly note: string | null
  /** The fields that are private; one that is not filled in yet has the value ''. */
  readonly fields: Fields
}

/**
 * What became of a placed mark's words since a person last confirmed them. `words`: they read otherwise now, be it
 * only in case or a digit; `sentence`: they are the same, and the sentence around them is not.
 */
export type Drift = 'none' | 'sentence' | 'words'

/** A mark as the window sees it: as the sidecars have it, with what this person keeps to themself of it. */
export interface Annotation extends Content, Known {}

/** A mark as the report and the command line see it. Made behind the desk from sidecar items. */
export interface PublicAnnotation extends PublicContent, Known {}

/** What the desk knows of a mark besides its content. */
interface Known {
  readonly id: AnnotationId
  /** Whose it is; names the layer. */
  readonly creator: AnnotatorId
  readonly created: IsoTime
  readonly modified: IsoTime
  /** ≥ 1; every change raises it by one above the highest seen in any sidecar. */
  readonly revision: number
  /** Where it stands in today's text; null: orphan, its words were not found. */
  readonly span: Span | null
  /** `none` for an orphan. */
  readonly drift: Drift
  /** The marked words when the mark was last confirmed. */
  readonly quote: string
  /** What stood around the stored place. */
  readonly prefix: string
  readonly suffix: string
  /** Other versions with the same revision, made on another computer; empty: none. */
  readonly alternatives: readonly PublicContent[]
  /**
   * What the program that it was imported from knows of it and Galley has no word for, by the name of the format: kept
   * in the sidecar as it is and handed to exports, never shown. Absent: nothing.
   */
  readonly carried?: Carried
}

/** An annotation that stands in the text. */
export type PlacedAnnotation = Annotation & { readonly span: Span }
export type PlacedPublic = PublicAnnotation & { readonly span: Span }

export function isPlaced<A extends Annotation>(annotation: A): annotation is A & { readonly span: Span } {
  return annotation.span !== null
}

/** How a mark stands in today's text: found as confirmed, found with other words, not found. */
export type Standing = 'placed' | 'changed' | 'orphan'

export function standingOf({ span, drift }: Pick<Annotation, 'span' | 'drift'>): Standing {
  if (span === null) return 'orphan'
  return drift === 'words' ? 'changed' : 'placed'
}

/** Waits for a person: its words or its sentence changed, or it was not found. */
export function needsPerson({ span, drift }: Pick<Annotation, 'span' | 'drift'>): boolean {
  return span === null || drift !== 'none'
}

/** Where an annotation stands in a text that was just read. */
export interface Place {
  readonly id: AnnotationId
  /** null: an orphan. */
  readonly span: Span | null
  readonly drift: Drift
}

/** All annotations of one annotator on one story; the annotations themselves travel beside it. */
export interface Layer {
  readonly annotator: AnnotatorId
  readonly name: string
  /** The one layer that this person may change. */
  readonly mine: boolean
  /** Comments inside the story's document, which nobody changes here; absent: it comes from sidecars. */
  readonly source?: 'document'
  /** Names of the sidecar files it was read from, conflict copies included. */
  readonly files: readonly string[]
  readonly count: number
  readonly orphans: number
  /** Those with other words than confirmed. */
  readonly changed: number
}

/** Reading order: by start, the longer first, then by id; orphans last. */
export function byPlace(a: Annotation, b: Annotation): number {
  if (a.span === null || b.span === null) {
    if (a.span !== b.span) return a.span === null ? 1 : -1
  } else {
    const order = a.span.start - b.span.start || b.span.end - a.span.end
    if (order !== 0) return order
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
