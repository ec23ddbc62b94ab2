import type { ExportFormat } from './formats.ts'
import type { LeftOutKind } from './left-out.ts'

/**
 * What has no place in a format, as the window says it before an export; a maker may find more to leave out, such as
 * characters that a format forbids. Not here: the story itself, which tables and sets of annotations never hold.
 */
export const cantHold: Readonly<Record<ExportFormat, readonly LeftOutKind[]>> = {
  html: [],
  pdf: [],
  docx: [],
  md: [],
  csv: ['replies', 'alternatives'],
  xlsx: [],
  jsonld: [],
  brat: [
    'annotators',
    'times',
    'confirmed-words',
    'alternatives',
    'replies',
    'layout',
    'orphans',
    'note-lines',
  ],
  'refi-qda': ['confirmed-words', 'alternatives', 'layout', 'orphans'],
  hypothesis: ['fields', 'confirmed-words', 'alternatives'],
}
