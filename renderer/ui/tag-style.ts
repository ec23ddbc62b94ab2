import type { CSSProperties } from 'react'
import { readable } from '../../shared/colour/readable.ts'
import type { LineStyle, Tag } from '../../shared/tags.ts'

/** Colour and line of a tag that the scheme does not know: grey and solid, so that the mark is still seen. */
const unknown = { light: '#6b665c', dark: '#9d968a', line: 'solid' as LineStyle }

/** The tag's colour for light and dark paper in one value. */
export function tagColour(tag: Tag | undefined): string {
  const { light, dark } = tag ?? unknown
  return `light-dark(${light}, ${dark})`
}

/** The same, clear enough for letters on a card. */
export function tagTextColour(tag: Tag | undefined): string {
  const { light, dark } = tag ?? unknown
  return `light-dark(${readable(light, 'light')}, ${readable(dark, 'dark')})`
}

const made = new WeakMap<Pick<Tag, 'light' | 'dark' | 'line'>, CSSProperties>()

/** Custom properties `--tag`, `--tag-text` and `--tag-line` for a part of the window that belongs to one tag. */
export function tagStyle(tag: Tag | undefined): CSSProperties {
  const key = tag ?? unknown
  const known = made.get(key)
  if (known !== undefined) return known
  const properties: Record<`--${string}`, string> = {
    '--tag': tagColour(tag),
    '--tag-text': tagTextColour(tag),
    '--tag-line': key.line,
  }
  made.set(key, properties)
  return properties
}
