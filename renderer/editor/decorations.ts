import type { Node } from 'prosemirror-model'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { needsPerson, type PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import { findTag, type Tag } from '../../shared/tags.ts'
import type { AnnotationId, AnnotatorId, TextOffset } from '../../shared/units.ts'
import { type AnnotationState, isVisible } from './annotation-state.ts'
import { depthsIn, MAX_DEPTH } from './depths.ts'
import { positionsOf } from './positions.ts'
import { describeMark, type Stacked } from './words.ts'

/** A piece of the text that is drawn; may be empty. Pieces are in order and don't touch. */
export interface Piece {
  readonly start: TextOffset
  readonly end: TextOffset
}

/** What marks look like and are called. */
export interface MarkLooks {
  tags(): readonly Tag[]
  /** The person at this window. */
  readonly mine: AnnotatorId
  nameOf(creator: AnnotatorId): string
  /** The drawn marks have cards in the page, with the id `card-<annotation id>`. */
  cards(): boolean
}

/** Marks as they are on the screen now. */
export interface Drawn {
  readonly decorations: DecorationSet
  /** In reading order. */
  readonly ids: readonly AnnotationId[]
}

// A tag that the scheme does not know: grey and solid, so that the mark is still seen.
const unknownTag = { light: '#6b665c', dark: '#9d968a', line: 'solid' } as const

/**
 * Makes the decorations for what is in sight; nothing else of the story costs anything. They are derived: the
 * annotation is what is kept. An unchanged mark keeps its decoration object, so that ProseMirror sees at a
 * glance that its words need no redrawing.
 */
export function createPainter(looks: MarkLooks) {
  let made = new WeakMap<PlacedAnnotation, { readonly as: string; readonly decoration: Decoration }>()
  /** The tags by whose looks they were made. */
  let tags = looks.tags()

  function paint(annotation: PlacedAnnotation, from: number, to: number, place: Place): Decoration {
    const as = `${from} ${to} ${Object.values(place).join(' ')}`
    const known = made.get(annotation)
    if (known?.as === as) return known.decoration
    const decoration = Decoration.inline(from, to, attributes(annotation, place))
    made.set(annotation, { as, decoration })
    return decoration
  }

  function attributes(annotation: PlacedAnnotation, { depth, ring, more, index, of, card }: Place) {
    const { light, dark, line } = findTag(tags, annotation.tag) ?? unknownTag
    const own = annotation.creator === looks.mine ? 'own' : 'other'
    return {
      nodeName: 'span',
      class: `mark line-${line} ${own}${ring}`,
      style: `--tag: light-dark(${light}, ${dark})`,
      role: 'mark',
      'aria-description': describeMark(annotation, tags, looks.nameOf(annotation.creator), { index, of }),
      'data-annotation-id': annotation.id,
      'data-tag': annotation.tag,
      'data-depth': String(depth),
      ...(more ? { 'data-more': '' } : {}),
      ...(needsPerson(annotation) ? { 'data-doubt': '' } : {}),
      ...(card ? { 'aria-details': `card-${annotation.id}` } : {}),
    }
  }

  /**
   * Draws the visible marks of the pieces, cut off at the pieces' borders.
   * @param near what is in sight; its marks are those that count as drawn
   */
  return function draw(
    state: AnnotationState,
    doc: Node,
    pieces: readonly Piece[],
    near: readonly Piece[] = pieces,
  ): Drawn {
    if (tags !== looks.tags()) {
      tags = looks.tags()
      made = new WeakMap()
    }
    const positions = positionsOf(doc)
    const { placed } = state.set
    const visible = (annotation: PlacedAnnotation) => isVisible(state, annotation)
    const decorations: Decoration[] = []
    const ids = new Set(
      near.flatMap(({ start, end }) =>
        placed
          .range(start, end)
          .filter(visible)
          .map(({ id }) => id),
      ),
    )
    const cards = looks.cards()
    for (const piece of pieces) {
      const depths = depthsIn(placed, piece.start, piece.end, visible)
      const depthOf = ({ id }: PlacedAnnotation) => depths.get(id) ?? 0
      for (const annotation of placed.range(piece.start, piece.end)) {
        if (!visible(annotation)) continue
        const { from, to } = positions.rangeOf({
          start: Math.max(annotation.span.start, piece.start) as TextOffset,
          end: Math.min(annotation.span.end, piece.end) as TextOffset,
        })
        const stack = placed.range(annotation.span.start, annotation.span.end).filter(visible)
        const depth = depthOf(annotation)
        const whole = stack.length === 1 && isOneText(doc, from, to)
        decorations.push(
          paint(annotation, from, to, {
            depth,
            ring: annotation.id !== state.active ? '' : whole ? ' active whole' : ' active',
            more: depth === MAX_DEPTH && stack.filter((mark) => depthOf(mark) === MAX_DEPTH).length > 1,
            index: shortestFirst(stack).indexOf(annotation) + 1,
            of: stack.length,
            // Only the active one's card is sure to be in the page: those far off are not made.
            card: cards && annotation.id === state.active,
          }),
        )
      }
    }
    return { decorations: DecorationSet.create(doc, decorations), ids: [...ids] }
  }
}

/** How a mark lies among others. */
interface Place extends Stacked {
  readonly depth: number
  /** Classes of the active one: it gets a ring, one that is cut into several pieces lines only. */
  readonly ring: '' | ' active' | ' active whole'
  /** It shares the deepest line with others. */
  readonly more: boolean
  /** It has a card in the page. */
  readonly card: boolean
}

export type Draw = ReturnType<typeof createPainter>

/** As `X` goes through them, and as they are counted where the caret stands. */
function shortestFirst(stack: readonly PlacedAnnotation[]): readonly PlacedAnnotation[] {
  if (stack.length === 1) return stack
  const length = ({ span }: PlacedAnnotation) => span.end - span.start
  return stack.toSorted((a, b) => length(a) - length(b))
}

function isOneText(doc: Node, from: number, to: number): boolean {
  let texts = 0
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline) texts++
  })
  return texts === 1
}
