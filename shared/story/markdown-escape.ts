/** Reads as nothing, but no address goes on behind it. */
export const EMPTY_COMMENT = '<!-- -->'

/** Where a text is about to stand. */
export interface Surroundings {
  /** Source before and after it that stays, at least some signs; empty: nothing. */
  readonly before: string
  readonly after: string
  /** It begins a line of its block. */
  readonly startsLine: boolean
  readonly inHeading: boolean
  /** Keep bare addresses from being read as links by an empty comment inside of them. */
  readonly cutsAddresses: boolean
}

/** Signs at the start of a line that would make it something else than running text, up to the one to escape. */
const lineStarts: readonly RegExp[] = [
  /^(?=#{1,6}(?:\s|$))/,
  /^(?=[-+](?:\s|$))/,
  /^(?=>|=+\s*$|\+\+\+|--|(?:-[ \t]*){3,}$|(?:\|?[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$)/,
  /^\d{1,9}(?=[.)](?:\s|$))/,
]

const entityLike = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]*);/
const address = /https?:(?=\/\/)|www(?=\.)|[-.\w+](?=@[-\w])/giu

/** @returns for each unit of `text` its source; joined they read as exactly that text */
export function escaped(text: string, place: Surroundings): string[] {
  const whole = place.before.slice(-20) + text + place.after.slice(0, 20)
  const shift = Math.min(20, place.before.length)
  const signs = Array.from({ length: text.length }, (_, at) => sourceOf(whole, at + shift))
  for (const at of lineStartSigns(text, place)) {
    if (signs[at]?.length === 1) signs[at] = `\\${signs[at]}`
  }
  if (place.inHeading) escapeClosing(text, signs)
  if (place.cutsAddresses) {
    for (const { index, 0: found } of text.matchAll(address)) {
      const last = index + found.length - 1
      signs[last] = `${signs[last] ?? ''}${EMPTY_COMMENT}`
    }
  }
  return signs
}

function sourceOf(text: string, at: number): string {
  const sign = text.charAt(at)
  const next = text.charAt(at + 1)
  const before = text.charAt(at - 1)
  switch (sign) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
      return `\\${sign}`
    case '<':
      return /[\s\d]/.test(next) ? sign : '\\<'
    case '_':
      return isWord(before) && isWord(next) ? sign : '\\_'
    case '~':
      return before === '~' || next === '~' ? '\\~' : sign
    case '&':
      return entityLike.test(text.slice(at, at + 40)) ? '\\&' : sign
    case '!':
      return next === '[' ? '\\!' : sign
    default:
      return sign
  }
}

function isWord(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign)
}

function* lineStartSigns(text: string, place: Surroundings): Generator<number> {
  let at = 0
  for (const line of text.split('\n')) {
    const isLast = at + line.length === text.length
    const whole = isLast ? line + (place.after.split('\n')[0] ?? '') : line
    if (at > 0 || place.startsLine) {
      for (const pattern of lineStarts) {
        const found = pattern.exec(whole)
        if (found !== null && found[0].length < line.length) yield at + found[0].length
      }
    }
    at += line.length + 1
  }
}

/** A `#` at the end of a heading would close it. */
function escapeClosing(text: string, signs: string[]): void {
  const found = /(?:^|\s)(#+)\s*$/.exec(text)
  if (found !== null) {
    const at = found.index + found[0].indexOf('#')
    if (signs[at] === '#') signs[at] = '\\#'
  }
}
