import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { cutIntoSegments, type Segment } from '../../../shared/report/segments.ts'
import { directionOf } from '../../../shared/story/direction.ts'
import type { InlineMark, Story } from '../../../shared/story/story.ts'
import { WithinBlocks } from '../../../shared/story/within-blocks.ts'
import { safeHref } from '../../../shared/tags/field-value.ts'
import { type Span, span } from '../../../shared/units.ts'
import { MONOSPACE } from './languages.ts'
import { paintOf } from './paint.ts'
import { type Look, textRuns } from './runs.ts'
import type { Direction } from './scripts.ts'
import type { Thread } from './threads.ts'

type Layer = Span & ({ readonly inline: InlineMark } | { readonly thread: Thread })

/** A border of a comment's range. */
interface Border {
  readonly at: number
  readonly thread: Thread
  readonly isStart: boolean
}

/**
 * The story text as the contents of paragraphs, with its emphasis, links and marks, and the borders of the comments
 * where they are. Lines must be asked for in order, and none left out: a border stands in the one line that its offset
 * belongs to.
 */
export class StoryInline {
  readonly #text: string
  readonly #layers: WithinBlocks<Layer>
  readonly #borders: readonly Border[]
  #next = 0

  constructor(story: Story, threads: readonly Thread[]) {
    this.#text = story.text
    const inline = [...story.marks, ...pictureLinks(story)].map(
      (mark): Layer => ({ start: mark.start, end: mark.end, inline: mark }),
    )
    const marked = threads.flatMap((thread): readonly Layer[] => {
      const place = thread.annotation.span
      return place === null ? [] : [{ start: place.start, end: place.end, thread }]
    })
    this.#layers = new WithinBlocks([...inline, ...marked].sort((a, b) => a.start - b.start))
    this.#borders = bordersOf(threads)
  }

  /** @param line a block or a cell of it; the line feed or tab at its end is not part of it */
  line(line: Span, look: Look = {}): readonly ParagraphChild[] {
    const direction = directionOf(this.#text.slice(line.start, line.end))
    const children: ParagraphChild[] = []
    for (const segment of this.#segments(line)) {
      children.push(...this.#bordersUpTo(segment.start))
      children.push(...this.#words(segment, direction, look))
    }
    return [...children, ...this.#bordersUpTo(line.end)]
  }

  #segments(line: Span): readonly Segment<Layer>[] {
    const layers = this.#layers.within({ ...line, kind: 'paragraph', level: 0, marker: '' })
    // An empty line has nothing to cut, and no span.
    if (line.start >= line.end) return []
    const upcoming: number[] = []
    for (let at = this.#next; (this.#borders[at]?.at ?? Number.POSITIVE_INFINITY) < line.end; at++) {
      upcoming.push(this.#borders[at]?.at ?? 0)
    }
    return cutIntoSegments(layers, span(line.start, line.end), upcoming)
  }

  #words(segment: Segment<Layer>, direction: Direction, look: Look): readonly ParagraphChild[] {
    const { start, end, over } = segment
    const threads = over.flatMap((layer) => ('thread' in layer ? [layer] : []))
    const inline = over.flatMap((layer) => ('inline' in layer ? [layer.inline] : []))
    const innermostLast = threads.sort((a, b) => b.end - b.start - (a.end - a.start))
    const paint = paintOf(innermostLast.map(({ thread }) => thread.tag))
    const href = inline.map((mark) => (mark.kind === 'link' ? safeHref(mark.href) : null)).find(Boolean)
    const runs = textRuns(this.#text.slice(start, end), direction, {
      ...look,
      ...emphasisOf(inline),
      ...(href === undefined || href === null ? {} : { style: 'Hyperlink' }),
      ...(paint === null
        ? {}
        : { shading: { fill: paint.fill, color: 'auto', type: 'clear' }, underline: paint.line }),
    })
    return href === undefined || href === null
      ? runs
      : [new ExternalHyperlink({ link: href, children: runs })]
  }

  #bordersUpTo(offset: number): readonly ParagraphChild[] {
    const children: ParagraphChild[] = []
    for (let border = this.#borders[this.#next]; border !== undefined && border.at <= offset; ) {
      children.push(...(border.isStart ? rangeStarts(border.thread) : rangeEnds(border.thread)))
      border = this.#borders[++this.#next]
    }
    return children
  }
}

/** The words that stand for a picture lead to it, where it has an address. */
function pictureLinks({ images, blocks }: Story): readonly InlineMark[] {
  if (images.length === 0) return []
  const sources = new Map<number, string>(images.map(({ at, source }) => [at, source]))
  return blocks.flatMap(({ kind, start, end }) => {
    const href = kind === 'image' && start < end ? sources.get(start) : undefined
    return href === undefined ? [] : [{ kind: 'link', href, start, end }]
  })
}

/** By offset; what ends somewhere ends before what begins there. */
function bordersOf(threads: readonly Thread[]): readonly Border[] {
  return threads
    .flatMap((thread): readonly Border[] => {
      const place = thread.annotation.span
      if (place === null) return []
      return [
        { at: place.start, thread, isStart: true },
        { at: place.end, thread, isStart: false },
      ]
    })
    .sort(
      (a, b) =>
        a.at - b.at || Number(a.isStart) - Number(b.isStart) || a.thread.comment.id - b.thread.comment.id,
    )
}

function emphasisOf(marks: readonly InlineMark[]): Look {
  const kinds = new Set(marks.map(({ kind }) => kind))
  return {
    ...(kinds.has('strong') ? { bold: true } : {}),
    ...(kinds.has('emphasis') ? { italics: true } : {}),
    ...(kinds.has('strike') ? { strike: true } : {}),
    ...(kinds.has('code') ? { font: MONOSPACE } : {}),
  }
}

/** An answer has a range of its own, the same as the comment's: Word deletes one that has none with its next save. */
export function rangeStarts({ comment, replies }: Thread): readonly ParagraphChild[] {
  return [comment, ...replies].map(({ id }) => new CommentRangeStart(id))
}

export function rangeEnds({ comment, replies }: Thread): readonly ParagraphChild[] {
  return [comment, ...replies].flatMap(({ id }) => [
    new CommentRangeEnd(id),
    new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] }),
  ])
}
