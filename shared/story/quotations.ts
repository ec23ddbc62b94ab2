import { type Span, span, type TextOffset } from '../units.ts'
import { pairQuotations } from './quote-marks.ts'
import { blockAt } from './sentences.ts'
import type { Block, Story } from './story.ts'

const known = new WeakMap<Story, WeakMap<Block, readonly Span[]>>()

/**
 * Quotations of a block, their marks included, by start, the outer before the inner one. One that is not closed runs
 * to the end of its block. Worked out once per story.
 */
function blockQuotations(story: Story, block: Block): readonly Span[] {
  const blocks = known.get(story) ?? new WeakMap<Block, readonly Span[]>()
  known.set(story, blocks)
  let quotations = blocks.get(block)
  if (quotations === undefined) {
    quotations = pairQuotations(story.text.slice(block.start, block.end)).map(({ start, end }) =>
      span(block.start + start, block.start + end),
    )
    blocks.set(block, quotations)
  }
  return quotations
}

const outermost = new WeakMap<Story, WeakMap<Block, readonly Span[]>>()

/** The quotations of a block that lie in no other, in order. */
export function outermostQuotations(story: Story, block: Block): readonly Span[] {
  const blocks = outermost.get(story) ?? new WeakMap<Block, readonly Span[]>()
  outermost.set(story, blocks)
  let found = blocks.get(block)
  if (found === undefined) {
    let reached = 0
    found = blockQuotations(story, block).filter(({ start, end }) => {
      const inside = start < reached
      reached = Math.max(reached, end)
      return !inside
    })
    blocks.set(block, found)
  }
  return found
}

/**
 * The innermost quotation that holds an offset, quotation marks included; else the next one in the same block; else
 * the last one that ends at the offset, so that a caret behind the last mark of a paragraph finds it. null: none.
 */
export function quotationAt(story: Story, offset: TextOffset): Span | null {
  const block = story.blocks[blockAt(story, offset)]
  if (block === undefined) return null
  const quotations = blockQuotations(story, block)
  return (
    quotations.findLast(({ start, end }) => start <= offset && offset < end) ??
    quotations.find(({ start }) => start >= offset) ??
    quotations.findLast(({ end }) => end === offset) ??
    null
  )
}

const openingMarks = /^["“”„‟«»‹›「『﹁﹃〝＂‘‚'״]\s*/u
const closingMarks = /\s*["“”‟«»‹›」』﹂﹄〞〟＂‘’'״]$/u

/**
 * A quotation without its outer marks and the blanks inside them; the signs that were quoted with it stay. The span
 * itself where nothing would be left.
 */
export function insideQuotation(text: string, quotation: Span): Span {
  const whole = text.slice(quotation.start, quotation.end)
  const start = quotation.start + (openingMarks.exec(whole)?.[0].length ?? 0)
  const end = quotation.end - (closingMarks.exec(whole)?.[0].length ?? 0)
  return end > start ? span(start, end) : quotation
}
