import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Piece } from './decorations.ts'
import { drawingOf } from './drawing-plugin.ts'
import { positionsOf } from './positions.ts'

interface Numbers {
  readonly pieces: readonly Piece[]
  readonly decorations: DecorationSet
}

const numbersKey = new PluginKey<Numbers>('galley-numbers')

/**
 * The numbers in the gutter, of the paragraphs that are drawn. They are derived: one paragraph more renumbers all
 * that follow, which as attributes of the document would be thousands of steps. Must come after the drawing plugin.
 */
export function numbersPlugin(): Plugin<Numbers> {
  return new Plugin<Numbers>({
    key: numbersKey,
    state: {
      init: (_config, state) => number(drawingOf(state).pieces, state.doc),
      apply(_tr, numbers, before, after) {
        const { pieces } = drawingOf(after)
        if (pieces === numbers.pieces && before.doc === after.doc) return numbers
        return number(pieces, after.doc)
      },
    },
    props: { decorations: (state) => numbersKey.getState(state)?.decorations },
  })
}

function number(pieces: readonly Piece[], doc: Node): Numbers {
  const positions = positionsOf(doc)
  const decorations: Decoration[] = []
  let next = 0
  for (const { start, end } of pieces) {
    const last = positions.blockAt(end)
    for (let i = Math.max(next, positions.blockAt(start)); i <= last; i++) {
      const block = positions.block(i)
      next = i + 1
      if (block.number === null) continue
      const numbered = { 'data-number': String(block.number) }
      decorations.push(Decoration.node(block.from - 1, block.from + block.size + 1, numbered))
    }
  }
  return { pieces, decorations: DecorationSet.create(doc, decorations) }
}
