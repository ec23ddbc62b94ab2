/**
 * Every command of the window, once. Keymap, native menu, tooltips and help are made from this table; what a
 * command does and when it can be done stands in the renderer, which must name every id.
 */

/** `Mod` is Ctrl, on a Mac Cmd. Single keys work only while the story has the focus. */
export type Keys = string

export type CommandMenu = 'file' | 'edit' | 'mark' | 'go' | 'view' | 'help'

export interface CommandEntry {
  readonly id: string
  readonly label: string
  /** Which menu lists it; null: none. */
  readonly menu: CommandMenu | null
  /** First one is shown. Letters are lower case; digits go by physical key; `Shift+`, `Mod+`, `Alt+` before. */
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

export const commandTable = [
  entry('open', 'file', 'Open story…', ['Mod+o'], false),
  entry('save', 'file', 'Save now', ['Mod+s']),
  entry('export', 'file', 'Export report…', ['Mod+Shift+e']),
  entry('close', 'file', 'Close story', ['Mod+Shift+w']),
  entry('settings', 'file', 'Settings…', ['Mod+,'], false),
  entry('undo', 'edit', 'Undo', ['Mod+z']),
  entry('redo', 'edit', 'Redo', ['Mod+Shift+z', 'Mod+y']),
  entry('edit-text', 'edit', 'Edit text', ['Mod+e']),
  entry('move-up', 'edit', 'Move the paragraph up', ['Alt+ArrowUp']),
  entry('move-down', 'edit', 'Move the paragraph down', ['Alt+ArrowDown']),
  entry('tag-1', 'mark', 'Tag 1', ['1']),
  entry('tag-2', 'mark', 'Tag 2', ['2']),
  entry('tag-3', 'mark', 'Tag 3', ['3']),
  entry('tag-4', 'mark', 'Tag 4', ['4']),
  entry('note', 'mark', 'Write a note', ['n']),
  entry('retag', 'mark', 'Change the tag, then a digit', ['t']),
  entry('delete', 'mark', 'Delete the annotation', ['Backspace', 'Delete']),
  entry('accept', 'mark', 'Accept the changed words', ['a']),
  entry('place-again', 'mark', 'Place again: select, then Enter', ['r']),
  entry('card', 'mark', 'Go to the card', ['Enter']),
  entry('next-mark', 'go', 'Next annotation', ['l']),
  entry('previous-mark', 'go', 'Previous annotation', ['h']),
  entry('next-doubt', 'go', 'Next annotation to check', ['d']),
  entry('previous-doubt', 'go', 'Previous annotation to check', ['Shift+d']),
  entry('cycle-overlap', 'go', 'Next of overlapping annotations', ['x']),
  entry('next-sentence', 'go', 'Next sentence', ['j']),
  entry('previous-sentence', 'go', 'Previous sentence', ['k']),
  entry('grow-word', 'go', 'Select the word', ['w']),
  entry('grow-sentence', 'go', 'Select the sentence', ['s']),
  entry('grow-paragraph', 'go', 'Select the paragraph', ['p']),
  entry('next-region', 'view', 'Next part of the window', ['F6'], false),
  entry('help', 'help', 'All keys', ['?'], false),
] as const

export type CommandId = (typeof commandTable)[number]['id']

export function findCommand(id: CommandId): CommandEntry {
  const found = commandTable.find((command) => command.id === id)
  if (found === undefined) throw new RangeError(`no command ${id}`)
  return found
}
