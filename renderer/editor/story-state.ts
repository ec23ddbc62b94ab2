import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { Editing } from '../../shared/desk/contract-text.ts'
import type { Story } from '../../shared/story/story.ts'
import { docStory } from './doc-story.ts'

/** What is known of the story beside its document, and what may be done with its text. */
export interface StoryState {
  /** What the document doesn't say of the story: name, format, front matter … */
  readonly base: Story
  readonly editing: Editing
  /** `edit`: the text can be typed into. */
  readonly mode: 'annotate' | 'edit'
  /** Another text is being brought onto the screen; nothing may be changed. */
  readonly following: boolean
}

const storyKey = new PluginKey<StoryState>('galley-story')

export function storyPlugin(base: Story, editing: Editing): Plugin<StoryState> {
  return new Plugin<StoryState>({
    key: storyKey,
    state: {
      init: () => ({ base, editing, mode: 'annotate', following: false }),
      apply(tr, state) {
        const said: Partial<StoryState> | undefined = tr.getMeta(storyKey)
        if (said === undefined) return state
        const next = { ...state, ...said }
        return next.editing.can ? next : { ...next, mode: 'annotate' }
      },
    },
  })
}

/** @throws RangeError if the plugin is missing */
export function storyStateOf(state: EditorState): StoryState {
  const found = storyKey.getState(state)
  if (found === undefined) throw new RangeError('this editor state has no story plugin')
  return found
}

/** Says something of the story's state with a transaction; outside undo. */
export function tellStory(tr: Transaction, said: Partial<StoryState>): Transaction {
  const before: Partial<StoryState> | undefined = tr.getMeta(storyKey)
  return tr.setMeta(storyKey, { ...before, ...said })
}

/** Does the text become one that is typed into? */
export function startsEditing(tr: Transaction): boolean {
  const said: Partial<StoryState> | undefined = tr.getMeta(storyKey)
  return said?.mode === 'edit'
}

/** The story as it stands in the editor; the same object until its text changes. */
export function storyOf(state: EditorState): Story {
  return docStory(state.doc, storyStateOf(state).base)
}
