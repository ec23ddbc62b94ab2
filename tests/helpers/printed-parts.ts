import type { Element } from 'xast'
import { childrenOf, parse, partsOf } from './word-document.ts'

/**
 * Parts of a zip as one text that a person can compare: an element on each line, attributes sorted, names of
 * namespaces left out. Never the bytes of the zip.
 */
export function printedParts(content: Uint8Array, paths: readonly string[]): string {
  const parts = partsOf(content)
  return paths.map((path) => `== ${path}\n${printed(parse(parts.get(path)), '')}`).join('\n')
}

function printed(element: Element, indent: string): string {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith('xmlns') && name !== 'mc:Ignorable')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${value}"`)
  const words = element.children.flatMap((child) => (child.type === 'text' ? [child.value] : [])).join('')
  const line = `${indent}${element.name}${attributes.join('')}${words === '' ? '' : ` ${JSON.stringify(words)}`}\n`
  return (
    line +
    childrenOf(element)
      .map((child) => printed(child, `${indent}  `))
      .join('')
  )
}
