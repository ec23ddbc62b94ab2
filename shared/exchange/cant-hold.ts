import type { ExportFormat } from './formats.ts'
import type { LeftOutKind } from './left-out.ts'

/**
 * What has no place in a format. The makers count with it what an export left out, and the window says it before the
 * export, so the two agree. Not here: the story itself, which tables and sets of annotations never hold.
 */
export const cantHold: Readonly<Record<ExportFormat, readonly LeftOutKind[]>> = {
  html: ['replies'],
  pdf: ['replies'],
  docx: ['alternatives'],
  md: ['replies', 'alternatives'],
  csv: ['replies', 'alternatives'],
  xlsx: ['replies', 'alternatives'],
  jsonld: ['replies'],
  brat: [
    'annotators',
    'times',
    'replies',
    'orphans',
    'confirmed-words',
    'alternatives',
    'note-lines',
    'layout',
  ],
  'refi-qda': ['replies', 'orphans', 'confirmed-words', 'alternatives', 'layout'],
  hypothesis: ['alternatives', 'confirmed-words'],
}
