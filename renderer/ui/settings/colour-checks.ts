import { LINE_CONTRAST, TEXT_CONTRAST } from '../../../shared/colour/contrast.ts'
import { rgb, type Side } from '../../../shared/colour/paper.ts'
import { parseHex, toHex } from '../../../shared/colour/rgb.ts'
import {
  APART,
  isLineClear,
  isTextClear,
  type PairFigures,
  pairFigures,
  tagFigures,
} from '../../../shared/colour/tag-contrast.ts'
import { seenAs, type Vision } from '../../../shared/colour/vision.ts'
import type { Tag } from '../../../shared/tags.ts'

/** One judgement of a tag's colour, as it is shown. */
export interface ColourCheck {
  readonly id: string
  readonly label: string
  /** `5.5 : 1`, `ΔE 23`. */
  readonly figure: string
  readonly ok: boolean
  /** What is needed, or why it is enough. */
  readonly sentence: string
  /** Colours to be drawn beside each other, as that person sees them; empty: marked words are drawn. */
  readonly seen: readonly string[]
}

const people: readonly (readonly [Vision, string])[] = [
  ['deuteranopia', 'Without green (deuteranopia)'],
  ['protanopia', 'Without red (protanopia)'],
  ['tritanopia', 'Without blue (tritanopia)'],
]

/** How clear a tag's colour is on one paper, and whether it can be told from the others. @param others of the scheme */
export function colourChecks(tag: Tag, others: readonly Tag[], side: Side): readonly ColourCheck[] {
  const { line, text, active } = tagFigures(tag, side)
  const least = Math.min(text, active)
  const pairs = others.map((other) => pairFigures(tag, other, side))
  return [
    {
      ...{ id: 'line', label: 'Line on paper', figure: ratio(line), ok: isLineClear(line), seen: [] },
      sentence: isLineClear(line) ? 'Clear enough.' : `Too low: ${LINE_CONTRAST} : 1 is needed.`,
    },
    {
      ...{ id: 'text', label: 'Text on its tint', figure: ratio(least), ok: isTextClear(least), seen: [] },
      sentence: isTextClear(least) ? 'Clear enough.' : `Too low: ${TEXT_CONTRAST} : 1 is needed.`,
    },
    ...people.flatMap(([vision, label]) => apartCheck(pairs, vision, label, side)),
  ]
}

/** It can be read and seen: only then is it kept. */
export function isKept(tag: Tag, side: Side): boolean {
  if (parseHex(tag[side]) === null) return false
  const { line, text, active } = tagFigures(tag, side)
  return isLineClear(line) && isTextClear(text) && isTextClear(active)
}

/** Against the tag that is hardest to tell from it: of those with the same line, else of all. */
function apartCheck(
  pairs: readonly PairFigures[],
  vision: Vision,
  label: string,
  side: Side,
): readonly ColourCheck[] {
  const sameLine = pairs.filter((pair) => !pair.otherLine)
  const from = (sameLine.length > 0 ? sameLine : pairs).toSorted(
    (a, b) => a.differ[vision] - b.differ[vision],
  )
  const [nearest] = from
  if (nearest === undefined) return []
  const differ = nearest.differ[vision]
  const ok = nearest.otherLine || differ >= APART
  return [
    {
      ...{ id: vision, label, figure: `ΔE ${Math.floor(differ)}`, ok },
      sentence: apartSentence(nearest, differ),
      seen: nearest.pair.map((tag) => toHex(seenAs(vision, rgb(tag[side])))),
    },
  ]
}

function apartSentence({ pair, otherLine }: PairFigures, differ: number): string {
  const name = `“${pair[1].label}”`
  if (otherLine) return `Nearest is ${name}; its line is drawn differently.`
  if (differ >= APART) return `Apart from ${name}, the nearest with the same line.`
  return `Too close to ${name}, which has the same line: ΔE ${APART} is needed, or another line.`
}

/** Rounded down, so that what is too low never looks like enough. */
function ratio(value: number): string {
  return `${(Math.floor(value * 10) / 10).toFixed(1)} : 1`
}
