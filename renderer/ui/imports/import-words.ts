import type { ImportOutcome, ImportPreview } from '../../../shared/desk/contract-import.ts'
import type { ImportFormat } from '../../../shared/exchange/formats.ts'

const names: Readonly<Record<ImportFormat, string>> = {
  brat: 'brat',
  jsonld: 'Web annotations (JSON-LD)',
  hypothesis: 'Hypothesis',
  csv: 'Table (CSV)',
  docx: 'Word comments',
  'label-studio': 'Label Studio',
}

export function formatName(format: ImportFormat): string {
  return names[format]
}

/** What was read, before it is taken in. */
export function previewInWords({ placed, orphans, nowhere, replies }: ImportPreview): string {
  return `${joined([
    `${annotations(placed)} found in the story`,
    ...(orphans === 0 ? [] : [`${orphans} not found`]),
    ...(nowhere === 0 ? [] : [`${nowhere} without a place`]),
    ...(replies === 0 ? [] : [counted(replies, 'reply', 'replies')]),
  ])}.`
}

/** What of it is here already; empty: nothing. */
export function alreadyInWords({ already, deleted }: Pick<ImportOutcome, 'already' | 'deleted'>): string {
  const parts = [
    ...(already === 0
      ? []
      : [`${already} ${already === 1 ? 'is' : 'are'} here already and ${stays(already)}`]),
    ...(deleted.length === 0
      ? []
      : [`${deleted.length} deleted here before ${staysDeleted(deleted.length)}`]),
  ]
  return parts.length === 0 ? '' : `${joined(parts)}.`
}

/** What was taken in. */
export function outcomeInWords({ placed, orphans, replies, layers }: ImportOutcome): string {
  const added = placed + orphans.length
  if (added + replies === 0) return 'Nothing new was in the file.'
  const what = joined([
    ...(added === 0 ? [] : [annotations(added)]),
    ...(replies === 0 ? [] : [counted(replies, 'reply', 'replies')]),
  ])
  return `${what} imported into ${counted(layers.length, 'layer', 'layers')}.`
}

/** How many of those were not found. */
export function orphansInWords(count: number): string {
  return count === 1 ? '1 was not found in the story.' : `${count} were not found in the story.`
}

export function annotations(count: number): string {
  return counted(count, 'annotation', 'annotations')
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

function stays(count: number): string {
  return count === 1 ? 'stays as it is' : 'stay as they are'
}

function staysDeleted(count: number): string {
  return count === 1 ? 'stays deleted' : 'stay deleted'
}

function joined(parts: readonly string[]): string {
  return parts.join(', ')
}
