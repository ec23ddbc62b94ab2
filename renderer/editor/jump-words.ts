import { foldLetters } from '../../shared/anchor/unit-class.ts'
import { blockAt } from '../../shared/story/sentences.ts'
import type { Story } from '../../shared/story/story.ts'
import { wordsIn } from '../../shared/story/words.ts'
import type { Span, TextOffset } from '../../shared/units.ts'
import type { Jump } from '../state/model.ts'
import type { Piece } from './decorations.ts'

/** A word that can be jumped to. */
export interface JumpWord {
  readonly span: Span
  /** Its letters and digits as the search sees them: small, without accents and vowel points. */
  readonly letters: string
}

/** Letters as they are compared: those of words, and those that are typed. */
export function jumpLetters(text: string): string {
  return foldLetters(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/** Words that begin in a piece of the story, the nearest to an offset first; at equal distance the one behind it. */
export function wordsAround(story: Story, piece: Piece, offset: TextOffset): readonly JumpWord[] {
  const distance = ({ span }: JumpWord) => Math.abs(span.start - offset)
  return wordsBetween(story, piece).sort((a, b) => distance(a) - distance(b) || b.span.start - a.span.start)
}

/** Words from an offset to the end of its block, and on to the end of the piece; in order. */
export function wordsBehind(story: Story, piece: Piece, offset: TextOffset): readonly JumpWord[] {
  const block = story.blocks[blockAt(story, offset)]
  const end = Math.max(piece.end, block?.end ?? 0) as TextOffset
  return wordsBetween(story, { start: offset, end })
}

function wordsBetween(story: Story, { start, end }: Piece): JumpWord[] {
  const words: JumpWord[] = []
  for (let i = blockAt(story, start); i < story.blocks.length; i++) {
    const block = story.blocks[i]
    if (block === undefined || block.start >= end) break
    for (const span of wordsIn(story.text, block)) {
      if (span.start < start || span.start >= end) continue
      words.push({ span, letters: jumpLetters(story.text.slice(span.start, span.end)) })
    }
  }
  return words
}

const DIGITS = '123456789'
const LATIN = 'abcdefghijklmnopqrstuvwxyz'

/**
 * The words that begin with the typed letters, with the keys that choose them. The nearest nine have the digits,
 * those behind them letters that could not go on with any of the words. Towards the start of a selection labels
 * stand only once a letter was typed, since a page of them would hide the text; towards its end the next words
 * are meant more often than not, so their digits stand at once.
 * @param words the nearest first
 */
export function labelled(words: readonly JumpWord[], typed: string, to: Jump['to']): Jump['targets'] {
  if (typed === '' && to === 'start') return []
  const matching = words.filter(({ letters }) => letters.startsWith(typed))
  const labels = DIGITS + spareLetters(matching, typed)
  return matching.map(({ span }, i) => ({ span, label: labels[i] ?? '' }))
}

/** Latin letters that stand next in none of the words; none for other scripts, whose keyboards lack them. */
function spareLetters(words: readonly JumpWord[], typed: string): string {
  if (!/\p{Script=Latin}$/u.test(typed)) return ''
  const next = new Set(words.map(({ letters }) => letters.charAt(typed.length)))
  return [...LATIN].filter((letter) => !next.has(letter)).join('')
}
