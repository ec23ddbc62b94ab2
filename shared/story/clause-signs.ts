import { overlapOf, type Range } from './ranges.ts'

/** A place between two parts of a sentence, with the sign that divides them. */
export interface Sign extends Range {
  /**
   * `strong` always divides: dashes, semicolons, brackets, borders of quotations. `comma`, `list-comma` (、) and
   * `colon` divide where clauses stand on both sides.
   */
  readonly kind: 'strong' | 'comma' | 'list-comma' | 'colon' | 'phrase' | 'after-verb'
}

/** Where a sign stands among the others of its sentence. */
export interface Place {
  readonly sentence: string
  /** All that may divide, by start. */
  readonly borders: readonly Sign[]
  /** Of the sign. */
  readonly index: number
  /** Where the clause before the sign begins. */
  readonly from: number
  /** The sign that divided last. */
  readonly previous: Sign | null
}

/** Where the part behind a sign ends: at the next border, whether it will divide or not. */
export function nextBorder({ sentence, borders, index }: Place): number {
  const here = borders[index]?.end ?? 0
  for (let at = index + 1; at < borders.length; at++) {
    const next = borders[at]
    if (next !== undefined && next.kind !== 'after-verb' && next.start >= here) return next.start
  }
  return sentence.length
}

/** Where what follows a sign ends at the latest: at the next border that surely divides. */
export function strongBorder({ sentence, borders, index }: Place): number {
  const here = borders[index]?.end ?? 0
  for (let at = index + 1; at < borders.length; at++) {
    const next = borders[at]
    if (next !== undefined && (next.kind === 'strong' || next.kind === 'phrase') && next.start >= here)
      return next.start
    if (at - index > FARTHEST) break
  }
  return sentence.length
}

/** A clause of what was said is long enough before so many signs. */
const FARTHEST = 8

/** Words in brackets below this number go with what stands before them: "(GW)", "(see map)". */
const FEWEST_IN_BRACKETS = 3

/** What may be a sign between clauses; {@link kindOf} looks at what stands around it. */
const signs = /[,،，、;；؛·:：]|[–-]+|[—―⸺]+/g
const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gu

/** Signs of a sentence that may divide clauses, in order. Those inside kept ranges and inside addresses are left out. */
export function signsIn(sentence: string, kept: readonly Range[]): readonly Sign[] {
  const closed = [...kept]
  const found: Sign[] = []
  if (/@|:\/\/|www\./.test(sentence)) {
    for (const { 0: all, index } of sentence.matchAll(address)) {
      const end = index + all.replace(/[,.;:!?)]+$/u, '').length
      closed.push({ start: index, end })
    }
  }
  addBrackets(sentence, closed, found)
  const isKept = overlapOf(closed)
  for (const { 0: sign, index } of sentence.matchAll(signs)) {
    const end = index + sign.length
    const kind = kindOf(sentence, sign, index, end)
    if (kind !== null && !isKept(index, end)) {
      found.push({ start: index, end, kind })
    }
  }
  return found
}

function kindOf(sentence: string, sign: string, start: number, end: number): Sign['kind'] | null {
  const before = sentence.charAt(start - 1)
  const after = sentence.charAt(end)
  switch (sign.charAt(0)) {
    case ',':
    case '،':
      return blank.test(after) ? 'comma' : null
    case '，':
      return 'comma'
    case '、':
      return 'list-comma'
    case ';':
      return blank.test(after) ? 'strong' : null
    case '；':
    case '؛':
      return 'strong'
    case '·':
      return blank.test(after) && /\p{Script=Greek}/u.test(sentence) ? 'strong' : null
    case ':':
      return blank.test(after) && !isBetweenDigits(sentence, start, end) ? 'colon' : null
    case '：':
      return isBetweenDigits(sentence, start, end) ? null : 'colon'
    case '—':
    case '―':
    case '⸺':
      return isBetweenDigits(sentence, start, end) ? null : 'strong'
    default: {
      const stands = sign.length < 3 && blank.test(before) && blank.test(after)
      const doubled = sign === '--' && /\p{L}/u.test(before) && /\p{L}/u.test(after)
      return (stands || doubled) && !isBetweenDigits(sentence, start, end) ? 'strong' : null
    }
  }
}

const blank = /\s/

/** 10:30, 3 – 4, 1931—1957: the sign is part of a time, a score or a range. */
function isBetweenDigits(sentence: string, start: number, end: number): boolean {
  return (
    /\p{Nd}\s*$/u.test(sentence.slice(Math.max(0, start - 2), start)) &&
    /^\s*\p{Nd}/u.test(sentence.slice(end, end + 3))
  )
}

/** Long brackets divide, with their signs; short ones are kept whole. */
function addBrackets(sentence: string, closed: Range[], found: Sign[]): void {
  if (!/[([（【]/u.test(sentence)) return
  const isKept = overlapOf(closed)
  for (const { 0: all, index } of sentence.matchAll(
    /(?<=^|[\s—–“«„"'’”」])[([][^()[\]]*[)\]]|[（【][^（）【】]*[）】]/gu,
  )) {
    const end = index + all.length
    if (isKept(index, end)) continue
    const whole =
      !/[\p{L}\p{N}]/u.test(sentence.slice(0, index)) && !/[\p{L}\p{N}]/u.test(sentence.slice(end))
    if (weightOf(all) < FEWEST_IN_BRACKETS && !whole) {
      closed.push({ start: index, end })
    } else {
      found.push({ start: index, end: index + 1, kind: 'strong' }, { start: end - 1, end, kind: 'strong' })
    }
  }
}

/** Only the beginning of a long part is counted: what matters is whether it is short. */
const COUNTED = 240

/** About how many words a part of a sentence has: runs without blanks and dashes; two ideographs count as one. */
export function weightOf(part: string): number {
  const counted = Math.min(part.length, COUNTED)
  let words = 0
  let ideographs = 0
  let inWord = false
  for (let at = 0; at < counted; at++) {
    const unit = part.charCodeAt(at)
    if (isIdeograph(unit)) {
      ideographs++
      inWord = false
    } else if (unit <= 0x20 || unit === 0xa0 || unit === 0x202f || unit === 0x2013 || unit === 0x2014) {
      inWord = false
    } else if (!inWord && isLetter(unit)) {
      words++
      inWord = true
    }
  }
  return words + Math.ceil(ideographs / 2)
}

function isIdeograph(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x30fe && unit !== 0x30fb) || (unit >= 0x3400 && unit <= 0x9fff)
}

/** ASCII letters and digits, and all above but Latin-1 signs, marks of punctuation and halves of emoji. */
function isLetter(unit: number): boolean {
  if (unit < 0x80)
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)
  if (unit < 0xc0) return false
  const isSign =
    (unit >= 0x2000 && unit <= 0x2bff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    unit >= 0xd800 ||
    unit === 0x60c ||
    unit === 0x61b ||
    unit === 0x61f
  return !isSign || (unit >= 0xf900 && unit <= 0xfdff)
}
