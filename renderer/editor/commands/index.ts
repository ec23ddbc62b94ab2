import type { Command } from 'prosemirror-state'
import type { CommandId } from '../../../shared/desk/commands.ts'
import { annotationsOf } from '../annotation-state.ts'
import type { EditorContext } from '../context.ts'
import { busy } from '../refusal.ts'
import { storyStateOf } from '../story-state.ts'
import { acceptActive, placeActiveAgain } from './accept.ts'
import { cycleOverlap, nextDoubt, nextMark, previousDoubt, previousMark } from './go.ts'
import { growParagraph, growSentence, growWord } from './grow.ts'
import { armRetag, deleteActive, noteOnActive, openCard, tagWith } from './mark.ts'
import { moveParagraph } from './move.ts'
import { nextSentence, previousSentence } from './sentences.ts'
import { toggleEdit } from './text.ts'
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
  /** Refused while another text is brought onto the screen. */
  const settled =
    (command: Command): Command =>
    (state, dispatch, view) => {
      if (!storyStateOf(state).following) return command(state, dispatch, view)
      if (dispatch !== undefined) context.say(busy)
      return false
    }
  const card = openCard(context)
  return {
    undo: settled(undoLast(context)),
    redo: settled(redoLast(context)),
    'edit-text': settled(toggleEdit(context)),
    'move-up': settled(moveParagraph(context, 'up')),
    'move-down': settled(moveParagraph(context, 'down')),
    'tag-1': settled(tag('1')),
    'tag-2': settled(tag('2')),
    'tag-3': settled(tag('3')),
    'tag-4': settled(tag('4')),
    note: noteOnActive(context),
    retag: settled(armRetag(context)),
    delete: settled(deleteActive(context)),
    accept: settled(acceptActive(context)),
    'place-again': settled(placeActiveAgain(context)),
    card: (state, dispatch, view) =>
      (annotationsOf(state).placing === null ? card : settled(card))(state, dispatch, view),
    'next-mark': nextMark,
    'previous-mark': previousMark,
    'cycle-overlap': cycleOverlap,
    'next-doubt': nextDoubt(context),
    'previous-doubt': previousDoubt(context),
    'next-sentence': nextSentence,
    'previous-sentence': previousSentence,
    'grow-word': growWord,
    'grow-sentence': growSentence,
    'grow-paragraph': growParagraph,
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
