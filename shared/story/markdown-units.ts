import type { Link, LinkReference, PhrasingContent } from 'mdast'
import { EMPTY_COMMENT } from './markdown-escape.ts'
import type { Leaf } from './markdown-leaves.ts'
import type { LocalMark } from './story-builder.ts'

/** Where the units of a block's text stand in the source. */
export interface UnitMap {
  /** For each unit the UTF-16 range of the source it was read from; −1: it was not read from words. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** For each unit the piece of the source it stands in: within one, all is text and nothing is markup. */
  readonly piece: readonly number[]
  /** Outermost inline nodes in order, with the units they gave. */
  readonly nodes: readonly InlineNode[]
  /** All links, also those that the story does not show since they lead nowhere: `href` is what follows the words. */
  readonly links: readonly LocalMark[]
}

export interface InlineNode {
  /** Range of its units in the text of the block. */
  readonly start: number
  readonly end: number
  /** Its range in the source. */
  readonly from: number
  readonly to: number
  readonly isText: boolean
  /** Shows something that its words and marks do not say, such as a picture or the sign of a footnote. */
  readonly hides: boolean
}

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]*);/y
const escapeSign = /\\[!-/:-@[-`{-~]/y
/** White space of a paragraph; after a line end also the margin of the next line with the signs of quotations. */
const blanks = /[ \t\f]*(?:\n[ \t\f>]*)*/y

/**
 * Follows the words of a paragraph or heading through its source: escapes, entities, white space that is read as
 * one blank, line ends with the signs of containers before the next line.
 * @param text of the block
 * @param nth which of the leaf's blocks with words it is, from 0: pictures part a paragraph
 * @returns null where text and source do not agree
 */
export function unitsOf(source: string, leaf: Leaf, text: string, nth = 0): UnitMap | null {
  if (leaf.node.type !== 'paragraph' && leaf.node.type !== 'heading') return null
  const children = leaf.blocks.length === 1 ? leaf.node.children : runsOf(leaf.node.children)[nth]
  const walk = new Walk(source, text)
  return children !== undefined && walk.all(children) ? walk : null
}

/** What stands between pictures, as the reader parts it; runs without words left out. */
function runsOf(children: readonly PhrasingContent[]): readonly (readonly PhrasingContent[])[] {
  const runs: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (isPicture(child)) runs.push([])
    else runs.at(-1)?.push(child)
  }
  return runs.filter((run) => run.some(hasWords))
}

function isPicture(node: PhrasingContent): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true
  const isLink = node.type === 'link' || node.type === 'linkReference'
  return isLink && node.children.some(isPicture) && !node.children.some(hasWords)
}

function hasWords(node: PhrasingContent): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.trim() !== ''
  return node.type === 'footnoteReference' || ('children' in node && node.children.some(hasWords))
}

class Walk implements UnitMap {
  readonly from: number[] = []
  readonly to: number[] = []
  readonly piece: number[] = []
  readonly nodes: InlineNode[] = []
  readonly links: LocalMark[] = []
  readonly #source: string
  readonly #text: string
  #pieces = 0

  constructor(source: string, text: string) {
    this.#source = source
    this.#text = text
  }

  all(children: readonly PhrasingContent[]): boolean {
    for (const child of children) {
      const start = this.from.length
      if (!this.#node(child)) return false
      this.nodes.push({
        start,
        end: this.from.length,
        from: child.position?.start.offset ?? -1,
        to: child.position?.end.offset ?? -1,
        isText: child.type === 'text',
        hides: hides(child),
      })
    }
    return this.from.length === this.#text.length
  }

  #node(node: PhrasingContent): boolean {
    const from = node.position?.start.offset
    const to = node.position?.end.offset
    if (node.type === 'text') {
      if (from === undefined || to === undefined) return this.#unmapped(node.value)
      return this.#words(from, to)
    }
    if (node.type === 'break' || node.type === 'html') return this.#break(from ?? -1, to ?? -1)
    if (node.type === 'inlineCode') return this.#code(node.value, from ?? 0, to ?? 0)
    if (node.type === 'footnoteReference') {
      const sign = /^\[\d+\]/.exec(this.#text.slice(this.from.length, this.from.length + 12))?.[0] ?? ''
      return this.#unmapped(sign)
    }
    const start = this.from.length
    if ('children' in node && !node.children.every((child) => this.#node(child))) return false
    const end = this.from.length
    if ((node.type === 'link' || node.type === 'linkReference') && end > start) {
      this.links.push({ kind: 'link', href: this.#target(node), start, end })
    }
    return true
  }

  /** What follows the words of a link in the source: `(address)` or `[label]`. */
  #target(node: Link | LinkReference): string {
    if (node.type === 'linkReference') return `[${node.label ?? node.identifier}]`
    const end = node.children.at(-1)?.position?.end.offset ?? 0
    const target = this.#source.slice(end + 1, node.position?.end.offset ?? 0)
    return target.startsWith('(') ? target : `(<${node.url}>)`
  }

  #words(from: number, to: number): boolean {
    const piece = this.#pieces++
    let at = from
    while (at < to) {
      const expected = this.#text[this.from.length]
      const sign = this.#source.charAt(at)
      if (/[ \t\n\f]/.test(sign)) {
        blanks.lastIndex = at
        blanks.test(this.#source)
        const end = Math.min(Math.max(blanks.lastIndex, at + 1), to)
        const before = this.#text[this.from.length - 1]
        if (expected === ' ' && before !== ' ' && before !== '\n' && before !== undefined) {
          this.#push(at, end, piece)
        }
        at = end
        continue
      }
      const end = this.#signEnd(at, expected)
      if (end < 0) return false
      const units = sign === '&' && end > at + 1 ? this.#decoded() : 1
      for (let unit = 0; unit < units; unit++) this.#push(at, end, piece)
      at = end
    }
    return true
  }

  /** Where the sign ends that was read as the next unit; −1: it was not. */
  #signEnd(at: number, expected: string | undefined): number {
    const sign = this.#source.charAt(at)
    escapeSign.lastIndex = at
    if (sign === '\\' && escapeSign.test(this.#source) && this.#source[at + 1] === expected) return at + 2
    entity.lastIndex = at
    if (sign === '&' && entity.test(this.#source)) {
      const end = entity.lastIndex
      if (!this.#text.startsWith(this.#source.slice(at, end), this.from.length)) return end
    }
    return sign === expected || (sign === '\0' && expected === '\ufffd') ? at + 1 : -1
  }

  /** Units that an entity became: one code point. The few names that give two will not agree. */
  #decoded(): number {
    return (this.#text.codePointAt(this.from.length) ?? 0) > 0xffff ? 2 : 1
  }

  #code(value: string, from: number, to: number): boolean {
    const piece = this.#pieces++
    const start = this.#source.indexOf(value, from)
    const exact = start >= 0 && start + value.length <= to
    const shown = value.replace(/[ \t\r\n\f]+/g, ' ')
    if (!exact || shown !== value) return this.#unmapped(shown)
    for (let unit = 0; unit < value.length; unit++) this.#push(start + unit, start + unit + 1, piece)
    return this.#text.startsWith(value, this.from.length - value.length)
  }

  /** A hard line break; a comment gives nothing. */
  #break(from: number, to: number): boolean {
    if (this.#text[this.from.length] !== '\n') return true
    if (this.#source.startsWith('<!', from)) return true
    blanks.lastIndex = to
    blanks.test(this.#source)
    this.#push(from, Math.max(to, blanks.lastIndex), this.#pieces++)
    return true
  }

  #unmapped(value: string): boolean {
    const piece = this.#pieces++
    for (let unit = 0; unit < value.length; unit++) this.#push(-1, -1, piece)
    return true
  }

  #push(from: number, to: number, piece: number): void {
    this.from.push(from)
    this.to.push(to)
    this.piece.push(piece)
  }
}

function hides(node: PhrasingContent): boolean {
  switch (node.type) {
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return true
    case 'html':
      return node.value !== EMPTY_COMMENT && !/^<br/i.test(node.value)
    default:
      return 'children' in node && node.children.some(hides)
  }
}
