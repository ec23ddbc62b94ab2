import type { CodePoint, Span } from '../units.ts'
import type { AnchorText } from './anchor-text.ts'

// A text that says the same more often than this repeats itself in a pattern, and one place is as near as the next.
const MOST = 12

/**
 * Of places that nothing else tells apart, the one next to the stated position, if it is at most half as far away
 * as the next one. Without a position, with two about as near, or with very many places, none.
 */
export function nearest(
  text: AnchorText,
  places: readonly Span[],
  position: { readonly start: CodePoint } | null,
): Span | null {
  const [only] = places
  if (places.length === 1) return only ?? null
  if (position === null) return null
  let best: Span | null = null
  let least = Number.POSITIVE_INFINITY
  let next = Number.POSITIVE_INFINITY
  for (const place of places) {
    const distance = Math.abs(text.codePoints.toCodePoint(place.start) - position.start)
    if (distance < least) {
      next = least
      least = distance
      best = place
    } else if (distance < next) next = distance
  }
  return least === 0 || (places.length <= MOST && 2 * least <= next) ? best : null
}
