import * as abbreviations from './abbreviations.ts'

/** A run of end signs with the closing quotes, brackets and footnote numbers that belong to it. */
export interface Stop {
  /** Offset of the first end sign. */
  readonly at: number
  /** The end signs: "." or "?!" or "…". */
  readonly signs: string
  /** What closes with them: `”)`. */
  readonly closing: string
  /** First offset after both. */
  readonly end: number
}

/** End signs that need no white space after them. */
const firm = '。！？｡．।॥۔؟።፧፨։។៕။།'
const stop = new RegExp(
  `((?:[.!?…‽\\u037e${firm}]|(?<=\\p{Script=Greek});)+)((?:["'”’»›״)\\]}」』）】》]|[“‘«‹](?![\\p{L}\\p{N}])|[ \\u00a0\\u202f]»(?=[\\s,.;:]|$)|\\[\\d{1,3}\\]|[¹²³⁰⁴-⁹])*)`,
  'gu',
)
/** What may stand before the first word of a sentence. */
const leading = /^[\s"'“‘«‹„‚「『(（[【¿¡…–—.-]*/u
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Longest stretch after a stop that a rule looks at. */
const LOOK_AHEAD = 120
const LOOK_BACK = 40

/** All stops of a block in order, whether they end a sentence or not. The `;` of Greek is a question mark. */
export function* stopsIn(block: string): Generator<Stop> {
  for (const found of block.matchAll(stop)) {
    const [all, signs = '', closing = ''] = found
    yield { at: found.index, signs, closing, end: found.index + all.length }
  }
}

/** Does the sentence that began at `from` end with this stop? Rules over characters, after UAX 29, SB6–SB11. */
export function endsSentence(block: string, from: number, found: Stop): boolean {
  const rest = block.slice(found.end, found.end + LOOK_AHEAD)
  const sign = found.signs.at(-1) ?? ''
  if (firm.includes(sign)) return found.closing === '' || !goesOnAfterQuotation(rest)
  const asks = /[!?‽;\u037e]/u.test(found.signs)
  if (!/^\s/u.test(rest)) return asks && eastAsian.test(rest) && !goesOnAfterQuotation(rest)

  const next = rest.replace(leading, '')
  if (/^\p{Ll}(?!\p{Lu})/u.test(next)) return false
  // "Yahoo! Inc." is one name.
  if (asks && found.closing === '' && abbreviations.afterNames.has(/^\p{L}+(?=\.)/u.exec(next)?.[0] ?? ''))
    return false
  if (asks) return found.closing === '' || !(isSpeaker(next) || goesOnAfterQuotation(rest))
  if (sign === '…' || found.signs.length > 1) {
    return /^[\p{Lu}\p{Lt}]/u.test(next) && !isStutter(block.slice(from, found.at), next)
  }
  return !isAbbreviation(wordBefore(block, from, found.at), next, from, found.at, block)
}

/** “I … I don’t know”: the word before the ellipsis comes again. */
function isStutter(before: string, next: string): boolean {
  const word = /\p{L}+(?=\s*$)/u.exec(before.slice(-LOOK_BACK))?.[0].toLowerCase()
  return word !== undefined && /^\p{L}+/u.exec(next)?.[0].toLowerCase() === word
}

/** “Are we safe?” Jane Doe asked: a name, then a verb of speech. */
function isSpeaker(next: string): boolean {
  const verb = /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}(\p{Ll}+)/u.exec(next)?.[1]
  return verb !== undefined && abbreviations.speech.has(verb)
}

/** “安全吗？”她问。 and 「安全か。」と言った。 and ״בטוח?״ שאלה. are one sentence each: these scripts have no lower case. */
function goesOnAfterQuotation(rest: string): boolean {
  return (
    /^(?:と|って)/u.test(rest) ||
    /^\s+(?:שאלה?|אמרה?|השיבה?|תהתה?|قالت?|سألت?|تساءلت?|أجابت?|צעקה?)(?!\p{L})/u.test(rest) ||
    /^(?![没沒无無不谁誰])[^\s，。！？、；：,.]{0,10}(?:[说說问問道喊叫答称稱]|表示)(?:[，。：；]|$)/u.test(
      rest,
    )
  )
}

/** Letters, digits and inner full stops directly before an offset: "U.S" in "the U.S." */
function wordBefore(block: string, from: number, at: number): string {
  let start = at
  while (start > from && at - start < LOOK_BACK && !/\s/.test(block.charAt(start - 1))) start--
  const before = block.slice(start, at)
  return /[\p{L}\p{N}][\p{L}\p{M}\p{N}.]*$/u.exec(before)?.[0] ?? ''
}

/** The full stop after `word` belongs to it, and the sentence goes on with `next`. */
function isAbbreviation(word: string, next: string, from: number, at: number, block: string): boolean {
  const nextWord = /^[\p{L}\p{N}]+/u.exec(next)?.[0] ?? ''
  const beforeNumber = /^\p{Nd}/u.test(next)
  const lower = word.toLowerCase()
  if (abbreviations.titles.has(word) || abbreviations.connectors.has(lower)) return true
  if (abbreviations.counters.has(lower) && beforeNumber) return true
  if (abbreviations.dates.has(word)) return beforeNumber
  if (/^[ap]\.m$/i.test(word)) return abbreviations.timeWords.has(nextWord)
  if (/^\p{Nd}{1,3}$/u.test(word)) {
    // "1. The tunnel" at the start counts the paragraph; "20. November" is a German date.
    return block.slice(from, at).trim() === word || abbreviations.ordinalMonths.has(nextWord)
  }
  const isInitialNext = /^\p{L}\./u.test(next)
  // "A. The tunnel" at the start names a section; "z. B." is written in two.
  if (/^\p{L}$/u.test(word) && !eastAsian.test(word)) {
    if (isInitialNext || block.slice(from, at).trim() === word) return true
  }
  if (!abbreviations.afterNames.has(word) && !isInitials(word)) return false
  return isInitialNext || !abbreviations.openers.has(nextWord.toLowerCase())
}

/** Ends in a word that is written with a full stop, which a part is given without: "at 5 a.m", "Acme Inc", "etc". */
export function isAbbreviated(part: string): boolean {
  let from = part.length
  while (from > 0 && part.length - from < LOOK_BACK && !/\s/.test(part.charAt(from - 1))) from--
  const word = /[\p{L}\p{N}][\p{L}\p{M}.]*$/u.exec(part.slice(from))?.[0] ?? ''
  return (
    (word.includes('.') && isInitials(word)) ||
    abbreviations.afterNames.has(word) ||
    abbreviations.titles.has(word) ||
    word === 'etc'
  )
}

/** "J", "U.S", "Ph.D", "د": one letter, or short groups between full stops. Not an ideograph. */
function isInitials(word: string): boolean {
  if (eastAsian.test(word)) return false
  return /^[\p{Lu}\p{Lo}]\p{M}*$/u.test(word) || /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word)
}
