import type { Mark, Node } from 'prosemirror-model'
import { directionOf } from '../../shared/story/direction.ts'
import { type Block, type InlineMark, isBody, type Story } from '../../shared/story/story.ts'
import { type BlockAttrs, isSafeHref, storySchema } from './schema.ts'

// Blocks in a chunk. Fewer make more boxes to lay out, more make each one that comes into sight dearer.
const CHUNK_BLOCKS = 12
// A chunk may grow to this rather than begin with an empty line, whose gap would be cut off.
const CHUNK_LIMIT = 20
// Characters in a line of the page; only for guessing heights.
const LINE = 68

/**
 * The document of a story. Its text is the story text: `docText(storyDoc(story)) === story.text`.
 * The document never says anything about annotations.
 */
export function storyDoc(story: Story): Node {
  const inline = new InlineCursor(story.marks)
  const sources = new Map(story.images.map((image) => [image.at, image.source]))
  let number = 0
  const blocks = story.blocks.map((block) => {
    const attrs: BlockAttrs = {
      level: block.level,
      marker: block.marker,
      dir: directionOf(story.text.slice(block.start, block.end)),
      number: isBody(block.kind) ? ++number : null,
      source: (block.kind === 'image' && sources.get(block.start)) || '',
    }
    return storySchema.node(block.kind, attrs, blockContent(story, block, inline.within(block)))
  })
  return storySchema.node('doc', null, chunksOf(blocks))
}

/** The story text of a document: its blocks joined by `\n`. */
export function docText(doc: Node): string {
  const blocks: string[] = []
  doc.forEach((chunk) => {
    chunk.forEach((block) => {
      blocks.push(block.textBetween(0, block.content.size))
    })
  })
  return blocks.join('\n')
}

/** Text cut where an inline mark begins or ends and at line breaks. */
function blockContent(story: Story, block: Block, inline: readonly InlineMark[]): Node[] {
  const space = story.hardWrapped && block.kind !== 'code'
  const cuts = new Set<number>([block.start, block.end])
  for (const mark of inline) {
    cuts.add(Math.max(mark.start, block.start))
    cuts.add(Math.min(mark.end, block.end))
  }
  for (let at = story.text.indexOf('\n', block.start); at >= 0 && at < block.end; ) {
    cuts.add(at).add(at + 1)
    at = story.text.indexOf('\n', at + 1)
  }
  const places = [...cuts].sort((a, b) => a - b)
  const nodes: Node[] = []
  for (let i = 0; i + 1 < places.length; i++) {
    const from = places[i] ?? 0
    const to = places[i + 1] ?? 0
    const text = story.text.slice(from, to)
    const marks = inline.filter((mark) => mark.start <= from && mark.end >= to).flatMap(markOf)
    nodes.push(
      text === '\n'
        ? storySchema.node('soft_break', { space }, undefined, marks)
        : storySchema.text(text, marks),
    )
  }
  return nodes
}

function markOf(inline: InlineMark): Mark[] {
  if (inline.kind === 'code') return [storySchema.mark('inline_code')]
  if (inline.kind !== 'link') return [storySchema.mark(inline.kind)]
  return isSafeHref(inline.href) ? [storySchema.mark('link', { href: inline.href })] : []
}

function chunksOf(blocks: readonly Node[]): Node[] {
  const chunks: Node[] = []
  let open: Node[] = []
  const close = () => {
    const lines = open.reduce((sum, block) => sum + Math.ceil((block.content.size + 1) / LINE), 0)
    chunks.push(storySchema.node('chunk', { lines }, open))
    open = []
  }
  for (const block of blocks) {
    const full = open.length >= CHUNK_BLOCKS && block.type.name !== 'blank'
    if (full || open.length >= CHUNK_LIMIT) close()
    open.push(block)
  }
  // A document needs a block even where a story has none.
  if (open.length === 0 && chunks.length === 0) open.push(storySchema.node('blank'))
  if (open.length > 0) close()
  return chunks
}

/** Walks the inline marks, sorted by start, block by block, without starting over for each block. */
class InlineCursor {
  private next = 0
  private reaching: readonly InlineMark[] = []

  private readonly marks: readonly InlineMark[]

  constructor(marks: readonly InlineMark[]) {
    this.marks = marks
  }

  /** Marks that cover part of the block. Blocks must be asked for in order. */
  within(block: Block): readonly InlineMark[] {
    const found = [...this.reaching]
    for (
      let mark = this.marks[this.next];
      mark !== undefined && mark.start < block.end;
      mark = this.marks[this.next]
    ) {
      found.push(mark)
      this.next++
    }
    this.reaching = found.filter((mark) => mark.end > block.end)
    return found.filter((mark) => mark.end > block.start)
  }
}
