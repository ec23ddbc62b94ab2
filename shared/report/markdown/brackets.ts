import type { Inline, LocalMark } from '../../story/story-builder.ts'

/** A mark on a block, in offsets of the block. Half-open. */
export interface Numbered {
  readonly number: number
  readonly start: number
  readonly end: number
}

/** What a mark is put between. */
export interface Brackets {
  readonly open: string
  readonly close: string
}

/** Brackets of mathematics, then others that hardly any story has. */
const pairs: readonly Brackets[] = ['⟦⟧', '⟪⟫', '⦃⦄', '❲❳', '⦗⦘', '⧼⧽'].map((pair) => ({
  open: pair.charAt(0),
  close: pair.charAt(1),
}))

/** The first pair that the story itself does not have; null: it has all of them, and its marks can't be shown. */
export function bracketsFor(text: string): Brackets | null {
  return pairs.find(({ open, close }) => !text.includes(open) && !text.includes(close)) ?? null
}

/** A block with brackets in its text, and what belongs to each of them, in the order in which they stand. */
interface Bracketed extends Inline {
  /** After an opening bracket the number of its note; after a closing one its number if others are open, too. */
  readonly behind: readonly string[]
}

/**
 * Puts the marks of a block between brackets. Marks may overlap: the bracket that closes one of several says which.
 * The brackets are punctuation while Markdown is written, so that emphasis next to them opens and closes.
 */
export function bracketed(
  { text, marks }: Inline,
  numbered: readonly Numbered[],
  { open, close }: Brackets,
): Bracketed {
  const whole = numbered
    .map((mark) => ({ ...mark, start: between(text, mark.start), end: between(text, mark.end) }))
    .filter(({ start, end }) => start < end)
  const offsets = [...new Set(whole.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const behind: string[] = []
  const shifts: { readonly at: number; readonly closed: number; readonly all: number }[] = []
  let active: readonly Numbered[] = []
  let made = ''
  let from = 0
  for (const at of offsets) {
    made += text.slice(from, at)
    from = at
    const ending = active.filter(({ end }) => end === at).reverse()
    for (const { number } of ending) {
      behind.push(active.length > 1 ? raised(number) : '')
      active = active.filter((mark) => mark.number !== number)
    }
    const starting = whole.filter(({ start }) => start === at).sort((a, b) => a.number - b.number)
    for (const { number } of starting) behind.push(`[^${number}]`)
    active = [...active, ...starting]
    made += close.repeat(ending.length) + open.repeat(starting.length)
    shifts.push({ at, closed: ending.length, all: ending.length + starting.length })
  }
  /** The story's own emphasis stays around its words: closing brackets before it stay outside, opening ones too. */
  const moved = (offset: number, isEnd: boolean): number =>
    shifts.reduce(
      (sum, { at, closed, all }) => sum + (at < offset ? all : at > offset ? 0 : isEnd ? closed : all),
      offset,
    )
  const own = marks.map(
    (mark): LocalMark => ({ ...mark, start: moved(mark.start, false), end: moved(mark.end, true) }),
  )
  return { text: made + text.slice(from), marks: own, behind }
}

/** Gives every bracket of a source what belongs to it. */
export function withNumbers(source: string, behind: readonly string[], { open, close }: Brackets): string {
  let next = 0
  return source.replace(new RegExp(`[${open}${close}]`, 'g'), (bracket) => bracket + (behind[next++] ?? ''))
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function raised(number: number): string {
  return [...String(number)].map((digit) => RAISED.charAt(Number(digit))).join('')
}

/** Never between the halves of a character. */
function between(text: string, offset: number): number {
  const isInside =
    /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset))
  return isInside ? offset + 1 : offset
}
