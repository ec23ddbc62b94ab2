import type { Annotation, Content } from '../../shared/annotation/annotation.ts'
import type { CommandId } from '../../shared/desk/commands.ts'
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
