import type { LineStyle, Tag } from '../../tags.ts'

/** How much of a tag's colour lies in its tint, as two hex digits of opacity: 15 % on light paper, 21 % on dark. */
const TINT_LIGHT = '26'
const TINT_DARK = '36'

/** A double line needs three pixels to be two. */
const WIDTH: Readonly<Record<LineStyle, number>> = { solid: 2, dashed: 2, dotted: 2, double: 3 }

/**
 * Colour and line style of each tag, `.t0`, `.t1` … in the order of the list. Paper and print are always light.
 * A colour that is not six hex digits is left out: a scheme from a file can't bring styles of its own.
 */
export function tagStyle(tags: readonly Tag[]): string {
  const light = tags.map((tag, index) => {
    const line = `--s:${tag.line};--w:${WIDTH[tag.line]}px`
    return `.t${index}{${colour(tag.light, TINT_LIGHT)}${line}}`
  })
  const dark = tags.map((tag, index) => `.t${index}{${colour(tag.dark, TINT_DARK)}}`)
  return `${light.join('\n')}
@media screen and (prefers-color-scheme:dark){
${dark.join('\n')}
}
`
}

function colour(value: string, opacity: string): string {
  return /^#[0-9a-f]{6}$/i.test(value) ? `--c:${value};--t:${value}${opacity};` : ''
}
