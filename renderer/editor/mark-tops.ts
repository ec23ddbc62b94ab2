import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import type { MarkElements } from './geometry.ts'
import { positionsOf } from './positions.ts'

/** Where marks begin in a block as it was laid out in this size. */
interface Measured {
  readonly width: number
  readonly height: number
  /** Offset in the block → pixels from the block's top. */
  readonly tops: Map<number, number>
}

/**
 * How far down marks begin. Asking the browser for the box of one mark is dear, and there may be hundreds in sight;
 * so it is asked for the boxes of their blocks, and for a mark only where its block is another one than before.
 */
export class MarkTops {
  private readonly view: EditorView
  private readonly elements: MarkElements
  /** A block node is another object as soon as anything in it changes. */
  private readonly measured = new WeakMap<Node, Measured>()

  constructor(view: EditorView, elements: MarkElements) {
    this.view = view
    this.elements = elements
  }

  /** Tops of the first lines, in pixels of the window; null: not drawn. */
  of(marks: readonly PlacedAnnotation[]): readonly (number | null)[] {
    const { doc } = this.view.state
    const positions = positionsOf(doc)
    const boxes = new Map<number, { readonly top: number; readonly known: Measured } | null>()
    return marks.map(({ id, span }) => {
      const index = positions.blockAt(span.start)
      let box = boxes.get(index)
      if (box === undefined) {
        box = this.boxOf(doc, positions.block(index).from - 1)
        boxes.set(index, box)
      }
      const offset = span.start - positions.blockRange(index).start
      const before = box?.known.tops.get(offset)
      if (box !== null && before !== undefined) return box.top + before
      const element = this.elements.first(id)
      const top = element?.getClientRects()[0]?.top ?? null
      // What is drawn of a mark may begin in a later block than the mark.
      const isWhole =
        element !== undefined && this.view.nodeDOM(positions.block(index).from - 1)?.contains(element)
      if (box !== null && top !== null && isWhole === true) box.known.tops.set(offset, top - box.top)
      return top
    })
  }

  private boxOf(doc: Node, pos: number) {
    const node = doc.nodeAt(pos)
    const element = this.view.nodeDOM(pos)
    if (node === null || !(element instanceof HTMLElement)) return null
    const { top, width, height } = element.getBoundingClientRect()
    let known = this.measured.get(node)
    if (known === undefined || known.width !== width || known.height !== height) {
      known = { width, height, tops: new Map() }
      this.measured.set(node, known)
    }
    return { top, known }
  }
}
