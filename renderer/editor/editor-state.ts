import { history } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { AnnotatorId } from '../../shared/units.ts'
import { annotationPlugin } from './annotation-plugin.ts'
import type { EditorCommandId } from './commands/index.ts'
import type { EditorContext } from './context.ts'
import { createPainter } from './decorations.ts'
import { drawingPlugin } from './drawing-plugin.ts'
import { type KeymapOptions, keymapPlugin } from './keymap.ts'
import { lockPlugin } from './locked.ts'
import { storyDoc } from './story-doc.ts'
import { annotatorOf } from './words.ts'

// A day's work on one story fits.
const HISTORY_DEPTH = 5000

export interface StateOptions extends Omit<KeymapOptions, 'run'> {
  readonly context: EditorContext
  readonly annotations: readonly Annotation[]
  readonly hidden: ReadonlySet<AnnotatorId>
  run(command: EditorCommandId): boolean
}

/** Document and plugins of a story. Runs without a DOM, so that everything but drawing can be tested so. */
export function createEditorState(options: StateOptions): EditorState {
  const { context, run } = options
  const painter = createPainter({
    tags: context.tags,
    mine: context.person.id,
    nameOf: (creator) => annotatorOf(context.layers(), creator),
  })
  return EditorState.create({
    doc: storyDoc(context.story),
    plugins: [
      keymapPlugin(options),
      // Before the history plugin, whose own handler would answer the browser's undo without a word.
      lockPlugin({ story: context.story, undo: () => run('undo'), redo: () => run('redo') }),
      history({ depth: HISTORY_DEPTH }),
      annotationPlugin(options.annotations, options.hidden),
      drawingPlugin(painter),
    ],
  })
}
