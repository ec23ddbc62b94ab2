import type { Element, ElementContent, Properties, Root } from 'hast'
import { isBlock } from '../hast-blocks.ts'
import { markOf, textOf } from '../hast-inline.ts'
import { HINT } from '../hast-place.ts'
import type { InlineKind } from '../story.ts'
import { linkOf, pictureOf, type Resolve } from './addresses.ts'
import { isHidden, isTracker } from './hidden.ts'
import { hintOf, isCredit } from './hints.ts'
import { isPlaceholder, placeholder, type Untold } from './left-out.ts'

/** Not for people, whatever is in them. */
const unread = new Set(
  (
    'head title meta link base script style template noscript noembed noframes comment param source track area map ' +
    'datalist basefont bgsound rp slot'
  ).split(' '),
)

/** What a story has no place for; it is counted. */
const untold: ReadonlyMap<string, Untold> = new Map([
  ['iframe', 'frame'],
  ['frame', 'frame'],
  ['embed', 'frame'],
  ['object', 'frame'],
  ['applet', 'frame'],
  ['portal', 'frame'],
  ['video', 'video'],
  ['audio', 'sound'],
  ['svg', 'drawing'],
  ['canvas', 'drawing'],
  ['math', 'formula'],
  ['input', 'field'],
  ['select', 'field'],
  ['textarea', 'field'],
  ['button', 'field'],
  ['label', 'field'],
  ['meter', 'field'],
  ['progress', 'field'],
])

/** Sides of a drawing, in pixels: what is smaller is an icon. */
const SMALLEST_DRAWING = 64

/**
 * What of a parsed page can be read: no scripts, styles, comments, forms' fields, hidden parts and counting pixels; of
 * the attributes only those that a story or the search for the article needs; links to http, https and mailto only.
 * What held words or pictures and goes leaves a placeholder, see `untold`.
 */
export function cleanHtml(tree: Root, resolve: Resolve): Root {
  return { type: 'root', children: tree.children.flatMap((node) => clean(node, resolve, [])) }
}

/** @param open marks that are open around the node */
function clean(
  node: Root['children'][number],
  resolve: Resolve,
  open: readonly InlineKind[],
): ElementContent[] {
  if (node.type === 'text') return [{ ...node }]
  if (node.type !== 'element') return []
  const { tagName, properties } = node
  if (unread.has(tagName)) return []
  if (isHidden(node)) return /[\p{L}\p{N}]/u.test(readableText(node)) ? [placeholder('hidden')] : []
  const what = untold.get(tagName)
  if (what !== undefined) return isNothing(node) ? [] : [placeholder(what)]
  if (tagName === 'img') return picture(node, [], resolve)
  const mark = markOf(tagName)
  const within = mark === undefined || open.includes(mark) ? open : [...open, mark]
  const children = node.children.flatMap((child) => clean(child, resolve, within))
  // Bold inside bold says nothing; pages that never close theirs would give each word hundreds of marks.
  if (mark !== undefined && within === open) return children
  if (tagName === 'picture') return pictures(node, children, resolve)
  if (tagName === 'q') return [text('“'), ...children, text('”')]
  if (tagName === 'rt') return [text('('), ...children, text(')')]
  // Hard blanks alone are how old pages make room.
  if ((tagName === 'tr' || tagName === 'p') && children.length > 0 && children.every(isBlank)) return []
  const kept = {
    ...node,
    tagName: isOurs(tagName) ? 'span' : tagName,
    properties: propertiesOf(tagName, properties, resolve),
    children,
  }
  // Style sheets put the credit on a line of its own.
  return isCredit(properties) && !isBlock(tagName) ? [text(' '), kept] : [kept]
}

/** Names of elements that only Galley makes. */
function isOurs(tagName: string): boolean {
  return tagName.startsWith('galley-')
}

/** Icons, sent-along values, frames of one pixel. */
function isNothing(node: Element): boolean {
  const { tagName, properties } = node
  if (tagName === 'input') return properties.type === 'hidden'
  if (tagName === 'svg' || tagName === 'canvas') {
    const side = Number.parseFloat(String(properties.width ?? ''))
    return !(side >= SMALLEST_DRAWING) && !hasWords(node)
  }
  return untold.get(tagName) === 'frame' && isTracker(node)
}

function hasWords(node: Element): boolean {
  return node.children.some(
    (child) =>
      child.type === 'element' &&
      (/^(?:text|foreignObject)$/i.test(child.tagName) || hasWords(child)) &&
      textOf(child).trim() !== '',
  )
}

function readableText(node: Element): string {
  return node.children
    .map((child) =>
      child.type === 'text'
        ? child.value
        : child.type === 'element' && !unread.has(child.tagName)
          ? readableText(child)
          : '',
    )
    .join('')
}

function picture(image: Element, beside: readonly Properties[], resolve: Resolve): ElementContent[] {
  if (isTracker(image)) return []
  const { alt } = image.properties
  const src = pictureOf([image.properties, ...beside], resolve)
  const words = typeof alt === 'string' ? alt : ''
  return src === '' && words.trim() === ''
    ? []
    : [{ ...image, properties: { src, alt: words }, children: [] }]
}

/** The image of a `<picture>`, with the addresses of its sources where it has none. */
function pictures(node: Element, children: ElementContent[], resolve: Resolve): ElementContent[] {
  const sources = node.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'source' ? [child.properties] : [],
  )
  const image = node.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'img',
  )
  if (image === undefined) return children
  return isHidden(image) ? [] : picture(image, sources, resolve)
}

/** Attributes that say where the article is, beside those that it is made of. */
function propertiesOf(tagName: string, properties: Properties, resolve: Resolve): Properties {
  const { className, id, role, itemProp, itemType, rel, start, href } = properties
  const kept: Properties = { className, id, role, itemProp, itemType, rel }
  if (tagName === 'a') kept.href = linkOf(href, resolve)
  if (tagName === 'ol') kept.start = start
  const hint = hintOf(properties)
  if (hint !== null) kept[HINT] = hint
  return kept
}

function isBlank(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  return (
    node.type !== 'element' ||
    (node.tagName !== 'img' && !isPlaceholder(node) && node.children.every(isBlank))
  )
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
