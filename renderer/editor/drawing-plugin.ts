import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Selection, type Transaction } from 'prosemirror-state'
import type { PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import type { TextOffset } from '../../shared/units.ts'
import { type AnnotationState, annotationsOf } from './annotation-state.ts'
import type { Draw, Drawn, Piece } from './decorations.ts'
import { positionsOf, textChanges } from './positions.ts'
import { isFollowing } from './refusal.ts'

/** The part of the story that is drawn, and the marks in it. */
export interface Drawing extends Drawn {
  /** Viewport ± one screen, less while the story runs by; null: not measured yet. */
  readonly window: Piece | null
  readonly pieces: readonly Piece[]
  /** Marks far out of sight have their elements too, though they don't count as drawn: for screen readers. */
  readonly all: boolean
}

const drawingKey = new PluginKey<Drawing>('galley-drawing')

export function drawingOf(state: EditorState): Drawing {
  const found = drawingKey.getState(state)
  if (found === undefined) throw new RangeError('this editor state has no drawing plugin')
  return found
}

const marks = new WeakMap<Drawing, readonly PlacedAnnotation[]>()

/** The marks that are drawn, in reading order; the same array until one of them or what is drawn changes. */
export function drawnMarks(state: EditorState): readonly PlacedAnnotation[] {
  const drawing = drawingOf(state)
  let found = marks.get(drawing)
  if (found === undefined) {
    const { placed } = annotationsOf(state).set
    const drawn = new Set(drawing.ids)
    // Each once: a mark may reach from one piece into the next.
    found = drawing.pieces
      .flatMap(({ start, end }) => placed.range(start, end))
      .filter(({ id }) => drawn.delete(id))
    marks.set(drawing, found)
  }
  return found
}

/** Says which part of the story is in sight now. */
export function lookAt(state: EditorState, window: Piece) {
  return say(state, { window })
}

/** Says whether every mark gets its element. */
export function drawAll(state: EditorState, all: boolean) {
  return say(state, { all })
}

type DrawingMeta = Partial<Pick<Drawing, 'window' | 'all'>>

function say(state: EditorState, meta: DrawingMeta) {
  return state.tr.setMeta(drawingKey, meta).setMeta('addToHistory', false)
}

/** Draws marks where they can be seen, and in the blocks that hold an end of the selection. */
export function drawingPlugin(draw: Draw, everything: boolean): Plugin<Drawing> {
  return new Plugin<Drawing>({
    key: drawingKey,
    state: {
      init: (_config, state) =>
        derive(draw, { window: null, all: everything }, annotationsOf(state), state.doc, state.selection),
      apply(tr, drawing, before, after) {
        const said: DrawingMeta | undefined = tr.getMeta(drawingKey)
        const known = drawing.window && moved(drawing.window, tr)
        const { window, all } = { window: known, all: drawing.all, ...said }
        const annotations = annotationsOf(after)
        const pieces = piecesOf(window, after.doc, after.selection)
        const same =
          all === drawing.all &&
          annotations === annotationsOf(before) &&
          before.doc.eq(after.doc) &&
          samePieces(pieces, drawing.pieces)
        if (!same) return derive(draw, { window, all }, annotations, after.doc, after.selection)
        return window === drawing.window ? drawing : { ...drawing, window }
      },
    },
    props: { decorations: (state) => drawingOf(state).decorations },
  })
}

function derive(
  draw: Draw,
  { window, all }: Required<DrawingMeta>,
  annotations: AnnotationState,
  doc: Node,
  selection: Selection,
): Drawing {
  const pieces = piecesOf(window, doc, selection)
  const whole = { start: 0 as TextOffset, end: positionsOf(doc).length as TextOffset }
  return { window, pieces, all, ...draw(annotations, doc, all ? [whole] : pieces, pieces) }
}

/** What is in sight grows by what is typed there: measuring it again would else draw it again after each key. */
function moved(window: Piece, tr: Transaction): Piece {
  // Another text comes in many pieces; then it is measured.
  if (tr.steps.length === 0 || isFollowing(tr)) return window
  let { start, end } = window
  for (const { at, deleted, inserted } of textChanges(tr)) {
    const behind = at + deleted
    const by = inserted - deleted
    if (start > at) start = Math.max(at, start + by) as TextOffset
    end = (end >= behind ? end + by : Math.min(end, at)) as TextOffset
  }
  return start === window.start && end === window.end
    ? window
    : { start, end: Math.max(start, end) as TextOffset }
}

function piecesOf(window: Piece | null, doc: Node, selection: Selection): readonly Piece[] {
  if (window === null) return []
  const positions = positionsOf(doc)
  const pieces = [window]
  for (const end of [selection.anchor, selection.head]) {
    const block = positions.blockSpan(positions.offsetAt(end))
    if (!pieces.some((piece) => piece.start <= block.start && block.end <= piece.end)) pieces.push(block)
  }
  return pieces.sort((a, b) => a.start - b.start)
}

function samePieces(a: readonly Piece[], b: readonly Piece[]): boolean {
  return (
    a.length === b.length && a.every((piece, i) => piece.start === b[i]?.start && piece.end === b[i]?.end)
  )
}
