import type { ImportedMark, ImportedPlace } from '../../../shared/exchange/imported.ts'
import type { Story } from '../../../shared/story/story.ts'
import { inkOf, type Points } from './points.ts'
import { threadsByPlace } from './same-place.ts'
import type { WordComment } from './word-comments.ts'

/** What is known of where comments stand. */
export interface CommentPlaces {
  readonly points: Points
  /** For each point how many signs other than white space stand before it in the story text; null: unknown. */
  readonly before: ReadonlyMap<number, number> | null
  /** The words that each comment stands on, as the document has them. */
  readonly words: ReadonlyMap<string, string>
}

/** Comments as marks, and how many of them could not be placed as they are in Word. */
export interface CommentMarks {
  readonly marks: readonly ImportedMark[]
  /** Stood between two letters; they are on the word before. */
  readonly atPoint: number
  /** Only their words are known. */
  readonly quoteOnly: number
  /** Not tied to anything that is in the text; they are on its first words. */
  readonly loose: number
}

/** UTF-16 units of text around a quotation. */
const CONTEXT = 32

/** Turns Word's comments into marks in the story text, threads into marks with answers. */
export function commentMarks(
  comments: readonly WordComment[],
  story: Story,
  places: CommentPlaces,
): CommentMarks {
  const counts = { atPoint: 0, quoteOnly: 0, loose: 0 }
  const threads = threadsByPlace(comments, places)
  const known = new Set(comments.map(({ id }) => id))
  const find = placeFinder(story.text, places, counts)
  const marks = threads.map((comment): ImportedMark => {
    const isAnswer = comment.parent !== null && known.has(comment.parent)
    const { tag, note } = tagAndNote(comment.text)
    return {
      id: comment.id,
      author: comment.author,
      created: comment.created,
      modified: null,
      tag: isAnswer ? '' : tag,
      note: isAnswer ? comment.text : note,
      fields: {},
      place: isAnswer ? null : find(comment.id),
      ...(isAnswer && comment.parent !== null ? { replyTo: comment.parent } : {}),
      ...(comment.isDone === true && !isAnswer ? { isResolved: true } : {}),
      ...(comment.initials === '' ? {} : { carried: { docx: { initials: comment.initials } } }),
    }
  })
  return { marks, ...counts }
}

/** "[FACT] Check with the port": the word in brackets is a tag. */
function tagAndNote(text: string): { readonly tag: string; readonly note: string } {
  const match = /^\[([^[\]\n]{1,60})\][ \t]*\n?/.exec(text)
  const tag = match?.[1]?.trim() ?? ''
  return tag === '' ? { tag: '', note: text } : { tag, note: text.slice(match?.[0].length).trim() }
}

type Counts = { atPoint: number; quoteOnly: number; loose: number }

function placeFinder(text: string, places: CommentPlaces, counts: Counts): (id: string) => ImportedPlace {
  const ink = inkOf(text)
  const { points, before, words } = places
  const inkBefore = (kind: 'start' | 'end' | 'sign', id: string): number | null => {
    const number = points.numberOf(kind, id)
    return number === null ? null : (before?.get(number) ?? null)
  }
  return (id) => {
    const from = inkBefore('start', id)
    const to = inkBefore('end', id) ?? inkBefore('sign', id)
    if (from !== null && to !== null && from < to) {
      return placeAt(text, ink[from] ?? 0, (ink[to - 1] ?? 0) + 1)
    }
    const quote = words.get(id) ?? ''
    if (quote !== '') {
      counts.quoteOnly++
      return { quote: { exact: quote, prefix: '', suffix: '' }, position: null }
    }
    const at = from ?? to
    if (at === null || ink.length === 0) counts.loose++
    else counts.atPoint++
    const [start, end] = wordBefore(text, at === null || at === 0 ? (ink[0] ?? 0) : (ink[at - 1] ?? 0))
    return placeAt(text, start, end)
  }
}

/** The word that the unit at `at` belongs to, without the signs around it where it has letters or digits. */
function wordBefore(text: string, at: number): readonly [start: number, end: number] {
  let start = at
  let end = Math.min(at + 1, text.length)
  while (start > 0 && !/\s/u.test(text.charAt(start - 1))) start--
  while (end < text.length && !/\s/u.test(text.charAt(end))) end++
  const word = text.slice(start, end)
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  if (bare === '') return [start, end]
  const from = start + word.indexOf(bare)
  return [from, from + bare.length]
}

function placeAt(text: string, start: number, end: number): ImportedPlace {
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
    position: { start, end, unit: 'utf-16' },
  }
}
