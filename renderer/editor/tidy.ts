import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { storySchema } from './schema.ts'

// A chunk that grew beyond this is cut up: the browser skips chunks, so one may not be many screens high.
const MOST_BLOCKS = 60
const CHUNK_BLOCKS = 12

/**
 * Puts in order what an edit left: an empty line that was written into is a paragraph, a chunk that grew too long
 * is several. Part of the same transaction, so undo takes it back, too.
 */
export function tidy(tr: Transaction): Transaction {
  const { storedMarks, storedMarksSet } = tr
  const { from, to } = changedRange(tr)
  // The block that is composed in must keep its element, else the input method loses its place.
  if (tr.getMeta('composition') === undefined) fillBlanks(tr, from, to)
  splitChunks(tr, from, to)
  if (storedMarksSet) tr.setStoredMarks(storedMarks)
  return tr
}

/** After a composition: the line that was composed in. null: nothing is to be put in order. */
export function tidyLine(state: EditorState): Transaction | null {
  const { $head } = state.selection
  const { parent } = $head
  if (parent.type !== storySchema.nodes.blank || parent.content.size === 0) return null
  return state.tr.setNodeMarkup($head.before(), storySchema.nodes.paragraph).setMeta('addToHistory', false)
}

function fillBlanks(tr: Transaction, from: number, to: number): void {
  const filled: number[] = []
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.type === storySchema.nodes.blank && node.content.size > 0) filled.push(pos)
    return !node.isTextblock
  })
  for (const pos of filled) tr.setNodeMarkup(pos, storySchema.nodes.paragraph)
}

function splitChunks(tr: Transaction, from: number, to: number): void {
  const long: { readonly chunk: Node; readonly pos: number }[] = []
  tr.doc.nodesBetween(from, Math.min(to, tr.doc.content.size), (node, pos) => {
    if (node.childCount > MOST_BLOCKS) long.push({ chunk: node, pos })
    return false
  })
  for (const { chunk, pos } of long.reverse()) {
    const cuts: number[] = []
    chunk.forEach((_block, offset, index) => {
      const rest = chunk.childCount - index
      if (index > 0 && index % CHUNK_BLOCKS === 0 && rest >= CHUNK_BLOCKS / 2) cuts.push(pos + 1 + offset)
    })
    for (const cut of cuts.reverse()) tr.split(cut)
  }
}

/** From the first to the last position that the transaction wrote at, in its document. */
function changedRange(tr: Transaction): { readonly from: number; readonly to: number } {
  let from = tr.doc.content.size
  let to = 0
  tr.mapping.maps.forEach((map, i) => {
    const later = tr.mapping.slice(i + 1)
    map.forEach((_from, _to, start, end) => {
      from = Math.min(from, later.map(start, -1))
      to = Math.max(to, later.map(end, 1))
    })
  })
  return { from: Math.min(from, to), to }
}
