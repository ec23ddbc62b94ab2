import { closeHistory, isHistoryTransaction } from 'prosemirror-history'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import type { AnnotationId, Span } from '../../shared/units.ts'
import { annotationsOf, tell } from './annotation-state.ts'
import { type Losses, lossesOf } from './losses.ts'
import { type Act, PlaceStep, type StandingPlace } from './place-step.ts'
import { type DocPos, hullOf, positionsOf, textChanges } from './positions.ts'
import { isFollowing } from './refusal.ts'
import { docText } from './story-doc.ts'
import { tidy } from './tidy.ts'

/** What a command says of its change of the text. */
interface EditMeta {
  readonly act: Act
  /** Marks that it takes along, and where they stand afterwards. */
  readonly places: readonly { readonly id: AnnotationId; readonly span: Span }[]
}

const editMeta = 'galley-edit'

/** A change that isn't typing: one undo step of its own, with a name. */
export function asAct(tr: Transaction, meta: EditMeta): Transaction {
  return closeHistory(tr.setMeta(editMeta, meta))
}

/**
 * Every transaction goes through here before it is applied. One that changes the text is put in order, and gets
 * the steps that let undo and redo bring back marks exactly.
 */
export function prepare(state: EditorState, tr: Transaction): Transaction {
  if (tr.steps.length === 0 || tr.doc === tr.before) return tr
  if (isFollowing(tr) || isHistoryTransaction(tr) || tr.doc.eq(tr.before)) return tr
  return withMarkMemory(state, tidy(tr))
}

/**
 * Puts the places of marks that lose words before the text steps, and the places of marks that take new words
 * behind them.
 */
function withMarkMemory(state: EditorState, tr: Transaction): Transaction {
  const changes = textChanges(tr).filter(({ deleted, inserted }) => deleted + inserted > 0)
  const hull = hullOf(changes)
  if (hull === null) return tr
  const { set, run } = annotationsOf(state)
  const meta: EditMeta | undefined = tr.getMeta(editMeta)
  const carried = new Map(meta?.places.map(({ id, span }) => [id, span]))
  const losses: Losses = lossesOf({
    set,
    run,
    changes,
    hull,
    before: docText(tr.before),
    after: docText(tr.doc),
    typing: meta === undefined,
    carried,
  })
  const told = tell(tr, { run: losses.run })
  if (losses.old.size === 0 && losses.placed.size === 0 && meta === undefined) return told

  const before = positionsOf(tr.before)
  const old = standingPlaces(losses.old, (span) => before.rangeOf(span))
  const ends = { from: before.posAt(asOffset(hull.at)), to: before.posAt(asOffset(hull.at + hull.deleted)) }
  const back = new PlaceStep({
    places: old,
    when: 'back',
    act: meta?.act ?? null,
    near: ends.from === ends.to ? [ends.from] : [ends.from, ends.to],
  })
  const after = positionsOf(tr.doc)
  const placed = standingPlaces(losses.placed, (span) => after.rangeOf(span))
  // What is typed behind an act is no part of it: a place far away keeps them apart.
  const near = meta === undefined ? [] : [farAway]
  const forth =
    placed.length > 0 || meta !== undefined ? [new PlaceStep({ places: placed, when: 'forth', near })] : []
  return rebuilt(state, told, [back, ...tr.steps, ...forth])
}

// The very beginning of the document, where nothing can be typed.
const farAway = 0 as DocPos

const asOffset = (value: number) => value as Span['start']

function standingPlaces(
  places: ReadonlyMap<AnnotationId, Span | null>,
  rangeOf: (span: Span) => StandingPlace['at'],
): readonly StandingPlace[] {
  return [...places].map(([id, span]) => ({ id, at: span && rangeOf(span) }))
}

/** The same transaction with other steps that lead to the same document. */
function rebuilt(state: EditorState, tr: Transaction, steps: readonly Step[]): Transaction {
  const next = state.tr
  for (const step of steps) next.step(step)
  if (tr.selectionSet) next.setSelection(tr.selection.getBookmark().resolve(next.doc))
  if (tr.storedMarksSet) next.setStoredMarks(tr.storedMarks)
  if (tr.scrolledIntoView) next.scrollIntoView()
  next.setTime(tr.time)
  // ProseMirror has no list of what was said with a transaction; it keeps it here.
  const { meta } = tr as unknown as { readonly meta: Readonly<Record<string, unknown>> }
  for (const [key, value] of Object.entries(meta)) next.setMeta(key, value)
  return next
}
