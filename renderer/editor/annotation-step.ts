import type { Node, Schema } from 'prosemirror-model'
import { type Mappable, Step, StepResult } from 'prosemirror-transform'
import { type Annotation, isPlaced } from '../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../shared/units.ts'
import { type DocPos, type DocRange, type PositionTable, positionsOf } from './positions.ts'

/** An annotation with its place in document positions, so that it moves along when a step is rebased. */
export interface Standing {
  readonly annotation: Annotation
  /** null: it is an orphan. */
  readonly at: DocRange | null
}

/** What happened to one annotation. Before and after null can't both be. */
export interface AnnotationEdit {
  readonly id: AnnotationId
  /** null: it is made. */
  readonly before: Standing | null
  /** null: it is deleted. */
  readonly after: Standing | null
}

/**
 * A change of annotations as a ProseMirror step, so that text and annotations share one undo history. The
 * document stays as it is; the annotation plugin reads the step and changes its set. Because such a step counts
 * as one, `tr.docChanged` is true for it: whether the *text* changed is `!tr.doc.eq(tr.before)`.
 */
export class AnnotationStep extends Step {
  /** In the order in which they take effect. */
  readonly edits: readonly AnnotationEdit[]

  constructor(edits: readonly AnnotationEdit[]) {
    super()
    this.edits = edits
  }

  override apply(doc: Node): StepResult {
    return StepResult.ok(doc)
  }

  override invert(): AnnotationStep {
    return new AnnotationStep(
      this.edits.map(({ id, before, after }) => ({ id, before: after, after: before })).reverse(),
    )
  }

  /** Never null: an annotation whose words were deleted becomes an orphan, it is not forgotten. */
  override map(mapping: Mappable): AnnotationStep {
    return new AnnotationStep(
      this.edits.map(({ id, before, after }) => ({
        id,
        before: mapStanding(before, mapping),
        after: mapStanding(after, mapping),
      })),
    )
  }

  override toJSON(): { stepType: string; edits: readonly AnnotationEdit[] } {
    return { stepType: 'galley-annotation', edits: this.edits }
  }

  static override fromJSON(_schema: Schema, json: { edits: readonly AnnotationEdit[] }): AnnotationStep {
    return new AnnotationStep(json.edits)
  }
}

Step.jsonID('galley-annotation', AnnotationStep)

/** An annotation as it stands in a document. */
export function standing(annotation: Annotation, doc: Node): Standing {
  return { annotation, at: isPlaced(annotation) ? positionsOf(doc).rangeOf(annotation.span) : null }
}

/** The annotation with its span in story text. */
export function annotationOf({ annotation, at }: Standing, positions: PositionTable): Annotation {
  const span = at === null ? null : positions.spanOf(at.from, at.to)
  if (span?.start === annotation.span?.start && span?.end === annotation.span?.end) return annotation
  return { ...annotation, span }
}

function mapStanding(standing: Standing | null, mapping: Mappable): Standing | null {
  if (standing === null || standing.at === null) return standing
  const from = mapping.map(standing.at.from, 1) as DocPos
  const to = mapping.map(standing.at.to, -1) as DocPos
  return { annotation: standing.annotation, at: from < to ? { from, to } : null }
}
