import type { Element, Root } from 'hast'
import { readPhrasing, textOf } from './hast-inline.ts'
import * as looks from './looks.ts'
import { type BlockKind, isBody } from './story.ts'
import { type Inline, joined, plain, StoryBuilder } from './story-builder.ts'

type Node = Root['children'][number]

/** What stands around a block. */
interface Place {
  /** The innermost list or quotation; null: neither. */
  readonly inside: 'item' | 'quote' | null
  /** How many lists and quotations are open. */
  readonly lists: number
  readonly quotes: number
  /** Marker of the item, used up by its first block. */
  readonly marker: { text: string }
  /** Put before the first paragraph, e.g. a footnote's number; used up as well. */
  readonly prefix: { text: string }
}

const outside: Place = { inside: null, lists: 0, quotes: 0, marker: { text: '' }, prefix: { text: '' } }

const containers = new Set(
  'ul ol li blockquote pre table hr section div article header footer main aside nav figure p h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)

/** Is told, block by block in order, which nodes a block was made of. */
export type Witness = (nodes: readonly Node[]) => void

/**
 * Makes blocks from an HTML tree; Markdown, and any other format that can be turned into HTML, comes through
 * here. Unknown elements give their text. The tree must not be deeper than a few hundred levels.
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
      if (node.type === 'element' && containers.has(node.tagName)) {
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
    if (tagName === 'p') this.#paragraph(children, place)
    else if (/^h[1-6]$/.test(tagName)) this.#heading(node)
    else if (tagName === 'ul' || tagName === 'ol') this.#list(node, place)
    else if (tagName === 'blockquote')
      this.flow(children, { ...place, inside: 'quote', quotes: place.quotes + 1 })
    else if (tagName === 'pre') this.#add([node], 'code', plain(textOf(node).replace(/\n$/, '')))
    else if (tagName === 'table') this.#table(node)
    else if (tagName === 'hr') this.#add([node], 'rule', plain(''))
    else if (node.properties.dataFootnotes !== undefined) this.#footnotes(node)
    else this.flow(children, place)
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
      this.#add(nodes, this.#kindOf(prefixed), prefixed)
    }
  }

  #kindOf({ text, marks }: Inline): BlockKind {
    if (this.story.lastKind === 'image') {
      const allItalic = marks.some(
        ({ kind, start, end }) => kind === 'emphasis' && start === 0 && end === text.length,
      )
      if (allItalic || looks.isCaption(text)) return 'caption'
    }
    if (looks.isDateline(text)) return 'dateline'
    if (this.#inHead && looks.isByline(text)) return 'byline'
    return looks.isLabel(text) ? 'label' : 'paragraph'
  }

  #list(list: Element, place: Place): void {
    let number = typeof list.properties.start === 'number' ? list.properties.start : 1
    for (const item of list.children) {
      if (item.type !== 'element') continue
      const checked = checkboxOf(item)
      const marker = checked ?? (list.tagName === 'ol' ? `${number++}.` : '•')
      const inside: Place = { ...place, inside: 'item', lists: place.lists + 1, marker: { text: marker } }
      this.flow(item.children, inside)
    }
  }

  #table(table: Element): void {
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

/** The sign of a task list item; null: it is none. */
function checkboxOf(item: Element): string | null {
  const first = item.children.find((child) => child.type === 'element')
  const box = first?.tagName === 'p' ? first.children[0] : first
  if (box?.type !== 'element' || box.tagName !== 'input') return null
  return box.properties.checked === true ? '☑' : '☐'
}

/** The nearest elements of a name below a node, in order; not those inside one that was found. */
function descendants(node: Element, tagName: string): readonly Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === tagName ? [child] : descendants(child, tagName)
  })
}
