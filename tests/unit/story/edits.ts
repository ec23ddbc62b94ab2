import type { EditedStory } from '../../../shared/story/edited.ts'
import type { Block, InlineMark } from '../../../shared/story/story.ts'
import type { LocalMark } from '../../../shared/story/story-builder.ts'
import { span, textOffset } from '../../../shared/units.ts'

/** A block that can be changed for itself. */
export interface LooseBlock extends Omit<Block, 'start' | 'end'> {
  readonly text: string
  readonly marks: readonly LocalMark[]
}

/** The blocks of a story, each with its own text and marks. */
export function looseBlocks({ text, blocks, marks }: EditedStory): readonly LooseBlock[] {
  return blocks.map(({ kind, level, marker, start, end }) => ({
    kind,
    level,
    marker,
    text: text.slice(start, end),
    marks: marks
      .filter((mark) => mark.start < end && mark.end > start)
      .map((mark) => ({
        kind: mark.kind,
        href: mark.href,
        start: Math.max(mark.start, start) - start,
        end: Math.min(mark.end, end) - start,
      })),
  }))
}

/** A story of blocks, as an editor would hand it over. */
export function storyOf(loose: readonly LooseBlock[]): EditedStory {
  let at = 0
  const blocks: Block[] = []
  const marks: InlineMark[] = []
  for (const { kind, level, marker, text, marks: own } of loose) {
    blocks.push({ kind, level, marker, start: textOffset(at), end: textOffset(at + text.length) })
    for (const mark of own) {
      marks.push({ ...span(at + mark.start, at + mark.end), kind: mark.kind, href: mark.href })
    }
    at += text.length + 1
  }
  return { text: loose.map(({ text }) => text).join('\n'), blocks, marks }
}

/** A block whose units from `from` to `to` became `text`; a mark around them grows, none begins there. */
export function typed(block: LooseBlock, from: number, to: number, text: string): LooseBlock {
  const moved = (at: number) => (at <= from ? at : at < to ? from : at - (to - from) + text.length)
  return {
    ...block,
    text: block.text.slice(0, from) + text + block.text.slice(to),
    marks: block.marks
      .map((mark) => ({
        ...mark,
        start:
          mark.start >= to && mark.start > from
            ? moved(mark.start)
            : Math.min(mark.start, from) === mark.start
              ? mark.start
              : from + text.length,
        end: moved(mark.end),
      }))
      .filter((mark) => mark.start < mark.end),
  }
}

/** A block cut in two, blanks at the cut dropped, as Enter does. */
export function halves(block: LooseBlock, at: number): readonly LooseBlock[] {
  const left = part(block, 0, block.text.slice(0, at).trimEnd().length)
  const rest = block.text.slice(at)
  return [left, part(block, at + rest.length - rest.trimStart().length, block.text.length)]
}

/** Two blocks as one of the first one's kind, as Backspace at the start of the second makes. */
export function merged(first: LooseBlock, second: LooseBlock, between = ' '): LooseBlock {
  const shift = first.text.length + between.length
  return {
    ...first,
    text: first.text + between + second.text,
    marks: [
      ...first.marks,
      ...second.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })),
    ],
  }
}

function part(block: LooseBlock, from: number, to: number): LooseBlock {
  return {
    ...block,
    text: block.text.slice(from, to),
    marks: block.marks
      .map((mark) => ({
        ...mark,
        start: Math.max(mark.start, from) - from,
        end: Math.min(mark.end, to) - from,
      }))
      .filter((mark) => mark.start < mark.end),
  }
}
