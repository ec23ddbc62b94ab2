import type { ReadComment, WordDocument } from '../helpers/word-document.ts'

/** What of our comments is in a document that LibreOffice read and wrote again. */
export interface Compared {
  readonly comments: number
  /** Of those, each with the same words. */
  readonly words: number
  readonly authors: number
  readonly dates: number
  readonly ranges: number
  readonly resolved: number
  readonly resolvedWanted: number
  /** Answers that are there with their words and range; and those that still name the comment they answer. */
  readonly answers: number
  readonly answersWanted: number
  readonly threaded: number
  readonly isTextEqual: boolean
  readonly losses: readonly string[]
}

/** Compares comment by comment; one is found by its words, author and time together. */
export function compareComments(ours: WordDocument, theirs: WordDocument): Compared {
  const left = [...theirs.comments]
  const losses: string[] = []
  const counts = { words: 0, authors: 0, dates: 0, ranges: 0, resolved: 0, answers: 0, threaded: 0 }
  const isDoneIn = new Map(ours.comments.map(({ id, isDone }) => [id, isDone]))
  for (const comment of ours.comments) {
    const at = bestOf(left, comment)
    const found = left[at]
    if (found === undefined) {
      losses.push(`a comment is gone: ${short(comment)}`)
      continue
    }
    left.splice(at, 1)
    const same = {
      words: sameWords(found, comment),
      authors: found.author === comment.author && found.initials === comment.initials,
      dates: secondsOf(found) === secondsOf(comment),
      ranges: sameRange(found, comment) && found.reference !== null,
      resolved: found.isDone === isDoneIn.get(comment.id),
    }
    for (const [what, is] of Object.entries(same)) if (!is) losses.push(`other ${what}: ${short(comment)}`)
    counts.words += Number(same.words)
    counts.authors += Number(same.authors)
    counts.dates += Number(same.dates)
    counts.ranges += Number(same.ranges)
    counts.resolved += Number(same.resolved && comment.isDone)
    if (comment.parent !== null) {
      counts.answers += Number(same.words && same.ranges)
      counts.threaded += Number(found.parent !== null)
    }
  }
  for (const comment of left) losses.push(`a comment more: ${short(comment)}`)
  if (ours.text !== theirs.text) losses.push(firstDifference(ours.text, theirs.text))
  return {
    comments: ours.comments.length,
    ...counts,
    resolvedWanted: ours.comments.filter(({ isDone }) => isDone).length,
    answersWanted: ours.comments.filter(({ parent }) => parent !== null).length,
    isTextEqual: ours.text === theirs.text,
    losses,
  }
}

/** Index of the comment that has most in common with one; −1: none has its words or its range. */
function bestOf(comments: readonly ReadComment[], wanted: ReadComment): number {
  let best = -1
  let most = 0
  for (const [index, comment] of comments.entries()) {
    const points =
      4 * Number(sameWords(comment, wanted)) +
      2 * Number(sameRange(comment, wanted)) +
      Number(comment.author === wanted.author && secondsOf(comment) === secondsOf(wanted))
    if (points > most) [best, most] = [index, points]
  }
  return most >= 2 ? best : -1
}

function sameWords(a: ReadComment, b: ReadComment): boolean {
  return a.lines.join('\n') === b.lines.join('\n')
}

function sameRange(a: ReadComment, b: ReadComment): boolean {
  return a.range?.start === b.range?.start && a.range?.end === b.range?.end
}

/** LibreOffice writes no fractions of a second. */
function secondsOf({ date }: ReadComment): string {
  return date.slice(0, 'yyyy-mm-ddThh:mm:ss'.length)
}

function short({ author, lines }: ReadComment): string {
  return `${author}: ${lines.join(' / ').slice(0, 60)}`
}

function firstDifference(ours: string, theirs: string): string {
  let at = 0
  while (at < ours.length && ours[at] === theirs[at]) at++
  const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 15), at + 25))
  return `the text differs at ${at}: ${near(ours)}, not ${near(theirs)}`
}
