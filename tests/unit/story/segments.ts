import { clausesIn } from '../../../shared/story/clauses.ts'
import { quotationAt } from '../../../shared/story/quotations.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import { blockSentences, sentencesIn } from '../../../shared/story/sentences.ts'
import type { Story } from '../../../shared/story/story.ts'
import { textOffset } from '../../../shared/units.ts'

/** Sentences of a text that is one block, as words. */
export function sentencesOf(text: string): readonly string[] {
  return sentencesIn(text, 0, text.length).map(({ start, end }) => text.slice(start, end))
}

/** Clauses of a plain text, headline and captions included, as words. */
export function clausesOf(text: string): readonly string[] {
  return clausesOfStory(readStory('a.txt', text))
}

export function clausesOfStory(story: Story): readonly string[] {
  return story.blocks
    .flatMap((block) => blockSentences(story, block))
    .flatMap((sentence) => clausesIn(story, sentence))
    .map(({ start, end }) => story.text.slice(start, end))
}

/** The quotation at an offset of a plain text, as words. */
export function quotationOf(text: string, offset: number): string | null {
  const story = readStory('a.txt', text)
  const found = quotationAt(story, textOffset(offset))
  return found === null ? null : story.text.slice(found.start, found.end)
}
