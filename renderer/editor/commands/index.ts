import type { Command } from 'prosemirror-state'
import type { CommandId } from '../../../shared/desk/commands.ts'
import { annotationsOf } from '../annotation-state.ts'
import type { EditorContext } from '../context.ts'
import { busy, stillReading } from '../refusal.ts'
import { storyStateOf } from '../story-state.ts'
import { acceptActive, placeActiveAgain } from './accept.ts'
import { arm, selecting } from './arm.ts'
import { chooseBorder } from './border.ts'
import { extendClause, nextClause, previousClause, shrinkClause } from './clauses.ts'
import { cycleOverlap, nextDoubt, nextMark, previousDoubt, previousMark } from './go.ts'
import { growParagraph, growSentence, growWord } from './grow.ts'
import { jump } from './jump.ts'
import { armRetag, deleteActive, noteOnActive, openCard } from './mark.ts'
import { moveParagraph } from './move.ts'
import { selectQuotation } from './quotation.ts'
import { nextSentence, previousSentence } from './sentences.ts'
import { repeatTag, tagByKey } from './tag.ts'
import { toggleEdit } from './text.ts'
import { redoLast, undoLast } from './undo.ts'
import { nextUnmarked, previousUnmarked } from './unmarked.ts'

/** Commands of the table that the window carries out, not the editor. */
export type WindowCommandId = (typeof windowCommands)[number]

export type EditorCommandId = Exclude<CommandId, WindowCommandId>

export type EditorCommands = Readonly<Record<EditorCommandId, Command>>

/** Every command that acts on the story. A command of the table that is in neither list does not compile. */
export function editorCommands(context: EditorContext): EditorCommands {
  /** Refused while another text is brought onto the screen. */
  const settled =
    (command: Command): Command =>
    (state, dispatch, view) => {
      if (!storyStateOf(state).following) return command(state, dispatch, view)
      if (dispatch !== undefined) context.say(busy)
      return false
    }
  /** Refused while annotations are missing on which its answer depends. */
  const complete =
    (command: Command): Command =>
    (state, dispatch, view) => {
      if (!context.reading()) return command(state, dispatch, view)
      if (dispatch !== undefined) context.say(stillReading)
      return false
    }
  /** Says so where it finds nothing while annotations are missing. */
  const orComplete =
    (command: Command): Command =>
    (state, dispatch, view) =>
      command(state, dispatch, view) || (context.reading() && complete(command)(state, dispatch, view))
  const card = openCard(context)
  // With an armed tag they mark.
  const selects = (command: Command) => armable(command, false)
  const selectsBack = (command: Command) => armable(command, true)
  const armable =
    (command: Command, back: boolean): Command =>
    (state, dispatch, view) => {
      const marks = selecting(context, command, back)
      return (annotationsOf(state).armed === null ? command : settled(marks))(state, dispatch, view)
    }
  return {
    undo: settled(undoLast(context)),
    redo: settled(redoLast(context)),
    'edit-text': settled(complete(toggleEdit(context))),
    'move-up': settled(moveParagraph(context, 'up')),
    'move-down': settled(moveParagraph(context, 'down')),
    ...byDigit('tag', (digit) => settled(tagByKey(context, digit))),
    ...byDigit('arm', (digit) => arm(context, digit)),
    'repeat-tag': settled(repeatTag(context)),
    note: noteOnActive(context),
    retag: settled(armRetag(context)),
    'start-border': settled(chooseBorder(context, 'start')),
    'end-border': settled(chooseBorder(context, 'end')),
    delete: settled(deleteActive(context)),
    accept: settled(acceptActive(context)),
    'place-again': settled(placeActiveAgain(context)),
    card: (state, dispatch, view) =>
      (annotationsOf(state).placing === null ? card : settled(card))(state, dispatch, view),
    'next-mark': orComplete(nextMark),
    'previous-mark': orComplete(previousMark),
    'cycle-overlap': cycleOverlap,
    'next-doubt': complete(nextDoubt(context)),
    'previous-doubt': complete(previousDoubt(context)),
    'next-unmarked': complete(selects(nextUnmarked(context))),
    'previous-unmarked': complete(selectsBack(previousUnmarked(context))),
    'next-sentence': selects(nextSentence),
    'previous-sentence': selectsBack(previousSentence),
    'next-clause': selects(nextClause),
    'previous-clause': selectsBack(previousClause),
    'extend-clause': selects(extendClause),
    'shrink-clause': selects(shrinkClause),
    quotation: selects(selectQuotation),
    'grow-word': selects(growWord),
    'grow-sentence': selects(growSentence),
    'grow-paragraph': selects(growParagraph),
    jump: jump(context),
  }
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
type Digit = (typeof digits)[number]

/** The commands `tag-1` … `tag-9` and their like. */
function byDigit<const Name extends string>(
  name: Name,
  command: (digit: Digit) => Command,
): Readonly<Record<`${Name}-${Digit}`, Command>> {
  const entries = digits.map((digit) => [`${name}-${digit}`, command(digit)])
  return Object.fromEntries(entries) as Record<`${Name}-${Digit}`, Command>
}

const windowCommands = [
  'open',
  'save',
  'export',
  'export-folder',
  'import',
  'close',
  'settings',
  'find',
  'find-next',
  'find-previous',
  'filter',
  'hide-marks',
  'whole-page',
  'larger-text',
  'smaller-text',
  'usual-text',
  'panel-margin',
  'panel-list',
  'panel-numbers',
  'next-region',
  'palette',
  'help',
] as const satisfies readonly CommandId[]

const ofWindow: ReadonlySet<CommandId> = new Set(windowCommands)

export function isEditorCommand(command: CommandId): command is EditorCommandId {
  return !ofWindow.has(command)
}
