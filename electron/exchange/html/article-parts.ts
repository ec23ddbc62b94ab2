import type { Element, ElementContent, Root } from 'hast'
import { isFlow } from '../../../shared/story/hast-blocks.ts'
import { textOf } from '../../../shared/story/hast-inline.ts'
import { HINT } from '../../../shared/story/hast-place.ts'
import { descendants } from '../../../shared/story/hast-table.ts'
import { isPlaceholder } from '../../../shared/story/html/left-out.ts'
import { isMostlyLinks, weightOf } from './weight.ts'

/** UTF-16 units of words in what holds a date or an author and little else. */
const LONGEST_HEAD_MATTER = 200
/** UTF-16 units of words that make more than a label or a button: a short sentence. */
const SHORTEST_TEXT = 50

/** Holds other blocks, and is looked into. */
const containers = new Set(
  'address article aside center details div fieldset footer form header hgroup main section'.split(' '),
)

/** "Read also: …" with a link to another story, in the languages of our looks. */
const pointer =
  /^[\s›»→▶•-]*(?:read (?:also|more|next)|see also|related|more on|also read|lire aussi|à lire|lesen sie auch|mehr zum thema|lee también|اقرأ أيضا|اقرأ أيضاً|קראו גם|קרא גם|延伸阅读|相关阅读|関連記事)(?![\p{L}])/iu

/**
 * What of an element belongs to the article. All that Readability keeps does, and of what it drops the headings,
 * pictures, captions, datelines, bylines, quotations, and whatever reads like text and is not mostly links.
 */
export function articleParts(kept: ReadonlySet<Element>): (of: Element | Root) => ElementContent[] {
  const holdsKept = (element: Element): boolean =>
    kept.has(element) || element.children.some((child) => child.type === 'element' && holdsKept(child))

  const part = (node: ElementContent): ElementContent | null => {
    if (node.type !== 'element' || !isFlow(node)) return node
    if (isPointer(node)) return null
    const isContainer = containers.has(node.tagName)
    if (holdsKept(node)) return isContainer ? { ...node, children: parts(node) } : node
    if (!isEditorial(node)) return null
    return isContainer ? { ...node, children: parts(node) } : node
  }

  const parts = (of: Element | Root): ElementContent[] => {
    const nodes = (of.children as ElementContent[]).filter(
      (node) => node.type !== 'text' || node.value.trim() !== '' || of.type === 'element',
    )
    const chosen = nodes.map(part)
    return chosen.flatMap((node, index) =>
      node === null || leadsNowhere(nodes, chosen, index) ? [] : [node],
    )
  }
  return parts
}

function isEditorial(element: Element): boolean {
  const { tagName, properties } = element
  if (/^h[1-6]$/.test(tagName) || tagName === 'hr') return true
  const { all } = weightOf(element)
  if (all === 0) return holdsPicture(element) || holdsPlaceholder(element)
  if (tagName === 'figure' || tagName === 'pre') return true
  if (
    (properties[HINT] !== undefined || descendants(element, 'time').length > 0) &&
    all <= LONGEST_HEAD_MATTER
  )
    return true
  if (isMostlyLinks(element)) return false
  if (tagName === 'p' || tagName === 'blockquote' || tagName === 'address') return true
  return all >= SHORTEST_TEXT || /[.!?…。！？؟]["'”’»)」』）]*\s*$/u.test(textOf(element))
}

/** A line that sends the reader to another story. */
function isPointer(element: Element): boolean {
  return isMostlyLinks(element) && pointer.test(textOf(element))
}

/** A heading over something that was left out, with nothing else under it: "Related stories". */
function leadsNowhere(
  nodes: readonly ElementContent[],
  chosen: readonly (ElementContent | null)[],
  index: number,
): boolean {
  if (!isHeading(nodes[index])) return false
  const rest = nodes
    .map((node, at) => ({ node, at }))
    .filter(({ node, at }) => at > index && node.type === 'element')
  const [next, afterNext] = rest
  return (
    next !== undefined &&
    chosen[next.at] === null &&
    (afterNext === undefined || chosen[afterNext.at] === null || isHeading(afterNext.node))
  )
}

function isHeading(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && /^h[2-6]$/.test(node.tagName)
}

function holdsPicture(element: Element): boolean {
  return element.tagName === 'img' || descendants(element, 'img').length > 0
}

function holdsPlaceholder(element: Element): boolean {
  return (
    isPlaceholder(element) ||
    element.children.some((child) => child.type === 'element' && holdsPlaceholder(child))
  )
}
