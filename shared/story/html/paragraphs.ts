import type { Element, ElementContent, Root } from 'hast'
import { isBlock, isFlow } from '../hast-blocks.ts'
import { textOf } from '../hast-inline.ts'
import { HINT } from '../hast-place.ts'
import { isPlaceholder } from './left-out.ts'

/** Blocks whose words can be several paragraphs. */
const parted = new Set(
  (
    'address article aside blockquote body center dd details div fieldset figcaption footer form header hgroup li main ' +
    'nav section td th'
  ).split(' '),
)

/**
 * Makes the paragraphs that a page shows without naming them: two `<br>` in a row end one, and in a block that
 * holds nothing but the time, the author and the like each of them is one, since style sheets part them.
 */
export function withParagraphs(tree: Root): Root {
  return { type: 'root', children: childrenOf(tree.children as ElementContent[], true) }
}

function childrenOf(nodes: readonly ElementContent[], canPart: boolean): ElementContent[] {
  const inner = nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element' || node.tagName === 'pre') return [node]
    if (node.tagName === 'p') {
      const runs = runsOf(node.children)
      return runs.length <= 1 ? [node] : runs.map((children) => ({ ...node, children }))
    }
    return [{ ...node, children: childrenOf(node.children, parted.has(node.tagName)) }]
  })
  if (!canPart) return inner
  if (isHeadMatter(inner)) return headMatter(inner)
  const runs = runsOf(inner)
  return runs.length <= 1 ? inner : runs.flatMap(paragraphsOf)
}

/** What stands between two or more `<br>`; an inline element that holds such is parted, too. Empty runs are left out. */
function runsOf(nodes: readonly ElementContent[]): readonly ElementContent[][] {
  const runs: ElementContent[][] = [[]]
  let breaks: ElementContent[] = []
  const put = (node: ElementContent) => {
    runs.at(-1)?.push(...breaks, node)
    breaks = []
  }
  for (const node of nodes) {
    const isBreak = node.type === 'element' && node.tagName === 'br'
    if (isBreak && breaks.some((other) => other.type === 'element')) {
      if (runs.at(-1)?.length !== 0) runs.push([])
      breaks = [node]
    } else if (isBreak || (breaks.length > 0 && isWhite(node))) {
      breaks.push(node)
    } else if (node.type === 'element' && !isFlow(node) && node.tagName !== 'img') {
      const [head = [], ...rest] = runsOf(node.children)
      // After two breaks a third one says nothing more.
      if (runs.at(-1)?.length === 0) breaks = []
      put({ ...node, children: head })
      for (const children of rest) runs.push([{ ...node, children }])
    } else {
      if (runs.at(-1)?.length === 0) breaks = []
      put(node)
    }
  }
  return runs.filter((run) => !run.every(isBlank))
}

/** Paragraphs around the blocks of a run. */
function paragraphsOf(run: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = []
  let loose: ElementContent[] = []
  const flush = () => {
    if (!loose.every(isBlank)) made.push(paragraph(loose))
    loose = []
  }
  for (const node of run) {
    if (node.type === 'element' && node.tagName === 'img') {
      flush()
      made.push(node)
    } else if (!isFlow(node)) {
      loose.push(node)
    } else {
      flush()
      made.push(node)
    }
  }
  flush()
  return made
}

function isHeadMatter(nodes: readonly ElementContent[]): boolean {
  let found = false
  for (const node of nodes) {
    if (isWhite(node)) continue
    if (node.type !== 'element' || isBlock(node.tagName) || isFlow(node)) return false
    if (node.tagName === 'time' || node.properties[HINT] !== undefined) found = true
  }
  return found
}

/** The time stands alone; so does what no white space parts from its neighbour. */
function headMatter(nodes: readonly ElementContent[]): ElementContent[] {
  const runs: ElementContent[][] = []
  let before: ElementContent | null = null
  for (const node of nodes) {
    const joins = before !== null && !isTime(before) && !isTime(node) && (isWhite(node) || endsWhite(before))
    if (joins) runs.at(-1)?.push(node)
    else if (!isWhite(node)) runs.push([node])
    before = node
  }
  return runs.map((run) => paragraph(run, hintIn(run)))
}

function isTime(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'time'
}

function endsWhite(node: ElementContent): boolean {
  return /[ \t\r\n\f]$/.test(textOf(node))
}

function hintIn(nodes: readonly ElementContent[]): Element['properties'][string] {
  for (const node of nodes) {
    if (node.type === 'element' && node.properties[HINT] !== undefined) return node.properties[HINT]
  }
  return undefined
}

function paragraph(children: ElementContent[], hint?: Element['properties'][string]): Element {
  return { type: 'element', tagName: 'p', properties: hint === undefined ? {} : { [HINT]: hint }, children }
}

/** Hard blanks, too: old pages make room with them. */
function isBlank(node: ElementContent): boolean {
  return node.type === 'text'
    ? node.value.trim() === ''
    : node.type !== 'element' ||
        (node.tagName !== 'img' && !isPlaceholder(node) && node.children.every(isBlank))
}

function isWhite(node: ElementContent): boolean {
  return node.type === 'text' && /^[ \t\r\n\f]*$/.test(node.value)
}
