import type { Layer, Place } from '../../shared/annotation/annotation.ts'
import type { DeskApi, DeskEvents, OpenedStory, SaveState } from '../../shared/desk/contract.ts'
import type { StoryVersion, TextSaved, TextToSave } from '../../shared/desk/contract-text.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { lostBlanks } from '../../shared/story/markdown-blanks.ts'
import type { Story } from '../../shared/story/story.ts'
import { spanWithout, storyWithout } from '../../shared/story/without-spans.ts'
import type { Span } from '../../shared/units.ts'
import type { EditorHandle } from '../editor/handle.ts'
import type { TextSave } from './model.ts'
import { createTextAutosave } from './text-autosave.ts'

export interface StorySyncDeps {
  readonly desk: DeskApi
  editor(): EditorHandle | null
  /** What is in the file now, and where the marks stand in it. */
  onVersion(version: StoryVersion, places: readonly Place[], layers: readonly Layer[]): void
  onTextSave(state: TextSave): void
  onFollowing(following: boolean): void
  onSave(save: SaveState): void
  fail(failure: Failure): void
  announce(text: string): void
}

/** Keeps the story on the screen and the story in the file together, whichever of them changed. */
export interface StorySync {
  /** The version of the file that the screen shows, apart from what was typed since. */
  version(): StoryVersion
  /** The person changed the text. */
  textChanged(): void
  /** What is on the screen is not in the file. */
  isDirty(): boolean
  /** The text on the screen is in the file, and no other is being brought onto it. */
  isSettled(): boolean
  /** The text on the screen is in the file and nothing is being brought onto the screen; or why not. */
  flush(): Promise<Result<null, Failure>>
  /** Nothing is being brought onto the screen. */
  settled(): Promise<void>
  /** The desk has another text. */
  changedElsewhere(news: DeskEvents['story-text']): void
  /** Two texts: one goes on, the other is kept under a name of its own. */
  keepBoth(goOn: 'mine' | 'disk'): Promise<void>
  stop(): void
}

/** What of a story on the screen its file can't hold. Plain text holds everything. */
function lostOf(story: Story): readonly Span[] {
  return story.format === 'md' ? lostBlanks(story) : []
}

export function createStorySync(opened: OpenedStory, deps: StorySyncDeps): StorySync {
  const { desk } = deps
  let version: StoryVersion = opened
  /** Last of the texts that are brought onto the screen, one after the other. */
  let following: Promise<void> = Promise.resolve()
  let followers = 0
  /** The screen has blanks that the file can't hold, such as one after the last word. */
  let hasBlanks = false

  const text = createTextAutosave({
    take,
    send: (edited) => desk.saveText({ story: opened.id, ...edited }),
    onSaving: () => deps.onTextSave({ kind: 'saving' }),
    onSaved,
    onFailure: (failure) => deps.onTextSave({ kind: 'not-saved', failure }),
  })

  function take(): Omit<TextToSave, 'story'> | null {
    const editor = deps.editor()
    if (editor === null) return null
    const story = editor.story()
    const lost = lostOf(story)
    hasBlanks = lost.length > 0
    const places = editor.places()
    return {
      base: version.fileSha256,
      edited: storyWithout(story, lost),
      places:
        lost.length === 0
          ? places
          : places.map(({ id, span }) => ({ id, span: span && spanWithout(span, lost) })),
    }
  }

  /** A blank just typed stays on the screen until something needs screen and file to be the same. */
  function dropBlanks(): void {
    const editor = deps.editor()
    if (hasBlanks && editor !== null) editor.cut(lostOf(editor.story()))
    hasBlanks = false
  }

  /** The desk wrote the text and read it again. */
  function onSaved(saved: TextSaved, latest: boolean): void {
    version = saved.version
    deps.onSave(saved.save)
    if (!latest) return
    deps.onTextSave({ kind: 'same' })
    if (hasBlanks) deps.onVersion(saved.version, saved.places, saved.layers)
    else show(saved)
  }

  function show({ version: next, places, layers }: Pick<TextSaved, 'version' | 'places' | 'layers'>): void {
    deps.onVersion(next, places, layers)
    const editor = deps.editor()
    if (editor === null) return
    followers++
    deps.onFollowing(true)
    following = following
      .then(() => editor.follow({ story: next.story, places, editing: next.editing }))
      .catch((error) => console.error(error))
      .finally(() => {
        followers--
        if (followers === 0) deps.onFollowing(false)
      })
  }

  return {
    version: () => version,
    textChanged: text.changed,
    isDirty: text.isDirty,
    isSettled: () => followers === 0 && !text.isDirty() && !hasBlanks,
    async flush() {
      await following
      const saved = await text.flush()
      if (saved.ok) dropBlanks()
      return saved
    },
    settled: () => following,
    changedElsewhere(news) {
      const isSame =
        news.version.fileSha256 === version.fileSha256 && news.version.story.reader === version.story.reader
      if (isSame && !text.isDirty()) {
        deps.onVersion(news.version, news.places, news.layers)
        return
      }
      if (text.isDirty()) {
        text.hold({ kind: 'text-conflict', file: version.story.name })
        return
      }
      dropBlanks()
      version = news.version
      show(news)
    },
    async keepBoth(goOn) {
      const edited = take()
      if (edited === null) return
      const reply = await desk.keepBoth({ story: opened.id, ...edited, goOn })
      if (!reply.ok) return deps.fail(reply.error)
      text.forget()
      hasBlanks = false
      version = reply.value.version
      deps.onTextSave({ kind: 'same' })
      deps.onSave(reply.value.save)
      show(reply.value)
      deps.announce(`The other text is kept as ${reply.value.copy}`)
    },
    stop: text.stop,
  }
}
