import { span } from '../units.ts'
import { commaDivides } from './clause-commas.ts'
import { reportBorders } from './clause-reports.ts'
import { type Place, type Sign, signsIn, strongBorder, weightOf } from './clause-signs.ts'
import { auxiliaries, notSaid, sayVerbs, subjects } from './clause-words.ts'
import { snapToGraphemes } from './graphemes.ts'
import { overlapOf, type Range } from './ranges.ts'
import { isAbbreviated } from './sentence-end.ts'

/** A colon, or a verb of speech with "that", divides where at least so many words follow. */
const FEWEST_BEHIND = 3
/** Without "that" what follows a verb of speech may be its object: "she says a number aloud". */
const FEWEST_SAID = 4
/** A quotation below this number of words is part of the clause around it: the “new” tunnel. */
const FEWEST_QUOTED = 3

/**
 * Clauses of one sentence as ranges of it, in order.
 * @param quotations outermost quotations as ranges of the sentence; those that begin or end outside it are cut there
 */
export function clauseRanges(sentence: string, quotations: readonly Range[]): readonly Range[] {
  const spoken = quotations.filter((quotation) => isSpoken(sentence, quotation))
  const isQuoted = overlapOf(quotations)
  const borders: Sign[] = [
    ...signsIn(sentence, quotations),
    ...spoken.flatMap(({ start, end }): Sign[] => [
      { start, end: start, kind: 'strong' },
      { start: end, end, kind: 'strong' },
    ]),
    ...reportBorders(sentence)
      .filter(({ at }) => !isQuoted(at, at))
      .map(({ at, kind }): Sign => ({ start: at, end: at, kind })),
  ].sort((a, b) => a.start - b.start || a.end - b.end)

  const cuts: Range[] = []
  let from = 0
  let previous: Sign | null = null
  borders.forEach((sign, index) => {
    const before = { sentence, borders, index, from, previous }
    if (sign.start < from || !divides(before)) return
    cuts.push(sign)
    from = sign.end
    previous = sign
  })
  return between(sentence, cuts)
}

function divides(place: Place): boolean {
  const { sentence, borders, index, from } = place
  const sign = borders[index]
  if (sign === undefined) return false
  switch (sign.kind) {
    case 'strong':
    case 'phrase':
      return true
    case 'colon':
      return weightOf(sentence.slice(sign.end)) >= FEWEST_BEHIND
    case 'after-verb':
      return (
        weightOf(sentence.slice(from, sign.start)) > 1 &&
        isSaid(sentence.slice(sign.end, strongBorder(place)))
      )
    default:
      return commaDivides(place, sign)
  }
}

/** What stands behind a verb of speech is a clause of what was said, not the object or the time of saying it. */
function isSaid(behind: string): boolean {
  const [word = '', next = '', third = ''] = behind
    .split(/\s+/u, 3)
    .map((one) => one.toLowerCase().replace(/[,;:.]+$/u, ''))
  if (word === 'no') return next === 'one' || auxiliaries.has(third)
  if (notSaid.has(word)) return false
  const fewest = word === 'that' || subjects.has(word) ? FEWEST_BEHIND : FEWEST_SAID
  return weightOf(behind) >= fewest
}

/** Several words, or any that were quoted with their own sign or behind a colon: not “new” in the “new” tunnel. */
function isSpoken(sentence: string, { start, end }: Range): boolean {
  const words = sentence.slice(start, end)
  if (weightOf(words) >= FEWEST_QUOTED) return true
  const before = sentence.slice(Math.max(0, start - LOOK_BACK), start).trimEnd()
  const after = sentence.slice(end, end + 4)
  if (/[:：,،，]$/u.test(before) || /^(?:[,،，]\s|\s*と(?!いう|呼|す|な))/u.test(after)) return true
  const isIntroduced = before === '' || /[—–(说說道问問]$/u.test(before) || sayVerbs.has(lastWordOf(before))
  return isIntroduced && /[,.!?…،؟。！？，]["”’'»」』״“]?$/u.test(words)
}

const lastWordOf = (part: string): string => /\p{L}+$/u.exec(part)?.[0].toLowerCase() ?? ''
/** Longer than any verb of speech. */
const LOOK_BACK = 24

const outside = String.raw`[\s,;:،؛、，；：—―]`
const leadingSigns = new RegExp(
  String.raw`^(?:${outside}|[–-]+(?=\s)|[.…!?。！？]+(?=\s|[\p{L}\p{N}])|[)\]）】])+`,
  'u',
)
const trailingSigns = new RegExp(String.raw`(?:${outside}|(?<=\s)[–-]+)+$`, 'u')
/** Of a row of end signs only so many are left out. */
const LONGEST_STOP = 8
const endSigns = /[.!?…‽。！？｡．।॥۔؟።]+$/u

/** What stands between the cuts and holds a letter or digit, without the signs at its ends. */
function between(sentence: string, cuts: readonly Range[]): readonly Range[] {
  const clauses: Range[] = []
  let from = 0
  for (const cut of [...cuts, { start: sentence.length, end: sentence.length }]) {
    const part = sentence.slice(from, cut.start)
    const start = from + (leadingSigns.exec(part)?.[0].length ?? 0)
    const end = endOf(sentence, start, cut.start, cut.start === sentence.length)
    if (end > start && /[\p{L}\p{N}]/u.test(sentence.slice(start, end))) {
      const whole = snapToGraphemes(sentence, span(start, end))
      const after = Math.max(whole.start, clauses.at(-1)?.end ?? 0)
      if (whole.end > after) clauses.push({ start: after, end: whole.end })
    }
    from = cut.end
  }
  return clauses
}

/** The full stop of the sentence is left out, that of an abbreviation isn't. */
function endOf(sentence: string, start: number, end: number, last: boolean): number {
  let part = sentence.slice(start, end)
  part = part.slice(0, part.length - (trailingSigns.exec(part)?.[0].length ?? 0))
  const stop = endSigns.exec(part.slice(-LONGEST_STOP))?.[0]
  if (
    stop !== undefined &&
    (last || !/[\p{L}\p{N}]/u.test(sentence.slice(end))) &&
    !(stop === '.' && isAbbreviated(part.slice(0, -1)))
  ) {
    part = part.slice(0, -stop.length).trimEnd()
  }
  return start + part.length
}
