import type { Block } from '../../story/story.ts'

// h1 is the report's, h2 its sections'; the story hangs below the second.
const SECTION = 2

/**
 * The heading level, 3–6, of each headline and heading of the story; null for other blocks and for empty ones.
 * Levels that the story skips are closed up: a reader who walks by headings finds no hole.
 */
export function headingLevels(blocks: readonly Block[]): readonly (number | null)[] {
  const highest = Math.min(...blocks.filter((block) => block.kind === 'heading').map((block) => block.level))
  let headline = 0
  let previous = SECTION
  return blocks.map(({ kind, level, start, end }) => {
    if ((kind !== 'headline' && kind !== 'heading') || start === end) return null
    const wanted = kind === 'headline' ? SECTION + 1 : SECTION + 1 + headline + level - highest
    if (kind === 'headline') headline = 1
    previous = Math.min(wanted, previous + 1, 6)
    return previous
  })
}
