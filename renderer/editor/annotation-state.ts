import type { EditorState, Transaction } from 'prosemirror-state'
import { PluginKey } from 'prosemirror-state'
import type { Annotation, PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import type { AnnotationId, AnnotatorId, TextOffset } from '../../shared/units.ts'
import { type AnnotationSet, annotationSet, put, receive, remove, shift } from './annotation-set.ts'
import { type AnnotationEdit, AnnotationStep, annotationOf } from './annotation-step.ts'
import { mergeContent, sameContent } from './content.ts'
import { type PositionTable, positionsOf, textChanges } from './positions.ts'

/** What the annotation plugin keeps beside the document. */
export interface AnnotationState {
  readonly set: AnnotationSet
  /** The one that keys act on; always in the set and its layer shown. */
  readonly active: AnnotationId | null
  /** Layers that are switched off. */
  readonly hidden: ReadonlySet<AnnotatorId>
  /** `T` was pressed: the next digit changes the tag of the active one. */
  readonly retagging: boolean
}

/** What a transaction can say to the plugin beside its steps. All of it is outside undo. */
export interface AnnotationMeta {
  readonly receive?: { readonly put: readonly Annotation[]; readonly removed: readonly AnnotationId[] }
  readonly active?: AnnotationId | null
  readonly hidden?: ReadonlySet<AnnotatorId>
  readonly retagging?: boolean
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
  return { set: annotationSet(annotations), active: null, hidden, retagging: false }
}

/** First moves what is there along with the text, step by step, then takes in the news. */
export function reduce(state: AnnotationState, tr: Transaction): AnnotationState {
  const meta: AnnotationMeta = tr.getMeta(annotationKey) ?? {}
  let set = followSteps(state.set, tr)
  if (meta.receive !== undefined) set = receive(set, meta.receive.put, meta.receive.removed)
  const hidden = meta.hidden ?? state.hidden
  const wanted = meta.active !== undefined ? meta.active : followCaret(set, hidden, state.active, tr)
  const active = wanted !== null && isShown(set, hidden, wanted) ? wanted : null
  const retagging = active !== null && active === state.active && (meta.retagging ?? state.retagging)
  const same =
    set === state.set && hidden === state.hidden && active === state.active && retagging === state.retagging
  return same ? state : { set, active, hidden, retagging }
}

/** Every annotation that steps of the transaction touched. */
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
  if (!tr.steps.some((step) => step instanceof AnnotationStep)) return shift(set, textChanges(tr))
  return tr.steps.reduce((next, step, i) => {
    const before = tr.docs[i] ?? tr.doc
    if (step instanceof AnnotationStep) {
      return step.edits.reduce((known, edit) => applyEdit(known, edit, positionsOf(before)), next)
    }
    return shift(next, textChanges(tr, i))
  }, set)
}

/**
 * One edit on today's set. A creation or deletion takes effect as it is; a change touches only what it changed
 * and only where nobody else has changed the same since, so undoing my tag never takes back a colleague's or my
 * other computer's note. What was deleted elsewhere stays deleted.
 */
function applyEdit(set: AnnotationSet, edit: AnnotationEdit, positions: PositionTable): AnnotationSet {
  const { before, after } = edit
  if (after === null) return remove(set, edit.id)
  const current = set.byId.get(edit.id)
  const wanted = annotationOf(after, positions)
  if (before === null) {
    return put(set, { ...wanted, revision: Math.max(wanted.revision, current?.revision ?? 0) })
  }
  if (current === undefined) return set
  const known = annotationOf(before, positions)
  const content = mergeContent(current, known, wanted)
  const span = sameSpan(known, current) ? wanted.span : current.span
  const settled = current.alternatives.length === 0
  const nothing = sameContent(content, current) && sameSpan({ span }, current) && settled
  const changed = { ...current, ...content, span, modified: wanted.modified, alternatives: [] }
  return nothing ? set : put(set, changed)
}

function sameSpan(a: Pick<Annotation, 'span'>, b: Pick<Annotation, 'span'>): boolean {
  return a.span?.start === b.span?.start && a.span?.end === b.span?.end
}
