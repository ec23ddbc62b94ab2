import {
  byPlace,
  type Layer,
  type PublicAnnotation,
  type Standing,
  standingOf,
} from '../../shared/annotation/annotation.ts'
import { marksIn } from '../../shared/annotation/item.ts'
import { mergeLayer } from '../../shared/annotation/merge.ts'
import type { Sidecar, SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import type { Person } from '../../shared/desk/contract.ts'
import type { AnnotationId, AnnotatorId } from '../../shared/units.ts'
import type { LayerSource } from '../storage/story-sidecars.ts'

/** What a window has to take in to show what is there now. */
export interface Difference {
  readonly put: readonly PublicAnnotation[]
  readonly removed: readonly AnnotationId[]
}

interface LayerState {
  readonly annotator: AnnotatorId
  readonly name: string
  readonly mine: boolean
  readonly isDocument: boolean
  readonly files: readonly string[]
  /** What it was made from: as long as these are the same objects, it is the same layer. */
  readonly sidecars: readonly Sidecar[]
  readonly items: Map<string, SidecarItem>
  readonly annotations: Map<AnnotationId, PublicAnnotation>
}

/** Places items and says who their annotator is; in the order of the items. */
export type Show = (items: readonly SidecarItem[], annotator: AnnotatorId) => readonly PublicAnnotation[]

/** The layers of one story, placed in its text. */
export class Layers {
  readonly #show: Show
  #states: readonly LayerState[] = []
  /** Each id once: where two layers hold the same one, the person's own counts, then the first by name. */
  #all = new Map<AnnotationId, PublicAnnotation>()

  constructor(show: Show) {
    this.#show = show
  }

  /** Makes the layers anew; those whose files did not change stay. */
  update(sources: readonly LayerSource[], me: Person | null): Difference {
    const grouped = byAnnotator(sources, me)
    const states = [...grouped]
      .map(([annotator, group]) => this.#state(annotator, group, me))
      .sort(
        (a, b) =>
          Number(b.mine) - Number(a.mine) || compare(a.name, b.name) || compare(a.annotator, b.annotator),
      )
    const isSame = sameObjects(
      this.#states.map((state) => state.annotations),
      states.map((state) => state.annotations),
    )
    this.#states = states
    if (isSame) return { put: [], removed: [] }
    const before = this.#all
    this.#all = uniteLayers(states)
    return difference(before, this.#all)
  }

  /** The person's own change, already written into `sources`. Spares making a layer of thousands anew. */
  patchOwn(
    put: readonly SidecarItem[],
    deleted: readonly AnnotationId[],
    sources: readonly LayerSource[],
  ): void {
    const own = this.#own()
    if (own === undefined) return
    const shown = this.#show(put, own.annotator)
    for (const [at, item] of put.entries()) {
      const found = shown[at]
      if (found === undefined) continue
      const annotation = stays(item, found, own)
      own.items.set(item.id, item)
      own.annotations.set(annotation.id, annotation)
      this.#all.set(annotation.id, annotation)
    }
    for (const id of deleted) {
      own.items.delete(id)
      own.annotations.delete(id)
      this.#all.delete(id)
    }
    const group = sources.filter(({ sidecar }) => sidecar.creator.id === own.annotator)
    const changed = { ...own, files: filesOf(group), sidecars: group.map(({ sidecar }) => sidecar) }
    this.#states = this.#states.map((state) => (state === own ? changed : state))
  }

  /** Looks up every mark again: the text is another one, or more is known of an earlier one. */
  placeAgain(): Difference {
    this.#states = this.#states.map((state) => ({
      ...state,
      annotations: this.#place(state.items, state.annotator),
    }))
    const before = this.#all
    this.#all = uniteLayers(this.#states)
    return difference(before, this.#all)
  }

  list(): readonly Layer[] {
    return this.#states.map(({ annotator, name, mine, isDocument, files, annotations }) => ({
      annotator,
      name,
      mine,
      ...(isDocument ? { source: 'document' as const } : {}),
      files,
      count: annotations.size,
      orphans: countStanding(annotations, 'orphan'),
      changed: countStanding(annotations, 'changed'),
    }))
  }

  /** Of all layers, in reading order. */
  annotations(): readonly PublicAnnotation[] {
    return [...this.#all.values()].sort(byPlace)
  }

  annotation(id: AnnotationId): PublicAnnotation | undefined {
    return this.#all.get(id)
  }

  /** An item of the person's own layer. */
  ownItem(id: AnnotationId): SidecarItem | undefined {
    return this.#own()?.items.get(id)
  }

  /** Every item of every layer. */
  *items(): Iterable<SidecarItem> {
    for (const { items } of this.#states) yield* items.values()
  }

  /** The person's own layer. */
  ownItems(): Iterable<SidecarItem> {
    return this.#own()?.items.values() ?? []
  }

  #place(
    items: ReadonlyMap<string, SidecarItem>,
    annotator: AnnotatorId,
  ): Map<AnnotationId, PublicAnnotation> {
    const shown = this.#show([...items.values()], annotator)
    return new Map(shown.map((annotation) => [annotation.id, annotation]))
  }

  #own(): LayerState | undefined {
    return this.#states.find((state) => state.mine)
  }

  #state(annotator: AnnotatorId, group: readonly LayerSource[], me: Person | null): LayerState {
    const mine = annotator === me?.id
    const name = mine ? me.name : (group[0]?.sidecar.creator.name ?? '')
    const files = filesOf(group)
    const sidecars = group.map(({ sidecar }) => sidecar)
    const before = this.#states.find((state) => state.annotator === annotator)
    if (before !== undefined && sameObjects(before.sidecars, sidecars))
      return { ...before, name, mine, files }
    const items = new Map(itemsOf(sidecars).map((item) => [item.id, item]))
    const isDocument = group.some((source) => source.isDocument)
    return {
      annotator,
      name,
      mine,
      isDocument,
      files,
      sidecars,
      items,
      annotations: this.#place(items, annotator),
    }
  }
}

/** The person's own layer is there also while it is empty. */
function byAnnotator(sources: readonly LayerSource[], me: Person | null): Map<AnnotatorId, LayerSource[]> {
  const grouped = new Map<AnnotatorId, LayerSource[]>(me === null ? [] : [[me.id, []]])
  for (const source of sources) {
    const annotator = source.sidecar.creator.id as AnnotatorId
    const group = grouped.get(annotator)
    if (group === undefined) grouped.set(annotator, [source])
    else group.push(source)
  }
  return grouped
}

/**
 * What is still described where it was stands where it was shown: marks are looked up together, and one by itself
 * might be found elsewhere.
 */
function stays(item: SidecarItem, annotation: PublicAnnotation, own: LayerState): PublicAnnotation {
  const before = own.annotations.get(annotation.id)
  if (before === undefined || own.items.get(item.id)?.target !== item.target) return annotation
  return { ...annotation, span: before.span, drift: before.drift }
}

/** Of one file nothing has to be merged, and most layers are one file. */
function itemsOf(sidecars: readonly Sidecar[]): readonly SidecarItem[] {
  const [only] = sidecars
  if (only === undefined || sidecars.length > 1) return mergeLayer(sidecars).items
  const deleted = new Set(only['galley:deleted'].map((tombstone) => tombstone['galley:id']))
  const marks = marksIn(only)
  return marks.some((item) => deleted.has(item.id)) ? mergeLayer(sidecars).items : marks
}

function filesOf(group: readonly LayerSource[]): readonly string[] {
  return group.flatMap(({ file }) => (file === null ? [] : [file]))
}

function countStanding(annotations: ReadonlyMap<string, PublicAnnotation>, standing: Standing): number {
  let count = 0
  for (const annotation of annotations.values()) if (standingOf(annotation) === standing) count++
  return count
}

/** Are these the very same objects in the same order? */
export function sameObjects(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function uniteLayers(states: readonly LayerState[]): Map<AnnotationId, PublicAnnotation> {
  const all = new Map<AnnotationId, PublicAnnotation>()
  for (const state of states) {
    for (const [id, annotation] of state.annotations) if (!all.has(id)) all.set(id, annotation)
  }
  return all
}

function difference(
  before: ReadonlyMap<AnnotationId, PublicAnnotation>,
  after: ReadonlyMap<AnnotationId, PublicAnnotation>,
): Difference {
  const put = [...after.values()].filter((annotation) => !same(before.get(annotation.id), annotation))
  const removed = [...before.keys()].filter((id) => !after.has(id))
  return { put, removed }
}

function same(a: PublicAnnotation | undefined, b: PublicAnnotation): boolean {
  return a === b || (a !== undefined && JSON.stringify(a) === JSON.stringify(b))
}
