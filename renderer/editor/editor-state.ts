import { EditorState } from 'prosemirror-state'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Editing } from '../../shared/desk/contract-text.ts'
import type { Story } from '../../shared/story/story.ts'
import { annotationPlugin } from './annotation-plugin.ts'
import type { StoryClipboard } from './clipboard.ts'
import { tagArmed } from './commands/arm.ts'
import type { EditorCommandId } from './commands/index.ts'
import { createPainter } from './decorations.ts'
import { rememberStory } from './doc-story.ts'
import { drawingPlugin } from './drawing-plugin.ts'
import { findPlugin } from './find.ts'
import type { Shown } from './handle.ts'
import { jumpPlugin } from './jump-state.ts'
import { type KeymapOptions, keymapPlugin } from './keymap.ts'
import { lockPlugin } from './locked.ts'
import { numbersPlugin } from './numbers-plugin.ts'
import { pointerPlugin } from './pointer-plugin.ts'
import { storyDoc } from './story-doc.ts'
import { storyPlugin } from './story-state.ts'
import { timeline } from './timeline.ts'
import { annotatorOf } from './words.ts'

export interface StateOptions extends Omit<KeymapOptions, 'run'> {
  readonly story: Story
  readonly editing: Editing
  readonly annotations: readonly Annotation[]
  readonly shown: Shown
  /** Every mark gets its element, also far out of sight. */
  readonly allMarks: boolean
  /** The drawn marks have cards in the page, as it is now. */
  cards(): boolean
  /** What the mouse selects grows to whole words; as it is set now. */
  snap(): boolean
  readonly clipboard: StoryClipboard
  run(command: EditorCommandId): boolean
}

/** Document and plugins of a story. Runs without a DOM, so that everything but drawing can be tested so. */
export function createEditorState(options: StateOptions): EditorState {
  const { context, run, story, editing, clipboard } = options
  const painter = createPainter({
    tags: context.tags,
    mine: context.person.id,
    nameOf: (creator) => annotatorOf(context.layers(), creator),
    cards: options.cards,
  })
  const doc = storyDoc(story, editing.can ? editing.fixed : [])
  rememberStory(doc, story)
  return EditorState.create({
    doc,
    plugins: [
      keymapPlugin(options),
      // Before the history plugin, whose own handler would answer the browser's undo without a word.
      lockPlugin({ context, clipboard, undo: () => run('undo'), redo: () => run('redo') }),
      pointerPlugin({ snap: options.snap, selected: tagArmed(context) }),
      timeline,
      storyPlugin(story, editing),
      annotationPlugin(options.annotations, options.shown),
      findPlugin(),
      jumpPlugin(),
      drawingPlugin(painter, options.allMarks),
      numbersPlugin(),
    ],
  })
}
