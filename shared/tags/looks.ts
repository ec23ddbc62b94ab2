import { builtInTags, type LineStyle, type Tag } from '../tags.ts'

/** How a tag is drawn. */
export type TagLook = Pick<Tag, 'line' | 'light' | 'dark'>

const look = (line: LineStyle, light: string, dark: string): TagLook => ({ line, light, dark })

/**
 * Nine looks, as many as there are tag keys; the first four are those of the built-in tags. Every line passes 3:1
 * and the text 4.5:1 on paper, on tints and where up to three marks overlap. Any two looks differ by line style, or
 * stay apart (CIEDE2000 ≥ 15) also for those who see no red, no green or no blue. All of it is tested.
 */
export const tagLooks: readonly TagLook[] = [
  ...builtInTags.map(({ line, light, dark }) => ({ line, light, dark })),
  look('solid', '#8a6d00', '#bcb022'),
  look('dashed', '#4a4fb8', '#96a0f3'),
  look('dotted', '#5f7a00', '#90bf5a'),
  look('double', '#a532de', '#c894ff'),
  look('solid', '#c43068', '#f08c90'),
]
