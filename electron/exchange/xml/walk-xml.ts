import type { Text, Xml } from './read-xml.ts'

export function isElement(node: Xml | Text): node is Xml {
  return 'children' in node
}

export function elementsOf(node: Xml): readonly Xml[] {
  return node.children.filter(isElement)
}

/** The first child of that name; null: none. */
export function childOf(node: Xml, name: string): Xml | null {
  return elementsOf(node).find((child) => child.name === name) ?? null
}

/** Follows one child after the other: `pathOf(p, 'w:pPr', 'w:rPr')`. */
export function pathOf(node: Xml, ...names: readonly string[]): Xml | null {
  let at: Xml | null = node
  for (const name of names) {
    at = at === null ? null : childOf(at, name)
  }
  return at
}

/** All elements of a name under a node, in the order of the text, also those inside one that was found. */
export function allOf(node: Xml, name: string): readonly Xml[] {
  return elementsOf(node).flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)])
}

/** All characters under a node. */
export function textIn(node: Xml | Text): string {
  return isElement(node) ? node.children.map(textIn).join('') : node.text
}
