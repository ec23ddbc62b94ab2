import type { CommandId } from './commands.ts'

/** What a held key may do again and again: going somewhere, and what is done step by step. Nothing that marks. */
const repeatable: ReadonlySet<CommandId> = new Set<CommandId>([
  'undo',
  'redo',
  'move-up',
  'move-down',
  'find-next',
  'find-previous',
  'next-mark',
  'previous-mark',
  'next-doubt',
  'previous-doubt',
  'cycle-overlap',
  'next-unmarked',
  'previous-unmarked',
  'next-sentence',
  'previous-sentence',
  'next-clause',
  'previous-clause',
  'extend-clause',
  'shrink-clause',
  'larger-text',
  'smaller-text',
])

/** May it be done again while its key is held? A held digit must not tag ten times. */
export function mayRepeat(command: CommandId): boolean {
  return repeatable.has(command)
}
