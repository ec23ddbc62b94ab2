/**
 * Something that the chosen annotations have and a format has no place for. `count`: in how many annotations, or how
 * many answers. `shared/messages/left-out.ts` turns each kind into a sentence.
 */
export interface LeftOut {
  readonly kind: LeftOutKind
  readonly count: number
}

export type LeftOutKind =
  /** Who made an annotation. */
  | 'annotators'
  /** When it was made or changed. */
  | 'times'
  | 'notes'
  | 'fields'
  | 'replies'
  /** Relations, events and other lines of an imported file that hang on annotations which are not in the export. */
  | 'links'
  /** Characters that the format forbids, such as control characters in XML; a replacement character stands there. */
  | 'characters'
  /** The words of an annotation that was not found in the text are kept, its place is not; or it is left out whole. */
  | 'orphans'
  /** That the words changed since they were confirmed, and the confirmed words. */
  | 'confirmed-words'
  /** Other versions of the same annotation. */
  | 'alternatives'
  /** Line breaks inside notes became spaces. */
  | 'note-lines'
  /** Headings, emphasis, pictures of the story. */
  | 'layout'
  /** Texts longer than a cell of a workbook were cut. */
  | 'long-texts'
