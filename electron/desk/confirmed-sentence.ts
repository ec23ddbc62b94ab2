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
  return sha256(plainWords(sentencesAround(story, span)))
}

/** Is it the hash of the sentences around a span? Earlier sidecars hold the hash of the typography as it was. */
export function isConfirmedSentence(hash: string, story: Story, span: Span): boolean {
  const sentences = sentencesAround(story, span)
  return sha256(plainWords(sentences)) === hash || sha256(sentences) === hash
}

function sentencesAround(story: Story, span: Span): string {
  const held: string[] = []
  for (let at = blockAt(story, span.start); at < story.blocks.length; at++) {
    const block = story.blocks[at]
    if (block === undefined || block.start >= span.end) break
    for (const sentence of blockSentences(story, block)) {
      if (sentence.start < span.end && sentence.end > span.start) {
        held.push(story.text.slice(sentence.start, sentence.end))
      }
    }
  }
  return held.length === 0 ? story.text.slice(span.start, span.end) : held.join('\n')
}
