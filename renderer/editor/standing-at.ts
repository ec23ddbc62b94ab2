import type { Annotation } from '../../shared/annotation/annotation.ts'

/** The same annotation elsewhere. Field by field: a spread costs twenty times as much, and whoever asks for all marks gets all that moved. */
export function standingAt<S extends Annotation['span']>(
  annotation: Annotation,
  span: S,
  drift: Annotation['drift'],
): Annotation & { readonly span: S } {
  const { id, creator, created, modified, revision, tag, note, fields } = annotation
  const { quote, prefix, suffix, alternatives, private: part } = annotation
  const moved = {
    id,
    creator,
    created,
    modified,
    revision,
    tag,
    note,
    fields,
    span,
    drift,
    quote,
    prefix,
    suffix,
    alternatives,
  }
  return part === undefined ? moved : { ...moved, private: part }
}
