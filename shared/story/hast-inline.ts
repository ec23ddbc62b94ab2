import type { Element, ElementContent, Root } from 'hast'
import { isBlock } from './hast-blocks.ts'
import type { InlineKind } from './story.ts'
import type { Inline, LocalMark } from './story-builder.ts'

/** Elements that become marks. */
const kinds: ReadonlyMap<string, InlineKind> = new Map([
  ['strong', 'strong'],
  ['b', 'strong'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['del', 'strike'],
  ['s', 'strike'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['a', 'link'],
])

/** The mark that an element becomes; undefined: none. */
export function markOf(tagName: string): InlineKind | undefined {
  return kinds.get(tagName)
}

/** Text of phrasing content and the images met in it. */
export interface Phrasing extends Inline {
  readonly images: readonly Element[]
}

/**
 * Reads phrasing content as a reader sees it: white space collapsed, `<br>` a `\n`, outer white space off. A line
 * end between two East Asian characters vanishes, since those scripts write no spaces. Blocks that stand where only
 * phrasing is read, as in the cell of a table, are parted by a space.
 */
export function readPhrasing(nodes: readonly Root['children'][number][]): Phrasing {
  const reading: Reading = { text: '', marks: [], images: [] }
  for (const node of nodes) read(node, reading)
  const text = reading.text.replace(/[ \n]+$/, '')
  return { text, marks: reading.marks.flatMap((mark) => trimmed(mark, text)), images: reading.images }
}

interface Reading {
  text: string
  readonly marks: LocalMark[]
  readonly images: Element[]
}

function read(node: Root['children'][number], reading: Reading): void {
  if (node.type === 'text') append(node.value, reading)
  if (node.type !== 'element') return
  if (node.tagName === 'br') {
    if (reading.text !== '') reading.text = `${reading.text.replace(/ $/, '')}\n`
  } else if (node.tagName === 'img') {
    reading.images.push(node)
  } else if (node.properties.dataFootnoteRef !== undefined) {
    append(`[${textOf(node)}]`, reading)
  } else if (node.properties.dataFootnoteBackref === undefined && node.tagName !== 'input') {
    if (isBlock(node.tagName)) append(' ', reading)
    const start = reading.text.length
    for (const child of node.children) read(child, reading)
    const kind = kinds.get(node.tagName)
    if (kind !== undefined) {
      const href = kind === 'link' ? safeLink(node.properties.href) : ''
      reading.marks.push({ kind, href, start, end: reading.text.length })
    }
    if (isBlock(node.tagName)) append(' ', reading)
  }
}

const eastAsian = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]`
const brokenEastAsian = new RegExp(`(?<=${eastAsian})[ \\t]*[\\r\\n]+[ \\t]*(?=${eastAsian})`, 'gu')

function append(value: string, reading: Reading): void {
  // The look-behind is dear, so it is spared where there is no line end.
  const whole = value.includes('\n') ? value.replace(brokenEastAsian, '') : value
  const text = whole.replace(/[ \t\r\n\f]+/g, ' ')
  const atSpace = reading.text === '' || /[ \n]$/.test(reading.text)
  reading.text += atSpace && text.startsWith(' ') ? text.slice(1) : text
}

/** Without outer white space; nothing if nothing is left. */
function trimmed(mark: LocalMark, text: string): readonly LocalMark[] {
  let start = mark.start
  let end = Math.min(mark.end, text.length)
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return start < end ? [{ ...mark, start, end }] : []
}

/** The address of a link that may be followed: http, https or mailto; anything else becomes empty. */
function safeLink(href: unknown): string {
  return typeof href === 'string' && /^(?:https?:\/\/|mailto:)/i.test(href) ? href : ''
}

/** All text under a node, untouched. */
export function textOf(node: ElementContent | Root): string {
  if (node.type === 'text') return node.value
  return 'children' in node
    ? node.children.map((child) => (child.type === 'doctype' ? '' : textOf(child))).join('')
    : ''
}

/** All text under a node as it stands, `<br>` a `\n`. */
export function preformatted(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/\r\n?/g, '\n')
  if (node.type !== 'element') return ''
  return node.tagName === 'br' ? '\n' : node.children.map(preformatted).join('')
}
