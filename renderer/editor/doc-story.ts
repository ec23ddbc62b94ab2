import type { Mark, Node } from 'prosemirror-model'
import type { Block, BlockKind, InlineKind, InlineMark, Story, StoryImage } from '../../shared/story/story.ts'
import { span, textOffset } from '../../shared/units.ts'
import { attrsOf } from './schema.ts'
import { docText } from './story-doc.ts'

/** An inline mark; start and end count from the start of its chunk's text. */
interface OwnMark {
  readonly start: number
  end: number
  readonly kind: InlineKind
  readonly href: string
}

const stories = new WeakMap<Node, { readonly base: Story; readonly story: Story }>()

/**
 * The story that a document shows, the inverse of `storyDoc`; the same object for the same document. What a
 * document doesn't say (name, format, front matter …) comes from `base`. Inline marks end at the borders of their
 * block, and those of one kind that touch are one.
 */
export function docStory(doc: Node, base: Story): Story {
  const known = stories.get(doc)
  if (known?.base === base) return known.story
  const blocks: Block[] = []
  const marks: InlineMark[] = []
  const images: StoryImage[] = []
  let at = 0
  doc.forEach((chunk) => {
    const from = at
    chunk.forEach((node) => {
      const { level, marker, source } = attrsOf(node)
      const start = textOffset(at)
      const end = textOffset(at + node.content.size)
      blocks.push({ kind: node.type.name as BlockKind, start, end, level, marker })
      if (source !== '') images.push({ at: start, source })
      at = end + 1
    })
    for (const { kind, start, end, href } of ownMarks(chunk)) {
      marks.push({ ...span(from + start, from + end), kind, href })
    }
  })
  const story = { ...base, text: docText(doc), blocks, marks, images }
  stories.set(doc, { base, story })
  return story
}

/** A document made from a story is that very story, until it is edited. */
export function rememberStory(doc: Node, story: Story): void {
  stories.set(doc, { base: story, story })
}

const owns = new WeakMap<Node, readonly OwnMark[]>()

/** The inline marks of a chunk, kept per node. */
function ownMarks(chunk: Node): readonly OwnMark[] {
  let found = owns.get(chunk)
  if (found === undefined) {
    let at = 0
    found = chunk.children.flatMap((block) => {
      const start = at
      at += block.content.size + 1
      return readMarks(block, start)
    })
    owns.set(chunk, found)
  }
  return found
}

/** Pieces of text that carry the same mark and touch are one. Sorted by start, then as the marks nest. */
function readMarks(block: Node, at: number): readonly OwnMark[] {
  const all: OwnMark[] = []
  let open: readonly OwnMark[] = []
  block.forEach((piece, offset) => {
    const start = at + offset
    const end = start + piece.nodeSize
    open = piece.marks.map((mark) => {
      const kind = kindOf(mark)
      const href: string = kind === 'link' ? mark.attrs.href : ''
      const going = open.find((each) => each.kind === kind && each.href === href)
      if (going !== undefined) {
        going.end = end
        return going
      }
      const made: OwnMark = { start, end, kind, href }
      all.push(made)
      return made
    })
  })
  return all
}

function kindOf({ type }: Mark): InlineKind {
  return type.name === 'inline_code' ? 'code' : (type.name as InlineKind)
}
