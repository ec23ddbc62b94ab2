import { Fragment, type Node, Slice } from 'prosemirror-model'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import type { Story } from '../../shared/story/story.ts'
import type { TextOffset } from '../../shared/units.ts'
import { tell } from './annotation-state.ts'
import type { Piece } from './decorations.ts'
import { positionsOf } from './positions.ts'
import { attrsOf, type BlockAttrs, storySchema } from './schema.ts'
import { docText } from './story-doc.ts'

/** The selected piece of the text; empty where there is only a caret. */
export function selectedPiece(state: EditorState): Piece {
  const positions = positionsOf(state.doc)
  return {
    start: positions.offsetAt(state.selection.from),
    end: positions.offsetAt(state.selection.to),
  }
}

/** Line ends as the story text has them. */
export function withLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/**
 * Puts plain text in place of a piece. Each line is a block of its own; in hard-wrapped copy lines that follow one
 * another are one. In Markdown an empty line is no block: it only separates. The caret comes behind the text.
 * @param text lines end with `\n`
 */
export function replaceText(
  state: EditorState,
  { start, end }: Piece,
  text: string,
  story: Story,
): Transaction {
  const positions = positionsOf(state.doc)
  const { tr } = state
  const from = positions.posAt(start)
  const to = positions.posAt(end)
  const lines = linesFor(text, story)
  const $from = state.doc.resolve(from)
  const marks =
    state.storedMarks ?? (from === to ? $from.marks() : ($from.marksAcross(state.doc.resolve(to)) ?? []))
  const inline = (line: string): Node[] =>
    line
      .split('\n')
      .flatMap((part, i) => [
        ...(i === 0 ? [] : [storySchema.node('soft_break', { space: story.hardWrapped })]),
        ...(part === '' ? [] : [storySchema.text(part, marks)]),
      ])
  const [only] = lines
  if (lines.length === 1 || $from.parent.type.spec.code === true) {
    const whole = lines.length === 1 ? inline(only ?? '') : brokenLines(lines)
    tr.replaceWith(from, to, Fragment.from(whole))
  } else {
    const [kind, attrs] = kindAfter($from.parent)
    const blocks = lines.map((line, i) => {
      if (i === 0) return $from.parent.type.create($from.parent.attrs, inline(line))
      const blank = line === '' && story.format === 'txt' && i < lines.length - 1
      return storySchema.node(blank ? 'blank' : kind, blank ? null : attrs, inline(line))
    })
    tr.replace(from, to, new Slice(Fragment.from(blocks), 1, 1))
  }
  const length = lines.reduce((sum, line) => sum + line.length + 1, -1)
  return caretAt(tr, (start + length) as TextOffset)
}

/** Puts a piece of a document in place of a piece of the text; null: it would not read as `text`. */
export function replaceSlice(
  state: EditorState,
  { start, end }: Piece,
  slice: Slice,
  text: string,
): Transaction | null {
  const positions = positionsOf(state.doc)
  const tr = state.tr.replace(positions.posAt(start), positions.posAt(end), flat(slice))
  const before = docText(state.doc)
  if (docText(tr.doc) !== before.slice(0, start) + text + before.slice(end)) return null
  return caretAt(tr, (start + text.length) as TextOffset)
}

/** Takes a piece away; blocks that it cut into are joined. An empty block at its start gives way to the next. */
export function deletePiece(state: EditorState, piece: Piece): Transaction {
  return caretAt(withoutPiece(state.tr, piece), piece.start)
}

/** The same without moving the caret there. */
export function withoutPiece(tr: Transaction, { start, end }: Piece): Transaction {
  const positions = positionsOf(tr.doc)
  const from = positions.posAt(start)
  const to = positions.posAt(end)
  const $from = tr.doc.resolve(from)
  if ($from.parent.content.size > 0 || end !== start + 1) tr.delete(from, to)
  else {
    // A block alone in its chunk takes the chunk with it.
    const depth = $from.node(1).childCount === 1 ? 1 : 2
    tr.delete($from.before(depth), $from.after(depth))
  }
  return tr
}

/** Takes several pieces away, outside undo and in both modes. @param pieces ascending, none touches another */
export function withoutPieces(state: EditorState, pieces: readonly Piece[]): Transaction {
  const { tr } = state
  for (const piece of [...pieces].reverse()) withoutPiece(tr, piece)
  const changes = pieces.map(({ start, end }) => ({ at: start, deleted: end - start, inserted: 0 }))
  return tell(tr, { follow: { changes, places: [] } }).setMeta('addToHistory', false)
}

/** Ends the block at the caret and begins the next: an item goes on as an item, a headline with a paragraph. */
export function splitBlock(state: EditorState, { start, end }: Piece): Transaction {
  const tr = start === end ? state.tr : deletePiece(state, { start, end })
  const pos = positionsOf(tr.doc).posAt(start)
  const $pos = tr.doc.resolve(pos)
  const block = $pos.parent
  if (block.type.spec.code === true) return breakLine(tr, start, false)
  const [kind, attrs] = kindAfter(block)
  if ($pos.parentOffset === 0 && block.content.size > 0) {
    // The words keep what they are, and what comes before them is a new line.
    tr.insert($pos.before(), storySchema.node(kind, kind === 'item' ? block.attrs : attrs))
  } else tr.split(pos, 1, [{ type: storySchema.nodes[kind], attrs }])
  return caretAt(tr, (start + 1) as TextOffset)
}

/** A line break inside a block. @param space a line wrapped by hand, which reads on as a blank */
export function breakLine(tr: Transaction, at: TextOffset, space: boolean): Transaction {
  tr.insert(positionsOf(tr.doc).posAt(at), storySchema.node('soft_break', { space }))
  return caretAt(tr, (at + 1) as TextOffset)
}

function caretAt(tr: Transaction, offset: TextOffset): Transaction {
  const pos = positionsOf(tr.doc).posAt(offset)
  return tr.setSelection(TextSelection.create(tr.doc, pos)).scrollIntoView()
}

/** Blocks of a text; those of hard-wrapped copy may hold `\n`. */
function linesFor(text: string, { format, hardWrapped }: Story): readonly string[] {
  if (!text.includes('\n')) return [text]
  if (format === 'md') return text.split(/\n+/)
  if (!hardWrapped) return text.split('\n')
  const blocks: string[] = []
  let joins = false
  for (const line of text.split('\n')) {
    if (joins && line !== '') blocks[blocks.length - 1] += `\n${line}`
    else blocks.push(line)
    joins = line !== ''
  }
  return blocks
}

function brokenLines(lines: readonly string[]): Node[] {
  return lines.flatMap((line, i) => [
    ...(i === 0 ? [] : [storySchema.node('soft_break', { space: false })]),
    ...(line === '' ? [] : [storySchema.text(line)]),
  ])
}

/** Kind and attributes of the block that comes when one is ended with Enter. */
function kindAfter(block: Node): readonly ['paragraph' | 'quote' | 'item', BlockAttrs | null] {
  const attrs = attrsOf(block)
  const name = block.type.name
  if (name === 'quote') return [name, { ...attrs, fixed: null }]
  if (name !== 'item') return ['paragraph', null]
  const ordinal = /^(\d{1,8})(\D*)$/.exec(attrs.marker)
  const marker = ordinal === null ? attrs.marker : `${Number(ordinal[1]) + 1}${ordinal[2]}`
  return [name, { ...attrs, marker, fixed: null }]
}

/** Blocks of a slice without the chunks they came from: those say nothing. */
function flat(slice: Slice): Slice {
  if (slice.content.firstChild?.type !== storySchema.nodes.chunk) return slice
  const blocks: Node[] = []
  slice.content.forEach((chunk) => {
    chunk.forEach((block) => {
      blocks.push(block)
    })
  })
  return new Slice(Fragment.from(blocks), slice.openStart - 1, slice.openEnd - 1)
}
