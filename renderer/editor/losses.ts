import type { PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import type { AnnotationId, Span, TextOffset } from '../../shared/units.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { moveSpan, movesOf } from './moves.ts'
import type { Replaced, TextChange } from './positions.ts'
import { rescue } from './rescue.ts'

/**
 * Words of marks were typed over, and the typing goes on: what comes next belongs to those marks, too, up to as
 * many words as they lost. Without it only the first letter would.
 */
export interface TypingRun {
  /** What was typed so far, as a piece of the text. */
  readonly start: TextOffset
  readonly end: TextOffset
  /** Marks that go on with it. */
  readonly ids: readonly AnnotationId[]
  /** Words that were typed over. */
  readonly replaced: string
}

export interface LossesInput {
  readonly set: AnnotationSet
  readonly run: TypingRun | null
  /** What happens to the text, in order, and the piece that holds all of it. */
  readonly changes: readonly TextChange[]
  readonly hull: Replaced
  readonly before: string
  readonly after: string
  /** False: a cut, a paste, a move. */
  readonly typing: boolean
  /** Marks that the command itself takes along. */
  readonly carried: ReadonlyMap<AnnotationId, Span>
}

export interface Losses {
  /** Where marks stood that undoing the text alone would not bring back. */
  readonly old: ReadonlyMap<AnnotationId, Span | null>
  /** Where marks stand afterwards that moving along with the text would lose or misplace. */
  readonly placed: ReadonlyMap<AnnotationId, Span>
  readonly run: TypingRun | null
}

/** What an edit takes from the marks and gives back to them. Looks only at marks that it touches. */
export function lossesOf(input: LossesInput): Losses {
  const { set, hull, changes, carried } = input
  const old = new Map<AnnotationId, Span | null>()
  const placed = new Map<AnnotationId, Span>(carried)
  for (const id of carried.keys()) old.set(id, set.byId.get(id)?.span ?? null)
  const gone: PlacedAnnotation[] = []
  const worn: { readonly id: AnnotationId; readonly span: Span }[] = []
  for (const mark of touched(set, hull)) {
    const { lost, span } = follow(mark.span, changes)
    if (!lost || carried.has(mark.id)) continue
    old.set(mark.id, mark.span)
    if (span === null) gone.push(mark)
    else worn.push({ id: mark.id, span })
  }
  const saved = rescue(gone, input)
  for (const [id, span] of saved) placed.set(id, span)
  const run = input.typing ? (goOn(input, old, placed) ?? begin(input, worn, saved)) : null
  return { old, placed, run }
}

function touched(set: AnnotationSet, { at, deleted }: Replaced): readonly PlacedAnnotation[] {
  return deleted === 0 ? [] : set.placed.range(at, at + deleted)
}

/** Where a span goes step by step, and whether it loses words on the way. */
function follow(
  span: Span,
  changes: readonly TextChange[],
): { readonly lost: boolean; readonly span: Span | null } {
  let lost = false
  let at: Span | null = span
  for (const change of changes) {
    if (at === null) break
    lost ||= change.deleted > 0 && change.at < at.end && change.at + change.deleted > at.start
    at = moveSpan(at, movesOf([change]))
  }
  return { lost, span: at }
}

/** The typing run with this edit, if the edit goes on with it; extends its marks in `placed`. */
function goOn(
  { set, run, hull, after }: LossesInput,
  old: Map<AnnotationId, Span | null>,
  placed: Map<AnnotationId, Span>,
): TypingRun | null {
  if (run === null || hull.at < run.start || hull.at + hull.deleted !== run.end) return null
  const end = (run.end + hull.inserted - hull.deleted) as TextOffset
  const typed = typedPart(after.slice(run.start, end), run.replaced)
  if (end <= run.start || countWords(typed) > Math.max(1, countWords(run.replaced))) return null
  for (const id of run.ids) {
    const known = set.byId.get(id)?.span
    if (known === undefined || known === null || typed === '') continue
    old.set(id, known)
    const start = Math.min(known.start, run.start) as TextOffset
    placed.set(id, { start, end: (run.start + typed.length) as TextOffset })
  }
  return { ...run, end }
}

/** A run begins where typing took the last words of marks. */
function begin(
  { hull, before, after }: LossesInput,
  worn: readonly { readonly id: AnnotationId; readonly span: Span }[],
  saved: ReadonlyMap<AnnotationId, Span>,
): TypingRun | null {
  const { at, deleted, inserted } = hull
  const end = at + inserted
  if (deleted === 0 || inserted === 0 || after.slice(at, end).includes('\n')) return null
  const ids = [...saved.keys(), ...worn.filter(({ span }) => span.end === end).map(({ id }) => id)]
  if (ids.length === 0) return null
  return { start: at as TextOffset, end: end as TextOffset, ids, replaced: before.slice(at, at + deleted) }
}

/** What was typed without white space and stops at its end, unless the words before ended with such a stop. */
function typedPart(typed: string, replaced: string): string {
  const part = typed.trimEnd()
  return /[\p{L}\p{N}]$/u.test(replaced.trimEnd()) ? part.replace(/[.,;:!?…]+$/u, '') : part
}

const countWords = (text: string) => text.split(/\s+/u).filter((word) => word !== '').length
