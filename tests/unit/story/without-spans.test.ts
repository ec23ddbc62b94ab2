import { describe, expect, it } from 'vitest'
import { lostBlanks } from '../../../shared/story/markdown-blanks.ts'
import { readPlainText } from '../../../shared/story/plain-text.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import { spanWithout, storyWithout } from '../../../shared/story/without-spans.ts'
import { writeStory } from '../../../shared/story/write-story.ts'
import { span } from '../../../shared/units.ts'

/** A Markdown story as an editor has it: each line a paragraph, blanks and empty ones as they were typed. */
function typed(text: string) {
  const { blocks } = readPlainText('typed.txt', text, false)
  return {
    text,
    blocks: blocks.map((block) => ({ ...block, kind: 'paragraph' as const, level: 0, marker: '' })),
    marks: [],
  }
}

describe('a story without what its file cannot hold', () => {
  it.each(['One.\n\n\nTwo. ', ' One.\nTwo.\n', '\nOne.\n  \nTwo.'])('is written: %j', (text) => {
    const edited = typed(text)
    const clean = storyWithout(edited, lostBlanks(edited))
    expect(clean.text).toBe('One.\nTwo.')
    expect(clean.blocks.map(({ start, end }) => clean.text.slice(start, end))).toEqual(['One.', 'Two.'])
    const written = writeStory('a.md', 'One.\n', clean)
    expect(written.ok && readStory('a.md', written.value).text).toBe('One.\nTwo.')
  })

  it('moves what stands behind, and leaves nothing of what was all taken out', () => {
    const spans = [span(3, 5), span(8, 10)]
    const places = [span(0, 4), span(4, 9), span(3, 5), span(12, 14)]
    expect(places.map((place) => spanWithout(place, spans))).toEqual([
      span(0, 3),
      span(3, 6),
      null,
      span(8, 10),
    ])
  })
})
