import { type Annotation, isPlaced } from '../../shared/annotation/annotation.ts'
import { tagsOf } from '../../shared/report/report-tags.ts'
import { rememberOwnColours } from '../../shared/tags/own-colours.ts'
import { builtInTags, type Tag } from '../../shared/tags.ts'
import type { AnnotationId } from '../../shared/units.ts'
import type { Shown } from '../editor/handle.ts'
import type { DeskState, OpenState } from './model.ts'

// One for the whole window: every part gets the same array.
const coloured = rememberOwnColours()

/** The tags to work with, in the colours that this person chose; the same array until one of both changes. */
export function tagsIn({ open, settings }: Pick<DeskState, 'open' | 'settings'>): readonly Tag[] {
  return coloured(open?.scheme.tags ?? settings.tags ?? builtInTags, settings.tagColours)
}

/** Which marks the page shows. */
export function shownIn({ open, filter }: Pick<DeskState, 'open' | 'filter'>): Shown {
  return { hidden: open?.hidden ?? new Set(), filter, none: open?.marksHidden ?? false }
}

/** Annotations of layers that are switched on, in reading order, orphans last. */
export function visibleAnnotations({ editor, hidden }: OpenState): readonly Annotation[] {
  if (hidden.size === 0) return editor.annotations
  return editor.annotations.filter((annotation) => !hidden.has(annotation.creator))
}

/** Visible marks whose words were not found. */
export function orphans(open: OpenState): readonly Annotation[] {
  return visibleAnnotations(open).filter((annotation) => !isPlaced(annotation))
}

export interface TagCount {
  readonly tag: Tag
  readonly count: number
}

/** Visible annotations per tag of the scheme, in key order, unused ones too; unknown tags come last. */
export function tagCounts(open: OpenState): readonly TagCount[] {
  const visible = visibleAnnotations(open)
  const counts = new Map<string, number>()
  for (const { tag } of visible) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return tagsOf(open.scheme.tags, visible).map((tag) => ({ tag, count: counts.get(tag.id) ?? 0 }))
}

/** Name of the layer that an annotation belongs to. */
export function annotatorName(open: OpenState, annotation: Annotation): string {
  return open.layers.find((layer) => layer.annotator === annotation.creator)?.name ?? 'unknown annotator'
}

/** Belongs to the person at this window and can be changed. */
export function isMine(open: OpenState, annotation: Annotation): boolean {
  return open.layers.some((layer) => layer.mine && layer.annotator === annotation.creator)
}

/** The active annotation, perhaps with an old place; null: none. Asked for after each key: looked for once. */
export function activeAnnotation({
  editor: { contents: annotations, active },
}: OpenState): Annotation | null {
  if (active === null) return null
  if (annotations !== lastLook?.annotations || active !== lastLook.active) {
    const found = annotations.find((annotation) => annotation.id === active) ?? null
    lastLook = { annotations, active, found }
  }
  return lastLook.found
}

let lastLook: {
  readonly annotations: readonly Annotation[]
  readonly active: AnnotationId
  readonly found: Annotation | null
} | null = null

/** Is the whole of a web page shown, and not only the article found in it? */
export function isWholePage({ open }: DeskState): boolean {
  return open?.opened.story.reader === 'html-page/1'
}
