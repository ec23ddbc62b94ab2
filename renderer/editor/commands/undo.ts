import { redoNoScroll, undoNoScroll } from 'prosemirror-history'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { Tag } from '../../../shared/tags.ts'
import { annotationsOf, reduce, tell, touchedBy } from '../annotation-state.ts'
import { type AnnotationEdit, AnnotationStep } from '../annotation-step.ts'
import type { EditorContext } from '../context.ts'
import { PlaceStep } from '../place-step.ts'
import { placeCaret } from '../selection.ts'
import { timeline } from '../timeline.ts'
import { nameEdits } from '../words.ts'

export const undoLast = (context: EditorContext): Command => travel(context, undoNoScroll, undoName, 'Undid')

export const redoLast = (context: EditorContext): Command => travel(context, redoNoScroll, redoName, 'Redid')

/** What undo would take back, e.g. "Tag fact"; null: nothing. */
export function undoName(state: EditorState, tags: readonly Tag[]): string | null {
  return nameOnce(undoNames, state, () => {
    const tr = pending(state, undoNoScroll)
    return tr && nameOf(tr, true, tags)
  })
}

/** What redo would do again; null: nothing. */
export function redoName(state: EditorState, tags: readonly Tag[]): string | null {
  return nameOnce(redoNames, state, () => {
    const tr = pending(state, redoNoScroll)
    return tr && nameOf(tr, false, tags)
  })
}

type Names = WeakMap<object, string | null>
const undoNames: Names = new WeakMap()
const redoNames: Names = new WeakMap()

/** Finding a name means making the transaction, which may be a long one: once for each state of the history. */
function nameOnce(names: Names, state: EditorState, find: () => string | null): string | null {
  const past: object | undefined = timeline.getState(state)
  const known = past && names.get(past)
  if (known !== undefined) return known
  const name = find()
  if (past !== undefined) names.set(past, name)
  return name
}

/** An act by its name, annotations by what was done to them, all else is typing. */
function nameOf(tr: Transaction, inverted: boolean, tags: readonly Tag[]): string {
  for (const step of tr.steps) if (step instanceof PlaceStep && step.act !== null) return step.act
  const edits = editsOf(tr, inverted)
  return edits.length > 0 ? nameEdits(edits, tags) : 'Typing'
}

/** Goes back or forth by one step, shows where, and says what it did. */
function travel(
  context: EditorContext,
  command: Command,
  nameOfNext: (state: EditorState, tags: readonly Tag[]) => string | null,
  done: string,
): Command {
  return (state, dispatch) => {
    const name = nameOfNext(state, context.tags())
    if (name === null || dispatch === undefined) return name !== null
    const before = annotationsOf(state)
    const effective = command(state, (tr) => {
      const [touched] = touchedBy(tr)
      const after = touched === undefined ? before : reduce(before, tr)
      // Who moves a border and went too far goes on with the arrows.
      const border = touched === before.active ? before.border : null
      const place = touched === undefined ? null : (after.set.byId.get(touched)?.span ?? null)
      // The history remembers where the caret was then, which need not be where something happens now.
      const shown = place === null ? tr.scrollIntoView() : placeCaret(tr, place[border ?? 'start'])
      dispatch(touched === undefined ? shown : tell(shown, { active: touched, border }))
      const nothing = touched !== undefined && after.set === before.set
      context.say(nothing ? `${name} was changed elsewhere since and stays` : `${done}: ${name}`)
    })
    return effective
  }
}

/** The transaction that undo or redo would make, without making it. */
function pending(state: EditorState, command: Command): Transaction | null {
  let found: Transaction | null = null
  command(state, (tr) => {
    found = tr
  })
  return found
}

/** The edits of a transaction; `inverted`: the ones it takes back. */
function editsOf(tr: Transaction, inverted: boolean): readonly AnnotationEdit[] {
  return tr.steps.flatMap((step) => {
    if (!(step instanceof AnnotationStep)) return []
    return inverted ? step.invert().edits : step.edits
  })
}
