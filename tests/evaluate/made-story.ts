import { pick } from '../bench/random.ts'
import type { Prose, Random } from './made-prose.ts'

/** One word of a made story. The text is `before + word + after + gap`, word after word. */
export interface MadeWord {
  /** The slot; a word put in another's place keeps it, so that truth can be followed. */
  readonly slot: number
  readonly word: string
  /** Opening punctuation. */
  readonly before: string
  /** Closing punctuation. */
  readonly after: string
  /** What parts it from the next word of its paragraph. */
  readonly gap: string
  /** First word of a sentence. */
  readonly opens: boolean
  /** Somebody put this word in the place of another. */
  readonly replaced: boolean
}

export type MadeParagraph = readonly MadeWord[]

/** A made story with the place of every word, UTF-16. */
export interface MadeStory {
  readonly text: string
  readonly paragraphs: readonly MadeParagraph[]
  readonly words: readonly PlacedWord[]
}

export interface PlacedWord extends MadeWord {
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

// Shares as counted in wire copy by eye: a sentence said twice (summary and body, caption and text), words with
// a no-break space behind them (numbers and units), blanks typed twice.
const REPEATED_SENTENCES = 0.02
const NO_BREAK = 0.005
const TYPED_TWICE = 0.004
/** Paragraphs that came from a typewriter-minded desk: straight quotes, hyphens for dashes. */
const STRAIGHT = 0.25

/** A story of at least `count` words, by the random numbers given. */
export function makeStory(prose: Prose, count: number, random: Random): MadeStory {
  const said: (readonly string[])[] = []
  const paragraphs: MadeParagraph[] = []
  let slot = 0
  while (slot < count) {
    const paragraph: MadeWord[] = []
    const sentences = 1 + Math.floor(random() * 4)
    for (let n = 0; n < sentences && slot < count; n++) {
      const again = said.length > 20 && random() < REPEATED_SENTENCES
      const chunks = again ? pick(random, said) : prose.sentence(random)
      if (!again) said.push(chunks)
      for (const word of toWords(chunks, prose.gap, random)) paragraph.push({ ...word, slot: slot++ })
    }
    paragraphs.push(random() < STRAIGHT ? paragraph.map(straightened) : paragraph)
  }
  return layOut(paragraphs)
}

/** Lays words out as plain text, a blank line between paragraphs. */
export function layOut(paragraphs: readonly MadeParagraph[]): MadeStory {
  const words: PlacedWord[] = []
  let text = ''
  paragraphs.forEach((paragraph, number) => {
    if (number > 0) text += '\n\n'
    paragraph.forEach((word, index) => {
      const start = text.length + word.before.length
      words.push({ ...word, paragraph: number, start, end: start + word.word.length })
      text += word.before + word.word + word.after + (index < paragraph.length - 1 ? word.gap : '')
    })
  })
  return { text, paragraphs, words }
}

/** The same word as a plain keyboard types it. */
export function straightened(word: MadeWord): MadeWord {
  const straight = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")
  return {
    ...word,
    word: straight(word.word),
    before: straight(word.before),
    after: straight(word.after),
    gap: word.gap === ' — ' ? ' - ' : word.gap === '' ? '' : ' ',
  }
}

/** The same word as a typesetter sets it. */
export function curled(word: MadeWord): MadeWord {
  return {
    ...word,
    word: word.word.replaceAll("'", '’'),
    before: word.before.replaceAll('"', '“'),
    after: word.after.replaceAll('"', '”'),
    gap: word.gap === ' - ' ? ' — ' : word.gap,
  }
}

/** A word in its clothes: `“Mayor,”`. */
const chunk = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/u

function toWords(chunks: readonly string[], gap: string, random: Random): Omit<MadeWord, 'slot'>[] {
  const made: Omit<MadeWord, 'slot'>[] = []
  for (const [index, text] of chunks.entries()) {
    if (text === '—') continue
    const [, before = '', word = text, after = ''] = chunk.exec(text) ?? []
    const dash = chunks[index + 1] === '—'
    made.push({
      word,
      before,
      after,
      gap: dash ? ' — ' : gapAfter(gap, random),
      opens: index === 0,
      replaced: false,
    })
  }
  return made
}

function gapAfter(gap: string, random: Random): string {
  if (gap !== ' ') return gap
  const draw = random()
  if (draw < NO_BREAK) return '\u00a0'
  return draw < NO_BREAK + TYPED_TWICE ? '  ' : ' '
}
