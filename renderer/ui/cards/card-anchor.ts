import type { AnnotationId } from '../../../shared/units.ts'

/** Where a card's mark begins, in pixels from the top of the text. */
export interface CardTop {
  readonly id: AnnotationId
  readonly top: number
}

/**
 * The card that is to stand exactly level with its mark: the active one, else that of before, or its neighbour if it
 * was deleted, as long as the place is in sight; else the first in sight, since a crowd of cards is longer than its
 * text and would have drifted away. null: at the beginning of the text all of them find their places together.
 */
export function anchorOf(
  cards: readonly CardTop[],
  seen: { readonly from: number; readonly to: number },
  active: AnnotationId | null,
  before: CardTop | null,
): CardTop | null {
  const inSight = cards.filter(({ top }) => top >= seen.from && top < seen.to)
  for (const id of [active, before?.id]) {
    const found = inSight.find((card) => card.id === id)
    if (found !== undefined) return found
  }
  if (before !== null && before.top >= seen.from && before.top < seen.to) {
    const far = ({ top }: CardTop) => Math.abs(top - before.top)
    const [nearest] = inSight.toSorted((a, b) => far(a) - far(b))
    if (nearest !== undefined) return nearest
  }
  if (seen.from === 0) return null
  return cards.find(({ top }) => top >= seen.from) ?? cards.at(-1) ?? null
}
