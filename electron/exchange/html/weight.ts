import type { Element, ElementContent, Root } from 'hast'

interface Weight {
  /** UTF-16 units of the words, white space not counted. */
  readonly all: number
  /** Of these, in links. */
  readonly linked: number
}

const known = new WeakMap<object, Weight>()

/** How much there is to read in a node, and how much of it leads elsewhere. The tree must not change afterwards. */
export function weightOf(node: ElementContent | Root): Weight {
  const before = known.get(node)
  if (before !== undefined) return before
  const weight = weigh(node)
  known.set(node, weight)
  return weight
}

function weigh(node: ElementContent | Root): Weight {
  if (node.type === 'text') return { all: node.value.replace(/\s+/gu, '').length, linked: 0 }
  if (!('children' in node)) return { all: 0, linked: 0 }
  let all = 0
  let linked = 0
  for (const child of node.children) {
    if (child.type === 'doctype') continue
    const weight = weightOf(child)
    all += weight.all
    linked += weight.linked
  }
  return { all, linked: node.type === 'element' && node.tagName === 'a' ? all : linked }
}

/** Half of the words or more are links: a menu, a list of other stories. */
export function isMostlyLinks(element: Element): boolean {
  const { all, linked } = weightOf(element)
  return all > 0 && linked >= all / 2
}
