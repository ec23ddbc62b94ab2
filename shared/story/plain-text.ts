import { span } from '../units.ts'
import { findHardWrap, widthOf } from './hard-wrap.ts'
import { linesOf } from './lines.ts'
import { openingLabelLength, signLength } from './looks.ts'
import { kindsOf } from './plain-kinds.ts'
import { pieceLines } from './plain-pieces.ts'
import type { Block, InlineMark, Story } from './story.ts'

/**
 * Reader `txt/1`. The story text is exactly `text`: what looks like a headline, a bullet or a caption is styled
 * so and keeps its characters.
 *
 * A block is a line, or, in copy wrapped by hand, a paragraph of lines whose `\n` stays inside as a soft break.
 * @param text with line ends normalised to `\n`
 * @param wrapped overrules the detection of hard wrapping; null: detect
 */
export function readPlainText(name: string, text: string, wrapped: boolean | null = null): Story {
  const lines = linesOf(text)
  const found = wrapped === false ? null : findHardWrap(text, lines)
  const wrap = wrapped === true ? (found ?? widthOf(text, lines)) : found
  const pieces = wrap === null ? lines : pieceLines(text, lines, wrap)
  const blocks = kindsOf(text, pieces)
  return {
    name,
    format: 'txt',
    reader: 'txt/1',
    text,
    blocks,
    marks: blocks.flatMap((block) => openingLabel(text, block)),
    images: [],
    meta: {},
    hardWrapped: wrap !== null,
    warnings: [],
  }
}

/** "Why it matters: The tunnel …": the label is set in strong type. */
function openingLabel(text: string, block: Block): readonly InlineMark[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return []
  const content = text.slice(block.start, block.end)
  const skip = signLength(content) || content.length - content.trimStart().length
  const length = openingLabelLength(content.slice(skip))
  if (length === 0) return []
  const start = block.start + skip
  return [{ ...span(start, start + length), kind: 'strong', href: '' }]
}
