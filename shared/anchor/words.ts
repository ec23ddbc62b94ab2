import { isHighSurrogate, isLowSurrogate } from '../story/code-points.ts'
import { type Dictionary, emptyHash, hashUnit } from './dictionary.ts'
import {
  ALONE,
  APOSTROPHE,
  foldLetters,
  foldQuote,
  LETTER,
  MARK,
  NOTHING,
  UNSEEN,
  unitClasses,
  unseenUnit,
} from './unit-class.ts'
import { WordList } from './word-list.ts'

/** A text as a row of numbered words; equal words have equal numbers. */
export interface Words {
  readonly text: string
  readonly count: number
  /** Number of each word (the arrays may be longer than {@link count}); `UNKNOWN` for one that the dictionary does not have. */
  readonly ids: Int32Array
  /** Half-open, in UTF-16 units. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/**
 * Cuts a text into words: runs of letters and digits with apostrophes between them; an ideograph, a letter of a
 * script without spaces, a picture each alone. White space and punctuation belong to no word. Case, normal form
 * and typography do not tell words apart.
 *
 * @param learn puts words that the dictionary lacks into it; otherwise they are `UNKNOWN`
 */
export function wordsOf(text: string, dictionary: Dictionary, learn: boolean): Words {
  const list = new WordList((text.length >> 2) + 4)
  readWords(text, dictionary, learn, list)
  return list.borrow(text)
}

const row = new WordList(64)

/** As {@link wordsOf} for a short text whose words are soon done with: they are written over by the next call. */
export function wordsForNow(text: string, dictionary: Dictionary): Words {
  row.clear()
  readWords(text, dictionary, false, row)
  return row.borrow(text)
}

/** The word that is read, folded. */
let folded = new Uint16Array(64)

/** Basic letters as small ones, digits and the low line as they are, by unit; 0 for all others. */
const basic = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const sign = String.fromCharCode(code)
  return /\w/.test(sign) ? sign.toLowerCase().charCodeAt(0) : 0
})

function readWords(text: string, dictionary: Dictionary, learn: boolean, list: WordList): void {
  const classes = unitClasses()
  let at = 0
  while (at < text.length) {
    const first = text.charCodeAt(at)
    const kind = classes[first]
    if (kind !== LETTER && kind !== MARK && kind !== ALONE) {
      at++
      continue
    }
    // Nearly all words are of basic letters: they are folded and hashed as they are read.
    let end = at
    let hash = emptyHash
    let code = first
    while (code < 0x80) {
      const small = basic[code] as number
      if (small === 0 || end - at === folded.length) break
      folded[end - at] = small
      hash = hashUnit(hash, small)
      code = ++end < text.length ? text.charCodeAt(end) : 0
    }
    let length = end - at
    const next = classes[code]
    if (next === NOTHING || next === ALONE) {
      if (length === 0) {
        end = endOfAlone(text, at, classes)
        length = foldWord(text, at, end)
        hash = hashOf(length)
      }
    } else if (next !== APOSTROPHE || length === 0 || isLetter(classes, text, end + 1)) {
      end = endOfWord(text, at, classes)
      length = foldWord(text, at, end)
      hash = hashOf(length)
    }
    list.add(learn ? dictionary.learn(folded, length, hash) : dictionary.find(folded, length, hash), at, end)
    at = end
  }
}

function isLetter(classes: Uint8Array, text: string, at: number): boolean {
  return at < text.length && classes[text.charCodeAt(at)] === LETTER
}

function hashOf(length: number): number {
  let hash = emptyHash
  for (let i = 0; i < length; i++) hash = hashUnit(hash, folded[i] as number)
  return hash
}

function endOfWord(text: string, at: number, classes: Uint8Array): number {
  let end = at + 1
  for (; end < text.length; end++) {
    const kind = classes[text.charCodeAt(end)]
    if (kind === LETTER || kind === UNSEEN || kind === MARK) continue
    if (kind !== APOSTROPHE || classes[text.charCodeAt(end + 1)] !== LETTER) break
  }
  // What is not seen at a word's end may belong to what follows.
  while (classes[text.charCodeAt(end - 1)] === UNSEEN) end--
  return end
}

function endOfAlone(text: string, at: number, classes: Uint8Array): number {
  let end = at + 1
  if (isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(end))) end++
  while (classes[text.charCodeAt(end)] === MARK) end++
  return end
}

/** Puts a word into {@link folded}. @returns its length there */
function foldWord(text: string, start: number, end: number): number {
  if (end - start > folded.length) folded = new Uint16Array(2 * (end - start))
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) folded[at - start] = code >= 0x41 && code <= 0x5a ? code + 0x20 : code
    else if (code === 0x2019) folded[at - start] = 0x27
    else return copyWord(keyOf(text.slice(start, end)))
  }
  return end - start
}

function copyWord(key: string): number {
  if (key.length > folded.length) folded = new Uint16Array(2 * key.length)
  for (let i = 0; i < key.length; i++) folded[i] = key.charCodeAt(i)
  return key.length
}

const unseen = new RegExp(unseenUnit, 'g')

function keyOf(word: string): string {
  let key = ''
  for (const sign of word.replace(unseen, '')) {
    key += sign.length > 1 ? sign : String.fromCharCode(foldQuote(sign.charCodeAt(0)))
  }
  return foldLetters(key)
}

/** Words that a range touches, as half-open word numbers; empty (`from` = `to`) if it touches none. */
export function wordsIn(words: Words, start: number, end: number): { from: number; to: number } {
  const from = countBelow(words.ends, words.count, start + 1)
  return { from, to: Math.max(from, countBelow(words.starts, words.count, end)) }
}

/** How many of the ascending numbers are less than `limit`. */
function countBelow(numbers: Int32Array, count: number, limit: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
