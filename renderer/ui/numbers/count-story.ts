import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import { coverage } from '../../../shared/story/coverage.ts'
import { type Block, isBody, type Story } from '../../../shared/story/story.ts'
import { WithinBlocks } from '../../../shared/story/within-blocks.ts'
import { countWords } from '../../../shared/story/words.ts'
import { type Span, span } from '../../../shared/units.ts'
import type { Steps } from '../slices.ts'
import { countCharacters } from './count-characters.ts'

interface StoryCount {
  readonly words: number
  /** As a reader counts them, spaces included; line ends between blocks are none. */
  readonly characters: number
  /** Of the body. */
  readonly sentences: number
  /** Sentences of the body with a mark on at least one character. */
  readonly marked: number
}

/** A block as a story of its own: what was once found out about its text holds wherever the block moves to. */
interface Alone {
  readonly story: Story
  readonly words: number
  readonly characters: number
}

/** Counts a story, one step per block. `placed`: in reading order. */
export type CountStory = (story: Story, placed: readonly PlacedAnnotation[]) => Steps<StoryCount>

/**
 * Counts story after story, block by block. Blocks with a text of the last count are not read again, so after a key
 * press in a story of book length one paragraph is.
 */
export function createStoryCounter(): CountStory {
  // Also what a count found out that was given up: the next one goes on from there.
  let known = new Map<string, Alone>()
  return function* count(story, placed) {
    const used = new Map<string, Alone>()
    const marks = new WithinBlocks(placed.map((one) => one.span))
    let words = 0
    let characters = 0
    let sentences = 0
    let marked = 0
    for (const block of story.blocks) {
      const spans = partsIn(block, marks.within(block))
      const text = story.text.slice(block.start, block.end)
      const key = `${story.format} ${block.kind} ${text}`
      const alone = used.get(key) ?? known.get(key) ?? makeAlone(story, block, text)
      used.set(key, alone)
      known.set(key, alone)
      words += alone.words
      characters += alone.characters
      if (isBody(block.kind)) {
        const found = coverage(alone.story, spans)
        sentences += found.sentences
        marked += found.marked
      }
      yield
    }
    known = used
    return { words, characters, sentences, marked }
  }
}

function makeAlone(story: Story, block: Block, text: string): Alone {
  const start = 0 as Block['start']
  const end = text.length as Block['end']
  const alone = { ...story, text, blocks: [{ ...block, start, end }], marks: [], images: [] }
  return { story: alone, words: countWords(alone), characters: countCharacters(text) }
}

/** Parts of the spans that lie in the block, from the block's start. */
function partsIn(block: Block, spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((each) => {
    const start = Math.max(each.start, block.start) - block.start
    const end = Math.min(each.end, block.end) - block.start
    return start < end ? [span(start, end)] : []
  })
}
