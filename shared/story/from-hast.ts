import type { Element, Root } from 'hast'
import { isBlock, isFlow, turnedInsideOut } from './hast-blocks.ts'
import { markOf, preformatted, readPhrasing, textOf } from './hast-inline.ts'
import { kindOf } from './hast-kinds.ts'
import { checkboxOf, inside, outside, type Place } from './hast-place.ts'
import { descendants, isLayout } from './hast-table.ts'
import type { BlockKind } from './story.ts'
import { isBody } from './story.ts'
import { type Inline, joined, plain, StoryBuilder } from './story-builder.ts'

type Node = Root['children'][number]

/** Is told, block by block in order, which nodes a block was made of. */
export type Witness = (nodes: readonly Node[]) => void

/**
 * Makes blocks from an HTML tree; Markdown, and any other format that can be turned into HTML, comes through
 * here. Unknown elements give their text. The tree must not be deeper than a few hundred levels, and must not hold
 * what is not for people: scripts and the like are taken off before (`cleanHtml`).
 */
export function fromHast(tree: Root, witness: Witness = () => {}): StoryBuilder {
  const reader = new HastReader(witness)
  reader.flow(tree.children, outside)
  return reader.story
}

class HastReader {
  readonly story = new StoryBuilder()
  /** No running text was met yet: headline and byline may stand here. */
  #inHead = true
  #hasHeadline = false
  readonly #witness: Witness

  constructor(witness: Witness) {
    this.#witness = witness
  }

  /** Blocks, and phrasing content between them, which makes paragraphs of its own. */
  flow(nodes: readonly Node[], place: Place): void {
    let loose: Node[] = []
    for (const node of nodes) {
      if (node.type === 'element' && isFlow(node)) {
        this.#paragraph(loose, place)
        loose = []
        this.#block(node, place)
      } else {
        loose.push(node)
      }
    }
    this.#paragraph(loose, place)
  }

  #block(node: Element, place: Place): void {
    const { tagName, children } = node
    if (!isBlock(tagName)) this.flow(markOf(tagName) !== undefined ? turnedInsideOut(node) : children, place)
    else if (/^h[1-6]$/.test(tagName)) this.#heading(node)
    else if (tagName === 'ul' || tagName === 'ol') this.#list(node, place)
    else if (tagName === 'pre') this.#preformatted(node)
    else if (tagName === 'table' && !isLayout(node)) this.#table(node, place)
    else if (tagName === 'hr') this.#add([node], 'rule', plain(''))
    else if (node.properties.dataFootnotes !== undefined) this.#footnotes(node)
    else this.flow(children, inside(place, node))
  }

  #heading(node: Element): void {
    const phrasing = readPhrasing(node.children)
    const level = Number(node.tagName.slice(1))
    const isHeadline = level === 1 && !this.#hasHeadline
    if (phrasing.text !== '') {
      this.#add([node], isHeadline ? 'headline' : 'heading', phrasing, level)
      if (isHeadline) this.#hasHeadline = true
    }
    this.#images(phrasing.images)
  }

  /** Images split a paragraph: each is a block, and what stands between them is one. */
  #paragraph(nodes: readonly Node[], place: Place): void {
    let run: Node[] = []
    const flush = () => {
      const phrasing = readPhrasing(run)
      if (phrasing.text !== '') this.#text(run, phrasing, place)
      this.#images(phrasing.images)
      run = []
    }
    for (const node of nodes) {
      run.push(node)
      if (isOnlyImage(node)) flush()
    }
    flush()
  }

  #text(nodes: readonly Node[], content: Inline, place: Place): void {
    const prefixed = place.prefix.text === '' ? content : joined([plain(place.prefix.text), content], '')
    place.prefix.text = ''
    if (place.inside === 'item') {
      this.#add(nodes, 'item', prefixed, place.lists - 1, place.marker.text)
      place.marker.text = ''
    } else if (place.inside === 'quote') {
      this.#add(nodes, 'quote', prefixed, place.quotes - 1)
    } else {
      const before = { lastKind: this.story.lastKind, inHead: this.#inHead }
      this.#add(nodes, kindOf(prefixed, nodes, place, before), prefixed)
    }
  }

  #list(list: Element, place: Place): void {
    let number = typeof list.properties.start === 'number' ? list.properties.start : 1
    const within = (text: string): Place => ({
      ...place,
      inside: 'item',
      lists: place.lists + 1,
      marker: { text },
    })
    for (const item of list.children) {
      if (item.type === 'element' && item.tagName === 'li') {
        const marker = checkboxOf(item) ?? (list.tagName === 'ol' ? `${number++}.` : '•')
        this.flow(item.children, within(marker))
      } else {
        // Not allowed there, and shown all the same.
        this.flow([item], within(''))
      }
    }
  }

  #preformatted(node: Element): void {
    this.#add([node], 'code', plain(preformatted(node).replace(/\n$/, '')))
    this.#images(descendants(node, 'img'))
  }

  #table(table: Element, place: Place): void {
    for (const title of descendants(table, 'caption')) this.flow(title.children, { ...place, inside: 'term' })
    for (const row of descendants(table, 'tr')) {
      const cells = row.children.filter((cell) => cell.type === 'element')
      const contents = cells.map((cell) => readPhrasing(cell.children))
      const oneLine = contents.map(({ text, marks }) => ({ text: text.replaceAll('\n', ' '), marks }))
      this.#add([row], 'table-row', joined(oneLine, '\t'))
      this.#images(contents.flatMap(({ images }) => images))
    }
  }

  /** Paragraphs at the end, each with the number that stands in the text: "[1] …". */
  #footnotes(section: Element): void {
    descendants(section, 'li').forEach((note, index) => {
      this.flow(note.children, { ...outside, prefix: { text: `[${index + 1}] ` } })
    })
  }

  #images(images: readonly Element[]): void {
    for (const image of images) {
      const { properties } = image
      const alternative = typeof properties.alt === 'string' ? properties.alt : ''
      const source = typeof properties.src === 'string' ? properties.src : ''
      this.#witness([image])
      this.story.addImage(source, alternative.replace(/\s+/g, ' ').trim())
    }
  }

  #add(nodes: readonly Node[], kind: BlockKind, content: Inline, level = 0, marker = ''): void {
    this.#witness(nodes)
    this.story.add(kind, content, level, marker)
    if (isBody(kind)) this.#inHead = false
  }
}

/** An image, perhaps inside a link. */
function isOnlyImage(node: Node): boolean {
  if (node.type !== 'element') return false
  return (
    node.tagName === 'img' ||
    (node.tagName === 'a' && textOf(node) === '' && descendants(node, 'img').length > 0)
  )
}
