import { UnderlineType } from 'docx'
import { plainPapers } from '../../../shared/colour/paper.ts'
import { lay, parseHex, type Rgb, toHex } from '../../../shared/colour/rgb.ts'
import type { LineStyle, Tag } from '../../../shared/tags.ts'

type Underline = (typeof UnderlineType)[keyof typeof UnderlineType]

/** How marked words look: every mark over them tints the paper, the innermost underlines them. */
export interface Paint {
  /** Six hex digits, as Word writes colours. */
  readonly fill: string
  readonly line: { readonly color: string; readonly type: Underline }
}

const LINES: Readonly<Record<LineStyle, Underline>> = {
  solid: UnderlineType.SINGLE,
  dashed: UnderlineType.DASH,
  dotted: UnderlineType.DOTTED,
  double: UnderlineType.DOUBLE,
}

const { tints } = plainPapers.light
const WHITE: Rgb = [1, 1, 1]

/** @param tags of the marks over the words, the innermost last; null: none, or none whose colour is one */
export function paintOf(tags: readonly Pick<Tag, 'light' | 'line'>[]): Paint | null {
  let ground: Rgb | null = null
  let line: Paint['line'] | null = null
  for (const [level, tag] of tags.entries()) {
    const colour = parseHex(tag.light)
    if (colour === null) continue
    ground = lay(colour, tints[level] ?? tints[2], ground ?? WHITE)
    line = { color: wordColour(colour), type: LINES[tag.line] }
  }
  return ground === null || line === null ? null : { fill: wordColour(ground), line }
}

function wordColour(colour: Rgb): string {
  return toHex(colour).slice(1).toUpperCase()
}
