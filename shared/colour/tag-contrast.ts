import type { Tag } from '../tags.ts'
import { contrastRatio, LINE_CONTRAST, TEXT_CONTRAST } from './contrast.ts'
import { difference } from './difference.ts'
import { toLab } from './lab.ts'
import { type Paper, papers, rgb, type Side } from './paper.ts'
import { lay, type Rgb } from './rgb.ts'
import { seenAs, type Vision, visions } from './vision.ts'

/** Least difference (CIEDE2000) of two tags that are drawn with the same line. */
export const APART = 15

/** Contrast ratios of one tag's marks. */
export interface TagFigures {
  /** Its line against the paper, and against its own tint. */
  readonly line: number
  readonly lineOnTint: number
  /** The story's text on its tint, and on that of the active mark. */
  readonly text: number
  readonly active: number
}

/** Contrast ratios where marks overlap. */
export interface OverlapFigures {
  /** Two or three, the lowest first; a tag may overlap itself. */
  readonly tags: readonly Tag[]
  /** The least clear of their lines. */
  readonly line: number
  /** Text on all their tints, and when the uppermost is active. */
  readonly text: number
  readonly active: number
}

/** How well two tags can be told apart. */
export interface PairFigures {
  readonly pair: readonly [Tag, Tag]
  /** Difference of their colours (CIEDE2000) for each way of seeing. */
  readonly differ: Readonly<Record<Vision, number>>
  /** Their lines are drawn in different ways. */
  readonly otherLine: boolean
}

export interface ContrastTable {
  readonly tags: readonly (TagFigures & { readonly tag: Tag })[]
  readonly overlaps: readonly OverlapFigures[]
  readonly pairs: readonly PairFigures[]
}

/** All that can be measured of a scheme on one side: each tag, each overlap of two and three, each pair. */
export function tagContrast(tags: readonly Tag[], side: Side, paper: Paper = papers[side]): ContrastTable {
  const two = tags.flatMap((low) => tags.map((high) => [low, high]))
  const three = two.flatMap((pair) => tags.map((top) => [...pair, top]))
  return {
    tags: tags.map((tag) => ({ tag, ...tagFigures(tag, side, paper) })),
    overlaps: [...two, ...three].map((stack) => overlapFigures(stack, side, paper)),
    pairs: tags.flatMap((one, index) => tags.slice(index + 1).map((other) => pairFigures(one, other, side))),
  }
}

export function tagFigures(tag: Tag, side: Side, paper: Paper = papers[side]): TagFigures {
  const { text, line, active } = overlapFigures([tag], side, paper)
  return { line: contrastRatio(rgb(tag[side]), rgb(paper.paper)), lineOnTint: line, text, active }
}

function overlapFigures(tags: readonly Tag[], side: Side, paper: Paper): OverlapFigures {
  const colours = tags.map((tag) => rgb(tag[side]))
  const tints = colours.map((_, level) => paper.tints[level] ?? paper.tints[2])
  const ground = stacked(colours, tints, paper)
  const ink = rgb(paper.ink)
  return {
    tags,
    line: Math.min(...colours.map((colour) => contrastRatio(colour, ground))),
    text: contrastRatio(ink, ground),
    active: contrastRatio(ink, stacked(colours, [...tints.slice(0, -1), paper.strong], paper)),
  }
}

export function pairFigures(one: Tag, other: Tag, side: Side): PairFigures {
  const differ = (vision: Vision) =>
    difference(toLab(seenAs(vision, rgb(one[side]))), toLab(seenAs(vision, rgb(other[side]))))
  const entries = visions.map((vision) => [vision, differ(vision)])
  return { pair: [one, other], differ: Object.fromEntries(entries), otherLine: one.line !== other.line }
}

export const isLineClear = (ratio: number): boolean => ratio >= LINE_CONTRAST
export const isTextClear = (ratio: number): boolean => ratio >= TEXT_CONTRAST

/** Everybody can tell them apart: by the line, or by the colour whichever way they see. */
export function isApart({ differ, otherLine }: PairFigures): boolean {
  return otherLine || visions.every((vision) => differ[vision] >= APART)
}

/** What lies behind the text under these marks. */
function stacked(colours: readonly Rgb[], tints: readonly number[], paper: Paper): Rgb {
  return colours.reduce((ground, colour, level) => lay(colour, tints[level] ?? 0, ground), rgb(paper.paper))
}
