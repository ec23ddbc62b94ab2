import { childOf, elementsOf } from '../xml/walk-xml.ts'
import { Edits } from './edits.ts'
import type { XmlPart } from './parts.ts'
import { WORD } from './points.ts'
import { isKnownStyle } from './style-map.ts'

interface Style {
  readonly name: string
  readonly basedOn: string
}

/**
 * The styles with a newsroom's own ones named after what they are based on, so that "Gazette headline", made from
 * "Heading 1", is a heading. One that is made from nothing known is running text.
 */
export function stylesByKnownNames({ root, text }: XmlPart): string {
  const styles = new Map<string, Style>()
  for (const style of elementsOf(root)) {
    if (style.name !== 'w:style') continue
    styles.set(style.attributes['w:styleId'] ?? '', {
      name: childOf(style, 'w:name')?.attributes['w:val'] ?? '',
      basedOn: childOf(style, 'w:basedOn')?.attributes['w:val'] ?? '',
    })
  }
  const edits = new Edits()
  for (const style of elementsOf(root)) {
    const name = childOf(style, 'w:name')
    const known = knownName(style.attributes['w:styleId'] ?? '', styles)
    if (name === null || style.attributes['w:type'] !== 'paragraph') continue
    edits.replace(name, `<g:name xmlns:g="${WORD}" g:val="${known}"/>`)
  }
  return edits.applied(text, 0, text.length)
}

function knownName(id: string, styles: ReadonlyMap<string, Style>): string {
  const seen = new Set<string>()
  for (let at = id; !seen.has(at); ) {
    const style = styles.get(at)
    if (style === undefined) return 'Normal'
    if (isKnownStyle(style.name)) return style.name
    seen.add(at)
    at = style.basedOn
  }
  return 'Normal'
}
