import { Fragment, type Node, Slice } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { storySchema } from './schema.ts'

// A chunk that is added to ends here, and another begins.
const FULL = 20

/**
 * Goes through the blocks of a document from first to last and rewrites them on the way. What lies before it is
 * finished. It counts along, so that no step has to look for its place.
 */
export class BlockCursor {
  /** Document position before the block it stands at, or behind the last one. */
  private pos = 1
  private chunk = 0
  private block = 0

  /** Passes the block here, which becomes `fresh` with as few and as small steps as can be. */
  change(
    tr: Transaction,
    fresh: Node,
  ): { readonly at: number; readonly deleted: number; readonly inserted: number } | null {
    const old = this.here(tr)
    const { pos } = this
    if (!old.sameMarkup(fresh)) tr.setNodeMarkup(pos, fresh.type, fresh.attrs)
    const piece = differing(old, fresh)
    if (piece !== null) {
      const content = fresh.content.cut(piece.start, piece.to)
      tr.replace(pos + 1 + piece.start, pos + 1 + piece.from, new Slice(content, 0, 0))
    }
    this.pass(tr, fresh.nodeSize)
    return piece && { at: piece.start, deleted: piece.from - piece.start, inserted: piece.to - piece.start }
  }

  /** Passes the block here as it is. */
  keep(tr: Transaction): void {
    this.pass(tr, this.here(tr).nodeSize)
  }

  /** Takes the block here away. Not the only one of the document. */
  remove(tr: Transaction): void {
    const chunk = tr.doc.child(this.chunk)
    const size = this.here(tr).nodeSize
    if (chunk.childCount === 1) {
      tr.delete(this.pos - 1, this.pos + size + 1)
      // Now before the first block of the next chunk, or behind the last one of the chunk before.
      if (this.chunk >= tr.doc.childCount) {
        this.chunk--
        this.block = tr.doc.child(this.chunk).childCount
        this.pos -= 2
      }
      return
    }
    tr.delete(this.pos, this.pos + size)
    this.turn(tr)
  }

  /** Puts a block before the one here. */
  insert(tr: Transaction, fresh: Node): void {
    if (this.block >= FULL) this.cut(tr)
    tr.insert(this.pos, fresh)
    this.pos += fresh.nodeSize
    this.block++
  }

  private here(tr: Transaction): Node {
    return tr.doc.child(this.chunk).child(this.block)
  }

  private pass(tr: Transaction, size: number): void {
    this.pos += size
    this.block++
    this.turn(tr)
  }

  /** From the end of a chunk to the beginning of the next. */
  private turn(tr: Transaction): void {
    if (this.block < tr.doc.child(this.chunk).childCount || this.chunk + 1 >= tr.doc.childCount) return
    this.chunk++
    this.block = 0
    this.pos += 2
  }

  /** Ends the chunk here. Behind the last block of all an empty chunk can't stand: the last block goes along. */
  private cut(tr: Transaction): void {
    const chunk = tr.doc.child(this.chunk)
    if (this.block < chunk.childCount) {
      tr.split(this.pos)
      this.block = 0
    } else {
      tr.split(this.pos - (chunk.lastChild?.nodeSize ?? 0))
      this.block = 1
    }
    this.chunk++
    this.pos += 2
  }
}

/** Where two blocks begin to differ and where, on either side, they don't any more; null: nowhere. */
function differing(
  old: Node,
  fresh: Node,
): { readonly start: number; readonly from: number; readonly to: number } | null {
  const start = old.content.findDiffStart(fresh.content)
  if (start === null) return null
  const ends = old.content.findDiffEnd(fresh.content)
  if (ends === null) return null
  // "aa" and "aaa" agree from both ends on more than there is.
  const over = Math.max(0, start - Math.min(ends.a, ends.b))
  return { start, from: ends.a + over, to: ends.b + over }
}

/** A whole document in place of another. */
export function replaceAll(tr: Transaction, blocks: readonly Node[]): Transaction {
  const chunks: Node[] = []
  for (let i = 0; i < blocks.length; i += FULL) {
    chunks.push(storySchema.node('chunk', null, blocks.slice(i, i + FULL)))
  }
  return tr.replaceWith(0, tr.doc.content.size, Fragment.from(chunks))
}
