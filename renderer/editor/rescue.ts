import { AnchorText, anchorAll } from '../../shared/anchor/anchor.ts'
import type { PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import type { AnnotationId, Span, TextOffset } from '../../shared/units.ts'
import type { LossesInput } from './losses.ts'

/**
 * Places for marks whose words were all replaced. Where little else than the mark was replaced, the mark takes
 * what stands there instead: its words changed. Where more was, it is looked for in what stands there; one that is
 * not found, or where nothing stands instead, is an orphan.
 */
export function rescue(
  gone: readonly PlacedAnnotation[],
  { hull, before, after }: Pick<LossesInput, 'hull' | 'before' | 'after'>,
): ReadonlyMap<AnnotationId, Span> {
  const places = new Map<AnnotationId, Span>()
  const from = hull.at
  const old = before.slice(from, from + hull.deleted)
  const inserted = after.slice(from, from + hull.inserted)
  if (inserted.trim() === '') return places
  const inside: PlacedAnnotation[] = []
  for (const mark of gone) {
    const head = old.slice(0, Math.max(0, mark.span.start - from))
    const tail = old.slice(Math.max(0, mark.span.end - from))
    if (isWord(head) || isWord(tail)) inside.push(mark)
    else places.set(mark.id, instead(inserted, head, tail, from))
  }
  for (const [id, span] of found(inside, old, inserted, from)) places.set(id, span)
  return places
}

/** What stands in a mark's place, without the white space and signs around it that were replaced with it. */
function instead(inserted: string, head: string, tail: string, from: number): Span {
  let start = inserted.startsWith(head) ? head.length : 0
  let end =
    inserted.endsWith(tail) && inserted.length - tail.length > start
      ? inserted.length - tail.length
      : inserted.length
  if (inserted.slice(start, end).trim() === '') [start, end] = [0, inserted.length]
  const part = inserted.slice(start, end)
  start += part.length - part.trimStart().length
  end -= part.length - part.trimEnd().length
  return { start: (from + start) as TextOffset, end: (from + end) as TextOffset }
}

/** Looks for marks of a replaced piece in the piece that replaced it, word by word. */
function found(
  marks: readonly PlacedAnnotation[],
  old: string,
  inserted: string,
  from: number,
): ReadonlyMap<AnnotationId, Span> {
  const places = new Map<AnnotationId, Span>()
  if (marks.length === 0) return places
  const index = new CodePointIndex(old)
  const clues = marks.map(({ span }) => {
    const start = (span.start - from) as TextOffset
    const end = (span.end - from) as TextOffset
    const position = { start: index.toCodePoint(start), end: index.toCodePoint(end) }
    return { exact: old.slice(start, end), prefix: '', suffix: '', position }
  })
  anchorAll(new AnchorText(inserted), clues, old).forEach((place, i) => {
    const mark = marks[i]
    if (place === null || mark === undefined) return
    const { start, end } = place.span
    if (place.match === 'changed' && !alike(clues[i]?.exact ?? '', inserted.slice(start, end))) return
    const span = { start: (start + from) as TextOffset, end: (end + from) as TextOffset }
    places.set(mark.id, span)
  })
  return places
}

/** At least half of the words, counted in the longer one, are the same: else it may be any sentence. */
function alike(a: string, b: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const [left, right] = [words(a), words(b)]
  const known = new Set(right)
  return left.filter((word) => known.has(word)).length * 2 >= Math.max(left.length, right.length)
}

const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text)
