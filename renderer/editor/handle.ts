import type { Annotation, Content, Place } from '../../shared/annotation/annotation.ts'
import type { CommandId } from '../../shared/desk/commands.ts'
import type { Editing } from '../../shared/desk/contract.ts'
import type { Story } from '../../shared/story/story.ts'
import type { AnnotationId, AnnotatorId, Span } from '../../shared/units.ts'

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
  /** Layers whose marks are not drawn. */
  hide(layers: ReadonlySet<AnnotatorId>): void
  focus(): void
  /** Viewport rectangle of a drawn mark's first line; null while it is not drawn. */
  rectOf(id: AnnotationId): DOMRect | null
  /** Viewport rectangle of the selection's first and last line; null: nothing is selected or it is out of sight. */
  rectOfSelection(): { readonly first: DOMRect; readonly last: DOMRect } | null
  /** Ids of the marks that are drawn now (viewport ± one screen), in reading order. */
  drawn(): readonly AnnotationId[]
  /** Called after each redraw: scroll, resize, transaction. Returns how to stop. */
  onLayout(listener: () => void): () => void
  /** Part of the text in view, for the ruler. */
  visibleSpan(): Span | null
  /** Scrolls a place of the text into view. */
  scrollTo(span: Span): void
  destroy(): void
}
