/**
 * What a UTF-16 unit is to the search. Looked up in a table, because it is asked for every unit of a long text.
 */

/** White space, punctuation, and signs that a change of typography may add or take away. */
export const NOTHING = 0
/** Part of a word: letters, digits, marks, the low line. */
export const LETTER = 1
/** A word of its own: ideographs, kana, scripts without spaces, pictures, and each half of a surrogate pair. */
export const ALONE = 2
/** Not seen: soft hyphens, joiners, variation selectors. Inside a word it belongs to the word. */
export const UNSEEN = 3
/** Part of a word only between two letters. */
export const APOSTROPHE = 4
/** A mark on the letter before it. */
export const MARK = 5

const mark = /\p{M}/u
const letter = /[\p{L}\p{N}_]/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const picture = /[\p{So}\p{Extended_Pictographic}\p{Co}]/u
/** Not seen, or only stretching a word: soft hyphen, kashida, joiners, direction marks, variation selectors, BOM. */
export const unseenUnit =
  /[\u0640\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufeff]|[\u180b-\u180e]|[\ufe00-\ufe0f]/

let table: Uint8Array | null = null

/** The table, by unit. Filled on first use: it takes some milliseconds that not every program needs. */
export function unitClasses(): Uint8Array {
  if (table !== null) return table
  table = new Uint8Array(0x10000)
  for (let code = 0; code < table.length; code++) table[code] = classOf(code)
  return table
}

function classOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return ALONE
  const unit = String.fromCharCode(code)
  if (foldQuote(code) === 0x27) return APOSTROPHE
  if (unseenUnit.test(unit)) return UNSEEN
  if (mark.test(unit)) return MARK
  if (unspaced.test(unit)) return ALONE
  if (letter.test(unit)) return LETTER
  // Below the arrows stand the signs of copyright and degree, which come and go with typography.
  return code >= 0x2190 && picture.test(unit) ? ALONE : NOTHING
}

/** White space of any kind, the line separators and the next-line sign included. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

/** Not seen and without meaning for the words: soft hyphen, zero-width space, word joiner, direction marks, BOM. */
export function isInvisible(code: number): boolean {
  if (code < 0x80) return false
  return (
    code === 0xad ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    code === 0x061c ||
    code === 0x2060 ||
    code === 0xfeff
  )
}

/** Typographic quotes as typewriter quotes; any other unit as it is. */
export function foldQuote(code: number): number {
  if (code < 0x80) return code === 0x60 ? 0x27 : code
  if (code === 0xb4) return 0x27
  if (code >= 0x2018 && code <= 0x201b) return 0x27
  if (code === 0x2032 || code === 0x2039 || code === 0x203a || code === 0x02bc) return 0x27
  if (code >= 0x201c && code <= 0x201f) return 0x22
  if (code === 0x2033 || code === 0xab || code === 0xbb) return 0x22
  return code
}

/** Any dash, and the minus sign, as a hyphen; any other unit as it is. */
export function foldDash(code: number): number {
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 ? 0x2d : code
}

/** One unit as the search sees it: white space, quotes and dashes alike, basic letters small. */
export function foldUnit(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 0x20
  if (code < 0x80) return code >= 0x09 && code <= 0x0d ? 0x20 : code === 0x60 ? 0x27 : code
  if (isSpace(code)) return 0x20
  const quote = foldQuote(code)
  return quote === code ? foldDash(code) : quote
}

/** Accents, vowel points, the stretching sign and the like of Latin, Greek, Cyrillic, Hebrew and Arabic, which many writers leave out. */
const optionalMarks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0640\u0670\u06d6-\u06ed]/g

/** Letters as the search sees them: small, without optional marks, in the composed form of compatible letters. */
export function foldLetters(letters: string): string {
  return letters
    .toLowerCase()
    .normalize('NFKD')
    .replace(optionalMarks, '')
    .replace(/\u03c2/g, '\u03c3')
    .normalize('NFC')
}
