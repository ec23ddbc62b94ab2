import { parseHex, type Rgb } from './rgb.ts'

/** What a story's marks are drawn on. The numbers are those of `renderer/styles/tokens.css`; a test compares them. */
export interface Paper {
  /** Colour of the paper, of the cards beside it, and of the text: `#rrggbb`. */
  readonly paper: string
  readonly card: string
  readonly ink: string
  /**
   * How much of a tag's colour lies in its tint, 0 … 1: of a mark that overlaps none, of the second and of the
   * third in one place. Deeper ones are paler, so that text and lines stay clear where three lie over one another.
   */
  readonly tints: readonly [first: number, second: number, third: number]
  /** The same of the active mark, in any of those places. */
  readonly strong: number
}

export type Side = 'light' | 'dark'
export const sides: readonly Side[] = ['light', 'dark']

const onLight = { tints: [0.17, 0.1, 0.07], strong: 0.28 } as const
const onDark = { tints: [0.22, 0.11, 0.08], strong: 0.28 } as const

export const papers: Readonly<Record<Side, Paper>> = {
  light: { paper: '#fffdf8', card: '#fffefb', ink: '#1d1b18', ...onLight },
  dark: { paper: '#1c1b19', card: '#24221f', ink: '#ebe6db', ...onDark },
}

/** The same with more contrast. */
export const plainPapers: Readonly<Record<Side, Paper>> = {
  light: { paper: '#ffffff', card: '#ffffff', ink: '#000000', ...onLight },
  dark: { paper: '#000000', card: '#0d0d0d', ink: '#ffffff', ...onDark },
}

/** @throws what is no `#rrggbb` never gets as far as here: schemes and settings are checked */
export function rgb(hex: string): Rgb {
  const colour = parseHex(hex)
  if (colour === null) throw new Error(`${hex} is not a colour`)
  return colour
}
