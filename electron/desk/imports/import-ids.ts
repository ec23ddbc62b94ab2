import { urnPattern } from '../../../shared/annotation/sidecar-schema.ts'
import type { ImportedMark } from '../../../shared/exchange/imported.ts'
import type { AnnotationId } from '../../../shared/units.ts'
import { sha256 } from '../../storage/hash.ts'

export interface ImportedFrom {
  /** Name of the format. */
  readonly format: string
  readonly storyName: string
  /** Whose layer the mark goes into. */
  readonly name: string
}

/**
 * The id of an imported mark or answer: always the same for the same one of the same file, so that importing it
 * twice makes nothing twice.
 *
 * What has a `urn:uuid` of its own keeps it in its author's layer. Under another name it is another annotation, since
 * both may stand beside the same story. All others get one made from what tells them apart: format, foreign id, name
 * of the layer, story, and the place, because many formats number their marks anew in each file.
 */
export function importedId(mark: ImportedMark, { format, storyName, name }: ImportedFrom): AnnotationId {
  if (urnPattern.test(mark.id) && mark.author === name) return mark.id as AnnotationId
  const { quote, position } = mark.place ?? { quote: null, position: null }
  const place = [quote?.exact ?? null, position?.start ?? null, position?.end ?? null, mark.replyTo ?? null]
  return uuidOf([format, mark.id, name, storyName.normalize('NFC'), ...place])
}

/** The id of the answer that settles a thread which its file calls resolved. */
export function resolvedId(thread: AnnotationId): AnnotationId {
  return uuidOf(['resolved', thread])
}

/** A UUID of version 8, RFC 9562 §5.8: made by a rule of our own, here SHA-256 (version 5 wants SHA-1). */
function uuidOf(parts: readonly unknown[]): AnnotationId {
  const hash = sha256(JSON.stringify(['galley import', ...parts]))
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  const groups = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ]
  return `urn:uuid:${groups.join('-')}` as AnnotationId
}
