import type { ExportFormat } from '../../../shared/exchange/formats.ts'

/** A format as people choose it. */
export interface FormatWords {
  readonly id: ExportFormat
  readonly label: string
  /** One sentence. */
  readonly contains: string
}

/** By what people want them for. A story that a format holds is in it whole, whatever annotations were chosen. */
const groups: readonly { readonly title: string; readonly formats: readonly FormatWords[] }[] = [
  {
    title: 'To read',
    formats: [
      {
        id: 'html',
        label: 'Report (HTML)',
        contains:
          'One page that anyone can open and print: the story with its marks, the notes beside it, a table of all annotations, and the counts.',
      },
      {
        id: 'pdf',
        label: 'Report (PDF)',
        contains: 'The same report on pages, with an outline and page numbers.',
      },
      {
        id: 'docx',
        label: 'Word (DOCX)',
        contains: 'The story with real Word comments, and its marks in the colours of the tags.',
      },
      {
        id: 'md',
        label: 'Markdown',
        contains: 'The story with numbered marks and the notes below it, as plain text.',
      },
    ],
  },
  {
    title: 'Tables',
    formats: [
      { id: 'csv', label: 'Table (CSV)', contains: 'One row for each annotation, for a spreadsheet.' },
      {
        id: 'xlsx',
        label: 'Excel (XLSX)',
        contains: 'Sheets for the annotations, the sources and the numbers.',
      },
    ],
  },
  {
    title: 'For other programs',
    formats: [
      {
        id: 'jsonld',
        label: 'Web annotations (JSON-LD)',
        contains: 'The annotations in the form of the W3C.',
      },
      {
        id: 'brat',
        label: 'brat',
        contains: 'A folder with the text, the annotations and the settings for brat and INCEpTION.',
      },
      {
        id: 'refi-qda',
        label: 'REFI-QDA (QDPX)',
        contains: 'A project for NVivo, ATLAS.ti, MAXQDA and other programs for qualitative research.',
      },
      {
        id: 'hypothesis',
        label: 'Hypothesis (JSON)',
        contains: 'The annotations as Hypothesis keeps them.',
      },
    ],
  },
]

/** The formats that can be had, in their groups; a group without any is left out. */
export function offeredGroups(offered: readonly ExportFormat[]): typeof groups {
  return groups
    .map(({ title, formats }) => ({ title, formats: formats.filter(({ id }) => offered.includes(id)) }))
    .filter(({ formats }) => formats.length > 0)
}

/** What a format is called. */
export function formatLabel(format: ExportFormat): string {
  return groups.flatMap(({ formats }) => formats).find(({ id }) => id === format)?.label ?? format
}

/** Can it show two annotators side by side? */
export function canCompare(format: ExportFormat): boolean {
  return format === 'html' || format === 'pdf'
}
