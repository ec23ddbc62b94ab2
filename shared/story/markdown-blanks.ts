import { type Span, span } from '../units.ts'
import { type BlockContent, contentsOf } from './block-contents.ts'
import type { EditedStory } from './edited.ts'

/** Blanks at the start, at the end, around a line break, side by side (all but one), and those that are read as one. */
const lost = /^[ \n\t\f\r]+|[ \n\t\f\r]+$|(?<= ) +| +(?=\n)|(?<=\n) +|[\t\f\r]+/g

/**
 * What of an edited Markdown story its source cannot hold: empty blocks, and blanks that every reader of Markdown
 * drops. An editor deletes these ranges before it saves; else the story is not written, since it would differ.
 * @returns ascending, none touches another; that of an empty block takes the `\n` before it along
 */
export function lostBlanks(edited: EditedStory): readonly Span[] {
  const ranges: { start: number; end: number }[] = []
  const add = (start: number, end: number) => {
    const last = ranges.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else if (start < end) ranges.push({ start, end })
  }
  let kept = 0
  contentsOf(edited).forEach((content, index) => {
    const { start, end } = edited.blocks[index] ?? { start: 0, end: 0 }
    if (!isWorded(content)) kept++
    else if (!/[^ \n\t\f\r]/.test(content.text)) {
      // Before the first block that stays there is no line end to take; the one behind goes then.
      if (kept > 0) add(start - 1, end)
      else if (end < edited.text.length) add(start, end + 1)
    } else {
      kept++
      for (const { index: at, 0: found } of content.text.matchAll(lost))
        add(start + at, start + at + found.length)
    }
  })
  return ranges.map((range) => span(range.start, range.end))
}

/** Whether nothing of a block is lost in Markdown. */
export function keepsBlanks(content: BlockContent): boolean {
  return !isWorded(content) || (content.text !== '' && content.text.search(lost) < 0)
}

function isWorded({ kind }: BlockContent): boolean {
  return kind !== 'code' && kind !== 'rule' && kind !== 'image' && kind !== 'table-row'
}
