import type { Random } from './made-prose.ts'
import type { MadeStory, PlacedWord } from './made-story.ts'

/** A span on a made story: whole words of one paragraph. UTF-16, half-open. */
export interface MadeMark {
  /** First and last word, as indexes into the story's words. */
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
}

/** Marks that lie inside or across others; the rest stand side by side. */
const OVERLAPPING = 0.13
/** Marks that take the full stop or comma behind them along. */
const WITH_PUNCTUATION = 0.1
const LONGEST = 40

/** `count` marks over the story, in no order, about half of its words marked when there is room. */
export function makeMarks(story: MadeStory, count: number, random: Random): readonly MadeMark[] {
  const total = story.words.length
  const mean = Math.max(1, Math.min(10, (0.55 * total) / count))
  const length = (): number =>
    Math.max(1, Math.min(LONGEST, Math.round(-Math.log(1 - random()) * mean + 0.35)))
  const apart = Math.ceil(count * (1 - OVERLAPPING))
  const lengths: number[] = []
  let taken = 0
  for (let n = 0; n < apart; n++) {
    // The marks still to come need a word each.
    const fits = Math.max(1, Math.min(length(), total - taken - (apart - n - 1)))
    lengths.push(fits)
    taken += fits
  }
  const free = Math.max(0, total - taken)
  const blanks = Array.from({ length: apart }, () => Math.floor(random() * (free + 1))).sort((a, b) => a - b)
  const marks: MadeMark[] = []
  let before = 0
  lengths.forEach((words, n) => {
    marks.push(markOf(story, (blanks[n] ?? 0) + before, words, random))
    before += words
  })
  while (marks.length < count) {
    const base = marks[Math.floor(random() * apart)]
    if (base === undefined) break
    const first = base.first + Math.floor(random() * (base.last - base.first + 1))
    marks.push(markOf(story, first, length(), random))
  }
  return marks
}

function markOf(story: MadeStory, at: number, words: number, random: Random): MadeMark {
  const first = Math.min(at, story.words.length - 1)
  let last = Math.min(first + words - 1, story.words.length - 1)
  while (wordAt(story, last).paragraph !== wordAt(story, first).paragraph) last--
  const { end, after } = wordAt(story, last)
  const closing = random() < WITH_PUNCTUATION ? after.length : 0
  return { first, last, start: wordAt(story, first).start, end: end + closing }
}

/** @throws RangeError outside the story. */
export function wordAt(story: MadeStory, index: number): PlacedWord {
  const word = story.words[index]
  if (word === undefined) throw new RangeError(`no word ${index} of ${story.words.length}`)
  return word
}
