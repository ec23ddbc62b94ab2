import type { ElementContent, Root } from 'hast'
import { isFlow } from '../../../shared/story/hast-blocks.ts'
import { readPhrasing } from '../../../shared/story/hast-inline.ts'
import { HINT } from '../../../shared/story/hast-place.ts'
import { isByline } from '../../../shared/story/looks.ts'

/** Paragraphs above the story proper: the author's name stands behind the standfirst, a picture, the date. */
const HEAD = 8

/** Pages put a standfirst before the byline, where a plain story has none: what looks like one there is one. */
export function withBylines(tree: Root): Root {
  let seen = 0
  const named = (node: ElementContent): ElementContent => {
    if (node.type !== 'element' || seen >= HEAD) return node
    if (node.children.some((child) => child.type === 'element' && isFlow(child)))
      return { ...node, children: node.children.map(named) }
    if (!isFlow(node) || !/^(?:p|div|address|span)$/.test(node.tagName)) return node
    seen++
    if (!isByline(readPhrasing(node.children).text)) return node
    return { ...node, properties: { ...node.properties, [HINT]: 'byline' } }
  }
  return { type: 'root', children: tree.children.map((node) => named(node as ElementContent)) }
}
