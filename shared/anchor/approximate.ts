import { type Span, span } from '../units.ts'
import { editDistance } from './edit-distance.ts'
import { splitsPair } from './find-quote.ts'
import { type FoldedText, foldText } from './folded-text.ts'

/** A place whose letters are nearly those asked for. */
export interface Near {
  readonly span: Span
  /** 1 less the share of letters to change. */
  readonly similarity: number
}

// In a longer text the work (units of the text × units of the quote) would be felt.
const MOST_CELLS = 20_000_000
// Nor are so many units of places with slips looked at again: the text repeats itself, and none of them is the one.
const MOST_UNITS = 4_000
// One letter in four may differ: a slip in a short word, a word or two in a sentence.
const LETTERS_PER_ERROR = 4

/**
 * Places in a part of a text whose folded letters differ from the quote's in few insertions, deletions and
 * replacements (Sellers 1980). Of places that overlap only the best is given. None if the part or the quote is too
 * long for the work, or if either repeats itself over and over.
 *
 * @param from where the part begins, in the text that the spans are for
 */
export function approximate(part: FoldedText, from: number, exact: string): readonly Near[] {
  const wanted = foldText(exact).trim()
  const most = Math.floor(wanted.length / LETTERS_PER_ERROR)
  const { folded } = part
  if (most === 0 || folded.length * wanted.length > MOST_CELLS || repeatsItself(wanted)) return []
  const hits = hitsIn(wanted, folded, most)
  if (hits.length * wanted.length > MOST_UNITS) return []
  return hits.map((hit) => {
    const { start, end } = withEqualEnds(wanted, folded, hit)
    const place = part.unfold(start, end)
    return {
      span: span(from + place.start, from + place.end),
      similarity: 1 - hit.errors / wanted.length,
    }
  })
}

// A pattern that stands so often in a row.
const REPEATS = 4

/** Is this one pattern over and over? With a slip in it, that can be laid along its text in more than one way. */
function repeatsItself(wanted: string): boolean {
  for (let period = 1; REPEATS * period <= wanted.length; period++) {
    if (wanted.endsWith(wanted.slice(0, -period))) return true
  }
  return false
}

interface Hit {
  readonly start: number
  readonly end: number
  readonly errors: number
}

/** Compares code points, so that a picture in the place of a letter is one slip. */
function hitsIn(asked: string, all: string, most: number): readonly Hit[] {
  const wanted = Array.from(asked, (sign) => sign.codePointAt(0))
  const rows = wanted.length
  const errors = Int32Array.from({ length: rows + 1 }, (_, i) => i)
  const starts = new Int32Array(rows + 1)
  const hits: Hit[] = []
  for (let j = 1; j <= all.length; j++) {
    if (splitsPair(all, j - 1)) {
      // The second half of a pair, which was compared with its first.
      starts[0] = j
      const last = hits.at(-1)
      if (last?.end === j - 1) hits[hits.length - 1] = { ...last, end: j }
      continue
    }
    const unit = all.codePointAt(j - 1)
    let diagonal = 0
    let diagonalStart = j - 1
    starts[0] = j
    for (let i = 1; i <= rows; i++) {
      const left = errors[i] as number
      const leftStart = starts[i] as number
      let cost = wanted[i - 1] === unit ? diagonal : diagonal + 1
      let start = diagonalStart
      if (left + 1 < cost) {
        cost = left + 1
        start = leftStart
      }
      if ((errors[i - 1] as number) + 1 < cost) {
        cost = (errors[i - 1] as number) + 1
        start = starts[i - 1] as number
      }
      diagonal = left
      diagonalStart = leftStart
      errors[i] = cost
      starts[i] = start
    }
    const found = errors[rows] as number
    if (found <= most) keepBest(hits, { start: starts[rows] as number, end: j, errors: found })
  }
  return hits
}

/** Adds a hit that ends behind all others, or lets it replace a worse one that it overlaps. */
function keepBest(hits: Hit[], hit: Hit): void {
  const last = hits.at(-1)
  if (last === undefined || last.end <= hit.start) hits.push(hit)
  else if (hit.errors < last.errors) hits[hits.length - 1] = hit
}

// A border is moved by no more than this to where it cuts no word.
const REACH = 12
// A word that is cut weighs more than a letter that differs: people mark words.
const CUT = 2
const OTHER_END = 0.5

/** Of the ranges around a hit, the one with fewest slips that cuts no word and begins and ends as asked. */
function withEqualEnds(wanted: string, all: string, hit: Hit): Hit {
  let best = hit
  let least = hit.errors + flaws(wanted, all, hit)
  for (const start of borders(all, hit.start)) {
    for (const end of borders(all, hit.end)) {
      if (end <= start || (start === hit.start && end === hit.end)) continue
      const one = { start, end, errors: hit.errors }
      const flawed = flaws(wanted, all, one)
      if (hit.errors + flawed >= least) continue
      const sum = editDistance(wanted, all.slice(start, end)) + flawed
      if (sum < least) {
        best = one
        least = sum
      }
    }
  }
  return best
}

/** The offset, its neighbours, and the next borders of words to both sides. */
function borders(all: string, at: number): readonly number[] {
  const found = new Set([at])
  for (let one = at - REACH; one <= at + REACH; one++) {
    if (one >= 0 && one <= all.length && (isSeparated(all, one) || Math.abs(one - at) <= 2)) found.add(one)
  }
  return [...found]
}

function flaws(wanted: string, all: string, { start, end }: Hit): number {
  return (
    CUT * (Number(!isSeparated(all, start)) + Number(!isSeparated(all, end))) +
    OTHER_END * Number(all.charAt(start) !== wanted.charAt(0)) +
    OTHER_END * Number(all.charAt(end - 1) !== wanted.charAt(wanted.length - 1)) +
    Number(all.charAt(start) === ' ') +
    Number(all.charAt(end - 1) === ' ')
  )
}

const letter = /[\p{L}\p{N}\p{M}\p{Cs}]/u

/** Is there no word on both sides of this offset? */
function isSeparated(all: string, at: number): boolean {
  return at <= 0 || at >= all.length || !letter.test(all.charAt(at - 1)) || !letter.test(all.charAt(at))
}
