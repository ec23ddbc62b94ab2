import { redoNoScroll, undoNoScroll } from 'prosemirror-history'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { Tag } from '../../../shared/tags.ts'
import { annotationsOf, reduce, tell, touchedBy } from '../annotation-state.ts'
import { type AnnotationEdit, AnnotationStep } from '../annotation-step.ts'
import type { EditorContext } from '../context.ts'
import { placeCaret } from '../selection.ts'
import { nameEdits } from '../words.ts'

export const undoLast = (context: EditorContext): Command => travel(context, undoNoScroll, undoName, 'Undid')

export const redoLast = (context: EditorContext): Command => travel(context, redoNoScroll, redoName, 'Redid')

/** What undo would take back, e.g. "Tag fact"; null: nothing. */
export function undoName(state: EditorState, tags: readonly Tag[]): string | null {
  const tr = pending(state, undoNoScroll)
  return tr && nameEdits(editsOf(tr, true), tags)
}

/** What redo would do again; null: nothing. */
export function redoName(state: EditorState, tags: readonly Tag[]): string | null {
  const tr = pending(state, redoNoScroll)
  return tr && nameEdits(editsOf(tr, false), tags)
}

/** Goes back or forth by one step, shows where, and says what it did. */
function travel(
  context: EditorContext,
  command: Command,
  nameOf: (state: EditorState, tags: readonly Tag[]) => string | null,
  done: string,
): Command {
  return (state, dispatch) => {
    const name = nameOf(state, context.tags)
    if (name === null || dispatch === undefined) return name !== null
    const before = annotationsOf(state)
    const effective = command(state, (tr) => {
      const [touched] = touchedBy(tr)
      const after = reduce(before, tr)
      const place = touched === undefined ? null : (after.set.byId.get(touched)?.span ?? null)
      // The history remembers where the caret was then, which need not be where something happens now.
      const shown = place === null ? tr.scrollIntoView() : placeCaret(tr, place.start)
      dispatch(touched === undefined ? shown : tell(shown, { active: touched }))
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
