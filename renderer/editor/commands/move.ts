import { Fragment, type Node } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import type { AnnotationId, Span, TextOffset } from '../../../shared/units.ts'
import { annotationsOf } from '../annotation-state.ts'
import type { EditorContext } from '../context.ts'
import { type PositionTable, positionsOf } from '../positions.ts'
import { asAct } from '../prepare.ts'
import { fixedAt, fixedSentence } from '../refusal.ts'
import { storyStateOf } from '../story-state.ts'

/**
 * Moves the selected paragraphs over the next one, with their marks. Empty lines stay where they are, so that
 * paragraphs of a plain text stay apart.
 */
export function moveParagraph(context: EditorContext, direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const aloud = dispatch !== undefined
    if (storyStateOf(state).mode === 'annotate') {
      if (aloud) context.say('The text is locked; switch on Edit text to move a paragraph')
      return false
    }
    const found = partsOf(state, direction)
    if (found === null) return false
    const { first, order } = found
    const positions = positionsOf(state.doc)
    const from = positions.block(first).from - 1
    const last = positions.block(first + order.length - 1)
    const fixed = fixedAt(state.doc, from, last.from + last.size)
    if (fixed !== null) {
      if (aloud) context.say(fixedSentence(fixed))
      return false
    }
    if (!aloud) return true
    const { tr } = state
    const nodes = order.map((_slot, i) => blockNode(state, positions, first + i))
    // From the last on, so that the positions before stay true.
    for (let slot = order.length - 1; slot >= 0; slot--) {
      const node = nodes[order[slot] ?? slot]
      const old = nodes[slot]
      if (node === undefined || old === undefined || node.eq(old)) continue
      const { from: at, size } = positions.block(first + slot)
      tr.replaceWith(at, at + size, Fragment.from(node.content))
      if (!node.sameMarkup(old)) tr.setNodeMarkup(at - 1, node.type, node.attrs)
    }
    const moved = new Moved(positions, first, order)
    const { anchor, head } = state.selection
    const after = positionsOf(tr.doc)
    const to = (pos: number) =>
      after.posAt(moved.offset(positions.offsetAt(pos), positions.blockAt(positions.offsetAt(pos))))
    tr.setSelection(TextSelection.create(tr.doc, to(anchor), to(head))).scrollIntoView()
    dispatch(asAct(tr, { act: 'Move paragraph', places: moved.marks(state) }))
    context.say(`Moved ${direction}`)
    return true
  }
}

/** The blocks that change places, from `first` on: slot i gets what stood in slot `order[i]`. null: at the edge. */
function partsOf(
  state: EditorState,
  direction: 'up' | 'down',
): { readonly first: number; readonly order: readonly number[] } | null {
  const positions = positionsOf(state.doc)
  const { from, to } = state.selection
  const top = positions.blockAt(positions.offsetAt(from))
  const bottom = positions.blockAt(positions.offsetAt(to))
  const step = direction === 'up' ? -1 : 1
  let other = (direction === 'up' ? top : bottom) + step
  while (other >= 0 && other < positions.blocks && positions.block(other).size === 0) other += step
  if (other < 0 || other >= positions.blocks) return null
  const first = Math.min(top, other)
  const last = Math.max(bottom, other)
  const all = Array.from({ length: last - first + 1 }, (_, i) => i)
  const chosen = all.filter((i) => first + i >= top && first + i <= bottom)
  const between = all.filter((i) => !chosen.includes(i) && first + i !== other)
  const over = other - first
  const order = direction === 'up' ? [...chosen, ...between, over] : [over, ...between, ...chosen]
  return { first, order }
}

function blockNode(state: EditorState, positions: PositionTable, index: number): Node {
  return state.doc.resolve(positions.block(index).from).parent
}

/** Where the text of blocks comes that change places. */
class Moved {
  private readonly positions: PositionTable
  private readonly first: number
  /** New start of each block, by its old place. */
  private readonly starts = new Map<number, number>()
  private readonly end: number

  constructor(positions: PositionTable, first: number, order: readonly number[]) {
    this.positions = positions
    this.first = first
    let at: number = positions.blockRange(first).start
    for (const from of order) {
      this.starts.set(first + from, at)
      at += positions.block(first + from).size + 1
    }
    this.end = at - 1
  }

  offset(offset: TextOffset, block: number): TextOffset {
    const start = this.starts.get(block)
    return start === undefined
      ? offset
      : ((offset - this.positions.blockRange(block).start + start) as TextOffset)
  }

  /** Marks that begin or end in the blocks. One over blocks that part keeps its words in the first of them. */
  marks(state: EditorState): readonly { readonly id: AnnotationId; readonly span: Span }[] {
    const from = this.positions.blockRange(this.first).start
    const { placed } = annotationsOf(state).set
    return placed.range(from, this.end).flatMap(({ id, span }) => {
      if (span.start < from && span.end > this.end) return []
      const head = this.positions.blockAt(span.start)
      const tail = this.positions.blockAt((span.end - 1) as TextOffset)
      const start = this.offset(span.start, head)
      const end = (this.offset((span.end - 1) as TextOffset, tail) + 1) as TextOffset
      if (end - start === span.end - span.start) return [{ id, span: { start, end } }]
      const own = Math.min(span.end, this.positions.blockRange(head).end) as TextOffset
      return own > span.start ? [{ id, span: { start, end: this.offset(own, head) } }] : []
    })
  }
}
