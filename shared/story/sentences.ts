import { type Span, span, type TextOffset } from '../units.ts'
import { signLength } from './looks.ts'
import { endsSentence, stopsIn } from './sentence-end.ts'
import { type Block, isBody, type Story } from './story.ts'

/**
 * Sentences of a part of a text, in order, outer white space left out. Closing quotes and brackets belong to the
 * sentence; a `\n` inside is white space. The part is one block: nothing is known of block borders here.
 * @param start UTF-16 offset, inside
 * @param end first UTF-16 offset outside
 */
export function sentencesIn(text: string, start: number, end: number): readonly Span[] {
  const block = text.slice(start, end)
  const sentences: Span[] = []
  let from = skipSpace(block, 0)
  for (const stop of stopsIn(block)) {
    if (!endsSentence(block, from, stop)) continue
    sentences.push(span(start + from, start + stop.end))
    from = skipSpace(block, stop.end)
  }
  const last = block.trimEnd().length
  if (last <= from) return sentences
  const before = sentences.at(-1)
  // Signs and emoji after the last full stop are no sentence of their own.
  return before === undefined || /[\p{L}\p{N}]/u.test(block.slice(from, last))
    ? [...sentences, span(start + from, start + last)]
    : [...sentences.slice(0, -1), span(before.start, start + last)]
}

const ofBlocks = new WeakMap<Story, WeakMap<Block, readonly Span[]>>()

/**
 * Sentences of one block of a story. In plain text the bullet or `>` that it starts with is not part of the first.
 * Worked out once: the same spans each time.
 */
export function blockSentences(story: Story, block: Block): readonly Span[] {
  if (block.kind === 'blank' || block.kind === 'rule') return []
  const blocks = ofBlocks.get(story) ?? new WeakMap<Block, readonly Span[]>()
  ofBlocks.set(story, blocks)
  let sentences = blocks.get(block)
  if (sentences === undefined) {
    const signs = story.format === 'txt' ? signLength(story.text.slice(block.start, block.end)) : 0
    sentences = sentencesIn(story.text, block.start + signs, block.end)
    blocks.set(block, sentences)
  }
  return sentences
}

const ofBodies = new WeakMap<Story, readonly Span[]>()

/** Sentences of the body: not of headline, byline, dateline, captions. Worked out once per story. */
export function bodySentences(story: Story): readonly Span[] {
  let sentences = ofBodies.get(story)
  if (sentences === undefined) {
    sentences = story.blocks
      .filter((block) => isBody(block.kind))
      .flatMap((block) => blockSentences(story, block))
    ofBodies.set(story, sentences)
  }
  return sentences
}

/**
 * The sentence at an offset, in a block of any kind; between two sentences and on a blank line the next one; at
 * the end of a block its last one. null: nothing but blanks follows.
 */
export function sentenceAt(story: Story, offset: TextOffset): Span | null {
  for (let index = blockAt(story, offset); index < story.blocks.length; index++) {
    const sentences = sentencesOfBlock(story, index)
    const found = sentences[firstThat(sentences, ({ end }) => end > offset)] ?? sentences.at(-1)
    if (found !== undefined) return found
  }
  return null
}

/** The first sentence that begins at or after an offset, headline and captions included; null: none does. */
export function sentenceFrom(story: Story, offset: TextOffset): Span | null {
  for (let index = blockAt(story, offset); index < story.blocks.length; index++) {
    const sentences = sentencesOfBlock(story, index)
    const found = sentences[firstThat(sentences, ({ start }) => start >= offset)]
    if (found !== undefined) return found
  }
  return null
}

/** The last sentence that begins before an offset, headline and captions included; null: none does. */
export function sentenceBefore(story: Story, offset: TextOffset): Span | null {
  for (let index = blockAt(story, offset); index >= 0; index--) {
    const sentences = sentencesOfBlock(story, index)
    const found = sentences[firstThat(sentences, ({ start }) => start >= offset) - 1]
    if (found !== undefined) return found
  }
  return null
}

function sentencesOfBlock(story: Story, index: number): readonly Span[] {
  const block = story.blocks[index]
  return block === undefined ? [] : blockSentences(story, block)
}

/** Index of the first span that passes a test that all behind it pass too; the length if none does. */
export function firstThat(spans: readonly Span[], passes: (span: Span) => boolean): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const found = spans[middle]
    if (found !== undefined && passes(found)) high = middle
    else low = middle + 1
  }
  return low
}

/** Index of the block that holds an offset, its end included. Beyond the text: the last one. */
export function blockAt(story: Story, offset: TextOffset): number {
  let low = 0
  let high = story.blocks.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((story.blocks[middle]?.end ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/uy
  space.lastIndex = from
  return from + (space.exec(text)?.[0].length ?? 0)
}
