import type { CSSProperties } from 'react'
import type { LineStyle, Tag } from '../../shared/tags.ts'

/** Colour and line of a tag that the scheme does not know: grey and solid, so that the mark is still seen. */
const unknown = { light: '#6b665c', dark: '#9d968a', line: 'solid' as LineStyle }

/** The tag's colour for light and dark paper in one value. */
export function tagColour(tag: Tag | undefined): string {
  const { light, dark } = tag ?? unknown
  return `light-dark(${light}, ${dark})`
}

/** Custom properties `--tag` and `--tag-line` for a part of the window that belongs to one tag. */
export function tagStyle(tag: Tag | undefined): CSSProperties {
  const properties: Record<`--${string}`, string> = {
    '--tag': tagColour(tag),
    '--tag-line': (tag ?? unknown).line,
  }
  return properties
}
