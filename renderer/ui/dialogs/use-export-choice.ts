import { useMemo, useState } from 'react'
import type { Annotation, Layer } from '../../../shared/annotation/annotation.ts'
import { hasPrivateWords, withoutPrivate } from '../../../shared/annotation/private-part.ts'
import type { ExportChoice } from '../../../shared/desk/contract-export.ts'
import type { ExportFormat } from '../../../shared/exchange/formats.ts'
import type { Choosing } from '../../../shared/exchange/left-out-of.ts'
import type { AnnotationId, AnnotatorId, TagId } from '../../../shared/units.ts'
import type { OpenState } from '../../state/model.ts'
import { type TagCount, tagCounts } from '../../state/selectors.ts'
import { canCompare } from './export-formats.ts'

type Pair = readonly [AnnotatorId, AnnotatorId]

/** What is chosen in the dialog, and how it is changed. */
export interface ExportForm {
  readonly format: ExportFormat
  readonly setFormat: (format: ExportFormat) => void
  /** Layers that hold something. */
  readonly layers: readonly Layer[]
  readonly leftLayers: ReadonlySet<AnnotatorId>
  readonly setLeftLayers: (left: ReadonlySet<AnnotatorId>) => void
  /** Tags in use. */
  readonly tags: readonly TagCount[]
  readonly leftTags: ReadonlySet<TagId>
  readonly setLeftTags: (left: ReadonlySet<TagId>) => void
  readonly notes: boolean
  readonly setNotes: (on: boolean) => void
  /** Who would be side by side; null: there are no two, or the format can't. */
  readonly pair: Pair | null
  readonly comparing: boolean
  readonly setComparing: (on: boolean) => void
  readonly setPair: (pair: Pair) => void
  readonly choice: ExportChoice
  /** The same, for saying what it comes to. */
  readonly choosing: Choosing
  /** Annotations that have something private. */
  readonly withPrivate: ReadonlySet<AnnotationId>
}

/** Everything is chosen at first but the layers that are out of sight. */
export function useExportChoice(open: OpenState): ExportForm {
  const [format, setFormat] = useState<ExportFormat>('html')
  const [leftLayers, setLeftLayers] = useState<ReadonlySet<AnnotatorId>>(open.hidden)
  const [leftTags, setLeftTags] = useState<ReadonlySet<TagId>>(new Set())
  const [notes, setNotes] = useState(true)
  const [comparing, setComparing] = useState(false)
  const [chosenPair, setPair] = useState<Pair | null>(null)

  const { contents } = open.editor
  // Behind the desk they are not among what is exported either.
  const annotations = useMemo(() => withoutPrivate(contents), [contents])
  const withPrivate = useMemo(() => idsWithPrivate(contents), [contents])
  const layers = open.layers.filter(({ annotator }) => contents.some(({ creator }) => creator === annotator))
  const tags = tagCounts({ ...open, hidden: new Set() }).filter(({ count }) => count > 0)
  const pair = canCompare(format) ? (chosenPair ?? firstTwo(layers)) : null
  const compare = comparing ? pair : null
  const kept = (layer: Layer) => compare?.includes(layer.annotator) ?? !leftLayers.has(layer.annotator)
  const chosenTags = tags.map(({ tag }) => tag.id).filter((id) => !leftTags.has(id))
  const choice = { tags: chosenTags.length === tags.length ? null : chosenTags, notes, compare }
  const chosenLayers = layers.filter(kept)
  return {
    format,
    setFormat,
    layers,
    leftLayers,
    setLeftLayers,
    tags,
    leftTags,
    setLeftTags,
    notes,
    setNotes,
    pair,
    comparing,
    setComparing,
    setPair,
    withPrivate,
    choice: {
      ...choice,
      layers: chosenLayers.length === layers.length ? null : chosenLayers.map(({ annotator }) => annotator),
    },
    choosing: {
      story: open.editor.story,
      layers: chosenLayers,
      annotations,
      // Answers are kept behind the desk.
      replies: [],
      choice,
    },
  }
}

function idsWithPrivate(annotations: readonly Annotation[]): ReadonlySet<AnnotationId> {
  return new Set(annotations.filter(hasPrivateWords).map(({ id }) => id))
}

function firstTwo([one, other]: readonly Layer[]): Pair | null {
  return one === undefined || other === undefined ? null : [one.annotator, other.annotator]
}
