import { Plugin } from 'prosemirror-state'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { type AnnotationState, annotationKey, reduce, startState } from './annotation-state.ts'
import type { Shown } from './handle.ts'

/** Keeps the annotations beside the document. What it does stands in annotation-state.ts. */
export function annotationPlugin(annotations: readonly Annotation[], shown: Shown): Plugin<AnnotationState> {
  return new Plugin<AnnotationState>({
    key: annotationKey,
    state: {
      init: () => startState(annotations, shown),
      apply: (tr, state) => reduce(state, tr),
    },
  })
}
