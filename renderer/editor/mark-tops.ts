import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import type { MarkElements } from './geometry.ts'
import { positionsOf } from './positions.ts'

/** Where marks begin in a chunk as it was laid out in this size. */
interface Measured {
  readonly width: number
  readonly height: number
  /** Offset from the start of the chunk's text → pixels from the chunk's top. */
  readonly tops: Map<number, number>
}

/** A chunk as it is now; null: it is not on the page. */
type Box = { readonly top: number; readonly element: HTMLElement; readonly known: Measured } | null

/**
 * How far down marks begin. Asking the browser for the box of one mark is dear, and there may be hundreds in sight;
 * so it is asked for the boxes of their chunks, and for a mark only where its chunk is another one than before.
 */
export class MarkTops {
  private readonly view: EditorView
  private readonly elements: MarkElements
  /** A chunk node is another object as soon as anything in it changes. */
  private readonly measured = new WeakMap<Node, Measured>()

  constructor(view: EditorView, elements: MarkElements) {
    this.view = view
    this.elements = elements
  }

  /** Tops of the first lines, in pixels of the window; null: not drawn. @param marks in reading order */
  of(marks: readonly PlacedAnnotation[]): readonly (number | null)[] {
    const { doc } = this.view.state
    const positions = positionsOf(doc)
    let box: Box = null
    /** The story text of that chunk; half-open. */
    let start = 0
    let end = 0
    return marks.map(({ id, span }) => {
      if (span.start < start || span.start >= end) {
        const index = doc.resolve(positions.posAt(span.start)).index(0)
        const chunk = positions.chunkSpan(index, index)
        start = chunk.start
        // The line end after it belongs to it.
        end = chunk.end + 1
        box = this.boxOf(doc, index)
      }
      const before = box?.known.tops.get(span.start - start)
      if (box !== null && before !== undefined) return box.top + before
      const element = this.elements.first(id)
      const top = element?.getClientRects()[0]?.top ?? null
      // What is drawn of a mark may begin in a later chunk than the mark.
      if (box !== null && top !== null && element !== undefined && box.element.contains(element)) {
        box.known.tops.set(span.start - start, top - box.top)
      }
      return top
    })
  }

  private boxOf(doc: Node, index: number): Box {
    const node = doc.maybeChild(index)
    const element = this.view.dom.children[index]
    if (node === null || !(element instanceof HTMLElement)) return null
    const { top, width, height } = element.getBoundingClientRect()
    let known = this.measured.get(node)
    if (known === undefined || known.width !== width || known.height !== height) {
      known = { width, height, tops: new Map() }
      this.measured.set(node, known)
    }
    return { top, element, known }
  }
}
