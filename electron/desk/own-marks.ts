import type { PublicAnnotation } from '../../shared/annotation/annotation.ts'
import { carriedIn } from '../../shared/annotation/carried.ts'
import { isItem } from '../../shared/annotation/item.ts'
import { refreshSidecar } from '../../shared/annotation/new-sidecar.ts'
import type { SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import type { Changed, Input, SaveState } from '../../shared/desk/contract.ts'
import type { Settled } from '../../shared/desk/contract-text.ts'
import type { Carried } from '../../shared/exchange/imported.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { AnnotationId, IsoTime, Span } from '../../shared/units.ts'
import type { StorySidecars } from '../storage/story-sidecars.ts'
import type { Emit } from './host.ts'
import type { Difference, Layers } from './layers.ts'
import { type Plan, planChanges } from './marks.ts'
import { planSettling } from './moves.ts'
import { splitPrivate } from './private-changes.ts'
import type { PrivateView } from './private-view.ts'
import type { Revisions } from './revisions.ts'
import type { StoryState } from './story-state.ts'
import { writePlan } from './write-plan.ts'

export interface OwnMarksOptions {
  readonly sidecars: StorySidecars
  readonly layers: Layers
  readonly state: StoryState
  readonly revisions: Revisions
  readonly privates: PrivateView
  /** Tells the windows, except the one that did it; what is private is joined there. */
  announce(difference: Difference, except?: Emit): void
  save(): Promise<SaveState>
  saveState(): SaveState
  /** The layers as the files have them now. */
  update(): Difference
  now(): IsoTime
}

/** The person's own marks on a story: planned in memory, written into the person's sidecar, told to the windows. */
export class OwnMarks {
  readonly #options: OwnMarksOptions
  /** What this person deleted since opening: an undo brings back members that we do not know as well. */
  readonly #removed = new Map<AnnotationId, SidecarItem>()
  /** What items no longer carry since something of them became private: an undo brings it back. */
  readonly #taken = new Map<AnnotationId, Carried>()

  constructor(options: OwnMarksOptions) {
    this.#options = options
  }

  /** Another person works here from now on. */
  forget(): void {
    this.#removed.clear()
    this.#taken.clear()
  }

  /** Makes the changes in memory, all or none, and answers when they are safe or with why they are not. */
  async change(
    { changes, text }: Pick<Input<'changeAnnotations'>, 'changes' | 'text'>,
    from: Emit,
  ): Promise<Result<Changed, Failure>> {
    const { sidecars, layers, state, revisions, privates, announce, update, now } = this.#options
    const { own, writer } = sidecars
    if (own === null || writer === null) return err({ kind: 'no-name-yet' })
    const { textSha256, story, index } = state.current
    if (text !== undefined && text !== textSha256) return err({ kind: 'text-moved', file: story.name })
    const carried = new Set(own.sidecar.first.items.filter((item) => !isItem(item)).map((item) => item.id))
    const ownItem = (id: AnnotationId) => layers.ownItem(id)
    const place = (item: SidecarItem) => this.#placeOf(item)
    const { shared, parts } = splitPrivate(changes, { own: ownItem, place, part: (id) => privates.of(id) })
    const plan = planChanges(shared, {
      story,
      index,
      textSha256,
      annotator: writer.annotator,
      now: now(),
      own: ownItem,
      removed: (id) => this.#removed.get(id),
      taken: (id) => this.#taken.get(id),
      place,
      isForeign: (id) => carried.has(id) || layers.annotation(id) !== undefined,
      highest: (id) => revisions.of(id),
    })
    if (!plan.ok) return plan
    const { put, deleted } = plan.value
    for (const item of put.values()) this.#remember(item)
    const noted = privates.change(parts).filter((id) => !put.has(id) && !deleted.has(id))
    if (noted.length > 0) announce({ put: this.#shown(noted), removed: [] }, from)
    const [save] = await Promise.all([
      put.size + deleted.size === 0 && noted.length > 0 ? this.#options.save() : this.write(plan.value, from),
      this.#keep(plan.value),
    ])
    // The file may be there only now, and another process may have written at the same time.
    announce(update())
    return ok({ save, annotations: privates.join(this.#shown([...put.keys(), ...noted])) })
  }

  /** New positions for the marks that were found with their confirmed words. */
  async settle(from: Emit): Promise<Result<Settled, Failure>> {
    const { sidecars, layers, state } = this.#options
    if (sidecars.own === null) return err({ kind: 'no-name-yet' })
    const plan = planSettling(layers, state.current)
    const [save] = await Promise.all([this.write(plan, from), this.#keep(plan)])
    return ok({ save, settled: [...plan.put.keys()] })
  }

  /** Writes a plan into the person's sidecar and tells the other windows; settles when it is safe, or with why not. */
  async write(plan: Plan, from: Emit): Promise<SaveState> {
    const { sidecars, layers, state, revisions, announce, save, saveState } = this.#options
    const { own, writer } = sidecars
    const { put, deleted } = plan
    if (own === null || writer === null || put.size + deleted.size === 0) return saveState()
    for (const id of deleted.keys()) {
      const item = layers.ownItem(id)
      if (item !== undefined) this.#removed.set(id, item)
    }
    own.change((sidecar) => refreshSidecar(writePlan(sidecar, plan), state.current.facts, writer.name))
    const sources = sidecars.sources()
    revisions.note(
      plan,
      sources.map(({ sidecar }) => sidecar),
    )
    layers.patchOwn([...put.values()], [...deleted.keys()], sources)
    announce({ put: this.#shown(put.keys()), removed: [...deleted.keys()] }, from)
    return save()
  }

  /** The text that marks were made on, so that they can be found again from it. */
  async #keep({ put }: Plan): Promise<void> {
    if (put.size > 0) await this.#options.state.keep()
  }

  /** What the item as it is carries, and this new version does not. */
  #remember(item: SidecarItem): void {
    const id = item.id as AnnotationId
    const carried = carriedIn(this.#options.layers.ownItem(id) ?? this.#removed.get(id) ?? {})
    if (carried !== undefined && carriedIn(item) === undefined) this.#taken.set(id, carried)
  }

  #shown(ids: Iterable<AnnotationId>): readonly PublicAnnotation[] {
    return [...ids].flatMap((id) => this.#options.layers.annotation(id) ?? [])
  }

  /** As it is shown: marks are looked up together, and one by itself might be found elsewhere. */
  #placeOf(item: SidecarItem): Span | null {
    const { layers, state } = this.#options
    const id = item.id as AnnotationId
    const shown = layers.ownItem(id) === item ? layers.annotation(id) : undefined
    return shown === undefined ? (state.current.place([item])[0] ?? null) : shown.span
  }
}
