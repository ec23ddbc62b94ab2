import { type Span, span, type TextOffset } from '../units.ts'
import { clauseRanges } from './clause-borders.ts'
import { outermostQuotations } from './quotations.ts'
import type { Range } from './ranges.ts'
import { blockAt, blockSentences, firstThat } from './sentences.ts'
import type { Story } from './story.ts'

const known = new WeakMap<Story, WeakMap<Span, readonly Span[]>>()

/**
 * Clauses of one sentence of a story, in order: what stands between commas, dashes, semicolons, colons, brackets,
 * quotation borders and reporting phrases. Blanks and the signs between them are left out; quotation marks belong to
 * the quotation. Every letter and digit of the sentence lies in one of them.
 */
export function clausesIn(story: Story, sentence: Span): readonly Span[] {
  const sentences = known.get(story) ?? new WeakMap<Span, readonly Span[]>()
  known.set(story, sentences)
  let clauses = sentences.get(sentence)
  if (clauses === undefined) {
    const { start, end } = sentence
    clauses = clauseRanges(story.text.slice(start, end), quotationsIn(story, sentence)).map((clause) =>
      span(start + clause.start, start + clause.end),
    )
    sentences.set(sentence, clauses)
  }
  return clauses
}

/**
 * The clause at an offset, in a block of any kind; between two clauses and on a blank line the next one; at the end
 * of a block its last one. null: nothing but blanks and signs follows.
 */
export function clauseAt(story: Story, offset: TextOffset): Span | null {
  for (let index = blockAt(story, offset); index < story.blocks.length; index++) {
    const sentences = sentencesOf(story, index)
    for (let at = firstThat(sentences, ({ end }) => end > offset); at < sentences.length; at++) {
      const found = clausesOf(story, sentences[at]).find(({ end }) => end > offset)
      if (found !== undefined) return found
    }
    for (let at = sentences.length - 1; at >= 0; at--) {
      const found = clausesOf(story, sentences[at]).at(-1)
      if (found !== undefined) return found
    }
  }
  return null
}

/** The first clause that begins at or after an offset, over block borders, headline and captions included. */
export function clauseFrom(story: Story, offset: TextOffset): Span | null {
  for (let index = blockAt(story, offset); index < story.blocks.length; index++) {
    const sentences = sentencesOf(story, index)
    for (let at = firstThat(sentences, ({ end }) => end > offset); at < sentences.length; at++) {
      const found = clausesOf(story, sentences[at]).find(({ start }) => start >= offset)
      if (found !== undefined) return found
    }
  }
  return null
}

/** The last clause that begins before an offset, over block borders, headline and captions included. */
export function clauseBefore(story: Story, offset: TextOffset): Span | null {
  for (let index = blockAt(story, offset); index >= 0; index--) {
    const sentences = sentencesOf(story, index)
    for (let at = firstThat(sentences, ({ start }) => start >= offset) - 1; at >= 0; at--) {
      const found = clausesOf(story, sentences[at]).findLast(({ start }) => start < offset)
      if (found !== undefined) return found
    }
  }
  return null
}

/** The outermost quotations of a sentence as ranges of it; a speech of several sentences is cut at its ends. */
function quotationsIn(story: Story, sentence: Span): readonly Range[] {
  const block = story.blocks[blockAt(story, sentence.start)]
  if (block === undefined) return []
  const found: Range[] = []
  const quotations = outermostQuotations(story, block)
  for (let at = firstThat(quotations, ({ end }) => end > sentence.start); at < quotations.length; at++) {
    const quotation = quotations[at]
    if (quotation === undefined || quotation.start >= sentence.end) break
    found.push({
      start: Math.max(quotation.start, sentence.start) - sentence.start,
      end: Math.min(quotation.end, sentence.end) - sentence.start,
    })
  }
  return found
}

function sentencesOf(story: Story, index: number): readonly Span[] {
  const block = story.blocks[index]
  return block === undefined ? [] : blockSentences(story, block)
}

function clausesOf(story: Story, sentence: Span | undefined): readonly Span[] {
  return sentence === undefined ? [] : clausesIn(story, sentence)
}
