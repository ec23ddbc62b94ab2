import { type BlockContent, markNames, stretchOf } from './block-contents.ts'
import type { Leaf } from './markdown-leaves.ts'
import { type PhrasingStyle, writePhrasing } from './markdown-phrasing.ts'
import { type InlineNode, type UnitMap, unitsOf } from './markdown-units.ts'

/** What to put in the place of a range of the source. */
export interface Patch {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A changed block of running text: where its words stood, what they were and what they are to be. */
export interface Change {
  readonly source: string
  readonly leaf: Leaf
  /** Which of the leaf's blocks with words it is, from 0. */
  readonly nth: number
  readonly old: BlockContent
  readonly edited: BlockContent
}

const styles: readonly Pick<PhrasingStyle, 'emphasis' | 'cutsAddresses'>[] = [
  { emphasis: '*', cutsAddresses: false },
  { emphasis: '_', cutsAddresses: false },
  { emphasis: '*', cutsAddresses: true },
]

/**
 * Ways to write a change into its source, the smallest first: only the words that changed; the words and the
 * markup that they touch; all words of the block.
 */
export function rewrites(change: Change): readonly Patch[] {
  const { source, leaf, nth, old, edited } = change
  const units = unitsOf(source, leaf, old.text, nth)
  if (units === null) return []
  const difference = differenceOf(old, edited)
  return [
    ...slicesOf(change, units, difference),
    ...styles.flatMap((style) => coverOf(change, units, difference, style)),
    ...styles.flatMap((style) => coverOf(change, units, difference, style, true)),
  ]
}

/**
 * The source of a stretch of a block that is cut in words, not in markup, as it stands there.
 * @returns null: it cannot be cut out
 */
export function sourceOfStretch(
  source: string,
  leaf: Leaf,
  text: string,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } | null {
  const units = leaf.blocks.length === 1 ? unitsOf(source, leaf, text) : null
  if (units === null) return null
  const covered = units.nodes.filter((node) => node.start < end && node.end > start)
  const whole = covered.every((node) => node.isText || (node.start >= start && node.end <= end))
  const [first] = covered
  const last = covered.at(-1)
  if (!whole || first === undefined || last === undefined) return null
  const from = first.isText ? units.from[start] : first.from
  const to = last.isText ? units.to[end - 1] : last.to
  return from === undefined || to === undefined || from < 0 || to < from ? null : { from, to }
}

/** The units that differ: `start` to `oldEnd` were replaced by `start` to `end`. */
interface Difference {
  readonly start: number
  readonly oldEnd: number
  readonly end: number
}

function differenceOf(old: BlockContent, edited: BlockContent): Difference {
  const before = markNames(old)
  const after = markNames(edited)
  const same = (i: number, j: number) => old.text[i] === edited.text[j] && before[i] === after[j]
  const shorter = Math.min(old.text.length, edited.text.length)
  let start = 0
  while (start < shorter && same(start, start)) start++
  if (isInsidePair(old.text, start) || isInsidePair(edited.text, start)) start--
  let oldEnd = old.text.length
  let end = edited.text.length
  while (oldEnd > start && end > start && same(oldEnd - 1, end - 1)) {
    oldEnd--
    end--
  }
  if (isInsidePair(old.text, oldEnd) || isInsidePair(edited.text, end)) {
    oldEnd++
    end++
  }
  return { start, oldEnd, end }
}

function isInsidePair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
}

/** The words alone, where all of them stand in one run of words of the source. */
function slicesOf(change: Change, units: UnitMap, difference: Difference): readonly Patch[] {
  const { source, old, edited } = change
  const { start, oldEnd, end } = difference
  const before = markNames(old)
  const after = markNames(edited)
  const inserted = edited.text.slice(start, end)
  const wanted = new Set<string>()
  for (let at = start; at < end; at++) if (!/\s/.test(edited.text.charAt(at))) wanted.add(after[at] ?? '')
  for (let at = start; at < oldEnd; at++) if (!/\s/.test(old.text.charAt(at))) wanted.add(before[at] ?? '')
  if (wanted.size > 1 || inserted.includes('\n')) return []
  const [name] = wanted
  const isCode = name?.includes('code ') === true
  if (isCode && inserted.includes('`')) return []
  return rangesOf(units, difference, (at) => name === undefined || before[at] === name).map(
    ({ from, to }) => {
      if (isCode) return { from, to, text: inserted }
      const style = styleAt(change, from, to, { emphasis: '*', cutsAddresses: false })
      const text = writePhrasing({ text: inserted, marks: [] }, style)
      const opensLink = source[to] === '[' && text.endsWith('!') && !text.endsWith('\\!')
      return { from, to, text: opensLink ? `${text.slice(0, -1)}\\!` : text }
    },
  )
}

/** Where the words that differ stand; for words that came in, behind the unit before and before the one behind. */
function rangesOf(
  units: UnitMap,
  { start, oldEnd }: Difference,
  fits: (unit: number) => boolean,
): readonly { readonly from: number; readonly to: number }[] {
  const from = units.from[start]
  const to = units.to[oldEnd - 1]
  if (oldEnd > start) {
    const isOnePiece = units.piece[start] === units.piece[oldEnd - 1]
    return isOnePiece && from !== undefined && to !== undefined && from >= 0 && to >= from
      ? [{ from, to }]
      : []
  }
  const places = [fits(start - 1) ? units.to[start - 1] : undefined, fits(start) ? from : undefined]
  return places.flatMap((at) => (at === undefined || at < 0 ? [] : [{ from: at, to: at }]))
}

/** The words and the outermost markup that they touch. Nothing where that would lose what is not shown. */
function coverOf(
  change: Change,
  units: UnitMap,
  difference: Difference,
  style: Pick<PhrasingStyle, 'emphasis' | 'cutsAddresses'>,
  all = false,
): readonly Patch[] {
  const { old, edited } = change
  const { start, oldEnd } = all ? { start: 0, oldEnd: old.text.length } : difference
  const touched = all
    ? units.nodes
    : units.nodes.filter((node) => {
        const overlaps = node.start < oldEnd && node.end > start
        return overlaps || (node.start < start && node.end > start)
      })
  const isGone = (node: InlineNode) =>
    node.start >= difference.start && node.end <= difference.oldEnd && node.end > node.start
  if (touched.some((node) => node.hides && !isGone(node))) return []
  const whole = all ? touched : touched.filter(({ isText }) => !isText)
  const from = Math.min(start, ...whole.map((node) => node.start))
  const to = Math.max(oldEnd, ...whole.map((node) => node.end))
  const range = rangeOf(units, touched, from, to, all)
  if (range === null) return []
  const end = edited.text.length - (old.text.length - to)
  const place = styleAt(change, range.from, range.to, style)
  return [{ ...range, text: writePhrasing(stretchOf(edited, from, end), place) }]
}

function rangeOf(
  units: UnitMap,
  touched: readonly InlineNode[],
  start: number,
  end: number,
  all: boolean,
): { readonly from: number; readonly to: number } | null {
  const [first] = touched
  const last = touched.at(-1)
  let from: number | undefined
  let to: number | undefined
  if (first === undefined || last === undefined) {
    const before = units.nodes.findLast((node) => node.end === start && node.end > node.start)
    from = before === undefined ? units.nodes[0]?.from : before.isText ? units.to[start - 1] : before.to
    to = from
  } else {
    from = all || !first.isText ? first.from : units.from[start]
    to = all || !last.isText ? last.to : end === start ? from : units.to[end - 1]
  }
  return from === undefined || to === undefined || from < 0 || to < from ? null : { from, to }
}

function styleAt(
  { source, leaf }: Change,
  from: number,
  to: number,
  style: Pick<PhrasingStyle, 'emphasis' | 'cutsAddresses'>,
): PhrasingStyle {
  const line = source.slice(source.lastIndexOf('\n', from - 1) + 1, from)
  const isClosed = /^#{1,6}(?:[ \t]|$)/.test(source.slice(leaf.start, leaf.start + 8))
  const inHeading = leaf.node.type === 'heading' && isClosed
  const isFirst = source.slice(leaf.start, from).trim() === ''
  return {
    before: source.slice(leaf.start, from),
    after: source.slice(to, leaf.end),
    startsLine: !inHeading && (isFirst || /^[\s>]*$/.test(line)),
    inHeading,
    lineBreak: inHeading ? '\n' : `\\\n${leaf.path.at(-1)?.rest ?? ''}`,
    ...style,
  }
}
