import { type Block, type InlineMark, isBody, type Story } from '../../story/story.ts'
import { type Span, span } from '../../units.ts'
import { cutIntoSegments, lanesOf, type Segment } from '../segments.ts'
import type { Entry } from './entry.ts'
import { headingLevels } from './outline.ts'

/** Something that lies over a stretch of text and is written as an element around it. */
export type Layered = MarkLayer | InlineLayer
/** `lane`: height of its underline, 0 next to the text. */
export type MarkLayer = Span & { readonly entry: Entry; readonly lane: number }
type InlineLayer = Span & { readonly inline: InlineMark }

/** Underlines lower than this would run into the next line; marks that lie deeper share the last place. */
const DEEPEST_LANE = 5

/** A block with all that is drawn in it and beside it. */
export interface BlockLayout {
  readonly block: Block
  readonly words: string
  /** Of a block of the running text, from 1; null: it has none. */
  readonly number: number | null
  /** Heading level 3–6; null: no heading. */
  readonly heading: number | null
  /** Lowest underline in it; the lines need room for that. */
  readonly lanes: number
  readonly segments: readonly Segment<Layered>[]
  /** Marks that end after a segment, by its index; −1: before the first. Their numbers stand there. */
  readonly endings: ReadonlyMap<number, readonly MarkLayer[]>
  /** Annotations that end in this block and have a note, by number. */
  readonly notes: readonly Entry[]
  /** How many blocks the notes may reach down beside: this one and those after it that have none. */
  readonly rows: number
}

/** Lays the marks over the blocks of a story. */
export function layOut(story: Story, entries: readonly Entry[]): readonly BlockLayout[] {
  const marks = markLayers(entries)
  const inline = story.marks.map((mark): InlineLayer => ({ start: mark.start, end: mark.end, inline: mark }))
  const borders = story.blocks.flatMap(({ start, end }) => [start, end])
  const segments =
    story.text === ''
      ? []
      : cutIntoSegments<Layered>([...marks, ...inline], span(0, story.text.length), borders)
  const drawn = segmentsByBlock(story.blocks, segments)
  const endings = endingsByBlock(story.blocks, drawn, marks)
  const headings = headingLevels(story.blocks)
  const notes = endings.map(notesOf)
  let body = 0
  return story.blocks.map((block, index) => {
    const own = drawn[index] ?? []
    return {
      block,
      words: story.text.slice(block.start, block.end),
      number: isBody(block.kind) ? ++body : null,
      heading: headings[index] ?? null,
      lanes: own.reduce((lowest, { over }) => Math.max(lowest, ...over.map(laneOf)), 0),
      segments: own,
      endings: endings[index] ?? new Map(),
      notes: notes[index] ?? [],
      rows: rowsBeside(index, story.blocks, notes),
    }
  })
}

function markLayers(entries: readonly Entry[]): readonly MarkLayer[] {
  const placed = entries.flatMap((entry) => {
    const place = entry.annotation.span
    return place === null ? [] : [{ ...place, entry }]
  })
  return [...lanesOf(placed)].map(([mark, lane]) => ({ ...mark, lane: Math.min(lane, DEEPEST_LANE) }))
}

function laneOf(layer: Layered): number {
  return 'entry' in layer ? layer.lane : 0
}

/** Segments by block; the line feeds between blocks are left out. */
function segmentsByBlock(
  blocks: readonly Block[],
  segments: readonly Segment<Layered>[],
): readonly (readonly Segment<Layered>[])[] {
  let at = 0
  return blocks.map((block) => {
    const own: Segment<Layered>[] = []
    for (; at < segments.length; at++) {
      const segment = segments[at]
      if (segment === undefined || segment.start >= block.end) break
      if (segment.start >= block.start) own.push(segment)
    }
    return own
  })
}

/** A mark that covers no character of any block (only line feeds) ends in the block at whose end it starts. */
function endingsByBlock(
  blocks: readonly Block[],
  drawn: readonly (readonly Segment<Layered>[])[],
  marks: readonly MarkLayer[],
): readonly ReadonlyMap<number, readonly MarkLayer[]>[] {
  const last = new Map<MarkLayer, readonly [block: number, segment: number]>()
  drawn.forEach((segments, block) => {
    segments.forEach(({ over }, segment) => {
      for (const layer of over) if ('entry' in layer) last.set(layer, [block, segment])
    })
  })
  const endOf = (block: number) => [block, (drawn[block]?.length ?? 0) - 1] as const
  const endings = blocks.map(() => new Map<number, MarkLayer[]>())
  for (const mark of marks) {
    const [block, segment] = last.get(mark) ?? endOf(blocks.findIndex(({ end }) => end >= mark.start))
    endings[block]?.set(segment, [...(endings[block]?.get(segment) ?? []), mark])
  }
  return endings
}

function notesOf(endings: ReadonlyMap<number, readonly MarkLayer[]>): readonly Entry[] {
  return [...endings.values()]
    .flat()
    .map(({ entry }) => entry)
    .filter(({ hasNote }) => hasNote)
    .sort((a, b) => a.number - b.number)
}

function rowsBeside(index: number, blocks: readonly Block[], notes: readonly (readonly Entry[])[]): number {
  if (notes[index]?.length === 0) return 1
  let rows = 1
  for (let next = index + 1; next < blocks.length && notes[next]?.length === 0; next++) {
    // Blank blocks are not drawn, so they take no row.
    if (blocks[next]?.kind !== 'blank') rows++
  }
  return rows
}
