import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { DeskApi, DeskEvents, OpenedStory, SaveState } from '../../shared/desk/contract.ts'
import type { Failure, SaveFailure } from '../../shared/failure.ts'
import { builtInTags } from '../../shared/tags.ts'
import type { AnnotationId, AnnotatorId, IsoTime } from '../../shared/units.ts'
import { annotationSet, inReadingOrder, receive } from '../editor/annotation-set.ts'
import { createEditor } from '../editor/create-editor.ts'
import type { EditorHandle } from '../editor/handle.ts'
import { createAutosave } from './autosave.ts'
import { withOwn } from './initial.ts'
import type { DeskState, OpenState } from './model.ts'
import type { Store } from './store.ts'

/** The open story at work: its editor, its saving, and what the desk tells about it. */
export interface Session {
  readonly opened: OpenedStory
  editor(): EditorHandle | null
  /** Puts the editor into the page. Returns how to take it out; annotations outlive it, undo does not. */
  mount(host: HTMLElement): () => void
  /** Annotations changed elsewhere. */
  changedElsewhere(news: DeskEvents['story-changed']): void
  saveChanged(save: SaveState): void
  hide(hidden: ReadonlySet<AnnotatorId>): void
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
}

export function createSession(opened: OpenedStory, deps: SessionDeps): Session {
  const { desk, store } = deps
  let editor: EditorHandle | null = null
  let ended = false
  /** Why something stayed here when it was last handed over; null: nothing did. */
  let stuck: SaveState | null = null

  const autosave = createAutosave({
    send: (changes) => desk.changeAnnotations({ story: opened.id, changes }),
    onSending: () => patch({ save: { kind: 'saving' } }),
    onReply(changed) {
      take(changed.annotations, [])
      showSave(changed.save)
    },
    onFailure(failure) {
      stuck = { kind: 'not-saved', reason: reasonOf(failure, opened) }
      patch({ save: stuck })
      if (!ended) store.update((state) => ({ ...state, failure }))
    },
  })

  /** What the desk says, unless it can't know: something hasn't reached it. */
  function showSave(save: SaveState): void {
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
    if (editor !== null) editor.receive(put, removed)
    if (editor !== null || open === null) return
    const set = receive(annotationSet(open.editor.annotations), put, removed)
    patch({ editor: { ...open.editor, annotations: inReadingOrder(set) } })
  }

  return {
    opened,
    editor: () => editor,
    mount(host) {
      const { open, person, beginning } = store.get()
      if (open === null || person === null) return () => {}
      const made = createEditor(host, {
        story: opened.story,
        tags: builtInTags,
        person,
        platform: beginning?.platform ?? 'linux',
        annotations: open.editor.annotations,
        hidden: open.hidden,
        singleKeys: () => store.get().settings.singleKeys,
        layers: () => store.get().open?.layers ?? opened.layers,
        now: deps.now,
        newId: deps.newId,
        onNote: deps.onNote,
        onCard: deps.onCard,
        announce: deps.announce,
        onSnapshot: (snapshot) => patch({ editor: snapshot }),
        onChanges: autosave.add,
      })
      editor = made.editor
      patch({ editor: made.snapshot })
      return () => {
        made.editor.destroy()
        if (editor === made.editor) editor = null
      }
    },
    changedElsewhere({ put, removed, layers, unreadable }) {
      // What has unsent changes here is newer here; the reply to those will bring what the desk made of both.
      take(
        put.filter(({ id }) => !autosave.isPending(id)),
        removed.filter((id) => !autosave.isPending(id)),
      )
      patch({ layers: withOwn(layers, store.get().person), unreadable })
    },
    saveChanged: showSave,
    hide(hidden) {
      patch({ hidden })
      editor?.hide(hidden)
    },
    flush: autosave.flush,
    end() {
      ended = true
    },
  }
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
