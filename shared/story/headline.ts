import type { BlockKind, Story } from './story.ts'

/** Code points of running text that stand in for a missing headline; one line of a list. */
const LONGEST = 80

/**
 * What to call a story: its headline, else the title of its front matter, its first heading, its first words, and
 * for a story without any words its file name. One line, never empty unless the name is.
 */
export function headlineOf(story: Story): string {
  const own =
    firstOf(story, (kind) => kind === 'headline') ||
    oneLine(story.meta.title ?? '') ||
    firstOf(story, (kind) => kind === 'heading') ||
    firstOf(story, (kind) => kind !== 'rule' && kind !== 'blank')
  return own === '' ? story.name : shortened(own)
}

function firstOf(story: Story, wanted: (kind: BlockKind) => boolean): string {
  for (const block of story.blocks) {
    const text = wanted(block.kind) ? oneLine(story.text.slice(block.start, block.end)) : ''
    if (text !== '') return text
  }
  return ''
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Cut at a space where there is one, else between two code points. */
function shortened(text: string): string {
  const points = [...text]
  if (points.length <= LONGEST * 2) return text
  const cut = points.slice(0, LONGEST).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0) || cut.length).trimEnd()}…`
}
