import type { PlacedAnnotation } from '../annotation/annotation.ts'
import type { Block } from '../story/story.ts'
import type { Span } from '../units.ts'

/** What the other annotator did where a mark stands: the same tag, only other tags, or nothing. */
export type MarkAgreement = 'same' | 'other-tag' | 'alone'

/**
 * How two annotators went about a block. `same`: every mark of either meets one of the other with its tag;
 * `other-tags`: somewhere both marked the same words, with different tags only; `partly`: both marked, and some
 * words only one of them.
 */
export type BlockAgreement = 'neither' | 'same' | 'other-tags' | 'partly' | 'first-only' | 'second-only'

export interface Comparison {
  readonly first: readonly MarkAgreement[]
  readonly second: readonly MarkAgreement[]
  /** In the order of the blocks. */
  readonly blocks: readonly BlockAgreement[]
}

/**
 * Compares the marks of two annotators. Marks meet where they share at least one character: people rarely agree on
 * the last word of a span, and a report is no statistic of borders.
 * @param first in any order, as `second`; the agreements come back in the order given
 */
export function compareMarks(
  first: readonly PlacedAnnotation[],
  second: readonly PlacedAnnotation[],
  blocks: readonly Block[],
): Comparison {
  const firstSays = agreementsOf(first, new Meeting(second))
  const secondSays = agreementsOf(second, new Meeting(first))
  const one = new Meeting(first.map(({ span }, index) => ({ span, says: firstSays[index] ?? 'alone' })))
  const two = new Meeting(second.map(({ span }, index) => ({ span, says: secondSays[index] ?? 'alone' })))
  return {
    first: firstSays,
    second: secondSays,
    blocks: blocks.map((block) => {
      if (block.start === block.end) return 'neither'
      const mine = one.with(block).map(({ says }) => says)
      const theirs = two.with(block).map(({ says }) => says)
      return blockAgreement(mine, theirs)
    }),
  }
}

function blockAgreement(mine: readonly MarkAgreement[], theirs: readonly MarkAgreement[]): BlockAgreement {
  if (mine.length === 0) return theirs.length === 0 ? 'neither' : 'second-only'
  if (theirs.length === 0) return 'first-only'
  const all = [...mine, ...theirs]
  if (all.includes('other-tag')) return 'other-tags'
  return all.includes('alone') ? 'partly' : 'same'
}

function agreementsOf(
  marks: readonly PlacedAnnotation[],
  others: Meeting<PlacedAnnotation>,
): readonly MarkAgreement[] {
  return marks.map(({ span, tag }) => {
    const met = others.with(span)
    if (met.length === 0) return 'alone'
    return met.some((other) => other.tag === tag) ? 'same' : 'other-tag'
  })
}

/** Finds the items that share a character with a range: a step of log n, and one for each item near by. */
class Meeting<T extends { readonly span: Span }> {
  readonly #items: readonly T[]
  /** The furthest end up to each item: nothing before reaches beyond it. */
  readonly #furthest: readonly number[]

  constructor(items: readonly T[]) {
    this.#items = [...items].sort((a, b) => a.span.start - b.span.start)
    let furthest = 0
    this.#furthest = this.#items.map(({ span }) => {
      furthest = Math.max(furthest, span.end)
      return furthest
    })
  }

  with({ start, end }: Span): readonly T[] {
    let low = 0
    let high = this.#items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#items[middle]?.span.start ?? 0) < end) low = middle + 1
      else high = middle
    }
    const met: T[] = []
    for (let at = low - 1; at >= 0 && (this.#furthest[at] ?? 0) > start; at--) {
      const item = this.#items[at]
      if (item !== undefined && item.span.end > start) met.push(item)
    }
    return met
  }
}
