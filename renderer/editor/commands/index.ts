import type { Command } from 'prosemirror-state'
import type { CommandId } from '../../../shared/desk/commands.ts'
import type { EditorContext } from '../context.ts'
import { cycleOverlap, nextMark, previousMark } from './go.ts'
import { growParagraph, growSentence, growWord } from './grow.ts'
import { armRetag, deleteActive, noteOnActive, openCard, tagWith } from './mark.ts'
import { nextSentence, previousSentence } from './sentences.ts'
import { redoLast, undoLast } from './undo.ts'

/** Commands of the table that the window carries out, not the editor. */
export type WindowCommandId = 'open' | 'save' | 'export' | 'close' | 'settings' | 'next-region' | 'help'

export type EditorCommandId = Exclude<CommandId, WindowCommandId>

export type EditorCommands = Readonly<Record<EditorCommandId, Command>>

/** Every command that acts on the story. A command of the table that is in neither list does not compile. */
export function editorCommands(context: EditorContext): EditorCommands {
  const tag = (key: string): Command => {
    const found = context.tags.find((entry) => entry.key === key)
    return found === undefined ? () => false : tagWith(context, found)
  }
  return {
    undo: undoLast(context),
    redo: redoLast(context),
    'tag-1': tag('1'),
    'tag-2': tag('2'),
    'tag-3': tag('3'),
    'tag-4': tag('4'),
    note: noteOnActive(context),
    retag: armRetag(context),
    delete: deleteActive(context),
    card: openCard(context),
    'next-mark': nextMark,
    'previous-mark': previousMark,
    'cycle-overlap': cycleOverlap,
    'next-sentence': nextSentence(context),
    'previous-sentence': previousSentence(context),
    'grow-word': growWord(context),
    'grow-sentence': growSentence(context),
    'grow-paragraph': growParagraph(context),
  }
}

const windowCommands: Readonly<Record<WindowCommandId, true>> = {
  open: true,
  save: true,
  export: true,
  close: true,
  settings: true,
  'next-region': true,
  help: true,
}

export function isEditorCommand(command: CommandId): command is EditorCommandId {
  return !(command in windowCommands)
}
