import { contrastRatio, TEXT_CONTRAST } from './contrast.ts'
import { type Paper, papers, rgb, type Side } from './paper.ts'
import { lay, toHex } from './rgb.ts'

// Fine enough that no step is seen.
const STEPS = 20

/**
 * A tag's colour for its name in letters: as it is where that is clear enough on a card, else mixed with as
 * little ink as makes it so. @returns `#rrggbb`
 */
export function readable(colour: string, side: Side, { card, ink }: Paper = papers[side]): string {
  const ground = rgb(card)
  for (let step = 0; step <= STEPS; step++) {
    const mixed = toHex(lay(rgb(ink), step / STEPS, rgb(colour)))
    if (contrastRatio(rgb(mixed), ground) >= TEXT_CONTRAST) return mixed
  }
  return ink
}
