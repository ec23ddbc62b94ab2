import type { Node } from 'prosemirror-model'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import { findTag, type Tag } from '../../shared/tags.ts'
import type { AnnotationId, AnnotatorId, TextOffset } from '../../shared/units.ts'
import { type AnnotationState, isVisible } from './annotation-state.ts'
import { depthsIn } from './depths.ts'
import { positionsOf } from './positions.ts'
import { describeMark } from './words.ts'

/** A piece of the text that is drawn; may be empty. Pieces are in order and don't touch. */
export interface Piece {
  readonly start: TextOffset
  readonly end: TextOffset
}

/** What marks look like and are called. */
export interface MarkLooks {
  readonly tags: readonly Tag[]
  /** The person at this window. */
  readonly mine: AnnotatorId
  nameOf(creator: AnnotatorId): string
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
  const made = new WeakMap<PlacedAnnotation, { readonly as: string; readonly decoration: Decoration }>()

  function paint(annotation: PlacedAnnotation, from: number, to: number, depth: number, ring: string) {
    const as = `${from} ${to} ${depth}${ring}`
    const known = made.get(annotation)
    if (known?.as === as) return known.decoration
    const decoration = Decoration.inline(from, to, attributes(annotation, depth, ring))
    made.set(annotation, { as, decoration })
    return decoration
  }

  function attributes(annotation: PlacedAnnotation, depth: number, ring: string) {
    const { light, dark, line } = findTag(looks.tags, annotation.tag) ?? unknownTag
    const own = annotation.creator === looks.mine ? 'own' : 'other'
    return {
      nodeName: 'span',
      class: `mark line-${line} ${own}${ring}`,
      style: `--tag: light-dark(${light}, ${dark})`,
      role: 'mark',
      'aria-description': describeMark(annotation, looks.tags, looks.nameOf(annotation.creator)),
      'data-annotation-id': annotation.id,
      'data-tag': annotation.tag,
      'data-depth': String(depth),
    }
  }

  /** Draws the visible marks of the pieces, cut off at the pieces' borders. */
  return function draw(state: AnnotationState, doc: Node, pieces: readonly Piece[]): Drawn {
    const positions = positionsOf(doc)
    const visible = (annotation: PlacedAnnotation) => isVisible(state, annotation)
    const decorations: Decoration[] = []
    const ids = new Set<AnnotationId>()
    /** A mark in one piece gets a ring; one that is cut into several, lines only. */
    const ringOf = (annotation: PlacedAnnotation, from: number, to: number) => {
      const { start, end } = annotation.span
      const alone = state.set.placed.range(start, end).filter(visible).length === 1
      return alone && isOneText(doc, from, to) ? ' active whole' : ' active'
    }
    for (const piece of pieces) {
      const depths = depthsIn(state.set.placed, piece.start, piece.end, visible)
      for (const annotation of state.set.placed.range(piece.start, piece.end)) {
        if (!visible(annotation)) continue
        const { from, to } = positions.rangeOf({
          start: Math.max(annotation.span.start, piece.start) as TextOffset,
          end: Math.min(annotation.span.end, piece.end) as TextOffset,
        })
        const depth = depths.get(annotation.id) ?? 0
        const ring = annotation.id === state.active ? ringOf(annotation, from, to) : ''
        decorations.push(paint(annotation, from, to, depth, ring))
        ids.add(annotation.id)
      }
    }
    return { decorations: DecorationSet.create(doc, decorations), ids: [...ids] }
  }
}

export type Draw = ReturnType<typeof createPainter>

function isOneText(doc: Node, from: number, to: number): boolean {
  let texts = 0
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline) texts++
  })
  return texts === 1
}
