import type { EditorState, Transaction } from 'prosemirror-state'
import { PluginKey } from 'prosemirror-state'
import type { Annotation, Place, PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import { passes } from '../../shared/annotation/filter.ts'
import type { AnnotationId, TagId, TextOffset } from '../../shared/units.ts'
import { type AnnotationSet, advance, annotationSet, receive, settle, shift } from './annotation-set.ts'
import { AnnotationStep } from './annotation-step.ts'
import { applyEdit } from './apply-edit.ts'
import { deriveDrift } from './drift.ts'
import type { Shown } from './handle.ts'
import type { TypingRun } from './losses.ts'
import { PlaceStep } from './place-step.ts'
import { hullOf, positionsOf, type TextChange, textChanges } from './positions.ts'
import { docText } from './story-doc.ts'
import { startsEditing } from './story-state.ts'

/** What the annotation plugin keeps beside the document. */
export interface AnnotationState {
  readonly set: AnnotationSet
  /** The one that keys act on; always in the set, its layer shown. The filter does not hold it back. */
  readonly active: AnnotationId | null
  /** Which marks can be seen: see {@link isVisible}. */
  readonly shown: Shown
  /** `T` was pressed: the next digit changes the tag of the active one. */
  readonly retagging: boolean
  /** Each selection is tagged with this tag at once; null: none is armed. Never while the text is edited. */
  readonly armed: TagId | null
  /** The tag that was set last; null: none was. */
  readonly lastTag: TagId | null
  /** The arrows move this border of the active one; null: they move the caret. */
  readonly border: 'start' | 'end' | null
  /** Another number whenever something else than a move of the border was done: moves under one number are one undo step. */
  readonly borderRun: number
  /** Place again was chosen: the next Enter with a selection places this annotation; always in the set. */
  readonly placing: AnnotationId | null
  /** Words of marks are being typed over; null: not now. */
  readonly run: TypingRun | null
}

/** What a transaction can say to the plugin beside its steps. All of it is outside undo. */
export interface AnnotationMeta {
  readonly receive?: { readonly put: readonly Annotation[]; readonly removed: readonly AnnotationId[] }
  readonly active?: AnnotationId | null
  readonly shown?: Shown
  readonly retagging?: boolean
  readonly armed?: TagId | null
  readonly lastTag?: TagId | null
  readonly border?: 'start' | 'end' | null
  /** It is a move of that border by a key. */
  readonly borderMove?: true
  readonly placing?: AnnotationId | null
  readonly run?: TypingRun | null
  /** Marks look otherwise than before, though nothing of them changed. */
  readonly redraw?: true
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

export function startState(annotations: readonly Annotation[], shown: Shown): AnnotationState {
  return {
    set: annotationSet(annotations),
    active: null,
    shown,
    retagging: false,
    armed: null,
    lastTag: null,
    border: null,
    borderRun: 0,
    placing: null,
    run: null,
  }
}

/** First moves what is there along with the text, step by step, then takes in the news. */
export function reduce(state: AnnotationState, tr: Transaction): AnnotationState {
  const meta: AnnotationMeta = tr.getMeta(annotationKey) ?? {}
  let set =
    meta.follow === undefined
      ? followSteps(state.set, tr)
      : advance(state.set, meta.follow.changes, meta.follow.places)
  if (meta.receive !== undefined) set = receive(set, meta.receive.put, meta.receive.removed)
  const shown = meta.shown ?? state.shown
  const sight: Sight = { set, shown, active: state.active }
  const wanted = meta.active !== undefined ? meta.active : followCaret(sight, tr)
  const active = wanted !== null && canBeActive(sight, wanted) ? wanted : null
  const stays = active !== null && active === state.active
  const typing = startsEditing(tr)
  const asked = meta.placing === undefined ? state.placing : meta.placing
  // Going elsewhere, or any other step, ends it.
  const goesOn = tr.steps.length === 0 && !tr.selectionSet
  const next: AnnotationState = {
    set,
    active,
    shown,
    retagging: stays && (meta.retagging ?? state.retagging),
    armed: typing ? null : meta.armed !== undefined ? meta.armed : state.armed,
    lastTag: meta.lastTag !== undefined ? meta.lastTag : state.lastTag,
    border: typing || !stays ? null : borderOf(state, meta, tr),
    borderRun:
      meta.borderMove !== true && (tr.steps.length > 0 || meta.border)
        ? state.borderRun + 1
        : state.borderRun,
    placing: asked !== null && set.byId.get(asked) !== undefined ? asked : null,
    run: meta.run !== undefined ? meta.run : goesOn ? state.run : null,
  }
  return meta.redraw !== true && isSame(state, next) ? state : next
}

function isSame(a: AnnotationState, b: AnnotationState): boolean {
  return (
    a.set === b.set &&
    a.active === b.active &&
    a.shown === b.shown &&
    a.retagging === b.retagging &&
    a.armed === b.armed &&
    a.lastTag === b.lastTag &&
    a.border === b.border &&
    a.borderRun === b.borderRun &&
    a.placing === b.placing &&
    a.run === b.run
  )
}

/** Who goes elsewhere with the caret wants it to be moved by the arrows. */
function borderOf(state: AnnotationState, meta: AnnotationMeta, tr: Transaction): AnnotationState['border'] {
  if (meta.border !== undefined) return meta.border
  return tr.selectionSet ? null : state.border
}

/** Every annotation that a person changed with this transaction. Those that only moved with the text are not. */
export function touchedBy(tr: Transaction): ReadonlySet<AnnotationId> {
  const ids = new Set<AnnotationId>()
  for (const step of tr.steps) {
    if (step instanceof AnnotationStep) for (const { id } of step.edits) ids.add(id)
  }
  return ids
}

/** What it takes to say which marks can be seen. */
export type Sight = Pick<AnnotationState, 'set' | 'shown' | 'active'>

/**
 * In a layer that is switched on, let through by the filter, and marks are shown at all. The active one is past the
 * filter: what was just made, or was just given another tag, does not vanish under the hands.
 */
export function isVisible({ shown, active }: Omit<Sight, 'set'>, annotation: Annotation): boolean {
  if (shown.none || shown.hidden.has(annotation.creator)) return false
  return annotation.id === active || passes(shown.filter, annotation)
}

/**
 * The active one goes with the caret: the one that was active while keys keep the caret in it, else the shortest
 * there; a click always takes the shortest. With a selection only the mark that covers exactly it stays active, so that Delete never removes
 * something else than what is seen selected.
 */
function followCaret(sight: Sight, tr: Transaction): AnnotationId | null {
  const { set, active } = sight
  if (!tr.selectionSet) return active
  const { selection } = tr
  const positions = positionsOf(tr.doc)
  if (selection.empty) {
    const here = marksAt(sight, positions.offsetAt(selection.head))
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
export function marksAt(sight: Sight, offset: TextOffset): readonly PlacedAnnotation[] {
  const { placed } = sight.set
  const visible = (mark: PlacedAnnotation) => isVisible(sight, mark)
  const holding = placed.at(offset).filter(visible)
  const found =
    holding.length > 0 || offset === 0
      ? holding
      : placed.at(offset - 1).filter((mark) => mark.span.end === offset && visible(mark))
  const length = ({ span }: PlacedAnnotation) => span.end - span.start
  return [...found].sort((a, b) => length(a) - length(b))
}

/** In the set, its layer switched on, marks shown: being the active one takes it past the filter. */
function canBeActive({ set, shown }: Sight, id: AnnotationId): boolean {
  const annotation = set.byId.get(id)
  return annotation !== undefined && !shown.none && !shown.hidden.has(annotation.creator)
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
