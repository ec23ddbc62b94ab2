import type { Node, Schema } from 'prosemirror-model'
import { type Mappable, Step, StepMap, StepResult } from 'prosemirror-transform'
import type { Place } from '../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../shared/units.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { DocPos, DocRange, PositionTable } from './positions.ts'

/** Where an annotation stands in a document; null: nowhere. */
export interface StandingPlace {
  readonly id: AnnotationId
  readonly at: DocRange | null
}

/** What a person did to the text, where it isn't typing; the undo button says it. */
export type Act = 'Cut' | 'Paste' | 'Move paragraph'

export interface PlaceStepParts {
  readonly places: readonly StandingPlace[]
  /** `back`: where marks stood before the text steps that follow; `forth`: where they stand after those before. */
  readonly when: 'back' | 'forth'
  readonly act?: Act | null
  /** Ends of the piece of text that the next step replaces. */
  readonly near?: readonly DocPos[]
}

/**
 * Remembers places of marks beside text steps, because text steps alone bring back the words and not the marks
 * that shrank or vanished with them. A `back` step stands before the text steps and does nothing; inverted it
 * comes after the inverted ones and puts the marks where they were. `forth` is the other way round. The document
 * stays as it is.
 */
export class PlaceStep extends Step {
  readonly places: readonly StandingPlace[]
  readonly when: 'back' | 'forth'
  readonly act: Act | null
  readonly near: readonly DocPos[]

  constructor({ places, when, act = null, near = [] }: PlaceStepParts) {
    super()
    this.places = places
    this.when = when
    this.act = act
    this.near = near
  }

  override apply(doc: Node): StepResult {
    return StepResult.ok(doc)
  }

  /** Empty ranges change no position; by them the history sees that typing goes on at the same place. */
  override getMap(): StepMap {
    return this.near.length === 0 ? StepMap.empty : new StepMap(this.near.flatMap((pos) => [pos, 0, 0]))
  }

  override invert(): PlaceStep {
    return new PlaceStep({ ...this, when: this.when === 'back' ? 'forth' : 'back' })
  }

  /** A place whose words went with a later change is forgotten: that change knows better. */
  override map(mapping: Mappable): PlaceStep {
    const places = this.places.flatMap(({ id, at }): StandingPlace[] => {
      if (at === null) return [{ id, at }]
      const from = mapping.map(at.from, 1) as DocPos
      const to = mapping.map(at.to, -1) as DocPos
      return from < to ? [{ id, at: { from, to } }] : []
    })
    const near = [...new Set(this.near.map((pos) => mapping.map(pos) as DocPos))].sort((a, b) => a - b)
    return new PlaceStep({ ...this, places, near })
  }

  /** Annotations that it puts somewhere. */
  get ids(): readonly AnnotationId[] {
    return this.when === 'forth' ? this.places.map(({ id }) => id) : []
  }

  /** The places that it sets now. What was deleted meanwhile stays deleted. */
  placesIn(set: AnnotationSet, positions: PositionTable): readonly Place[] {
    if (this.when === 'back') return []
    return this.places.flatMap(({ id, at }): Place[] => {
      const known = set.byId.get(id)
      if (known === undefined) return []
      const span = at === null ? null : positions.spanOf(at.from, at.to)
      // An orphan says nothing of its sentence; what was known of it holds again.
      const placed = known.span === null && set.sentences.has(id) ? 'sentence' : known.drift
      return [{ id, span, drift: span === null ? 'none' : placed }]
    })
  }

  override toJSON(): { stepType: string } & PlaceStepParts {
    const { places, when, act, near } = this
    return { stepType: 'galley-place', places, when, act, near }
  }

  static override fromJSON(_schema: Schema, json: PlaceStepParts): PlaceStep {
    return new PlaceStep(json)
  }
}

Step.jsonID('galley-place', PlaceStep)
