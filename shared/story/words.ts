import { type Span, span, type TextOffset } from '../units.ts'
import type { Story } from './story.ts'

/** Each counts as a word of its own: Han ideographs and kana. */
const single = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`
const letter = String.raw`(?!${single})[\p{L}\p{N}]\p{M}*`
/** Inside a word: apostrophes, hyphens, the points of "U.S" and "3.5", joiners of Persian and Indic scripts. */
const joint = String.raw`(?:['’·\-‐‑\u200c\u200d׳״](?=[\p{L}\p{N}])|(?<=\p{N})[.,](?=\p{N})|(?<=\p{L})\.(?=\p{L}))`
const wordSource = `${single}|(?:${letter})+(?:${joint}(?:${letter})+)*`

/** "U.S." keeps its last full stop. */
const pointed = String.raw`(?<!\p{L})(?:\p{L}{1,2}\.){2,}(?!\p{L})`
/** As the eye takes words: ideographs and kana in runs. */
const runSource = `(?:${single}|[ー々])+|${pointed}|(?:${letter})+(?:${joint}(?:${letter})+)*`

/** Scripts that do not write spaces; only ICU's dictionaries know their words. */
const counted = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const unspaced = new RegExp(`${single}|${counted.source}`, 'u')

/** Where a run that holds a word ends for certain. */
const gap = /[\s，。、；：？！「」『』（）《》]/u
/** A gap is looked for this far to either side of an offset; a longer run is cut. */
const REACH = 200

/**
 * Words of the whole story text, headline and captions included: runs of letters and digits, hyphens and
 * apostrophes inside; every ideograph counts as one. Emoji and signs are no words.
 */
export function countWords(story: Pick<Story, 'text'>): number {
  let count = 0
  for (const [word] of story.text.matchAll(new RegExp(wordSource, 'gu'))) {
    count += counted.test(word) ? wordsByDictionary(word).length : 1
  }
  return count
}

/**
 * The word that holds an offset or ends at it; null: none touches it. Runs in scripts without spaces are cut by
 * ICU's dictionary, so that a double click on 隧道关闭了 takes 隧道.
 */
export function wordAt(text: string, offset: TextOffset): Span | null {
  const from = windowStart(text, offset)
  let touching: Span | null = null
  for (const word of wordsOfPart(text, from, windowEnd(text, offset))) {
    if (word.start <= offset && offset < word.end) return word
    if (word.end === offset) touching = word
    if (word.start > offset) return touching
  }
  return touching
}

/** Words of a part of a text, in order, found as by {@link wordAt}; one that reaches out of the part is cut. */
export function wordsIn(text: string, part: Span): Iterable<Span> {
  return wordsOfPart(text, part.start, part.end)
}

/**
 * Where a border comes to when it is moved to the right by a word: the first end of a word behind the offset, or for
 * the start of a mark the first start. The offset itself where there is none.
 */
export function nextWordBorder(text: string, offset: TextOffset, side: 'start' | 'end' = 'end'): TextOffset {
  for (let from: number = offset; from < text.length; from += REACH) {
    const around = windowStart(text, from)
    for (const word of wordsOfPart(text, around, windowEnd(text, Math.min(from + REACH, text.length)))) {
      if (word[side] > offset) return word[side]
    }
  }
  return offset
}

/**
 * Where a border comes to when it is moved to the left by a word: the last start of a word before the offset, or for
 * the end of a mark the last end. The offset itself where there is none.
 */
export function previousWordBorder(
  text: string,
  offset: TextOffset,
  side: 'start' | 'end' = 'start',
): TextOffset {
  for (let to = Math.min(offset, text.length); to > 0; to -= REACH) {
    const around = windowStart(text, Math.max(to - REACH, 0))
    let found: TextOffset | null = null
    for (const word of wordsOfPart(text, around, windowEnd(text, to))) {
      if (word[side] < offset) found = word[side]
    }
    if (found !== null) return found
  }
  return offset
}

function* wordsOfPart(text: string, from: number, to: number): Generator<Span> {
  for (const { 0: run, index } of text.slice(from, to).matchAll(new RegExp(runSource, 'gu'))) {
    if (!unspaced.test(run)) yield span(from + index, from + index + run.length)
    else
      for (const { start, end } of wordsByDictionary(run))
        yield span(from + index + start, from + index + end)
  }
}

interface Part {
  readonly start: number
  readonly end: number
}

const dictionary = new Intl.Segmenter('und', { granularity: 'word' })

function wordsByDictionary(run: string): readonly Part[] {
  const parts: Part[] = []
  for (const { index, segment, isWordLike } of dictionary.segment(run)) {
    if (isWordLike === true) parts.push({ start: index, end: index + segment.length })
  }
  return parts
}

/** Start of the run without a gap that holds an offset. */
function windowStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && offset - start < REACH && !gap.test(text.charAt(start - 1))) start--
  return start
}

function windowEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && end - offset < REACH && !gap.test(text.charAt(end))) end++
  return end
}
