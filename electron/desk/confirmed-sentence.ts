import { plainWords } from '../../shared/anchor/same-words.ts'
import { blockAt, blockSentences } from '../../shared/story/sentences.ts'
import type { Story } from '../../shared/story/story.ts'
import type { Sha256, Span } from '../../shared/units.ts'
import { sha256 } from '../storage/hash.ts'

/** Stands for a sentence that nobody confirmed; no sentence has it, since none is empty. */
export const NO_SENTENCE: Sha256 = sha256('')

/**
 * Hash of the sentences that hold a span, in plain typography and joined by `\n`: tells later whether the words
 * still stand in what the person read when confirming them. Where there is no sentence (a rule, a blank line) the
 * words stand for it.
 */
export function confirmedSentence(story: Story, span: Span): Sha256 {
  const held = sentencesHolding(story, span)
  const key = `${held[0]?.start}-${held.at(-1)?.end}`
  const known = hashes.get(story) ?? new Map<string, Sha256>()
  hashes.set(story, known)
  const hash =
    (held.length === 0 ? undefined : known.get(key)) ?? sha256(plainWords(wordsOf(story, span, held)))
  if (held.length > 0) known.set(key, hash)
  return hash
}

// An import brings thousands of marks at once, and a text without full stops is one sentence.
const hashes = new WeakMap<Story, Map<string, Sha256>>()

/** Is it the hash of the sentences around a span? Earlier sidecars hold the hash of the typography as it was. */
export function isConfirmedSentence(hash: string, story: Story, span: Span): boolean {
  const sentences = wordsOf(story, span, sentencesHolding(story, span))
  return sha256(plainWords(sentences)) === hash || sha256(sentences) === hash
}

function sentencesHolding(story: Story, span: Span): readonly Span[] {
  const held: Span[] = []
  for (let at = blockAt(story, span.start); at < story.blocks.length; at++) {
    const block = story.blocks[at]
    if (block === undefined || block.start >= span.end) break
    for (const sentence of blockSentences(story, block)) {
      if (sentence.start < span.end && sentence.end > span.start) held.push(sentence)
    }
  }
  return held
}

function wordsOf({ text }: Story, span: Span, held: readonly Span[]): string {
  if (held.length === 0) return text.slice(span.start, span.end)
  return held.map(({ start, end }) => text.slice(start, end)).join('\n')
}
