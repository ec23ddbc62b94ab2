import { expect, test } from 'vitest'
import { type CountStory, createStoryCounter } from '../../../../renderer/ui/numbers/count-story.ts'
import { isPlaced, type PlacedAnnotation } from '../../../../shared/annotation/annotation.ts'
import { coverage } from '../../../../shared/story/coverage.ts'
import type { Story } from '../../../../shared/story/story.ts'
import { countWords } from '../../../../shared/story/words.ts'
import { type Span, span } from '../../../../shared/units.ts'
import { anAnnotation } from '../../../helpers/annotation.ts'
import { story } from '../../../helpers/story.ts'
import { storyOfBlocks } from '../../../helpers/story-of-blocks.ts'

function finish(count: CountStory, story: Story, spans: readonly Span[]) {
  const placed: readonly PlacedAnnotation[] = spans.map((at) => anAnnotation({ span: at })).filter(isPlaced)
  const steps = count(story, placed)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

const tunnel = storyOfBlocks('tunnel.md', [
  { kind: 'headline', text: 'Tunnel reopens. At last.' },
  { kind: 'paragraph', text: 'It opened on Friday. Nobody came. The pumps held.' },
  { kind: 'blank', text: '' },
  { kind: 'item', text: 'One pump failed.' },
  { kind: 'caption', text: 'The tunnel on Friday. Photo: L. Brandt' },
])

/** Line ends between the blocks are no characters. */
const characters = tunnel.text.replaceAll('\n', '').length
const counts = (spans: readonly Span[]) => ({
  words: countWords(tunnel),
  characters,
  ...coverage(tunnel, spans),
})

test('is what the whole story counts, wherever the marks lie', () => {
  const count = createStoryCounter()
  const { length } = tunnel.text
  for (const spans of [[], [span(0, 3)], [span(2, 40), span(30, 50)], [span(0, length)], [span(47, 78)]]) {
    expect(finish(count, tunnel, spans)).toEqual(counts(spans))
  }
})

test('a text that changed is counted as it is now', () => {
  const count = createStoryCounter()
  finish(count, story('Nobody knew.\nNobody asked.').story, [])
  const next = story('<a>Somebody<b> knew. Who?\nNobody asked.')
  expect(finish(count, next.story, [next.span()])).toEqual({
    words: 5,
    characters: 32,
    sentences: 3,
    marked: 1,
  })
})

test('a count that was given up does no harm to the next', () => {
  const count = createStoryCounter()
  const steps = count(tunnel, [])
  steps.next()
  steps.next()
  expect(finish(count, tunnel, [])).toEqual(counts([]))
})
