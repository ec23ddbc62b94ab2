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
  /** Was in sight before a jump, and keeps its elements until there is time to take them away; null: nothing. */
  readonly left: Piece | null
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

/** Says which part of the story is in sight now. @param left see {@link Drawing} */
export function lookAt(state: EditorState, window: Piece, left: Piece | null = null) {
  return say(state, { window, left })
}

/** Says whether every mark gets its element. */
export function drawAll(state: EditorState, all: boolean) {
  return say(state, { all })
}

type DrawingMeta = Partial<Pick<Drawing, 'window' | 'left' | 'all'>>

function say(state: EditorState, meta: DrawingMeta) {
  return state.tr.setMeta(drawingKey, meta).setMeta('addToHistory', false)
}

/** Draws marks where they can be seen, and in the blocks that hold an end of the selection. */
export function drawingPlugin(draw: Draw, everything: boolean): Plugin<Drawing> {
  return new Plugin<Drawing>({
    key: drawingKey,
    state: {
      init: (_config, state) =>
        derive(
          draw,
          { window: null, left: null, all: everything },
          annotationsOf(state),
          state.doc,
          state.selection,
        ),
      apply(tr, drawing, before, after) {
        const said: DrawingMeta | undefined = tr.getMeta(drawingKey)
        const known = drawing.window && moved(drawing.window, tr)
        // Another text has moved it; nobody sees it anyway.
        const far = tr.steps.length === 0 ? drawing.left : null
        const { window, left, all } = { window: known, left: far, all: drawing.all, ...said }
        const annotations = annotationsOf(after)
        const pieces = piecesOf(window, after.doc, after.selection)
        const same =
          all === drawing.all &&
          left === drawing.left &&
          annotations === annotationsOf(before) &&
          before.doc.eq(after.doc) &&
          samePieces(pieces, drawing.pieces)
        if (!same) return derive(draw, { window, left, all }, annotations, after.doc, after.selection)
        return window === drawing.window ? drawing : { ...drawing, window }
      },
    },
    props: { decorations: (state) => drawingOf(state).decorations },
  })
}

function derive(
  draw: Draw,
  { window, left, all }: Required<DrawingMeta>,
  annotations: AnnotationState,
  doc: Node,
  selection: Selection,
): Drawing {
  const pieces = piecesOf(window, doc, selection)
  const whole = { start: 0 as TextOffset, end: positionsOf(doc).length as TextOffset }
  const drawn = all ? [whole] : withLeft(pieces, left)
  return { window, left, pieces, all, ...draw(annotations, doc, drawn, pieces) }
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

/** What was left behind besides, but for what is among the pieces anyway. All begin and end with blocks. */
function withLeft(pieces: readonly Piece[], left: Piece | null): readonly Piece[] {
  if (left === null) return pieces
  let rest: readonly Piece[] = [left]
  for (const piece of pieces) {
    rest = rest.flatMap(({ start, end }) => {
      if (piece.end < start || end < piece.start) return [{ start, end }]
      const before = { start, end: (piece.start - 1) as TextOffset }
      const behind = { start: (piece.end + 1) as TextOffset, end }
      return [before, behind].filter((part) => part.start <= part.end)
    })
  }
  return [...pieces, ...rest].sort((one, other) => one.start - other.start)
}

function samePieces(a: readonly Piece[], b: readonly Piece[]): boolean {
  return (
    a.length === b.length && a.every((piece, i) => piece.start === b[i]?.start && piece.end === b[i]?.end)
  )
}
