import type { EditorState, Transaction } from 'prosemirror-state'
import { PluginKey } from 'prosemirror-state'
import type { Annotation, Place, PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import type { AnnotationId, AnnotatorId, TextOffset } from '../../shared/units.ts'
import { type AnnotationSet, advance, annotationSet, receive, settle, shift } from './annotation-set.ts'
import { AnnotationStep } from './annotation-step.ts'
import { applyEdit } from './apply-edit.ts'
import { deriveDrift } from './drift.ts'
import type { TypingRun } from './losses.ts'
import { PlaceStep } from './place-step.ts'
import { hullOf, positionsOf, type TextChange, textChanges } from './positions.ts'
import { docText } from './story-doc.ts'

/** What the annotation plugin keeps beside the document. */
export interface AnnotationState {
  readonly set: AnnotationSet
  /** The one that keys act on; always in the set and its layer shown. */
  readonly active: AnnotationId | null
  /** Layers that are switched off. */
  readonly hidden: ReadonlySet<AnnotatorId>
  /** `T` was pressed: the next digit changes the tag of the active one. */
  readonly retagging: boolean
  /** Place again was chosen: the next Enter with a selection places this annotation; always in the set. */
  readonly placing: AnnotationId | null
  /** Words of marks are being typed over; null: not now. */
  readonly run: TypingRun | null
}

/** What a transaction can say to the plugin beside its steps. All of it is outside undo. */
export interface AnnotationMeta {
  readonly receive?: { readonly put: readonly Annotation[]; readonly removed: readonly AnnotationId[] }
  readonly active?: AnnotationId | null
  readonly hidden?: ReadonlySet<AnnotatorId>
  readonly retagging?: boolean
  readonly placing?: AnnotationId | null
  readonly run?: TypingRun | null
  /** One slice of another text that is being shown: what its steps did, and places that are known by then. */
  readonly follow?: { readonly changes: readonly TextChange[]; readonly places: readonly Place[] }
}

export const annotationKey = new PluginKey<AnnotationState>('galley-annotations')

/** The annotations of an editor state. @throws RangeError if the plugin is missing. */
export function annotationsOf(state: EditorState): AnnotationState {
  const found = annotationKey.getState(state)
  if (found === undefined) throw new RangeError('this editor state has no annotation plugin')
  return found
}

/** Adds to what the transaction says to the plugin. */
export function tell(tr: Transaction, meta: AnnotationMeta): Transaction {
  const said: AnnotationMeta | undefined = tr.getMeta(annotationKey)
  return tr.setMeta(annotationKey, { ...said, ...meta })
}

export function startState(
  annotations: readonly Annotation[],
  hidden: ReadonlySet<AnnotatorId>,
): AnnotationState {
  return { set: annotationSet(annotations), active: null, hidden, retagging: false, placing: null, run: null }
}

/** First moves what is there along with the text, step by step, then takes in the news. */
export function reduce(state: AnnotationState, tr: Transaction): AnnotationState {
  const meta: AnnotationMeta = tr.getMeta(annotationKey) ?? {}
  let set =
    meta.follow === undefined
      ? followSteps(state.set, tr)
      : advance(state.set, meta.follow.changes, meta.follow.places)
  if (meta.receive !== undefined) set = receive(set, meta.receive.put, meta.receive.removed)
  const hidden = meta.hidden ?? state.hidden
  const wanted = meta.active !== undefined ? meta.active : followCaret(set, hidden, state.active, tr)
  const active = wanted !== null && isShown(set, hidden, wanted) ? wanted : null
  const retagging = active !== null && active === state.active && (meta.retagging ?? state.retagging)
  const asked = meta.placing === undefined ? state.placing : meta.placing
  const placing = asked !== null && set.byId.get(asked) !== undefined ? asked : null
  // Going elsewhere, or any other step, ends it.
  const goesOn = tr.steps.length === 0 && !tr.selectionSet
  const run = meta.run !== undefined ? meta.run : goesOn ? state.run : null
  const same =
    set === state.set &&
    hidden === state.hidden &&
    active === state.active &&
    retagging === state.retagging &&
    placing === state.placing &&
    run === state.run
  return same ? state : { set, active, hidden, retagging, placing, run }
}

/** Every annotation that a person changed with this transaction. Those that only moved with the text are not. */
export function touchedBy(tr: Transaction): ReadonlySet<AnnotationId> {
  const ids = new Set<AnnotationId>()
  for (const step of tr.steps) {
    if (step instanceof AnnotationStep) for (const { id } of step.edits) ids.add(id)
  }
  return ids
}

/** In a layer that is switched on. */
export function isVisible(state: AnnotationState, annotation: Annotation): boolean {
  return !state.hidden.has(annotation.creator)
}

/**
 * The active one goes with the caret: the one that was active while keys keep the caret in it, else the shortest
 * there; a click always takes the shortest. With a selection only the mark that covers exactly it stays active, so that Delete never removes
 * something else than what is seen selected.
 */
function followCaret(
  set: AnnotationSet,
  hidden: ReadonlySet<AnnotatorId>,
  active: AnnotationId | null,
  tr: Transaction,
): AnnotationId | null {
  if (!tr.selectionSet) return active
  const { selection } = tr
  const positions = positionsOf(tr.doc)
  if (selection.empty) {
    const here = marksAt(set, hidden, positions.offsetAt(selection.head))
    // ProseMirror's own word for a selection that a pointer made.
    const kept = tr.getMeta('pointer') === true ? undefined : here.find((mark) => mark.id === active)
    return (kept ?? here[0])?.id ?? null
  }
  const known = active === null ? undefined : set.byId.get(active)
  const span = positions.spanOf(selection.from, selection.to)
  const exact = known?.span?.start === span?.start && known?.span?.end === span?.end
  return exact ? active : null
}

/** Visible marks that hold an offset, else those that end there; the shortest first. */
export function marksAt(
  set: AnnotationSet,
  hidden: ReadonlySet<AnnotatorId>,
  offset: TextOffset,
): readonly PlacedAnnotation[] {
  const shown = (mark: PlacedAnnotation) => !hidden.has(mark.creator)
  const holding = set.placed.at(offset).filter(shown)
  const found =
    holding.length > 0 || offset === 0
      ? holding
      : set.placed.at(offset - 1).filter((mark) => mark.span.end === offset && shown(mark))
  const length = ({ span }: PlacedAnnotation) => span.end - span.start
  return [...found].sort((a, b) => length(a) - length(b))
}

function isShown(set: AnnotationSet, hidden: ReadonlySet<AnnotatorId>, id: AnnotationId): boolean {
  const annotation = set.byId.get(id)
  return annotation !== undefined && !hidden.has(annotation.creator)
}

function followSteps(set: AnnotationSet, tr: Transaction): AnnotationSet {
  if (tr.steps.length === 0) return set
  const named: AnnotationId[] = []
  // Words that were replaced with the same words changed nothing.
  const edited = !tr.doc.eq(tr.before)
  const moved = tr.steps.reduce((next, step, i) => {
    const before = tr.docs[i] ?? tr.doc
    if (step instanceof AnnotationStep) {
      // One that is made again may meet other words than it had.
      for (const edit of step.edits) if (edit.before === null) named.push(edit.id)
      return step.edits.reduce((known, edit) => applyEdit(known, edit, before), next)
    }
    if (step instanceof PlaceStep) {
      named.push(...step.ids)
      return settle(next, step.placesIn(next, positionsOf(before)))
    }
    return edited ? shift(next, textChanges(tr, i)) : next
  }, set)
  if (!edited && named.length === 0) return moved
  return deriveDrift(moved, docText(tr.doc), edited ? hullOf(textChanges(tr)) : null, named)
}
