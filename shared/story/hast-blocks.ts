import type { Element, Root } from 'hast'

type Node = Root['children'][number]

const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p ' +
    'plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
)

/** Starts on a line of its own, by the rendering rules of the HTML standard (§15.3). */
export function isBlock(tagName: string): boolean {
  return blocks.has(tagName)
}

const known = new WeakMap<Element, boolean>()

/** Whether a block stands inside an element, at whatever depth: `<a><div>…</div></a>`, `<my-story><p>…`. */
export function holdsBlock(element: Element): boolean {
  const before = known.get(element)
  if (before !== undefined) return before
  const holds = element.children.some(
    (child) => child.type === 'element' && (isBlock(child.tagName) || holdsBlock(child)),
  )
  known.set(element, holds)
  return holds
}

/** A block, or something that holds one. */
export function isFlow(node: Node): boolean {
  return node.type === 'element' && (isBlock(node.tagName) || holdsBlock(node))
}

/**
 * An inline element that holds blocks, turned inside out: each block holds it, so that emphasis and links stay on
 * the words. `<a><p>x</p></a>` → `<p><a>x</a></p>`.
 */
export function turnedInsideOut(element: Element): readonly Element[] {
  return element.children.flatMap((child): Element[] => {
    if (child.type !== 'element' || !isFlow(child)) return [{ ...element, children: [child] }]
    if (!isBlock(child.tagName)) return turnedInsideOut(child).map((inner) => wrapped(inner, element))
    return [wrapped(child, element)]
  })
}

/** Only certain children belong in these; formatting goes into them one by one. */
const structures = new Set('ul ol dl menu dir table thead tbody tfoot tr'.split(' '))

/** What was in a block stands in a copy of `around` that stands in the block. */
function wrapped(element: Element, around: Element): Element {
  const { tagName, children } = element
  if (!isBlock(tagName)) return { ...around, children: [element] }
  if (tagName === 'pre' || children.length === 0) return element
  if (!structures.has(tagName)) return { ...element, children: [{ ...around, children }] }
  return {
    ...element,
    children: children.map((child) => (child.type === 'element' ? wrapped(child, around) : child)),
  }
}
