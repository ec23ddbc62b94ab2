import { editDistance } from './edit-distance.ts'
import { foldLetters } from './unit-class.ts'

const word = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
const negations = new Set([
  'not',
  'no',
  'never',
  'none',
  'nor',
  'neither',
  'nobody',
  'nothing',
  'without',
  'cannot',
])

/**
 * Do the words that carry a statement differ: its figures, its names (words with a capital that does not begin it),
 * its "not"? A name that was only spelled better is the same name.
 */
export function keyWordsDiffer(a: string, b: string): boolean {
  const [first, second] = [keyWords(a), keyWords(b)]
  return lacks(first, second) || lacks(second, first)
}

interface KeyWords {
  readonly keys: readonly string[]
  /** All words, key or not: a name at the start of one may be in the middle of the other. */
  readonly all: readonly string[]
}

function keyWords(text: string): KeyWords {
  const words = text.match(word) ?? []
  const keys = words.filter((one, at) => isFigure(one) || isNegation(one) || (at > 0 && /^\p{Lu}/u.test(one)))
  return { keys: keys.map(keyOf), all: words.map(keyOf) }
}

function lacks({ all }: KeyWords, { keys }: KeyWords): boolean {
  return keys.some((key) => !all.some((other) => other === key || (!isFigure(key) && isSlip(key, other))))
}

function isFigure(one: string): boolean {
  return /\p{N}/u.test(one)
}

function isNegation(one: string): boolean {
  const small = foldLetters(one)
  return negations.has(small) || /n['’]t$/.test(small)
}

/** All the ways to say "not" are one. */
function keyOf(one: string): string {
  return isNegation(one) ? 'not' : foldLetters(one)
}

// One letter in four, and at least one.
const LETTERS_PER_SLIP = 4

/** Are these two spellings of one word? */
function isSlip(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length)
  if (length < LETTERS_PER_SLIP || Math.abs(a.length - b.length) > length / LETTERS_PER_SLIP) return false
  return editDistance(a, b) <= Math.floor(length / LETTERS_PER_SLIP)
}
