import type { Layer } from '../../shared/annotation/annotation.ts'
import type { Person } from '../../shared/desk/contract.ts'
import type { Tag } from '../../shared/tags.ts'
import type { AnnotationId, IsoTime } from '../../shared/units.ts'

/** What commands need to know besides the editor's state, and whom they tell. */
export interface EditorContext {
  /** The tags of the story as they are now. */
  tags(): readonly Tag[]
  /** Who annotates here. Only this person's annotations can be changed. */
  readonly person: Person
  /** Layers of the story as they are now; for names. */
  layers(): readonly Layer[]
  now(): IsoTime
  /** A fresh `urn:uuid:…`. */
  newId(): string
  /** Not all annotations are here yet. */
  reading(): boolean
  /** Says something through the polite live region, at once. */
  say(text: string): void
  /** The note field of this annotation's card wants the focus. */
  onNote(id: AnnotationId): void
  /** The card wants the focus. */
  onCard(id: AnnotationId): void
}
