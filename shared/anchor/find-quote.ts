import { isHighSurrogate, isLowSurrogate } from '../story/code-points.ts'
import { type Span, span } from '../units.ts'

/** Words to look for, with what must stand right before and after them. */
export interface Quote {
  readonly exact: string
  readonly prefix?: string
  readonly suffix?: string
}

/**
 * All places, in reading order, where exactly these words stand with exactly these contexts; overlapping ones
 * included. Empty words stand nowhere. A place never begins or ends inside a surrogate pair.
 *
 * @param most so many places, the first ones, are enough
 */
export function findQuote(text: string, quote: Quote, most = Number.POSITIVE_INFINITY): readonly Span[] {
  const { exact, prefix = '', suffix = '' } = quote
  const found: Span[] = []
  if (exact === '') return found
  const words = prefix + exact + suffix
  for (let at = text.indexOf(words); at !== -1 && found.length < most; at = text.indexOf(words, at + 1)) {
    const start = at + prefix.length
    const end = start + exact.length
    if (!splitsPair(text, start) && !splitsPair(text, end)) found.push(span(start, end))
  }
  return found
}

/** Does a border at this offset run through a surrogate pair? */
export function splitsPair(text: string, offset: number): boolean {
  return isLowSurrogate(text.charCodeAt(offset)) && isHighSurrogate(text.charCodeAt(offset - 1))
}
