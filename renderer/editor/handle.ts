import type { Annotation, Content, Place, PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import type { MarkFilter } from '../../shared/annotation/filter.ts'
import type { CommandId } from '../../shared/desk/commands.ts'
import type { Editing } from '../../shared/desk/contract-text.ts'
import type { Story } from '../../shared/story/story.ts'
import type { Tag } from '../../shared/tags.ts'
import type { AnnotationId, AnnotatorId, Span, TextOffset } from '../../shared/units.ts'
import type { FindHits } from './find-hits.ts'

/** Which marks are to be seen. */
export interface Shown {
  /** Layers that are switched off. */
  readonly hidden: ReadonlySet<AnnotatorId>
  readonly filter: MarkFilter
  /** No mark at all, for undisturbed reading. */
  readonly none: boolean
}

/** What the rest of the window may do with the editor. The panels run commands; they never write to a store. */
export interface EditorHandle {
  /** Runs a command of the table; false: it could not be done now. */
  run(command: CommandId): boolean
  /** Could it be done now? Nothing changes. */
  can(command: CommandId): boolean
  /** Changes tag, note or fields of an own annotation as one undoable step. */
  change(id: AnnotationId, content: Content): void
  remove(id: AnnotationId): void
  /** Makes it the active one; `scroll` brings it into view, `focus` moves the caret there and the focus in. */
  activate(id: AnnotationId | null, options?: { scroll?: boolean; focus?: boolean }): void
  /** Takes in what changed elsewhere; outside undo. */
  receive(put: readonly Annotation[], removed: readonly AnnotationId[]): void
  /** The words at the mark are confirmed as they stand: as one undoable step. False: not an own, placed one. */
  accept(id: AnnotationId): boolean
  /** Place again: the next Enter with a selection puts this own annotation there and confirms it; Esc: no. null: stops. */
  placeAgain(id: AnnotationId | null): void
  /** The story as it stands here; the same object until its text changes. */
  story(): Story
  /** Where this person's annotations stand in `story()`. */
  places(): readonly Pick<Place, 'id' | 'span'>[]
  /**
   * Shows another text with its marks, outside undo: one from the disk, or what the desk made of the edited one.
   * In slices short enough that the window stays responsive; resolves when all of it is shown. A later call waits for
   * the one before it. While it runs, keys and edits that would change something are refused.
   */
  follow(version: {
    readonly story: Story
    readonly places: readonly Place[]
    readonly editing: Editing
  }): Promise<void>
  /** Takes text out, outside undo and without telling `onText`. @param spans ascending, none touches another */
  cut(spans: readonly Span[]): void
  /** Which marks are drawn and walked by keys. The active one is always drawn. */
  show(what: Shown): void
  /** The tags are others now. */
  takeTags(tags: readonly Tag[]): void
  /** Cards of the drawn marks are in the page, with the id `card-<annotation id>`: the marks point to them. */
  cardsShown(shown: boolean): void
  /** Every mark gets its element, also far out of sight: for screen readers. */
  drawAll(all: boolean): void
  /** Looks for words, case, quotes and dashes alike; null: no more. Selects the first from the caret on. */
  find(query: string | null): void
  /** Selects the next or the previous of what was found, around the end of the story. */
  findStep(step: 1 | -1): void
  /** Where what is looked for stands in the text, for the ruler; null: nothing is looked for. */
  hits(): FindHits | null
  /** Moves a border of an own, placed annotation: one undoable step. Snaps to whole characters; never past the other. */
  moveBorder(id: AnnotationId, border: 'start' | 'end', to: TextOffset): void
  focus(): void
  /** Viewport rectangle of a drawn mark's first line; null while it is not drawn. */
  rectOf(id: AnnotationId): DOMRect | null
  /** Viewport rectangle of the selection's first and last line; null: nothing is selected or it is out of sight. */
  rectOfSelection(): { readonly first: DOMRect; readonly last: DOMRect } | null
  /** Viewport rectangle of a span's first line; null while it is not drawn. */
  rectOfSpan(span: Span): DOMRect | null
  /** Where a mark's words begin and end, as carets of no width; null where that is not drawn. */
  bordersOf(id: AnnotationId): { readonly start: DOMRect | null; readonly end: DOMRect | null }
  /** The offset nearest a point of the window, in pixels; null: outside the text. */
  offsetAt(x: number, y: number): TextOffset | null
  /** Ids of the marks that are drawn now (viewport ± one screen), in reading order. */
  drawn(): readonly AnnotationId[]
  /** The same marks themselves; the same array until one of them or what is drawn changes. */
  drawnMarks(): readonly PlacedAnnotation[]
  /** Tops of the first lines of drawn marks, in pixels of the window; null: not drawn. */
  topsOf(marks: readonly PlacedAnnotation[]): readonly (number | null)[]
  /** Called after each redraw: scroll, resize, transaction. Returns how to stop. */
  onLayout(listener: () => void): () => void
  /** Runs something behind the frame, and not while keys or the story run on; see `Hands`. Returns how to call it off. */
  atRest(run: () => void): () => void
  /** Part of the text in view, for the ruler. */
  visibleSpan(): Span | null
  /** Scrolls a place of the text into view. */
  scrollTo(span: Span): void
  destroy(): void
}
