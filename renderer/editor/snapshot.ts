import type { EditorState } from 'prosemirror-state'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { AnnotationChange } from '../../shared/desk/contract.ts'
import type { Tag } from '../../shared/tags.ts'
import type { AnnotationId } from '../../shared/units.ts'
import type { EditorSnapshot } from '../state/model.ts'
import { type AnnotationSet, inReadingOrder } from './annotation-set.ts'
import { annotationsOf } from './annotation-state.ts'
import { redoName, undoName } from './commands/undo.ts'
import { contentOf } from './content.ts'
import { foundIn } from './find.ts'
import { jumpStateOf } from './jump-state.ts'
import { caretOf, selectedSpan } from './selection.ts'
import { storyOf, storyStateOf } from './story-state.ts'

/** What the window shows of an editor state. */
export function snapshotOf(state: EditorState, tags: readonly Tag[]): EditorSnapshot {
  return withOrder(annotationsOf(state).set, restOf(state, tags))
}

type Rest = Omit<EditorSnapshot, 'annotations' | 'contents'>

const sets = new WeakMap<EditorSnapshot, AnnotationSet>()

/** All annotations are put in order when somebody asks for all of them: not at each key. */
function withOrder(set: AnnotationSet, rest: Rest): EditorSnapshot {
  const snapshot = {
    ...rest,
    get annotations() {
      return orderOf(set)
    },
    get contents() {
      return set.contents()
    },
  }
  sets.set(snapshot, set)
  return snapshot
}

function restOf(state: EditorState, tags: readonly Tag[]): Rest {
  const { active, retagging, placing, armed, lastTag, border } = annotationsOf(state)
  return {
    active,
    selection: selectedSpan(state),
    caret: caretOf(state),
    undo: undoName(state, tags),
    redo: redoName(state, tags),
    mode: storyStateOf(state).mode,
    placing,
    story: storyOf(state),
    retagging,
    armed,
    lastTag,
    border,
    jump: jumpStateOf(state).waiting?.jump ?? null,
    find: foundIn(state),
  }
}

/** The next snapshot after a transaction; the old one itself where nothing of it changed. */
export function nextSnapshot(old: EditorSnapshot, state: EditorState, tags: readonly Tag[]): EditorSnapshot {
  const { set } = annotationsOf(state)
  const next = restOf(state, tags)
  const selection =
    old.selection?.start === next.selection?.start && old.selection?.end === next.selection?.end
      ? old.selection
      : next.selection
  const find =
    old.find?.query === next.find?.query &&
    old.find?.count === next.find?.count &&
    old.find?.current === next.find?.current
      ? old.find
      : next.find
  const same =
    sets.get(old) === set &&
    old.active === next.active &&
    old.selection === selection &&
    old.caret === next.caret &&
    old.undo === next.undo &&
    old.redo === next.redo &&
    old.mode === next.mode &&
    old.placing === next.placing &&
    old.story === next.story &&
    old.retagging === next.retagging &&
    old.armed === next.armed &&
    old.lastTag === next.lastTag &&
    old.border === next.border &&
    old.jump === next.jump &&
    old.find === find
  return same ? old : withOrder(set, { ...next, selection, find })
}

/**
 * What has to be saved after a person's transaction touched some annotations. Those that only moved with the text
 * are saved with it.
 * @param text the story text after it
 */
export function changesBetween(
  before: AnnotationSet,
  after: AnnotationSet,
  touched: Iterable<AnnotationId>,
  text: string,
): readonly AnnotationChange[] {
  const changes: AnnotationChange[] = []
  for (const id of touched) {
    const was = before.byId.get(id)
    const is = after.byId.get(id)
    if (is === was) continue
    if (is === undefined) changes.push({ kind: 'delete', id })
    else {
      // With its place, so that it can be made again if it was deleted elsewhere. Where the desk has it at this
      // very place, its confirmed words stay as they are.
      const content = contentOf(is)
      changes.push({ kind: 'put', id, content, span: is.span, ...confirmation(was, is, text) })
    }
  }
  return changes
}

type Confirmation = Omit<Extract<AnnotationChange, { kind: 'put' }>, 'kind' | 'id' | 'content' | 'span'>

/** An Accept or Place again confirms the words at the span; the undo of one, what was confirmed before. */
function confirmation(was: Annotation | undefined, is: Annotation, text: string): Confirmation {
  const words = is.span && text.slice(is.span.start, is.span.end)
  const quote = words === is.quote ? {} : { quote: is.quote }
  // One that is made again after its words or its sentence changed waits for a person as before.
  if (was === undefined) return is.drift === 'none' ? {} : { confirm: true, ...quote, ...sentenceOf(is) }
  const accepted = was.drift !== 'none' && is.drift === 'none' && is.span !== null
  const taken = was.drift === 'none' && is.drift === 'sentence'
  if (was.quote === is.quote && !accepted && !taken) return {}
  return { confirm: true, ...quote, ...sentenceOf(is) }
}

const sentenceOf = ({ drift }: Annotation) => (drift === 'sentence' ? { sentenceChanged: true } : {})

const orders = new WeakMap<AnnotationSet, readonly Annotation[]>()

/** The same array for the same set, so that lists need not render again. */
function orderOf(set: AnnotationSet): readonly Annotation[] {
  let order = orders.get(set)
  if (order === undefined) {
    order = inReadingOrder(set)
    orders.set(set, order)
  }
  return order
}
