import type { StoryFormat } from './story.ts'

/** What is to be known of a format before one of its files is read. */
export interface FormatFacts {
  readonly format: StoryFormat
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  /** What its reader is made for: decoded text, or the file as it is. */
  readonly takes: 'text' | 'bytes'
  /** Its text can be edited here and written back. Files of the others are never written to. */
  readonly editable: boolean
  /** Largest file, in bytes. */
  readonly limit: number
  /** Files of many kinds end so: only their beginning tells whether one is a story. */
  readonly ambiguous: boolean
}

// Three million words; more is not a story but a log.
/** Largest text, in bytes. */
export const TEXT_LIMIT = 20_000_000
// A story with the photographs of a whole spread, as a camera made them.
const DOCUMENT_LIMIT = 60_000_000

const text = { takes: 'text', editable: false, limit: TEXT_LIMIT, ambiguous: false } as const

/** Every format that Galley reads, in the order in which they are named. */
export const storyFormats: readonly FormatFacts[] = [
  { ...text, format: 'txt', extensions: ['.txt', '.text'], editable: true },
  { ...text, format: 'md', extensions: ['.md', '.markdown'], editable: true },
  { ...text, format: 'docx', extensions: ['.docx'], takes: 'bytes', limit: DOCUMENT_LIMIT },
  { ...text, format: 'html', extensions: ['.html', '.htm'] },
  { ...text, format: 'ninjs', extensions: ['.json'], ambiguous: true },
  { ...text, format: 'nitf', extensions: ['.xml'], ambiguous: true },
]

/** The formats in words, for sentences that say what can be opened. */
export const FORMATS_IN_WORDS = '.txt, .md, .docx, .html, ninjs .json and NITF .xml'

/** With the dot. */
export const storyExtensions: readonly string[] = storyFormats.flatMap(({ extensions }) => extensions)

const byExtension = new Map(
  storyFormats.flatMap((facts) => facts.extensions.map((extension) => [extension, facts] as const)),
)

/** The format that a file's name says, by its last extension in any case; null: none that Galley reads. */
export function formatFacts(name: string): FormatFacts | null {
  const extension = /\.[^.]*$/.exec(name)?.[0] ?? ''
  return byExtension.get(extension.toLowerCase()) ?? null
}

/** As {@link formatFacts}; a text whose name says nothing is plain. */
export function formatOf(name: string): StoryFormat {
  return formatFacts(name)?.format ?? 'txt'
}
