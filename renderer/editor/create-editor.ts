import type { EditorState, Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type Annotation, isPlaced } from '../../shared/annotation/annotation.ts'
import type { AnnotationChange, Platform } from '../../shared/desk/contract.ts'
import type { AnnotatorId } from '../../shared/units.ts'
import type { EditorSnapshot } from '../state/model.ts'
import { annotationsOf, marksAt, tell, touchedBy } from './annotation-state.ts'
import { createAnnouncer } from './announce.ts'
import { type EditorCommandId, editorCommands, isEditorCommand } from './commands/index.ts'
import { changeContent, deleteAnnotation } from './commands/mark.ts'
import type { EditorContext } from './context.ts'
import { drawingOf } from './drawing-plugin.ts'
import { createEditorState } from './editor-state.ts'
import { MarkElements, selectionLines } from './geometry.ts'
import type { EditorHandle } from './handle.ts'
import { Layout } from './layout.ts'
import { positionsOf } from './positions.ts'
import { scrollToSpan } from './scrolling.ts'
import { placeCaret } from './selection.ts'
import { changesBetween, nextSnapshot, snapshotOf } from './snapshot.ts'
import { measureVisible } from './viewport.ts'
import { annotatorOf, describeMark } from './words.ts'

export interface EditorOptions extends Omit<EditorContext, 'say'> {
  readonly platform: Platform
  /** The person's setting, as it is now. */
  singleKeys(): boolean
  /** Of all layers. */
  readonly annotations: readonly Annotation[]
  readonly hidden: ReadonlySet<AnnotatorId>
  /** After each transaction that changed any of it. The first one is {@link createEditor}'s second result. */
  onSnapshot(snapshot: EditorSnapshot): void
  /** What this person changed and must be saved. Never what was received. */
  onChanges(changes: readonly AnnotationChange[]): void
  /** Says something through the polite live region. */
  announce(text: string): void
}

/** Puts an editor of the story into `host`, which scrolls it. `snapshot`: what it starts with. */
export function createEditor(
  host: HTMLElement,
  options: EditorOptions,
): { readonly editor: EditorHandle; readonly snapshot: EditorSnapshot } {
  const { tags, layers } = options
  const announcer = createAnnouncer(options.announce, {
    set: (run, milliseconds) => window.setTimeout(run, milliseconds),
    clear: (timer) => window.clearTimeout(timer),
  })
  const context: EditorContext = { ...options, say: announcer.say }
  const commands = editorCommands(context)
  const run = (command: EditorCommandId) => commands[command](view.state, view.dispatch, view)

  const view: EditorView = new EditorView(host, {
    state: createEditorState({ ...options, context, run }),
    attributes: { class: 'story' },
    dispatchTransaction: apply,
    // Lines of context above and below the caret, in pixels, when it is brought into view.
    scrollThreshold: 48,
    scrollMargin: 96,
    handleClick(_view, pos) {
      // A click that moves the caret is answered when ProseMirror has read the new selection; answering here
      // would put the old one back. A click where the caret already stands would else do nothing.
      const { selection, doc } = view.state
      if (!selection.empty || selection.head !== pos) return false
      const { set, hidden } = annotationsOf(view.state)
      const [shortest] = marksAt(set, hidden, positionsOf(doc).offsetAt(pos))
      view.dispatch(tell(view.state.tr, { active: shortest?.id ?? null }))
      return false
    },
  })
  const layout = new Layout(view)
  const elements = new MarkElements(view.dom)
  let snapshot = snapshotOf(view.state, tags)
  let stopScrolling = () => {}
  layout.now()

  function apply(tr: Transaction): void {
    const before = view.state
    const { state, transactions } = before.applyTransaction(tr)
    view.updateState(state)
    elements.forget()
    layout.request()
    const touched = new Set(transactions.flatMap((each) => [...touchedBy(each)]))
    const changes = changesBetween(annotationsOf(before).set, annotationsOf(state).set, touched)
    publish(before, state)
    if (changes.length > 0) options.onChanges(changes)
  }

  function publish(before: EditorState, state: EditorState): void {
    const next = nextSnapshot(snapshot, state, tags)
    if (next !== snapshot) {
      snapshot = next
      options.onSnapshot(next)
    }
    const { active, set } = annotationsOf(state)
    if (active === annotationsOf(before).active) return
    const annotation = active === null ? undefined : set.byId.get(active)
    announcer.moved(
      annotation === undefined
        ? null
        : describeMark(annotation, tags, annotatorOf(layers(), annotation.creator)),
    )
  }

  const editor: EditorHandle = {
    run: (command) => isEditorCommand(command) && run(command),
    can: (command) => isEditorCommand(command) && commands[command](view.state),
    change(id, content) {
      changeContent(context, id, content)(view.state, view.dispatch)
    },
    remove(id) {
      deleteAnnotation(context, id)(view.state, view.dispatch)
    },
    activate(id, { scroll = false, focus = false } = {}) {
      const annotation = id === null ? undefined : annotationsOf(view.state).set.byId.get(id)
      const placed = annotation !== undefined && isPlaced(annotation) ? annotation : null
      const tr = focus && placed !== null ? placeCaret(view.state.tr, placed.span.start) : view.state.tr
      view.dispatch(tell(tr, { active: id }))
      if (focus) view.focus()
      if (scroll && placed !== null) editor.scrollTo(placed.span)
    },
    receive(put, removed) {
      const tr = tell(view.state.tr, { receive: { put, removed } })
      view.dispatch(tr.setMeta('addToHistory', false))
    },
    hide(hidden) {
      view.dispatch(tell(view.state.tr, { hidden }))
    },
    focus: () => view.focus(),
    rectOf: (id) => elements.first(id)?.getClientRects()[0] ?? null,
    rectOfSelection: () => selectionLines(view, layout.scroller),
    drawn: () => drawingOf(view.state).ids,
    onLayout: (listener) => layout.listen(listener),
    visibleSpan: () => measureVisible(view, layout.scroller),
    scrollTo(span) {
      stopScrolling()
      stopScrolling = scrollToSpan(view, layout.scroller, span)
    },
    destroy() {
      announcer.stop()
      stopScrolling()
      layout.stop()
      view.destroy()
    },
  }
  return { editor, snapshot }
}
