import type { EditorState, Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type Annotation, isPlaced } from '../../shared/annotation/annotation.ts'
import type { AnnotationChange, Editing, Platform } from '../../shared/desk/contract.ts'
import type { Story } from '../../shared/story/story.ts'
import type { AnnotatorId } from '../../shared/units.ts'
import type { EditorSnapshot } from '../state/model.ts'
import { annotationsOf, marksAt, tell, touchedBy } from './annotation-state.ts'
import { createAnnouncer } from './announce.ts'
import { StoryClipboard } from './clipboard.ts'
import { acceptAnnotation, startPlacing, stopPlacing } from './commands/accept.ts'
import { type EditorCommandId, editorCommands, isEditorCommand } from './commands/index.ts'
import { changeContent, deleteAnnotation } from './commands/mark.ts'
import type { EditorContext } from './context.ts'
import { drawingOf } from './drawing-plugin.ts'
import { createEditorState } from './editor-state.ts'
import { followStory } from './follow.ts'
import { MarkElements, selectionLines } from './geometry.ts'
import type { EditorHandle } from './handle.ts'
import { Layout } from './layout.ts'
import { nextTurn } from './next-turn.ts'
import { placesOf } from './places.ts'
import { positionsOf } from './positions.ts'
import { prepare } from './prepare.ts'
import { isFollowing, refusal } from './refusal.ts'
import { scrollToSpan } from './scrolling.ts'
import { placeCaret } from './selection.ts'
import { changesBetween, nextSnapshot, snapshotOf } from './snapshot.ts'
import { docText } from './story-doc.ts'
import { storyOf, storyStateOf } from './story-state.ts'
import { withoutPieces } from './text-edits.ts'
import { measureVisible } from './viewport.ts'
import { annotatorOf, describeMark } from './words.ts'

export interface EditorOptions extends Omit<EditorContext, 'say'> {
  readonly story: Story
  readonly platform: Platform
  /** The person's setting, as it is now. */
  singleKeys(): boolean
  /** Whether Edit text can be switched on, for the story as it is given. */
  readonly editing: Editing
  /** This person changed the text: it is to be saved, with the places of the marks. */
  onText(): void
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
  const clipboard = new StoryClipboard()
  const run = (command: EditorCommandId) => commands[command](view.state, view.dispatch, view)

  const view: EditorView = new EditorView(host, {
    state: createEditorState({ ...options, context, clipboard, run }),
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

  /** Ends when the text that is being shown, and those after it, are shown. */
  let following: Promise<void> = Promise.resolve()
  const whenShown = (then: () => void): void => {
    if (storyStateOf(view.state).following) void following.then(() => view.isDestroyed || then())
    else then()
  }

  const composed = () =>
    new Promise<void>((resolve) => {
      view.dom.addEventListener('compositionend', () => void nextTurn().then(resolve), { once: true })
    })

  function apply(raw: Transaction): void {
    const before = view.state
    const tr = prepare(before, raw)
    const why = refusal(before, tr)
    if (why) announcer.say(why)
    const { state, transactions } = before.applyTransaction(tr)
    view.updateState(state)
    elements.forget()
    layout.request()
    // Between two texts there is nothing to show: lists would be made anew for each slice.
    if (storyStateOf(state).following) return
    const touched = new Set(transactions.flatMap((each) => [...touchedBy(each)]))
    const sets = [annotationsOf(before).set, annotationsOf(state).set] as const
    const changes = touched.size > 0 ? changesBetween(...sets, touched, docText(state.doc)) : []
    publish(before, state)
    if (changes.length > 0) options.onChanges(changes)
    const edited = !transactions.some(isFollowing) && before.doc !== state.doc && !before.doc.eq(state.doc)
    if (edited) options.onText()
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
    // A panel hands over what was typed there; it is not lost because the story is being brought up to date.
    change(id, content) {
      whenShown(() => changeContent(context, id, content)(view.state, view.dispatch))
    },
    remove(id) {
      whenShown(() => deleteAnnotation(context, id)(view.state, view.dispatch))
    },
    accept(id) {
      return !storyStateOf(view.state).following && acceptAnnotation(context, id)(view.state, view.dispatch)
    },
    placeAgain(id) {
      whenShown(() => {
        if (id === null) stopPlacing(context)(view.state, view.dispatch)
        else if (startPlacing(context, id)(view.state, view.dispatch)) view.focus()
      })
    },
    story: () => storyOf(view.state),
    cut(spans) {
      // Of a text that is being replaced they say nothing.
      if (!storyStateOf(view.state).following) view.dispatch(withoutPieces(view.state, spans))
    },
    places: () => placesOf(annotationsOf(view.state).set, context.person.id),
    follow(version) {
      following = following.then(async () => {
        // What an input method is composing must be finished first, or its words would be torn apart.
        while (view.composing && !view.isDestroyed) await composed()
        if (view.isDestroyed) return
        await followStory(
          {
            state: () => view.state,
            dispatch: (tr) => view.dispatch(tr),
            pause: async () => {
              await nextTurn()
              return !view.isDestroyed
            },
            now: () => performance.now(),
          },
          version,
        )
      })
      return following
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
      whenShown(() => {
        const tr = tell(view.state.tr, { receive: { put, removed } })
        view.dispatch(tr.setMeta('addToHistory', false))
      })
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
