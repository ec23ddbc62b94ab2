import { type Annotation, byPlace, type Place } from '../../shared/annotation/annotation.ts'
import type {
  AnnotationChange,
  Changed,
  DeskApi,
  DeskEvents,
  OpenedStory,
  SaveState,
} from '../../shared/desk/contract.ts'
import { bindingsOf } from '../../shared/desk/keys.ts'
import type { Failure, SaveFailure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { Story } from '../../shared/story/story.ts'
import type { TagScheme } from '../../shared/tags.ts'
import type { AnnotationId, IsoTime } from '../../shared/units.ts'
import { annotationSet, inReadingOrder, receive } from '../editor/annotation-set.ts'
import { createEditor } from '../editor/create-editor.ts'
import type { EditorHandle } from '../editor/handle.ts'
import { nextTurn } from '../editor/next-turn.ts'
import { afterPaint } from './after-paint.ts'
import { createAutosave } from './autosave.ts'
import { withOwn } from './initial.ts'
import { createMarkReading } from './mark-reading.ts'
import type { DeskState, EditorSnapshot, OpenState } from './model.ts'
import { shownIn, tagsIn } from './selectors.ts'
import type { Store } from './store.ts'
import { createStoryPictures } from './story-pictures.ts'
import { createStorySync } from './story-sync.ts'

/** The open story at work: its editor, its saving, and what the desk tells about it. */
export interface Session {
  readonly opened: OpenedStory
  editor(): EditorHandle | null
  /** Puts the editor into the page. Returns how to take it out; annotations outlive it, undo does not. */
  mount(host: HTMLElement): () => void
  /** Annotations changed elsewhere. */
  changedElsewhere(news: DeskEvents['story-changed']): Promise<void>
  /** The story has another text. */
  textElsewhere(news: DeskEvents['story-text']): void
  /** Two texts: one goes on, the other is kept under a name of its own. */
  keepBoth(goOn: 'mine' | 'disk'): Promise<void>
  /** Writes the text that could not be written. */
  retryText(): Promise<void>
  /** Reads the annotations that could not be read. */
  readAgain(): void
  saveChanged(save: SaveState): void
  /** Layers, filter or hiding changed: the editor shows other marks. */
  shownChanged(): void
  /** Colours, snapping or the like changed. */
  settingsChanged(): void
  /** The story's tags are others now. */
  tagsChanged(scheme: TagScheme): void
  /** Hands over everything; false: something is still only in this window. */
  flush(): Promise<boolean>
  /** The story was closed: nothing more reaches the store. */
  end(): void
}

export interface SessionDeps {
  readonly desk: DeskApi
  readonly store: Store<DeskState>
  now(): IsoTime
  newId(): string
  announce(text: string): void
  onNote(id: AnnotationId): void
  onCard(id: AnnotationId): void
  /** Draws the story; without it as the window does. */
  readonly createEditor?: typeof createEditor
}

export function createSession(opened: OpenedStory, deps: SessionDeps): Session {
  const { desk, store } = deps
  let editor: EditorHandle | null = null
  let ended = false
  /** Why something stayed here when it was last handed over; null: nothing did. */
  let stuck: SaveState | null = null
  /** What the desk said last. */
  let atDesk = opened.save

  const sync = createStorySync(opened, {
    desk,
    editor: () => editor,
    onVersion(version, places, layers) {
      const { open } = store.get()
      if (open === null) return
      patch({ opened: { ...open.opened, ...version }, layers: withOwn(layers, store.get().person) })
      if (editor === null) patch({ editor: placedAnew(open.editor, version.story, places) })
    },
    onTextSave: (textSave) => patch({ textSave }),
    onFollowing: (following) => patch({ following }),
    onSave: showSave,
    fail: (failure) => store.update((state) => ({ ...state, failure })),
    announce: deps.announce,
  })
  /** What came for a text that is not on the screen yet, or not any more. */
  let late: DeskEvents['story-changed'][] = []

  const reading = createMarkReading(opened, {
    desk,
    text: () => (sync.isSettled() ? sync.version().textSha256 : null),
    nextText,
    pause: nextTurn,
    onPart: (annotations) => take(notPending(annotations), []),
    onEnd({ layers, unreadable, save, sameName, strays }, wrong) {
      take([], wrong)
      const { open, person } = store.get()
      if (open === null) return
      patch({
        opened: { ...open.opened, sameName, strays },
        layers: withOwn(layers, person),
        unreadable,
        reading: 'no',
      })
      showSave(save)
    },
    onFailure(failure) {
      patch({ reading: 'failed' })
      if (!ended) store.update((state) => ({ ...state, failure }))
    },
  })

  const pictures = createStoryPictures(desk, opened.id)

  const tagsNow = () => tagsIn(store.get())

  const autosave = createAutosave({
    send,
    onSending: () => patch({ save: { kind: 'saving' } }),
    onReply(changed) {
      take(changed.annotations, [])
      showSave(changed.save)
    },
    onNothing: () => showSave(atDesk),
    onFailure(failure) {
      stuck = { kind: 'not-saved', reason: reasonOf(failure, opened) }
      patch({ save: stuck })
      if (!ended) store.update((state) => ({ ...state, failure }))
    },
  })

  /** The text goes first: the spans of what follows point into it. */
  async function send(changes: readonly AnnotationChange[]): Promise<Result<Changed, Failure>> {
    for (let attempt = 1; ; attempt++) {
      // Most of the time there is nothing to wait for; a page that is being left has no time to wait.
      const text = sync.isSettled() ? null : await sync.flush()
      if (text?.ok === false) return text
      const reply = await desk.changeAnnotations({
        story: opened.id,
        text: sync.version().textSha256,
        changes: whereTheyStand(changes),
      })
      if (reply.ok || reply.error.kind !== 'text-moved' || attempt === MOST_MOVES) return reply
      // Another text is on its way here; the marks move along with it.
      await nextText()
    }
  }

  /** Waiting for the desk to send another text. */
  const forText = new Set<() => void>()
  function nextText(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        forText.delete(done)
        resolve()
      }
      const timer = setTimeout(done, PATIENCE_MS)
      forText.add(done)
    })
  }

  /** The changes with the places that their marks have on the screen now. */
  function whereTheyStand(changes: readonly AnnotationChange[]): readonly AnnotationChange[] {
    if (!changes.some((change) => change.kind === 'put' && change.span !== null)) return changes
    const places = new Map(editor?.places().map(({ id, span }) => [id, span]))
    return changes.map((change) => {
      if (change.kind === 'delete' || change.span === null) return change
      const here = places.get(change.id)
      return here === undefined ? change : { ...change, span: here }
    })
  }

  /** What the desk says, unless it can't know: something hasn't reached it. */
  function showSave(save: SaveState): void {
    atDesk = save
    if (!autosave.isDirty()) stuck = null
    patch({ save: save.kind === 'saved' && autosave.isDirty() ? (stuck ?? { kind: 'saving' }) : save })
  }

  /** Replaces parts of the open story; nothing once it was closed. */
  function patch(change: Partial<OpenState>): void {
    if (ended) return
    store.update((state) => (state.open === null ? state : { ...state, open: { ...state.open, ...change } }))
  }

  /** Into the editor, or, while it isn't on the screen, into the snapshot it will start from. */
  function take(put: readonly Annotation[], removed: readonly AnnotationId[]): void {
    if (ended || put.length + removed.length === 0) return
    const { open } = store.get()
    if (open === null) return
    if (editor === null) {
      const set = receive(annotationSet(open.editor.annotations), put, removed)
      const all = inReadingOrder(set)
      patch({ editor: { ...open.editor, annotations: all, contents: all } })
    } else editor.receive(sync.isDirty() ? asOnScreen(put, open.editor) : put, removed)
  }

  function takeNews({ put, removed, layers, unreadable }: DeskEvents['story-changed']): void {
    take(
      notPending(put),
      removed.filter((id) => !autosave.isPending(id)),
    )
    patch({ layers: withOwn(layers, store.get().person), unreadable })
  }

  /** What has unsent changes here is newer here; the reply to those will bring what the desk made of both. */
  function notPending(news: readonly Annotation[]): readonly Annotation[] {
    return news.filter(({ id }) => !autosave.isPending(id))
  }

  async function flush(): Promise<boolean> {
    const text = sync.isSettled() ? null : await sync.flush()
    return (await autosave.flush()) && text?.ok !== false
  }

  return {
    opened,
    editor: () => editor,
    mount(host) {
      const { open, person, beginning } = store.get()
      if (open === null || person === null) return () => {}
      const made = (deps.createEditor ?? createEditor)(host, {
        story: open.editor.story,
        editing: open.opened.editing,
        tags: tagsNow,
        person,
        platform: beginning?.platform ?? 'linux',
        annotations: open.editor.annotations,
        shown: shownIn(store.get()),
        allMarks: store.get().settings.allMarks,
        snap: () => store.get().settings.snap,
        picture: pictures.show,
        keys() {
          const { singleKeys, keys } = store.get().settings
          return { single: singleKeys, bindings: bindingsOf(keys) }
        },
        layers: () => store.get().open?.layers ?? opened.layers,
        now: deps.now,
        newId: deps.newId,
        onNote: deps.onNote,
        onCard: deps.onCard,
        announce: deps.announce,
        onSnapshot: (snapshot) => patch({ editor: snapshot }),
        onChanges(changes) {
          // What was just marked must be seen.
          if (store.get().open?.marksHidden) {
            patch({ marksHidden: false })
            made.editor.show(shownIn(store.get()))
          }
          autosave.add(changes)
        },
        onText: sync.textChanged,
        reading: reading.isOn,
      })
      editor = made.editor
      // The text is seen first.
      if (reading.isOn()) afterPaint(reading.start)
      patch({ editor: made.snapshot })
      return () => {
        made.editor.destroy()
        if (editor === made.editor) editor = null
      }
    },
    async changedElsewhere(news) {
      // Its spans point into the text of the file.
      if (late.length === 0 && sync.isSettled() && !reading.isOn()) return takeNews(news)
      late.push(news)
      if (late.length > 1) return
      // What is removed now must not come back with what is still being read.
      await reading.done
      await sync.settled()
      if (sync.isDirty()) await sync.flush()
      const all = late
      late = []
      for (const one of all) takeNews(one)
    },
    textElsewhere(news) {
      sync.changedElsewhere(news)
      void sync.settled().then(() => {
        for (const done of forText) done()
      })
    },
    keepBoth: sync.keepBoth,
    async retryText() {
      await sync.flush()
    },
    readAgain() {
      if (!reading.isOn()) return
      patch({ reading: 'now' })
      reading.start()
    },
    saveChanged: showSave,
    shownChanged() {
      editor?.show(shownIn(store.get()))
    },
    settingsChanged() {
      editor?.takeTags(tagsNow())
      editor?.drawAll(store.get().settings.allMarks)
    },
    tagsChanged(scheme) {
      patch({ scheme })
      editor?.takeTags(tagsNow())
    },
    flush,
    end() {
      ended = true
      reading.stop()
      sync.stop()
      pictures.forget()
    },
  }
}

// Two programs that both write the story all the time would keep a mark waiting for ever.
const MOST_MOVES = 5
// The desk sends another text at once; if it got lost, asking again tells.
const PATIENCE_MS = 2000

/** Annotations of the desk's text, with the places that those known here have in the text on the screen. */
function asOnScreen(news: readonly Annotation[], { annotations }: EditorSnapshot): readonly Annotation[] {
  const known = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  return news.flatMap((annotation) => {
    const here = known.get(annotation.id)
    return here === undefined ? [] : [{ ...annotation, span: here.span, drift: here.drift }]
  })
}

/** The snapshot for another text, while no editor is there to follow it. */
function placedAnew(snapshot: EditorSnapshot, story: Story, places: readonly Place[]): EditorSnapshot {
  const byId = new Map(places.map((place) => [place.id, place]))
  const annotations = snapshot.annotations
    .map((annotation) => ({ ...annotation, ...byId.get(annotation.id) }))
    .sort(byPlace)
  return { ...snapshot, story, annotations, contents: annotations }
}

/** Why something is still only in this window, as the status bar can say it. */
function reasonOf(failure: Failure, opened: OpenedStory): SaveFailure {
  switch (failure.kind) {
    case 'folder-read-only':
    case 'folder-gone':
    case 'disk-full':
    case 'file-locked':
    case 'damaged-in-place':
    case 'busy':
    case 'name-too-long':
    case 'save-io':
      return failure
    default:
      return { kind: 'save-io', file: opened.story.name, code: failure.kind }
  }
}
