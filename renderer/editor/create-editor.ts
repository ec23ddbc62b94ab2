import type { EditorState, Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type Annotation, isPlaced } from '../../shared/annotation/annotation.ts'
import { findTag, tagLabel } from '../../shared/tags.ts'
import type { EditorSnapshot } from '../state/model.ts'
import { annotationsOf, marksAt, tell, touchedBy } from './annotation-state.ts'
import { createAnnouncer, type Met } from './announce.ts'
import { StoryClipboard } from './clipboard.ts'
import { acceptAnnotation, startPlacing, stopPlacing } from './commands/accept.ts'
import { moveBorderTo } from './commands/border.ts'
import { lookFor, stepFound } from './commands/find.ts'
import { type EditorCommandId, editorCommands, isEditorCommand } from './commands/index.ts'
import { changeContent, deleteAnnotation } from './commands/mark.ts'
import type { EditorContext } from './context.ts'
import { drawAll, drawingOf } from './drawing-plugin.ts'
import type { EditorOptions } from './editor-options.ts'
import { createEditorState } from './editor-state.ts'
import { foundIn, hitsIn } from './find.ts'
import { FindPaint } from './find-paint.ts'
import { followStory } from './follow.ts'
import { MarkElements } from './geometry.ts'
import type { EditorHandle } from './handle.ts'
import { keepFromReact } from './keep-from-react.ts'
import { Layout } from './layout.ts'
import { readMovedCaret } from './moved-caret.ts'
import { nextTurn } from './next-turn.ts'
import { PictureView } from './picture-view.ts'
import { pictureFrames } from './pictures.ts'
import { placesOf } from './places.ts'
import { placesOnScreen } from './places-on-screen.ts'
import { positionsOf } from './positions.ts'
import { prepare } from './prepare.ts'
import { isFollowing, refusal } from './refusal.ts'
import { caretOf, placeCaret, selectedSpan } from './selection.ts'
import { changesBetween, nextSnapshot, snapshotOf } from './snapshot.ts'
import { docText } from './story-doc.ts'
import { storyOf, storyStateOf } from './story-state.ts'
import { withoutPieces } from './text-edits.ts'
import { annotatorOf, describeMark } from './words.ts'

/** On the host: the browser skips no part of the story, or what is far out of sight would not be read out. */
const WHOLE = 'data-whole'
// In UTF-16 units, about 17,000 words: so much is laid out in a moment, and then nothing has to be when it comes into
// sight, and a screen reader has all of it.
const SHORT = 100_000

/** Puts an editor of the story into `host`, which scrolls it. `snapshot`: what it starts with. */
export function createEditor(
  host: HTMLElement,
  options: EditorOptions,
): { readonly editor: EditorHandle; readonly snapshot: EditorSnapshot } {
  const { layers } = options
  const announcer = createAnnouncer(options.announce, {
    set: (run, milliseconds) => window.setTimeout(run, milliseconds),
    clear: (timer) => window.clearTimeout(timer),
  })
  const context: EditorContext = { ...options, say: announcer.say }
  const commands = editorCommands(context)
  const clipboard = new StoryClipboard()
  let cards = false
  const run = (command: EditorCommandId) => commands[command](view.state, view.dispatch, view)

  const pictures = pictureFrames(host, options.picture)
  const view: EditorView = new EditorView(host, {
    nodeViews: { image: (node) => new PictureView(node, pictures) },
    state: createEditorState({ ...options, context, clipboard, run, cards: () => cards }),
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
      const [shortest] = marksAt(annotationsOf(view.state), positionsOf(doc).offsetAt(pos))
      view.dispatch(tell(view.state.tr, { active: shortest?.id ?? null }))
      return false
    },
  })
  keepFromReact(view.dom)
  const isShort = storyOf(view.state).text.length <= SHORT
  host.toggleAttribute(WHOLE, isShort || options.allMarks)
  const layout = new Layout(view)
  const elements = new MarkElements(view.dom)
  const screen = placesOnScreen(view, layout, elements)
  const found = new FindPaint(view, layout.scroller)
  layout.listen(() => found.draw())
  let snapshot = snapshotOf(view.state, options.tags())
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
    const next = nextSnapshot(snapshot, state, options.tags())
    if (next !== snapshot) {
      snapshot = next
      options.onSnapshot(next)
    }
    const { active, set } = annotationsOf(state)
    if (active === annotationsOf(before).active) return
    const annotation = active === null ? undefined : set.byId.get(active)
    announcer.moved(annotation === undefined ? null : meet(state, annotation))
  }

  function meet(state: EditorState, annotation: Annotation): Met {
    const tags = options.tags()
    const name = tagLabel(tags, annotation.tag).toLowerCase()
    const here = marksAt(annotationsOf(state), caretOf(state))
    const index = here.findIndex(({ id }) => id === annotation.id) + 1
    const stacked = index === 0 ? undefined : { index, of: here.length }
    const annotator = annotatorOf(layers(), annotation.creator)
    return { name, text: describeMark(annotation, tags, annotator, stacked) }
  }

  /** The bar to find words has the focus, so ProseMirror leaves the page where it is. */
  const showFound = () => {
    const selected = foundIn(view.state)?.current === null ? null : selectedSpan(view.state)
    if (selected !== null) screen.handle.scrollTo(selected)
  }

  /** For what comes from elsewhere, at any moment. */
  const stateNow = (): EditorState => {
    readMovedCaret(view)
    return view.state
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
            state: stateNow,
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
      if (scroll && placed !== null) screen.handle.scrollTo(placed.span)
    },
    receive(put, removed) {
      whenShown(() => {
        const tr = tell(stateNow().tr, { receive: { put, removed } })
        view.dispatch(tr.setMeta('addToHistory', false))
      })
    },
    show(shown) {
      view.dispatch(tell(stateNow().tr, { shown }))
    },
    takeTags(tags) {
      const state = stateNow()
      const { armed } = annotationsOf(state)
      const known = armed !== null && findTag(tags, armed) !== undefined
      view.dispatch(tell(state.tr, { redraw: true, armed: known ? armed : null }))
    },
    cardsShown(shown) {
      // The margin may outlive the editor by a moment.
      if (shown === cards || view.isDestroyed) return
      cards = shown
      view.dispatch(tell(stateNow().tr, { redraw: true }))
    },
    drawAll(all) {
      if (drawingOf(view.state).all !== all) view.dispatch(drawAll(view.state, all))
      host.toggleAttribute(WHOLE, isShort || all)
    },
    find(query) {
      lookFor(query)(view.state, view.dispatch)
      if (query !== null) showFound()
    },
    findStep(step) {
      if (stepFound(context, step)(view.state, view.dispatch)) showFound()
    },
    hits: () => hitsIn(view.state),
    moveBorder(id, border, to) {
      whenShown(() => moveBorderTo(context, id, border, to)(view.state, view.dispatch))
    },
    focus: () => view.focus(),
    ...screen.handle,
    destroy() {
      announcer.stop()
      pictures.stop()
      screen.stop()
      layout.stop()
      found.clear()
      view.destroy()
    },
  }
  return { editor, snapshot }
}
