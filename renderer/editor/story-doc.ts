import { Mark, type Node } from 'prosemirror-model'
import type { FixedBlock } from '../../shared/story/edited.ts'
import type { Block, InlineMark, Story } from '../../shared/story/story.ts'
import { WithinBlocks } from '../../shared/story/within-blocks.ts'
import { chunkText } from './block-text.ts'
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
 * @param fixed blocks that can only be read
 */
export function storyDoc(story: Story, fixed: readonly FixedBlock[] = []): Node {
  return storySchema.node('doc', null, chunksOf(blockNodes(story, fixed)))
}

/** The blocks of a story as nodes, in order; one empty block for a story without any. */
export function blockNodes(story: Story, fixed: readonly FixedBlock[] = []): readonly Node[] {
  return [...eachBlockNode(story, fixed)]
}

/** The same one by one: a long story may be made in slices. */
export function* eachBlockNode(story: Story, fixed: readonly FixedBlock[] = []): Generator<Node> {
  const inline = new WithinBlocks(story.marks)
  const sources = new Map(story.images.map((image) => [image.at, image.source]))
  const reasons = new Map(fixed.map(({ block, what }) => [block, what]))
  for (const [index, block] of story.blocks.entries()) {
    const attrs: BlockAttrs = {
      level: block.level,
      marker: block.marker,
      source: (block.kind === 'image' && sources.get(block.start)) || '',
      fixed: reasons.get(index) ?? null,
    }
    yield storySchema.node(block.kind, attrs, blockContent(story, block, inline.within(block)))
  }
  // A document needs a block even where a story has none.
  if (story.blocks.length === 0) yield storySchema.node('blank')
}

/** The story text of a document: its blocks joined by `\n`. */
export function docText(doc: Node): string {
  let text = texts.get(doc)
  if (text === undefined) {
    text = doc.children.map(chunkText).join('\n')
    texts.set(doc, text)
  }
  return text
}

const texts = new WeakMap<Node, string>()

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
    const covering = inline.filter((mark) => mark.start <= from && mark.end >= to)
    const marks = covering.flatMap(markOf).reduce((set, mark) => mark.addToSet(set), Mark.none)
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
  const { href } = inline
  return href === '' || isSafeHref(href) ? [storySchema.mark('link', { href })] : []
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
  if (open.length > 0) close()
  return chunks
}
