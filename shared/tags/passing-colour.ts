import { contrastRatio, LINE_CONTRAST } from '../colour/contrast.ts'
import { papers, rgb, type Side } from '../colour/paper.ts'
import { lay, parseHex, type Rgb, toHex } from '../colour/rgb.ts'

const TOWARDS: Readonly<Record<Side, Rgb>> = { light: [0, 0, 0], dark: [1, 1, 1] }

// As many as a channel has values: a finer step would round to the same colour.
const STEPS = 255

/** How well a colour stands out from the story's paper, 1 … 21. @param colour `#rrggbb` */
export function contrastOnPaper(colour: string, side: Side): number {
  return contrastRatio(rgb(colour), rgb(papers[side].paper))
}

/**
 * A tag's colour for one paper, made from one that was chosen without regard to it: the same where it passes 3:1,
 * else darker (on light paper) or lighter only as far as that takes.
 * @param colour `#rrggbb` @returns `#rrggbb` in lower case
 */
export function passingColour(colour: string, side: Side): string {
  const chosen = rgb(colour)
  for (let step = 0; step < STEPS; step++) {
    const tried = toHex(lay(TOWARDS[side], step / STEPS, chosen))
    if (contrastOnPaper(tried, side) >= LINE_CONTRAST) return tried
  }
  return toHex(TOWARDS[side])
}

/** `#rrggbb`, in either case. */
export function isColour(value: string): boolean {
  return parseHex(value) !== null
}
