import { pick } from '../bench/random.ts'
import { type MadeMark, wordAt } from './made-marks.ts'
import { capital, type Prose, type Random } from './made-prose.ts'
import {
  curled,
  layOut,
  type MadeParagraph,
  type MadeStory,
  type MadeWord,
  straightened,
} from './made-story.ts'

/** Where a mark stands after the edits. UTF-16, half-open. */
export interface Truth {
  /** From its first word left to its last, words put in between included; null: all its words are gone. */
  readonly place: { readonly start: number; readonly end: number } | null
  /** For a mark whose words were all replaced: the words that stand in their places. */
  readonly slots: { readonly start: number; readonly end: number } | null
}

export interface EditedStory {
  readonly story: MadeStory
  truthOf(mark: MadeMark): Truth
}

const MOVED_PARAGRAPHS = 0.03
/** Of the words to change: how many go with whole sentences taken out. */
const IN_SENTENCES = 0.1
/** Marks whose words are taken out and nothing else, so that there is always something to lose. */
const DELETED_MARKS = 0.01
/** Paragraphs that a publishing system sets anew: quotes, dashes and blanks curled or made plain. */
const NORMALISED = 0.5
const SPLIT_OR_JOINED = 0.02

/**
 * Edits a made story as an editor and a publishing system would: words put in, taken out and replaced (`share`
 * of all words, singly or in runs), sentences and marked words taken out, paragraphs moved, split and joined,
 * typography changed. Knows where each word went.
 */
export function editStory(
  made: MadeStory,
  marks: readonly MadeMark[],
  share: number,
  prose: Prose,
  random: Random,
): EditedStory {
  const gone = new Set<number>()
  for (let n = Math.ceil(marks.length * DELETED_MARKS); n > 0; n--) {
    for (const slot of slotsOf(made, pick(random, marks))) gone.add(slot)
  }
  let paragraphs = made.paragraphs.map((paragraph) => paragraph.filter((word) => !gone.has(word.slot)))
  const words = Math.round(made.words.length * share)
  takeSentences(paragraphs, words * IN_SENTENCES, random)
  changeWords(paragraphs, words * (1 - IN_SENTENCES), prose, random)
  paragraphs = paragraphs.filter((paragraph) => paragraph.length > 0)
  move(paragraphs, random)
  paragraphs = cutAndJoin(paragraphs, random)
  const story = layOut(
    paragraphs.map((paragraph) => (random() < NORMALISED ? setAnew(paragraph, random) : paragraph)),
  )
  const at = new Map(story.words.map((word, index) => [word.slot, index]))
  return { story, truthOf: (mark) => truth(made, story, at, mark) }
}

const slotsOf = (story: MadeStory, mark: MadeMark): readonly number[] =>
  story.words.slice(mark.first, mark.last + 1).map((word) => word.slot)

function takeSentences(paragraphs: MadeWord[][], words: number, random: Random): void {
  for (let left = words, tries = 0; left > 0 && tries < 1e6; tries++) {
    const paragraph = paragraphs[Math.floor(random() * paragraphs.length)] ?? []
    const starts = paragraph.flatMap((word, index) => (word.opens ? [index] : []))
    if (starts.length === 0) continue
    const nth = Math.floor(random() * starts.length)
    const from = starts[nth] ?? 0
    left -= paragraph.splice(from, (starts[nth + 1] ?? paragraph.length) - from).length
  }
}

function changeWords(paragraphs: MadeWord[][], words: number, prose: Prose, random: Random): void {
  let nextSlot = 1e9
  for (let left = words, tries = 0; left > 0 && tries < 1e7; tries++) {
    const paragraph = paragraphs[Math.floor(random() * paragraphs.length)] ?? []
    if (paragraph.length < 3) continue
    const run = random() < 0.15 ? 3 + Math.floor(random() * 13) : 1
    const at = Math.floor(random() * paragraph.length)
    const count = Math.min(run, paragraph.length - at - 1)
    if (count < 1) continue
    const kind = random()
    if (kind < 1 / 3) {
      const put = Array.from({ length: count }, () => newWord(nextSlot++, prose, random))
      paragraph.splice(at, 0, ...put)
    } else if (kind < 2 / 3) paragraph.splice(at, count)
    else for (let n = at; n < at + count; n++) replace(paragraph, n, prose, random)
    left -= count
  }
}

const newWord = (slot: number, prose: Prose, random: Random): MadeWord => ({
  slot,
  word: prose.word(random),
  before: '',
  after: '',
  gap: prose.gap,
  opens: false,
  replaced: false,
})

function replace(paragraph: MadeWord[], index: number, prose: Prose, random: Random): void {
  const old = paragraph[index]
  if (old === undefined) return
  const draw = prose.word(random)
  const word = old.opens ? capital(draw) : draw
  paragraph[index] = { ...old, word, replaced: old.replaced || word !== old.word }
}

function cutAndJoin(paragraphs: MadeWord[][], random: Random): MadeWord[][] {
  const made: MadeWord[][] = []
  for (const paragraph of paragraphs) {
    const last = made.at(-1)
    const middle = Math.floor(paragraph.length / 2)
    if (last !== undefined && random() < SPLIT_OR_JOINED) last.push(...paragraph)
    else if (middle > 4 && random() < SPLIT_OR_JOINED)
      made.push(paragraph.slice(0, middle), paragraph.slice(middle))
    else made.push(paragraph)
  }
  return made
}

function move(paragraphs: MadeWord[][], random: Random): void {
  for (let n = Math.round(paragraphs.length * MOVED_PARAGRAPHS); n > 0; n--) {
    const [taken] = paragraphs.splice(Math.floor(random() * paragraphs.length), 1)
    if (taken !== undefined) paragraphs.splice(Math.floor(random() * (paragraphs.length + 1)), 0, taken)
  }
}

/** Straight text becomes curly, curly text straight. */
function setAnew(paragraph: MadeParagraph, random: Random): MadeParagraph {
  const curly = paragraph.some((word) => /[“”‘’]/.test(word.before + word.word + word.after))
  const change = curly || random() < 0.5 ? straightened : curled
  return paragraph.map(change)
}

function truth(old: MadeStory, edited: MadeStory, at: ReadonlyMap<number, number>, mark: MadeMark): Truth {
  const left = slotsOf(old, mark).flatMap((slot) => at.get(slot) ?? [])
  const [first] = left
  const last = left.at(-1)
  if (first === undefined || last === undefined) return { place: null, slots: null }
  const start = wordAt(edited, first).start
  const { slot, end, after } = wordAt(edited, last)
  const lastOld = wordAt(old, mark.last)
  const closing = slot === lastOld.slot ? Math.min(mark.end - lastOld.end, after.length) : 0
  const place = { start, end: end + closing }
  const kept = left.some((index) => !wordAt(edited, index).replaced)
  return kept ? { place, slots: null } : { place: null, slots: place }
}
