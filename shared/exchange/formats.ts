/** What a story with its annotations can leave as. */
export type ExportFormat =
  | 'html'
  | 'pdf'
  | 'docx'
  | 'md'
  | 'csv'
  | 'xlsx'
  | 'jsonld'
  | 'brat'
  | 'refi-qda'
  | 'hypothesis'

/** In the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  'html',
  'pdf',
  'docx',
  'md',
  'csv',
  'xlsx',
  'jsonld',
  'brat',
  'refi-qda',
  'hypothesis',
]

/** What annotations can come from. */
export type ImportFormat = 'brat' | 'jsonld' | 'hypothesis' | 'csv' | 'docx' | 'label-studio'

/** In the order in which they are offered. */
export const importFormats: readonly ImportFormat[] = [
  'brat',
  'jsonld',
  'hypothesis',
  'csv',
  'docx',
  'label-studio',
]
