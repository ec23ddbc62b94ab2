import { strFromU8, unzipSync } from 'fflate'
import type { Element, Node } from 'xast'
import { fromXml } from 'xast-util-from-xml'

/** A comment as the parts of a Word document say it, whoever wrote them. */
export interface ReadComment {
  readonly id: string
  readonly author: string
  readonly initials: string
  readonly date: string
  /** Text of its paragraphs. */
  readonly lines: readonly string[]
  /** `w14:paraId` of its last paragraph. */
  readonly paraId: string | undefined
  /** The comment that it answers. */
  readonly parent: string | null
  readonly isDone: boolean
  /** Its range in {@link WordDocument.text}; null: the body has none. */
  readonly range: { readonly start: number; readonly end: number } | null
  /** Offset of its reference mark; null: the body has none. */
  readonly reference: number | null
}

export interface WordDocument {
  /** Paragraphs joined by line feeds, cells of a row by tabs, `w:br` as a line feed. */
  readonly text: string
  /** The text as far as the paragraph with this style; the whole where there is none. */
  before(style: string): string
  readonly comments: readonly ReadComment[]
}

/** Parts of a zip as text, by path. */
export function partsOf(content: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(content)).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

/** Reads text and comments of a .docx part by part, without the library that wrote them. */
export function readWord(content: Uint8Array): WordDocument {
  const parts = partsOf(content)
  const body = new BodyReader()
  const styles = namesOfStyles(parts.get('word/styles.xml'))
  for (const element of childrenOf(find(parse(parts.get('word/document.xml')), 'w:body'))) {
    if (element.name === 'w:p') body.paragraph(element)
    else if (element.name === 'w:tbl') for (const row of all(element, 'w:tr')) body.row(row)
    else body.borders(element)
  }
  return {
    text: body.text,
    before: (style) => {
      const found = body.styles.find(({ id }) => id === style || styles.get(id) === style)
      return found === undefined ? body.text : body.text.slice(0, Math.max(0, found.at - 1))
    },
    comments: commentsOf(parts, body),
  }
}

class BodyReader {
  text = ''
  readonly starts = new Map<string, number>()
  readonly ends = new Map<string, number>()
  readonly references = new Map<string, number>()
  readonly styles: { readonly at: number; readonly id: string }[] = []
  #isFirst = true

  paragraph(element: Element): void {
    this.#begin('\n')
    this.#inside(element)
  }

  row(row: Element): void {
    this.#begin('\n')
    for (const [index, cell] of all(row, 'w:tc').entries()) {
      if (index > 0) this.text += '\t'
      this.#isFirst = true
      for (const paragraph of all(cell, 'w:p')) this.paragraph(paragraph)
    }
  }

  borders({ name, attributes }: Element): void {
    const id = attributes['w:id'] ?? ''
    if (name === 'w:commentRangeStart') this.starts.set(id, this.text.length)
    else if (name === 'w:commentRangeEnd') this.ends.set(id, this.text.length)
    else if (name === 'w:commentReference') this.references.set(id, this.text.length)
  }

  #begin(separator: string): void {
    if (!this.#isFirst) this.text += separator
    this.#isFirst = false
  }

  #inside(element: Element): void {
    for (const child of childrenOf(element)) {
      this.borders(child)
      if (child.name === 'w:pPr') {
        const style = childrenOf(child).find(({ name }) => name === 'w:pStyle')
        this.styles.push({ at: this.text.length, id: style?.attributes['w:val'] ?? '' })
      } else if (child.name === 'w:t') this.text += wordsOf(child)
      else if (child.name === 'w:br' || child.name === 'w:cr') this.text += '\n'
      else if (child.name === 'w:tab') this.text += '\t'
      else this.#inside(child)
    }
  }
}

function commentsOf(parts: ReadonlyMap<string, string>, body: BodyReader): readonly ReadComment[] {
  const threads = new Map(
    all(parse(parts.get('word/commentsExtended.xml')), 'w15:commentEx').map(({ attributes }) => [
      attributes['w15:paraId'],
      attributes,
    ]),
  )
  const comments = all(parse(parts.get('word/comments.xml')), 'w:comment').map((comment) => {
    const paragraphs = all(comment, 'w:p')
    const id = comment.attributes['w:id'] ?? ''
    const paraId = paragraphs.at(-1)?.attributes['w14:paraId'] ?? undefined
    return { id, paraId, comment, lines: paragraphs.map((paragraph) => linesOf(paragraph)) }
  })
  const byParagraph = new Map(comments.map(({ id, paraId }) => [paraId, id]))
  return comments.map(({ id, paraId, comment, lines }) => {
    const thread = paraId === undefined ? undefined : threads.get(paraId)
    const parentId = thread?.['w15:paraIdParent']
    const start = body.starts.get(id)
    const end = body.ends.get(id)
    return {
      id,
      author: comment.attributes['w:author'] ?? '',
      initials: comment.attributes['w:initials'] ?? '',
      date: comment.attributes['w:date'] ?? '',
      lines,
      paraId,
      parent: parentId == null ? null : (byParagraph.get(parentId) ?? null),
      isDone: thread?.['w15:done'] === '1',
      range: start === undefined || end === undefined ? null : { start, end },
      reference: body.references.get(id) ?? null,
    }
  })
}

function linesOf(paragraph: Element): string {
  const reader = new BodyReader()
  reader.paragraph(paragraph)
  return reader.text
}

function namesOfStyles(xml: string | undefined): ReadonlyMap<string, string> {
  const styles = all(parse(xml), 'w:style').map((style): [string, string] => [
    style.attributes['w:styleId'] ?? '',
    childrenOf(style).find(({ name }) => name === 'w:name')?.attributes['w:val'] ?? '',
  ])
  return new Map(styles)
}

/** An absent part is an empty one. */
export function parse(xml: string | undefined): Element {
  const empty: Element = { type: 'element', name: '', attributes: {}, children: [] }
  if (xml === undefined) return empty
  return fromXml(xml).children.find(isElement) ?? empty
}

/** The elements of this name at any depth, in order; not those inside one that was found. */
export function all(element: Element, name: string): readonly Element[] {
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : all(child, name)))
}

export function childrenOf(element: Element): readonly Element[] {
  return element.children.filter(isElement)
}

function find(element: Element, name: string): Element {
  return all(element, name)[0] ?? parse(undefined)
}

/** All text inside. */
export function wordsOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : isElement(child) ? wordsOf(child) : ''))
    .join('')
}

function isElement(node: Node): node is Element {
  return node.type === 'element'
}
