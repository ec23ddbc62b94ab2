import type { Node } from 'prosemirror-model'
import { FoldedText } from '../../shared/anchor/folded-text.ts'
import { foldLetters } from '../../shared/anchor/unit-class.ts'
import { type Span, span } from '../../shared/units.ts'
import { blockText } from './block-text.ts'

/** A text as the search sees it, and the way back: see {@link FoldedText}. */
export type Folded = Pick<FoldedText, 'folded' | 'isBorder' | 'unfold'>

/** Folds the text of a paragraph. */
export function foldBlock(block: Node): Folded {
  const text = blockText(block)
  return isPlain(text) ? plainly(text) : new FoldedText(text)
}

/**
 * Signs that fold to one sign each, as long as no blanks and dashes stand side by side: basic letters, those of
 * western and central Europe but the few that come apart (İ, ĳ, ŀ, ŉ), quotes and dashes.
 */
const plain =
  /^[\n\x20-\x7e\u00a0\u00c0-\u012f\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u2010-\u2015\u2018-\u201f]*$/
const run = /[\s\u2010-\u2015-]{2}/

/** Most paragraphs are so plain that each sign stays in its place: they fold ten times as fast, without a table. */
export function isPlain(text: string): boolean {
  return plain.test(text) && !run.test(text)
}

/** The same as {@link FoldedText} makes of a plain text. */
export function plainly(text: string): Folded {
  const folded = text
    .toLowerCase()
    .replace(/[`\u2018-\u201b]/g, "'")
    .replace(/[\u201c-\u201f]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s/g, ' ')
    .replace(/[\u00c0-\u017e]/g, foldLetters)
  return { folded, isBorder: () => true, unfold: (from, to): Span => span(from, to) }
}
