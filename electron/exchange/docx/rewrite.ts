import type { Xml } from '../xml/read-xml.ts'
import { allOf, childOf, elementsOf, isElement, pathOf, textIn } from '../xml/walk-xml.ts'
import { Edits } from './edits.ts'
import { countGraphics, type Findings } from './findings.ts'
import type { XmlPart } from './parts.ts'
import { type PointKind, type Points, WORD } from './points.ts'
import {
  escaped,
  frames,
  isOn,
  outermost,
  properties,
  replaced,
  textOfBoxes,
  unread,
} from './word-elements.ts'

/** What rewriting collects over all parts. */
export interface Collected {
  readonly points: Points
  readonly findings: Findings
  /** Words that each comment stands on, as the document has them, deleted ones too. */
  readonly words: Map<string, string>
}

/**
 * The text of a part as mammoth should see it: with a bookmark where comments begin and end, and what it has no
 * reader for (fields, equations, text boxes of today's Word) written in elements that it has.
 */
export function rewritten(part: XmlPart, collected: Collected): string {
  return new Rewriter(part.text, collected).whole(part.root)
}

class Rewriter {
  readonly #source: string
  readonly #collected: Collected
  #edits = new Edits()
  /** Comments whose words are being read. */
  readonly #open = new Map<string, string[]>()
  /** How many paragraphs are open; points between paragraphs go into one of the two. */
  #paragraphs = 0
  /** Waiting for the next paragraph. */
  #waiting = ''
  /** End of the last paragraph's contents; −1: none yet. */
  #lastEnd = -1
  /** Where the text goes on behind an element that is left out; null: none is open. */
  #behind: number | null = null
  /** Text boxes of the open paragraph, put behind it. */
  #boxes = ''

  constructor(source: string, collected: Collected) {
    this.#source = source
    this.#collected = collected
  }

  whole(root: Xml): string {
    this.#visitAll(root)
    if (this.#waiting !== '' && this.#lastEnd >= 0) this.#edits.insert(this.#lastEnd, this.#waiting)
    for (const id of [...this.#open.keys()]) this.#close(id)
    return this.#edits.applied(this.#source, 0, this.#source.length)
  }

  #visitAll(node: Xml): void {
    for (const child of node.children) if (isElement(child)) this.#visit(child)
  }

  #visit(node: Xml): void {
    const { name } = node
    const { findings } = this.#collected
    if (properties.has(name)) return
    if (unread.has(name)) this.#edits.remove(node)
    else if (name === 'w:p') this.#paragraph(node)
    else if (name === 'w:r') this.#run(node)
    else if (name === 'w:t') this.#read(textIn(node))
    else if (name === 'w:tr') this.#row(node)
    else if (name === 'w:commentRangeStart') this.#range('start', node)
    else if (name === 'w:commentRangeEnd') this.#range('end', node)
    else if (name === 'w:commentReference') this.#point('sign', node)
    else if (name === 'w:del' || name === 'w:moveFrom') {
      if (name === 'w:del') findings.deletions++
      this.#leftOut(node)
    } else if (name === 'mc:AlternateContent') this.#alternatives(node)
    else if (name === 'w:drawing') this.#drawing(node)
    else if (name === 'm:oMath') this.#equation(node)
    else if (frames.has(name)) {
      this.#edits.unwrap(node)
      this.#visitAll(node)
    } else if (replaced.has(name)) this.#edits.replace(node, replaced.get(name) ?? '')
    else {
      if (name === 'w:ins') findings.insertions++
      if (name === 'w:moveTo') findings.moves++
      if (name === 'w:object') findings.objects++
      if (name === 'w:altChunk') findings.chunks++
      this.#visitAll(node)
    }
  }

  #paragraph(node: Xml): void {
    const properties = childOf(node, 'w:pPr')
    const first = node.children[0]
    const last = node.children.at(-1)
    const isKept = this.#behind === null && first !== undefined && last !== undefined
    if (isKept && this.#waiting !== '') {
      this.#edits.insert(properties?.end ?? first.start, this.#waiting)
      this.#waiting = ''
    }
    this.#paragraphs++
    this.#visitAll(node)
    this.#paragraphs--
    if (isKept) this.#lastEnd = last.end
    this.#read('\n')
    if (this.#paragraphs === 0 && this.#boxes !== '') {
      this.#edits.insert(node.end, this.#boxes)
      this.#boxes = ''
    }
  }

  #run(node: Xml): void {
    const isHidden = isOn(pathOf(node, 'w:rPr', 'w:vanish'))
    const texts = isHidden ? elementsOf(node).filter(({ name }) => name === 'w:t') : []
    if (texts.some((text) => textIn(text).trim() !== '')) this.#collected.findings.hidden++
    for (const text of texts) this.#edits.remove(text)
    for (const child of elementsOf(node)) if (!texts.includes(child)) this.#visit(child)
  }

  #row(node: Xml): void {
    if (pathOf(node, 'w:trPr', 'w:ins') !== null) this.#collected.findings.insertions++
    if (pathOf(node, 'w:trPr', 'w:del') === null) {
      this.#visitAll(node)
      return
    }
    this.#collected.findings.deletions++
    // Between two rows nothing may stand, so its points wait for a paragraph.
    const open = this.#paragraphs
    this.#paragraphs = 0
    this.#points(node)
    this.#paragraphs = open
  }

  /** What mammoth leaves out: points inside it move behind it. */
  #leftOut(node: Xml): void {
    const outer = this.#behind
    this.#behind ??= node.end
    this.#points(node)
    this.#behind = outer
  }

  #points(node: Xml): void {
    for (const child of elementsOf(node)) {
      if (child.name === 'w:commentRangeStart') this.#range('start', child)
      else if (child.name === 'w:commentRangeEnd') this.#range('end', child)
      else if (child.name === 'w:commentReference') this.#point('sign', child)
      else if (child.name === 'w:t' || child.name === 'w:delText') this.#read(textIn(child))
      else this.#points(child)
    }
  }

  #range(kind: 'start' | 'end', node: Xml): void {
    const id = node.attributes['w:id'] ?? ''
    if (kind === 'start' && !this.#collected.words.has(id)) this.#open.set(id, [])
    if (kind === 'end') this.#close(id)
    this.#point(kind, node)
  }

  #close(id: string): void {
    const pieces = this.#open.get(id)
    this.#open.delete(id)
    if (pieces !== undefined) this.#collected.words.set(id, pieces.join('').trim())
  }

  #point(kind: PointKind, node: Xml): void {
    const mark = this.#collected.points.add(kind, node.attributes['w:id'] ?? '')
    if (mark === '') return
    if (this.#paragraphs > 0) this.#edits.insert(this.#behind ?? node.start, mark)
    else if (kind === 'end' && this.#lastEnd >= 0) this.#edits.insert(this.#lastEnd, mark)
    else this.#waiting += mark
  }

  #read(text: string): void {
    for (const pieces of this.#open.values()) pieces.push(text)
  }

  /**
   * Word of today writes boxes and drawings twice; mammoth reads the form for older programs. Where that one is
   * missing or has none of the text, the other takes its place.
   */
  #alternatives(node: Xml): void {
    const choice = childOf(node, 'mc:Choice')
    const fallback = childOf(node, 'mc:Fallback')
    const isBetter = fallback === null || (textOfBoxes(fallback) === '' && textOfBoxes(choice) !== '')
    if (choice === null || !isBetter) {
      if (fallback !== null) this.#visitAll(fallback)
      return
    }
    this.#edits.unwrap(node)
    for (const form of elementsOf(node)) {
      if (form === choice) this.#edits.unwrap(form)
      else this.#edits.remove(form)
    }
    this.#visitAll(choice)
  }

  /** Pictures stay, and the text of boxes goes behind the paragraph. */
  #drawing(node: Xml): void {
    countGraphics(node, this.#collected.findings)
    for (const blip of allOf(node, 'a:blip')) this.#linkedPicture(blip)
    for (const box of outermost(node, 'w:txbxContent')) this.#boxes += this.#inner(box)
  }

  /** Mammoth would open the address of a linked picture as a file; here it is looked up like one inside. */
  #linkedPicture(blip: Xml): void {
    if (blip.attributes['r:link'] === undefined || blip.attributes['r:embed'] !== undefined) return
    const end = blip.children[0]?.start ?? blip.end
    const tag = this.#source.slice(blip.start, end)
    this.#edits.replace({ ...blip, end }, tag.replace(/(\s[^\s=:]+):link(\s*=)/, '$1:embed$2'))
  }

  /** What stands in an element, rewritten on its own. */
  #inner(box: Xml): string {
    const first = box.children[0]
    const last = box.children.at(-1)
    if (first === undefined || last === undefined) return ''
    const outer = {
      edits: this.#edits,
      lastEnd: this.#lastEnd,
      paragraphs: this.#paragraphs,
      boxes: this.#boxes,
    }
    this.#edits = new Edits()
    this.#lastEnd = -1
    this.#paragraphs = 0
    this.#boxes = ''
    this.#visitAll(box)
    const text = this.#edits.applied(this.#source, first.start, last.end)
    this.#edits = outer.edits
    this.#lastEnd = outer.lastEnd
    this.#paragraphs = outer.paragraphs
    this.#boxes = outer.boxes
    return text
  }

  #equation(node: Xml): void {
    this.#collected.findings.equations++
    const text = allOf(node, 'm:t').map(textIn).join('')
    this.#leftOut(node)
    this.#read(text)
    this.#edits.replace(node, `<g:r xmlns:g="${WORD}"><g:t xml:space="preserve">${escaped(text)}</g:t></g:r>`)
  }
}
