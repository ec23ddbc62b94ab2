import { Readability } from '@mozilla/readability'
import type { Element, ElementContent, Root } from 'hast'
import { parseHTML } from 'linkedom/worker'
import { isPlaceholder } from '../../../shared/story/html/left-out.ts'

/** A story of some sentences; below, Readability tries again with less strict rules, which costs time. */
const SHORT_STORY = 250
/** Elements; it takes a tenth of a millisecond for each. A story as long as a book has some 15,000. */
const MOST_ELEMENTS = 30_000
/** UTF-16 units between two elements; its regular expressions take the square of that where it is all signs. */
const LONGEST_TEXT = 100_000
/** Every element has one of these attributes: when two elements become one, the one that stays has both. */
const NUMBER = 'data-g'

/** As much of the DOM as is used here. */
interface DomNode {
  readonly childNodes: Iterable<DomNode>
  readonly attributes?: Iterable<{ readonly name: string }>
  appendChild(child: DomNode): void
}
type ReaderDocument = ConstructorParameters<typeof Readability>[0]
interface DomElement extends DomNode {
  setAttribute(name: string, value: string): void
}
interface Dom extends DomNode {
  readonly body: DomNode
  createElement(tagName: string): DomElement
  createTextNode(text: string): DomNode
}

/**
 * The elements of a page that Readability would keep. It is asked for its opinion only: what the story holds is
 * decided by `findArticle`, since Readability drops datelines, bylines, captions and short lists.
 * @returns null: it found no article, or there is too much to look through
 */
export function keptByReadability(body: Root): ReadonlySet<Element> | null {
  try {
    return isTooLarge(body) ? null : kept(body)
  } catch {
    // Its regular expressions give up on texts of millions of signs.
    return null
  }
}

function isTooLarge(body: Root): boolean {
  let elements = 0
  const open: (Root | Root['children'][number])[] = [body]
  for (let node = open.pop(); node !== undefined && elements <= MOST_ELEMENTS; node = open.pop()) {
    if (node.type === 'text' && node.value.length > LONGEST_TEXT) return true
    if (!('children' in node)) continue
    elements++
    for (const child of node.children) open.push(child)
  }
  return elements > MOST_ELEMENTS
}

function kept(body: Root): ReadonlySet<Element> | null {
  const numbered: Element[] = []
  const window: unknown = parseHTML('<!doctype html><html><head></head><body></body></html>')
  const { document } = window as { readonly document: Dom }
  const copy = (node: ElementContent, parent: DomNode) => {
    if (node.type === 'text') parent.appendChild(document.createTextNode(node.value))
    if (node.type !== 'element' || isPlaceholder(node)) return
    const element = document.createElement(known.has(node.tagName) ? node.tagName : 'span')
    element.setAttribute(`${NUMBER}${numbered.length}`, '')
    numbered.push(node)
    for (const [name, value] of attributesOf(node)) element.setAttribute(name, value)
    for (const child of node.children) copy(child, element)
    parent.appendChild(element)
  }
  for (const node of body.children) copy(node as ElementContent, document.body)
  const article = new Readability<DomNode>(document as unknown as ReaderDocument, {
    charThreshold: SHORT_STORY,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: unknown) => node as DomNode,
  }).parse()
  if (article?.content === null || article?.content === undefined) return null
  return numbersIn(article.content, numbered)
}

/** Elements that Readability has rules for; all others are like a `<span>` to it. */
const known = new Set(
  (
    'a abbr address article aside b blockquote br caption center cite code dd del details dfn div dl dt em fieldset ' +
    'figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd legend li main mark menu nav ol ' +
    'p pre q ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var'
  ).split(' '),
)

function attributesOf({ tagName, properties }: Element): readonly (readonly [string, string])[] {
  const { className, id, role, itemProp, rel, href, src, alt } = properties
  const written: (readonly [string, unknown])[] = [
    ['class', Array.isArray(className) ? className.join(' ') : className],
    ['id', id],
    ['role', role],
    ['itemprop', Array.isArray(itemProp) ? itemProp.join(' ') : itemProp],
    ['rel', Array.isArray(rel) ? rel.join(' ') : rel],
    // All links count, also those whose address the story does not keep.
    ['href', tagName === 'a' ? href || 'https://example.org/' : undefined],
    ['src', src],
    ['alt', alt],
  ]
  return written.flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
}

function numbersIn(content: DomNode, numbered: readonly Element[]): ReadonlySet<Element> {
  const found = new Set<Element>()
  const open: DomNode[] = [content]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const child of node.childNodes) open.push(child)
    for (const { name } of node.attributes ?? []) {
      const element = name.startsWith(NUMBER) ? numbered[Number(name.slice(NUMBER.length))] : undefined
      if (element !== undefined) found.add(element)
    }
  }
  return found
}
