import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { positionsOf } from './positions.ts'

const numbersKey = new PluginKey<DecorationSet>('galley-numbers')

/**
 * The numbers in the gutter. They are derived: one paragraph more renumbers all that follow, which as attributes of the
 * document would be thousands of steps. All of them are there from the beginning: as long as no paragraph comes or goes
 * they are the same, so that nothing has to be drawn for them when the story is scrolled.
 */
export function numbersPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: numbersKey,
    state: {
      init: (_config, state) => number(state.doc),
      apply(tr, numbers, before, after) {
        if (before.doc === after.doc) return numbers
        return insideParagraphs(tr) ? numbers.map(tr.mapping, after.doc) : number(after.doc)
      },
    },
    props: { decorations: (state) => numbersKey.getState(state) },
  })
}

function number(doc: Node): DecorationSet {
  const positions = positionsOf(doc)
  const decorations: Decoration[] = []
  for (let i = 0; i < positions.blocks; i++) {
    const block = positions.block(i)
    if (block.number === null) continue
    const numbered = { 'data-number': String(block.number) }
    decorations.push(Decoration.node(block.from - 1, block.from + block.size + 1, numbered))
  }
  return DecorationSet.create(doc, decorations)
}

/** All that changed lies inside paragraphs, before and after: none came, went, was replaced or became of another kind. */
function insideParagraphs(tr: Transaction): boolean {
  let inside = true
  tr.mapping.maps.forEach((map, step) => {
    const after = tr.docs[step + 1] ?? tr.doc
    map.forEach((from, to, newFrom, newTo) => {
      inside &&= isInside(tr.docs[step], from, to) && isInside(after, newFrom, newTo)
    })
  })
  return inside
}

function isInside(doc: Node | undefined, from: number, to: number): boolean {
  const $from = doc?.resolve(from)
  return $from?.parent.inlineContent === true && to <= $from.end()
}
