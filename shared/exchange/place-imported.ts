import { AnchorText, anchorAll } from '../anchor/anchor.ts'
import type { Clue } from '../anchor/clue.ts'
import { describeSpan, type StoredAnchor } from '../anchor/describe.ts'
import { sameWords } from '../anchor/same-words.ts'
import { CodePointIndex } from '../story/code-points.ts'
import { codePoint, type Span, textOffset } from '../units.ts'
import { contextsAt } from './contexts.ts'
import type { ImportedMark } from './imported.ts'
import { agreesAt, frameOf, isTrusted, type PositionFrame, type SaidTwice, spanAt } from './position-frame.ts'
import { positionWarnings } from './position-warnings.ts'

/** What became of one mark of another program. */
export type ImportedStanding =
  /** `anchor` describes where it stands today; `confirmed`: the words as the file has them. */
  | {
      readonly kind: 'placed'
      readonly span: Span
      readonly anchor: StoredAnchor
      readonly confirmed: string
    }
  /** Not found. `hasPosition`: the anchor's position is the file's; else it means nothing. */
  | { readonly kind: 'orphan'; readonly anchor: StoredAnchor; readonly hasPosition: boolean }
  /** Nothing that could be kept as an orphan: no words, and no position that can be used. */
  | { readonly kind: 'nowhere' }

export interface PlacedImport {
  /** In the order of the marks. */
  readonly standings: readonly ImportedStanding[]
  /** About the file as a whole, one sentence each. */
  readonly warnings: readonly string[]
}

// A place for an orphan of which only the words are known: the saved form wants one.
const NO_POSITION = { start: codePoint(0), end: codePoint(1) }

/**
 * Finds the marks of a file in a story text, by the rules for all marks (`anchor.ts`): a position is believed only
 * where the words agree, and words that stand alike in two places are an orphan.
 *
 * The unit and the beginning from which a file counts are found by its own words (`position-frame.ts`). A mark of
 * which only the position is known is taken where it lies in the text, unless the other marks of the file show that
 * its positions are not those of this text.
 *
 * @param old the text that the other program had; null: not known. Positions point into it.
 */
export function placeImported(
  marks: readonly Pick<ImportedMark, 'place'>[],
  text: string,
  old: string | null,
): PlacedImport {
  const index = new CodePointIndex(text)
  const said = marks.flatMap(({ place }) => saidTwice(place) ?? [])
  const frame = frameOf(said, text, index)
  // The words of another text carry a mark further than its positions, which point into that one.
  const isToday = old === null || old === text
  const spans = marks.map(({ place }) =>
    isToday || !place?.quote ? believed(place, frame, text, index) : null,
  )
  const left = marks.flatMap(({ place }, number) => (spans[number] === null && place?.quote ? [number] : []))
  const counting = isToday
    ? { frame, index }
    : { frame: { unit: 'code-point', shift: 0 } as const, index: new CodePointIndex(old) }
  const clues = left.map((number) => clueOf(marks[number]?.place ?? null, counting))
  const found = anchorAll(new AnchorText(text), clues, isToday ? null : old)
  left.forEach((number, i) => {
    spans[number] = found[i]?.span ?? null
  })
  const standings = marks.map(({ place }, number) =>
    standing(place, spans[number] ?? null, { text, index, frame }),
  )
  return { standings, warnings: positionWarnings(marks, standings, frame) }
}

function saidTwice(place: ImportedMark['place']): SaidTwice | null {
  if (!place?.quote || place.quote.exact === '' || place.position === null) return null
  return { exact: place.quote.exact, position: place.position }
}

/** Where the position alone tells enough; null: it does not, or there is none. */
function believed(
  place: ImportedMark['place'],
  frame: PositionFrame,
  text: string,
  index: CodePointIndex,
): Span | null {
  if (place === null || place.position === null) return null
  const said = saidTwice(place)
  // Nothing to check it by: the other marks of the file vouch for it, or at least do not speak against it.
  if (said === null)
    return frame.asked === 0 || isTrusted(frame) ? spanAt(place.position, frame, text, index) : null
  const at = agreesAt(said, frame, text, index)
  if (at === null || place.quote === null) return null
  const { agree, differ } = contextsAt(text, at, place.quote)
  if (isTrusted(frame)) return differ === 0 || agree > 0 ? at : null
  return differ === 0 && agree > 0 ? at : null
}

/** How positions are counted, and in which text. */
interface Counting {
  readonly frame: Pick<PositionFrame, 'unit' | 'shift'>
  readonly index: CodePointIndex
}

/** As the anchoring wants it, with the position in code points as far as that can be told. */
function clueOf(place: ImportedMark['place'], { frame, index }: Counting): Clue {
  const { exact, prefix, suffix } = place?.quote ?? { exact: '', prefix: '', suffix: '' }
  const position = place?.position ?? null
  if (position === null || !isRange(position)) return { exact, prefix, suffix, position: null }
  const points = (offset: number) => {
    const inside = Math.max(0, offset + frame.shift)
    return frame.unit === 'code-point' || inside > index.length
      ? inside
      : index.toCodePoint(textOffset(inside))
  }
  const [start, end] = [points(position.start), points(position.end)]
  return {
    exact,
    prefix,
    suffix,
    position: start < end ? { start: codePoint(start), end: codePoint(end) } : null,
  }
}

function standing(
  place: ImportedMark['place'],
  span: Span | null,
  { text, index, frame }: Counting & { readonly text: string },
): ImportedStanding {
  const exact = place?.quote?.exact ?? ''
  if (span !== null) {
    const anchor = describeSpan(text, span, index)
    const isSame = exact === '' || sameWords(anchor.exact, exact)
    return { kind: 'placed', span, anchor, confirmed: isSame ? anchor.exact : exact }
  }
  if (place === null || exact.trim() === '') return { kind: 'nowhere' }
  const { prefix, suffix } = place.quote ?? { prefix: '', suffix: '' }
  const position = frame.unit === 'code-point' ? storedPosition(place.position) : null
  const at = position ?? NO_POSITION
  return { kind: 'orphan', anchor: { exact, prefix, suffix, ...at }, hasPosition: position !== null }
}

function storedPosition(position: NonNullable<ImportedMark['place']>['position']) {
  if (position === null || position.unit !== 'code-point' || !isRange(position)) return null
  return { start: codePoint(position.start), end: codePoint(position.end) }
}

function isRange({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start < end
}
