import { type Annotation, isPlaced } from '../../shared/annotation/annotation.ts'

/** One row of the list of all annotations. */
export type ListRow =
  | { readonly kind: 'heading'; readonly key: string; readonly text: string }
  | { readonly kind: 'mark'; readonly key: string; readonly annotation: Annotation }
  | { readonly kind: 'orphan'; readonly key: string; readonly annotation: Annotation }

/** Orphans first, since they need a person, under a heading of their own; then every mark in reading order. */
export function listRows(annotations: readonly Annotation[]): readonly ListRow[] {
  const orphans = annotations.filter((annotation) => !isPlaced(annotation))
  const placed = annotations.filter(isPlaced)
  const rows: ListRow[] = []
  if (orphans.length > 0) {
    rows.push({ kind: 'heading', key: 'orphans', text: `Not found in the text (${orphans.length})` })
    for (const annotation of orphans) rows.push({ kind: 'orphan', key: annotation.id, annotation })
    if (placed.length > 0)
      rows.push({ kind: 'heading', key: 'placed', text: `In the text (${placed.length})` })
  }
  for (const annotation of placed) rows.push({ kind: 'mark', key: annotation.id, annotation })
  return rows
}
