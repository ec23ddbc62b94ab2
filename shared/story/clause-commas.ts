import { isAttribution, isSaying, startsWithSaying } from './clause-reports.ts'
import { nextBorder, type Place, type Sign, weightOf } from './clause-signs.ts'
import { auxiliaries, joiners, leadIns, openers } from './clause-words.ts'

/** From so many words on, a part between commas is a clause of its own. */
const FEWEST_WORDS = 3
/** The longest lead-in that goes with what follows: "On Nov. 20, 2026". */
const LONGEST_LEAD_IN = 4
/** The longest item of a list that is not divided: "pumps, flood gates and cables". */
const LONGEST_ITEM = 2
/** The longest start of a list before its last comma, and the longest name before what is said of its bearer. */
const LONGEST_START = 5
/** The longest remark between a name and its verb: "Mara Lind, who runs the control room, said". */
const LONGEST_REMARK = 20

/** Does a comma stand between clauses, rather than inside a date, a place, a list or a lead-in? */
export function commaDivides(place: Place, comma: Sign): boolean {
  const { sentence, from, previous } = place
  const left = sentence.slice(from, comma.start).trim()
  const right = sentence
    .slice(comma.end, nextBorder(place))
    .replace(/[.!?…。！？؟]+$/u, '')
    .trim()
  const leftWords = weightOf(left)
  const rightWords = weightOf(right)
  if (leftWords === 0 || rightWords === 0) return true
  if (comma.kind === 'list-comma') return japaneseCommaDivides(sentence, left, leftWords, rightWords)
  if (isNameBeforeVerb(place, leftWords)) return false
  if (isAttribution(right) || isAttribution(left)) return true
  if (startsWithSaying(right)) return !(closesRemark(place) && isVerbOfSubject(right))
  if (isSaying(right)) return true

  // "It was, she said, a disaster."
  if (previous?.kind === 'comma' && isSaying(left)) return true

  const word = firstWordOf(right)
  if (auxiliaries.has(word) && closesRemark(place)) return false
  if (openers.has(word) && rightWords > 1) return leftWords > 1 && !isLeadIn(place, left, leftWords)
  if (isListItem(right, left, leftWords, rightWords, word)) return false
  if (leftWords === 1 || isLeadIn(place, left, leftWords)) return false
  return (
    rightWords >= FEWEST_WORDS ||
    (rightWords > 1 &&
      previous?.kind === 'comma' &&
      (auxiliaries.has(word) || openers.has(firstWordOf(left))))
  )
}

const firstWordOf = (part: string): string => /^[\p{L}’'-]+/u.exec(part)?.[0].toLowerCase() ?? ''

/** "On Friday, the mayor resigned." A short adverbial at the start of a sentence or behind a dash. */
function isLeadIn({ previous }: Place, left: string, words: number): boolean {
  if (previous?.kind === 'comma') return false
  if (/[\u3400-\u9fff]/u.test(left)) return words <= LONGEST_ITEM
  return words <= LONGEST_LEAD_IN && leadIns.has(firstWordOf(left))
}

/** "pumps, gates and cables"; "pumps, gates, and cables". */
function isListItem(
  right: string,
  left: string,
  leftWords: number,
  rightWords: number,
  word: string,
): boolean {
  const next = right.split(/\s+/u, LONGEST_ITEM + 1).map((one) => one.toLowerCase())
  if (joiners.has(word)) {
    const lastItem = left.slice(left.lastIndexOf(',') + 1).trim()
    const isItem = left.includes(',') && weightOf(lastItem) <= LONGEST_ITEM
    return (
      isItem && (rightWords <= LONGEST_ITEM + 1 || leftWords <= LONGEST_START || /^\p{Ll}/u.test(lastItem))
    )
  }
  return next.slice(1).some((one) => joiners.has(one)) && !openers.has(word)
}

/** A name, a remark on its bearer between commas, then the verb of speech: nothing divides before the verb. */
function isNameBeforeVerb(place: Place, leftWords: number): boolean {
  const { sentence, borders, index, previous } = place
  if (leftWords > LONGEST_START + 1 || previous?.kind === 'comma') return false
  const comma = borders[index]
  const next = borders[index + 1]
  if (comma === undefined || next?.kind !== 'comma') return false
  const remark = sentence.slice(comma.end, next.start)
  return (
    weightOf(remark) <= LONGEST_REMARK &&
    !startsWithSaying(remark.trim()) &&
    isVerbOfSubject(sentence.slice(next.end).trimStart())
  )
}

/** The second of the two commas, of which the first did not divide. */
function closesRemark({ borders, index, from }: Place): boolean {
  const before = borders[index - 1]
  return before?.kind === 'comma' && before.start >= from
}

/** "said the pumps held", "told reporters": what follows is not the one who speaks, as in "said Mara Lind". */
function isVerbOfSubject(part: string): boolean {
  if (!startsWithSaying(part)) return false
  if (/^[\u05d0-\u05ea]/u.test(part)) return /^\p{L}+(?:\s*[:„״"«]|\s+כי\s|$)/u.test(part)
  const behind = /^\p{L}+\s+([^,;]*)/u.exec(part)?.[1] ?? ''
  const speaker =
    /^(?:\p{Lu}[\p{L}.’'-]*\s*){1,4}[.!?]?$/u.test(behind) &&
    !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/u.test(behind)
  return /^(?:told|called|asked|declined)\b/u.test(part) || !speaker
}

/** The 、 of Japanese divides behind a verb, not behind a topic or between nouns; that of Chinese only lists. */
function japaneseCommaDivides(
  sentence: string,
  left: string,
  leftWords: number,
  rightWords: number,
): boolean {
  if (!/[\u3040-\u30ff]/u.test(sentence)) return false
  if (isAttribution(left)) return true
  return (
    leftWords >= FEWEST_WORDS &&
    rightWords >= FEWEST_WORDS &&
    /[\u3041-\u3096](?<![はもにのをへ])$/u.test(left)
  )
}
