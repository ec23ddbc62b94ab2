/**
 * Every command of the window, once. Keymap, native menu, tooltips and help are made from this table; what a
 * command does and when it can be done stands in the renderer, which must name every id.
 */

/**
 * One stroke: the key behind the modifiers held with it, in the order `Mod+Alt+Shift+`. `Mod` is Ctrl, on a Mac Cmd.
 * Letters are lower case, digits go by the physical key, all other keys are named as `KeyboardEvent.key` names them
 * (UI Events), except `Plus` and `Space`. A sign stands without Shift: where it is on the keyboard differs. Single
 * keys work only while the story has the focus. A person may choose others, see `keys.ts`.
 */
export type Keys = string

export type CommandMenu = 'file' | 'edit' | 'mark' | 'go' | 'view' | 'help'

export interface CommandEntry {
  readonly id: string
  readonly label: string
  /** Which menu lists it; null: none. */
  readonly menu: CommandMenu | null
  /** First one is shown. */
  readonly keys: readonly Keys[]
  /** Needs an open story. */
  readonly story: boolean
}

const entry = <const Id extends string>(
  id: Id,
  menu: CommandMenu | null,
  label: string,
  keys: readonly Keys[],
  story = true,
) => ({ id, menu, label, keys, story }) satisfies CommandEntry

/** Digits of the tag keys. */
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

export const commandTable = [
  entry('open', 'file', 'Open story…', ['Mod+o'], false),
  entry('save', 'file', 'Save now', ['Mod+s']),
  entry('export', 'file', 'Export report…', ['Mod+Shift+e']),
  entry('export-folder', 'file', 'Export the folder…', []),
  entry('import', 'file', 'Import annotations…', []),
  entry('close', 'file', 'Close story', ['Mod+Shift+w']),
  entry('settings', 'file', 'Settings…', ['Mod+,'], false),
  entry('undo', 'edit', 'Undo', ['Mod+z']),
  entry('redo', 'edit', 'Redo', ['Mod+Shift+z', 'Mod+y']),
  entry('edit-text', 'edit', 'Edit text', ['Mod+e']),
  entry('move-up', 'edit', 'Move the paragraph up', ['Alt+ArrowUp']),
  entry('move-down', 'edit', 'Move the paragraph down', ['Alt+ArrowDown']),
  entry('find', 'edit', 'Find in the story…', ['Mod+f', '/']),
  entry('find-next', 'edit', 'Find the next one', ['F3', 'Mod+g']),
  entry('find-previous', 'edit', 'Find the one before', ['Shift+F3', 'Mod+Shift+g']),
  ...digits.map((digit) => entry(`tag-${digit}`, 'mark', `Tag ${digit}`, [digit])),
  ...digits.map((digit) => entry(`arm-${digit}`, null, `Arm tag ${digit}`, [`Shift+${digit}`])),
  entry('repeat-tag', 'mark', 'Tag with the last tag again', ['.']),
  entry('note', 'mark', 'Write a note', ['n']),
  entry('retag', 'mark', 'Change the tag, then a digit', ['t']),
  entry('start-border', 'mark', 'Move the start of the annotation, with the arrows', ['b']),
  entry('end-border', 'mark', 'Move the end of the annotation, with the arrows', ['Shift+b']),
  entry('delete', 'mark', 'Delete the annotation', ['Backspace', 'Delete']),
  entry('accept', 'mark', 'Accept the changed words', ['a']),
  entry('place-again', 'mark', 'Place again: select, then Enter', ['r']),
  entry('card', 'mark', 'Go to the card', ['Enter']),
  entry('next-mark', 'go', 'Next annotation', ['l']),
  entry('previous-mark', 'go', 'Previous annotation', ['h']),
  entry('next-doubt', 'go', 'Next annotation to check', ['d']),
  entry('previous-doubt', 'go', 'Previous annotation to check', ['Shift+d']),
  entry('cycle-overlap', 'go', 'Next of overlapping annotations', ['x']),
  entry('next-unmarked', 'go', 'Next unmarked sentence', ['u']),
  entry('previous-unmarked', 'go', 'Previous unmarked sentence', ['Shift+u']),
  entry('next-sentence', 'go', 'Next sentence', ['j']),
  entry('previous-sentence', 'go', 'Previous sentence', ['k']),
  entry('next-clause', 'go', 'Next clause', ['c']),
  entry('previous-clause', 'go', 'Previous clause', ['Shift+c']),
  entry('extend-clause', 'go', 'Take the next clause in as well', ['e']),
  entry('shrink-clause', 'go', 'Leave the last clause out again', ['Shift+e']),
  entry('quotation', 'go', 'Select the quotation', ['q']),
  entry('grow-word', 'go', 'Select the word', ['w']),
  entry('grow-sentence', 'go', 'Select the sentence', ['s']),
  entry('grow-paragraph', 'go', 'Select the paragraph', ['p']),
  entry('jump', 'go', 'Jump to a word by its letters; once more: select up to another', ['g']),
  entry('filter', 'view', 'Filter the annotations', ['f']),
  entry('hide-marks', 'view', 'Hide all marks, or show them again', ['v']),
  entry('whole-page', 'view', 'Show the whole web page, or its article alone', []),
  entry('larger-text', 'view', 'Larger story text', ['Plus', '=']),
  entry('smaller-text', 'view', 'Smaller story text', ['-']),
  entry('usual-text', 'view', 'Story text of the usual size', ['0']),
  entry('panel-margin', 'view', 'Show the margin', []),
  entry('panel-list', 'view', 'Show the list', []),
  entry('panel-numbers', 'view', 'Show the numbers', []),
  entry('next-region', 'view', 'Next part of the window', ['F6'], false),
  entry('palette', 'help', 'All commands…', ['Mod+k'], false),
  entry('help', 'help', 'All keys', ['?'], false),
] as const

export type CommandId = (typeof commandTable)[number]['id']

export function findCommand(id: CommandId): CommandEntry {
  const found = commandTable.find((command) => command.id === id)
  if (found === undefined) throw new RangeError(`no command ${id}`)
  return found
}
