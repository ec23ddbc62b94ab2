import { describe, expect, it } from 'vitest'
import { contentsOf } from '../../../shared/story/block-contents.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import { fixedBlocks, writeStory } from '../../../shared/story/write-story.ts'
import { type LooseBlock, looseBlocks, storyOf, typed } from './edits.ts'
import { markdownSources } from './markdown-sources.ts'
import { edited, randomFrom, someEdit } from './random-edits.ts'

const EDITS = 5

/** Kinds whose text Markdown writes in words of its own. */
const worded = new Set([
  'paragraph',
  'heading',
  'headline',
  'item',
  'quote',
  'label',
  'dateline',
  'byline',
  'caption',
])

/** Markdown has no form for an empty block, nor for blanks at its ends, around its line breaks or side by side. */
const hasLostBlanks = ({ kind, text }: LooseBlock) =>
  worded.has(kind) && (text === '' || /^\s|\s$| {2}| \n|\n |\t/.test(text))

/** Lines of `before` that are not in `after`, in order. */
function linesLost(before: string, after: string): number {
  const lines = after.split(/\r\n|\r|\n/)
  let at = 0
  return before.split(/\r\n|\r|\n/).filter((line) => {
    const found = lines.indexOf(line, at)
    if (found >= 0) at = found + 1
    return found < 0
  }).length
}

describe('an edited Markdown story', () => {
  it('is the same bytes where nothing was edited', () => {
    expect(markdownSources.length).toBeGreaterThan(110)
    for (const raw of markdownSources) {
      expect(writeStory('story.md', raw, readStory('story.md', raw))).toEqual({ ok: true, value: raw })
    }
  })

  it('reads as it was on the screen, or is not written and says why', () => {
    let written = 0
    const misses: string[] = []
    for (const [index, raw] of markdownSources.entries()) {
      const blocks = looseBlocks(readStory('story.md', raw))
      const random = randomFrom(index)
      for (let run = 0; run < EDITS; run++) {
        const after = edited(blocks, someEdit(random))
        const story = storyOf(after)
        const result = writeStory('story.md', raw, story)
        if (result.ok) {
          written++
          const read = readStory('story.md', result.value)
          expect(read.text).toBe(story.text)
          expect(contentsOf(read)).toEqual(contentsOf(story))
        } else if (result.error.kind === 'differs' && !after.some(hasLostBlanks)) {
          misses.push(JSON.stringify([raw, after]))
        }
      }
    }
    expect(written).toBeGreaterThan(markdownSources.length * EDITS * 0.8)
    // Of edits that a form exists for; what is left are items without the item they go on from, words in a rule
    // and the like.
    expect(misses.length).toBeLessThan(written * 0.025)
  })

  it('takes ordinary words anywhere in running text, and leaves all other lines alone', () => {
    const failed: string[] = []
    let written = 0
    for (const raw of markdownSources) {
      const blocks = looseBlocks(readStory('story.md', raw))
      const fixed = new Set(fixedBlocks('story.md', raw).map(({ block }) => block))
      blocks.forEach((block, index) => {
        if (!worded.has(block.kind) || fixed.has(index) || !/\p{L}{2}/u.test(block.text)) return
        const inside = (/\p{L}(?=\p{L})/u.exec(block.text)?.index ?? 0) + 1
        const length = block.text.length
        for (const change of [
          typed(block, inside, inside, 'and'),
          typed(block, length, length, ' and more'),
          typed(block, 0, 0, 'Then '),
        ]) {
          const story = storyOf(blocks.map((one) => (one === block ? change : one)))
          const result = writeStory('story.md', raw, story)
          if (result.ok && linesLost(raw, result.value) <= 1) written++
          else failed.push(JSON.stringify([raw, change.text, result]))
        }
      })
    }
    expect(failed).toEqual([])
    expect(written).toBeGreaterThan(600)
  })
})
