import type { EditedStory } from './edited.ts'
import type { BlockKind } from './story.ts'
import type { Inline, LocalMark } from './story-builder.ts'

/** What of a block has to survive writing and reading. */
export interface BlockContent extends Inline {
  /** Kinds that only looks tell apart are one: see `classOf`. */
  readonly kind: BlockKind
  /** As in `Block`; 0 for running text. */
  readonly level: number
  /** Kind of the marker: empty, `•`, `1.` for any number, `☐`, `☑`. */
  readonly marker: string
  /** As `mergedMarks` makes them. */
  readonly marks: readonly LocalMark[]
  /** Equal for equal contents. */
  readonly key: string
}

/** The contents of all blocks of a story, in order. */
export function contentsOf(story: EditedStory): readonly BlockContent[] {
  const marks = story.marks.toSorted((a, b) => a.start - b.start)
  let next = 0
  let reaching: typeof marks = []
  return story.blocks.map((block) => {
    for (let mark = marks[next]; mark !== undefined && mark.start < block.end; mark = marks[++next]) {
      reaching.push(mark)
    }
    const local = reaching.map(({ kind, href, start, end }) => ({
      kind,
      href,
      start: Math.max(start, block.start) - block.start,
      end: Math.min(end, block.end) - block.start,
    }))
    reaching = reaching.filter((mark) => mark.end > block.end)
    const kind = classOf(block.kind)
    return contentOf(kind, kind === 'paragraph' ? 0 : block.level, markerClass(block.marker), {
      text: story.text.slice(block.start, block.end),
      marks: local,
    })
  })
}

/** @param marker its class, as in `BlockContent` */
export function contentOf(kind: BlockKind, level: number, marker: string, inline: Inline): BlockContent {
  const marks = mergedMarks(inline)
  const key = JSON.stringify([kind, level, marker, inline.text, marks])
  return { kind, level, marker, text: inline.text, marks, key }
}

/**
 * The reader of Markdown tells a dateline, a byline, a label and a caption from a paragraph by its words, and the
 * headline from other headings by its place. The editor keeps the kind a block had while its words change, so
 * they count as the same.
 */
export function classOf(kind: BlockKind): BlockKind {
  switch (kind) {
    case 'label':
    case 'dateline':
    case 'byline':
    case 'caption':
    case 'blank':
      return 'paragraph'
    case 'headline':
      return 'heading'
    default:
      return kind
  }
}

function markerClass(marker: string): string {
  return marker === '' || marker === '☐' || marker === '☑' || marker === '•' ? marker : '1.'
}

/**
 * Marks as a reader sees them: no white space at their ends, those of one kind that touch or have only white space
 * between them are one. Links that lead nowhere are left out: no editor shows them.
 */
function mergedMarks({ text, marks }: Inline): readonly LocalMark[] {
  const merged: LocalMark[] = []
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const own = withoutOuterBlanks(mark, text)
    if (own === null || (own.kind === 'link' && own.href === '')) continue
    const at = merged.findLastIndex(({ kind, href }) => kind === own.kind && href === own.href)
    const last = merged[at]
    if (last !== undefined && text.slice(last.end, own.start).trim() === '') {
      merged[at] = { ...last, end: Math.max(last.end, own.end) }
    } else {
      merged.push(own)
    }
  }
  return merged.toSorted(
    (a, b) =>
      a.start - b.start || b.end - a.end || a.kind.localeCompare(b.kind) || a.href.localeCompare(b.href),
  )
}

function withoutOuterBlanks(mark: LocalMark, text: string): LocalMark | null {
  let { start, end } = mark
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return start < end ? { kind: mark.kind, href: mark.href, start, end } : null
}

/** The part of a text from `start` to `end` with the marks that reach into it. */
export function stretchOf({ text, marks }: Inline, start: number, end: number): Inline {
  return {
    text: text.slice(start, end),
    marks: marks
      .map((mark) => ({
        ...mark,
        start: Math.max(mark.start, start) - start,
        end: Math.min(mark.end, end) - start,
      }))
      .filter((mark) => mark.start < mark.end),
  }
}

/** For each unit of the text a name of the set of marks on it; empty: none. */
export function markNames({ text, marks }: Inline): readonly string[] {
  const names: string[] = new Array(text.length).fill('')
  for (const { kind, href, start, end } of marks) {
    for (let at = start; at < end; at++) names[at] += `${kind} ${href}\n`
  }
  return names
}

/** How a block begins, for naming it to a person. */
export function beginningOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= LONGEST_BEGINNING) return line
  const cut = line.slice(0, LONGEST_BEGINNING)
  const space = cut.lastIndexOf(' ')
  return `${space > 0 ? cut.slice(0, space) : [...line].slice(0, LONGEST_BEGINNING / 2).join('')}…`
}

/** UTF-16 units; enough to find a paragraph by. */
const LONGEST_BEGINNING = 60
