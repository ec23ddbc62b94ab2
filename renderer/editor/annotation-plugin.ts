import { Plugin } from 'prosemirror-state'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { AnnotatorId } from '../../shared/units.ts'
import { type AnnotationState, annotationKey, reduce, startState } from './annotation-state.ts'

/** Keeps the annotations beside the document. What it does stands in annotation-state.ts. */
export function annotationPlugin(
  annotations: readonly Annotation[],
  hidden: ReadonlySet<AnnotatorId>,
): Plugin<AnnotationState> {
  return new Plugin<AnnotationState>({
    key: annotationKey,
    state: {
      init: () => startState(annotations, hidden),
      apply: (tr, state) => reduce(state, tr),
    },
  })
}
