import type { Element, RootContent } from 'hast'
import { findHardWrap } from '../../../shared/story/hard-wrap.ts'
import { linesOf } from '../../../shared/story/lines.ts'
import type { WirePicture } from './ninjs-pictures.ts'
import type { WireText } from './ninjs-texts.ts'
import { captionElement, element, wireHtml } from './wire-html.ts'

/** A body as a tree, and the pictures that it did not show itself. */
export interface NinjsBody {
  readonly nodes: readonly RootContent[]
  readonly rest: readonly WirePicture[]
  /** Kinds of what was left out of the HTML: `video`, `embedded page`, … */
  readonly others: readonly string[]
  readonly isTangled: boolean
}

/** HTML if the wire sent it, else plain text. */
export function ninjsBody(bodies: readonly WireText[], pictures: readonly WirePicture[]): NinjsBody {
  const markup = bodies.find(({ isMarkup }) => isMarkup)
  const text = bodies.find(({ isMarkup }) => !isMarkup)
  const tree = markup === undefined ? null : wireHtml(markup.value)
  if (tree !== null) {
    const captions = new Captions(pictures)
    return {
      nodes: captions.flow(tree.nodes, false),
      rest: captions.rest(),
      others: tree.others,
      isTangled: false,
    }
  }
  const plain = text?.value ?? (markup === undefined ? '' : markup.value.replace(/<[^<>]*>/g, '\n'))
  return { nodes: paragraphs(plain), rest: pictures, others: [], isTangled: markup !== undefined }
}

/** Elements that captions may stand in as blocks of their own. */
const flow = new Set('html body div section article main aside header footer figure blockquote li'.split(' '))

/** Gives each picture in the text the caption that the wire sends with it, unless it has one there. */
class Captions {
  readonly #pictures: readonly WirePicture[]
  readonly #shown = new Set<WirePicture>()
  /** Wait for the end of the paragraph that their picture stands in. */
  #waiting: Element[] = []

  constructor(pictures: readonly WirePicture[]) {
    this.#pictures = pictures
  }

  /** Pictures that were not in the text. */
  rest(): readonly WirePicture[] {
    return this.#pictures.filter((picture) => !this.#shown.has(picture))
  }

  flow<T extends RootContent>(nodes: readonly T[], hasCaption: boolean): (T | Element)[] {
    return nodes.flatMap((node) => {
      const read = this.#node(node, hasCaption)
      const captions = this.#waiting
      this.#waiting = []
      return [read, ...captions]
    })
  }

  #node<T extends RootContent>(node: T, hasCaption: boolean): T {
    if (node.type !== 'element') return node
    if (node.tagName === 'img') this.#picture(node, hasCaption)
    const own = hasCaption || (node.tagName === 'figure' && holds(node, 'figcaption'))
    const children = flow.has(node.tagName)
      ? this.flow(node.children, own)
      : node.children.map((child) => this.#node(child, own))
    return { ...node, children }
  }

  #picture(image: Element, hasCaption: boolean): void {
    const { src, dataAssocRef, dataUri, dataAssociation } = image.properties
    const references = [src, dataAssocRef, dataUri, dataAssociation].map(String)
    const picture = this.#pictures.find(({ names }) => references.some((name) => names.has(name)))
    if (picture === undefined || this.#shown.has(picture)) return
    this.#shown.add(picture)
    if (!hasCaption) this.#waiting.push(...captionLines(picture))
  }
}

function holds(node: Element, tagName: string): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (child.tagName === tagName || holds(child, tagName)),
  )
}

function captionLines({ caption, credit }: WirePicture): readonly Element[] {
  return [caption, caption.includes(credit) ? '' : credit]
    .filter((line) => line !== '')
    .map((line) => captionElement({ type: 'text', value: line }))
}

/** Paragraphs of plain text: parted by blank lines, or, where there are none or lines are not wrapped, by each line. */
function paragraphs(text: string): readonly Element[] {
  const lines = text.replace(/\r\n?/g, '\n')
  const isWrapped = /\n[ \t]*\n/.test(lines) && findHardWrap(lines, linesOf(lines)) !== null
  return lines
    .split(isWrapped ? /\n[ \t]*\n/ : '\n')
    .filter((line) => line.trim() !== '')
    .map((line) => element('p', { type: 'text', value: line }))
}
