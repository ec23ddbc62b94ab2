import { blockAt, blockSentences } from '../../shared/story/sentences.ts'
import type { Story } from '../../shared/story/story.ts'
import type { Sha256, Span } from '../../shared/units.ts'
import { sha256 } from '../storage/hash.ts'

/**
 * Hash of the sentences that hold a span, joined by `\n`: tells later whether the words still stand in what the
 * person read when confirming them. Where there is no sentence (a rule, a blank line) the words stand for it.
 */
export function confirmedSentence(story: Story, span: Span): Sha256 {
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
  return sha256(held.length === 0 ? story.text.slice(span.start, span.end) : held.join('\n'))
}
