import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../../shared/units.ts'

/** A card and where it stands, in pixels from the top of the text. */
export interface PlacedCard {
  readonly mark: PlacedAnnotation
  readonly top: number
  readonly height: number
}

/** What can be seen of the text, in pixels from its top; half-open. */
export interface Sight {
  readonly start: number
  readonly end: number
}

// In heights of what can be seen. Cards come and go by the screenful, not one by one with each line that is scrolled;
// as soon as one may come into sight that is not there, all that are near are made.
const MUST = 0.25
const MAY = 1

/**
 * The cards that should be there, in reading order: a paragraph with hundreds of marks has cards for a dozen
 * screens, and those out of sight cost as much as those in sight. `shown` itself if it will do.
 * @param active its card is always there: somebody may be writing in it
 */
export function cardsNear(
  cards: readonly PlacedCard[],
  sight: Sight,
  shown: readonly PlacedAnnotation[],
  active: AnnotationId | null,
): readonly PlacedAnnotation[] {
  const screen = sight.end - sight.start
  const within =
    (margin: number) =>
    ({ mark, top, height }: PlacedCard) =>
      mark.id === active ||
      (top + height > sight.start - margin * screen && top < sight.end + margin * screen)
  const there = new Map(shown.map((mark) => [mark.id, mark]))
  const isNear = within(MUST)
  const lacks = cards.some((card) => !there.has(card.mark.id) && isNear(card))
  const wanted = lacks ? cards.filter(within(MAY)) : cards.filter(({ mark }) => there.has(mark.id))
  const next = wanted.map(({ mark }) => {
    const known = there.get(mark.id)
    return known !== undefined && looksTheSame(mark, known) ? known : mark
  })
  const same = next.length === shown.length && next.every((mark, index) => mark === shown[index])
  return same ? shown : next
}

/** While one types, all marks behind the caret move along; their cards are still the same. */
function looksTheSame(mark: PlacedAnnotation, known: PlacedAnnotation): boolean {
  // Its card shows the words that stand at its place.
  if (mark === known || mark.drift === 'words') return mark === known
  const { span: _place, ...content } = mark
  return Object.entries(content).every(([name, value]) => known[name as keyof typeof content] === value)
}
