import type { Node } from 'prosemirror-model'
import { foldText } from '../../shared/anchor/folded-text.ts'
import { snapToGraphemes } from '../../shared/story/graphemes.ts'
import { type Span, span } from '../../shared/units.ts'
import { blockText } from './block-text.ts'
import type { Piece } from './decorations.ts'
import { type Folded, foldBlock } from './folded-block.ts'
import { lastAtOrBefore, positionsOf } from './positions.ts'
import { trimSpan } from './selection.ts'

/** Where some words stand in a story: case, quotes, dashes, blanks, accents and vowel points alike. */
export interface FindHits {
  readonly count: number
  /** The hit with this number, from 0. @throws RangeError if there is none */
  at(index: number): Span
  /** Number of the first hit that begins at or after an offset; `count` if there is none. */
  from(offset: number): number
  /** Number of the hit that is exactly this span; null: it is none. */
  indexOf(wanted: Span): number | null
  /** Hits that begin in a piece of the text, in order. */
  within(piece: Piece): readonly Span[]
}

/** Looks for words; the same for the same document and query. */
export interface Finder {
  hits(doc: Node, query: string): FindHits
}

/**
 * Folds each paragraph once and searches it once for each query, so that a key press in a long story folds and
 * searches one. No hit reaches over a paragraph's end, or into half a character.
 */
export function createFinder(): Finder {
  const folded = new WeakMap<Node, Folded>()
  let found = new WeakMap<Node, readonly Span[]>()
  let wanted = ''
  let last: { readonly doc: Node; readonly hits: FindHits } | null = null

  const search = (block: Node): readonly Span[] => {
    const text = folded.get(block) ?? foldBlock(block)
    folded.set(block, text)
    return searchIn(blockText(block), text, wanted)
  }
  const hitsIn = (block: Node): readonly Span[] => {
    const known = found.get(block) ?? search(block)
    found.set(block, known)
    return known
  }
  return {
    hits(doc, query) {
      const words = foldText(query)
      if (words !== wanted) {
        wanted = words
        found = new WeakMap()
        last = null
      }
      if (last?.doc !== doc) last = { doc, hits: collect(doc, words.trim() === '' ? () => [] : hitsIn) }
      return last.hits
    },
  }
}

/** Spans in a paragraph's text, ascending; none overlaps another. */
function searchIn(text: string, as: Folded, wanted: string): readonly Span[] {
  const hits: Span[] = []
  const { folded } = as
  for (let at = folded.indexOf(wanted); at !== -1; ) {
    const end = at + wanted.length
    const hit = as.isBorder(at) && as.isBorder(end) ? wholeIn(text, as.unfold(at, end)) : null
    if (hit !== null) hits.push(hit)
    at = folded.indexOf(wanted, hit === null ? at + 1 : end)
  }
  return hits
}

/** The hit without blanks at its ends; null: it cuts a character. */
function wholeIn(text: string, hit: Span): Span | null {
  const trimmed = trimSpan(text, hit)
  if (trimmed === null) return null
  const { start, end } = snapToGraphemes(text, trimmed)
  return start === trimmed.start && end === trimmed.end ? trimmed : null
}

function collect(doc: Node, hitsIn: (block: Node) => readonly Span[]): FindHits {
  const positions = positionsOf(doc)
  /** Of the paragraphs with hits: these, the offset of the text, and the number of the first. */
  const lists: (readonly Span[])[] = []
  const starts: number[] = []
  const firsts: number[] = []
  let count = 0
  let index = 0
  for (const chunk of doc.children) {
    for (const block of chunk.children) {
      const hits = block.content.size === 0 ? [] : hitsIn(block)
      if (hits.length > 0) {
        lists.push(hits)
        starts.push(positions.blockRange(index).start)
        firsts.push(count)
        count += hits.length
      }
      index++
    }
  }
  const at = (index: number): Span => {
    const block = lastAtOrBefore(firsts, index)
    const hit = lists[block]?.[index - (firsts[block] ?? 0)]
    if (hit === undefined) throw new RangeError(`no hit ${index} of ${count}`)
    const start = starts[block] ?? 0
    return span(start + hit.start, start + hit.end)
  }
  const from = (offset: number): number => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (at(middle).start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    count,
    at,
    from,
    indexOf(wanted) {
      const index = from(wanted.start)
      const hit = index < count ? at(index) : null
      return hit?.start === wanted.start && hit.end === wanted.end ? index : null
    },
    within(piece) {
      const hits: Span[] = []
      for (let i = from(piece.start); i < count; i++) {
        const hit = at(i)
        if (hit.start >= piece.end) break
        hits.push(hit)
      }
      return hits
    },
  }
}
