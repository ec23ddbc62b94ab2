import type { EditorState } from 'prosemirror-state'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../../shared/units.ts'
import { annotationsOf } from '../annotation-state.ts'
import type { EditorContext } from '../context.ts'
import { annotatorOf } from '../words.ts'

const NONE = 'No annotation is under the caret; go to one first'

/** The active annotation if this person may change it; says why not, or that there is none, if `aloud`. */
export function ownActive(context: EditorContext, state: EditorState, aloud: boolean): Annotation | null {
  const { active, set } = annotationsOf(state)
  const annotation = active === null ? undefined : set.byId.get(active)
  if (annotation === undefined) {
    if (aloud) context.say(NONE)
    return null
  }
  if (annotation.creator === context.person.id) return annotation
  if (aloud) {
    const owner = annotatorOf(context.layers(), annotation.creator)
    context.say(`This annotation belongs to ${owner}; only they can change it`)
  }
  return null
}

/** An annotation that this person may change; null: it is not there or not theirs. */
export function ownAnnotation(
  context: EditorContext,
  state: EditorState,
  id: AnnotationId,
): Annotation | null {
  const annotation = annotationsOf(state).set.byId.get(id)
  return annotation?.creator === context.person.id ? annotation : null
}
