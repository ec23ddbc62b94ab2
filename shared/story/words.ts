import { type Span, span, type TextOffset } from '../units.ts'
import type { Story } from './story.ts'

/** Each counts as a word of its own: Han ideographs and kana. */
const single = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`
const letter = String.raw`(?!${single})[\p{L}\p{N}]\p{M}*`
/** Inside a word: apostrophes, hyphens, the points of "U.S" and "3.5", joiners of Persian and Indic scripts. */
const joint = String.raw`(?:['’·\-‐‑\u200c\u200d׳״](?=[\p{L}\p{N}])|(?<=\p{N})[.,](?=\p{N})|(?<=\p{L})\.(?=\p{L}))`
const wordSource = `${single}|(?:${letter})+(?:${joint}(?:${letter})+)*`

/** Scripts that do not write spaces; only ICU's dictionaries know their words. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** White space is looked for this far to either side of an offset; a longer run is cut. */
const REACH = 200

/**
 * Words of the whole story text, headline and captions included: runs of letters and digits, hyphens and
 * apostrophes inside; every ideograph counts as one. Emoji and signs are no words.
 */
export function countWords(story: Story): number {
  let count = 0
  for (const [word] of story.text.matchAll(new RegExp(wordSource, 'gu'))) {
    count += unspaced.test(word) ? wordsByDictionary(word).length : 1
  }
  return count
}

/** The word that holds an offset or ends at it; null: none touches it. */
export function wordAt(text: string, offset: TextOffset): Span | null {
  const from = windowStart(text, offset)
  const window = text.slice(from, windowEnd(text, offset))
  let touching: Span | null = null
  for (const found of window.matchAll(new RegExp(wordSource, 'gu'))) {
    for (const part of wordsByDictionaryIfNeeded(found[0])) {
      const start = from + found.index + part.start
      const end = from + found.index + part.end
      if (start <= offset && offset < end) return span(start, end)
      if (end === offset) touching = span(start, end)
      if (start > offset) return touching
    }
  }
  return touching
}

interface Part {
  readonly start: number
  readonly end: number
}

function wordsByDictionaryIfNeeded(word: string): readonly Part[] {
  return unspaced.test(word) ? wordsByDictionary(word) : [{ start: 0, end: word.length }]
}

function wordsByDictionary(run: string): readonly Part[] {
  const parts: Part[] = []
  for (const { index, segment, isWordLike } of new Intl.Segmenter('und', { granularity: 'word' }).segment(
    run,
  )) {
    if (isWordLike === true) parts.push({ start: index, end: index + segment.length })
  }
  return parts
}

function windowStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && offset - start < REACH && !/\s/u.test(text.charAt(start - 1))) start--
  return start
}

function windowEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && end - offset < REACH && !/\s/u.test(text.charAt(end))) end++
  return end
}
