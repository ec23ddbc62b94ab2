import { builtInTags, type Tag, tagLabel } from '../tags.ts'
import type { TagId } from '../units.ts'
import type { ReportChoice } from './report-input.ts'

/**
 * What was chosen of the layers, as a sentence for the top of a report: “Fact and attribution only, without notes.”
 * null: everything.
 */
export function choiceWords({ tags, notes }: ReportChoice, scheme: readonly Tag[]): string | null {
  const parts = [
    ...(tags === null ? [] : [tagsInWords(tags, scheme)]),
    ...(notes ? [] : [tags === null ? 'Without notes' : 'without notes']),
  ]
  return parts.length === 0 ? null : `${parts.join(', ')}.`
}

/** In the order of the scheme, unknown ones last. */
function tagsInWords(chosen: readonly TagId[], scheme: readonly Tag[]): string {
  const known = scheme.map(({ id }) => id).filter((id) => chosen.includes(id))
  const ids = [...known, ...chosen.filter((id) => !known.includes(id))]
  if (ids.length === 0) return 'No annotations'
  return `${listed(ids.map((id, index) => labelInside(id, scheme, index > 0)))} only`
}

/** Our own labels are English words and small inside a sentence; those of a newsroom stay as it wrote them. */
function labelInside(id: TagId, scheme: readonly Tag[], isInside: boolean): string {
  const label = tagLabel(scheme, id)
  const isOurs = builtInTags.some((tag) => tag.id === id && tag.label === label)
  return isInside && isOurs ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

/** `one`, `one and two`, `one, two and three` */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
