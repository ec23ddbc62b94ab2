import type { ImportedMark } from './imported.ts'
import type { ImportedStanding } from './place-imported.ts'
import type { PositionFrame } from './position-frame.ts'

const units = { 'code-point': 'Unicode characters', 'utf-16': 'UTF-16 units' } as const

/** What a person should know of how the positions of a file were read. */
export function positionWarnings(
  marks: readonly Pick<ImportedMark, 'place'>[],
  standings: readonly ImportedStanding[],
  frame: PositionFrame,
): readonly string[] {
  const unchecked = marks.filter(
    ({ place }, at) => standings[at]?.kind === 'placed' && (place?.quote?.exact ?? '') === '',
  ).length
  return [
    ...(frame.isOther ? [readOtherwise(frame)] : []),
    ...(unchecked === 0
      ? []
      : [`${marksIn(unchecked)} in the file without words: placed by position alone, so look at them once.`]),
  ]
}

function readOtherwise({ unit, shift, agreeing, asked }: PositionFrame): string {
  const off = shift === 0 ? '' : `, and are off by ${Math.abs(shift)}`
  return `The positions in the file count ${units[unit]}${off}; read so, ${agreeing} of ${asked} agree with their words.`
}

function marksIn(count: number): string {
  return count === 1 ? '1 annotation stands' : `${count} annotations stand`
}
