import type { FolderExported } from '../../../shared/desk/contract-export.ts'
import { cantHold } from '../../../shared/exchange/cant-hold.ts'
import type { ExportFormat } from '../../../shared/exchange/formats.ts'
import { type Choosing, leftOutOf } from '../../../shared/exchange/left-out-of.ts'
import { leftOutInWords } from '../../../shared/messages/left-out.ts'
import { chosenAnnotations } from '../../../shared/report/report-input.ts'
import type { AnnotationId } from '../../../shared/units.ts'

/** Before an export: "It will contain 42 annotations by 2 people, with their notes; left out: replies (3)." */
export function contentsInWords(format: ExportFormat, choosing: Choosing): string {
  const chosen = chosenAnnotations(choosing)
  if (chosen.length === 0) return 'It will contain no annotations.'
  const people = new Set(chosen.map(({ creator }) => creator)).size
  const withNotes = chosen.some(
    ({ note, fields }) => note !== '' || Object.values(fields).some((value) => value !== ''),
  )
  const leftOut = leftOutOf(choosing, cantHold[format])
  const notes = !choosing.choice.notes ? ', without notes' : withNotes ? ', with their notes' : ''
  const missing = leftOut.length === 0 ? '' : `; left out: ${leftOutInWords(leftOut)}`
  return `It will contain ${counted(chosen.length, 'annotation')} by ${counted(people, 'person', 'people')}${notes}${missing}.`
}

/**
 * Beside it, where the chosen annotations have something private.
 * @param withPrivate annotations that have; null where there is nothing to say.
 */
export function privateInWords(choosing: Choosing, withPrivate: ReadonlySet<AnnotationId>): string | null {
  const hidden = chosenAnnotations(choosing).filter(({ id }) => withPrivate.has(id)).length
  return hidden === 0 ? null : `Private notes and fields of ${counted(hidden, 'annotation')} are left out.`
}

/** After the export of a folder: "12 of 14 stories exported whole, 36 files in “exports”." */
export function folderInWords({ total, written, skipped, folder, cancelled }: FolderExported): string {
  if (total === 0) return 'There are no stories in the folder.'
  const files = `${counted(written, 'file')} in “${folder}”`
  if (cancelled) return `Cancelled. ${files}; what was written is whole.`
  const wrong = new Set(skipped.map(({ story }) => story)).size
  return `${(total - wrong).toLocaleString()} of ${counted(total, 'story', 'stories')} exported whole, ${files}.`
}

function counted(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : more}`
}
