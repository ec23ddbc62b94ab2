/** Levels of lists that Word has (ECMA-376 part 1, §17.9.3); mammoth's own map ends at the fifth. */
const LIST_LEVELS = 9

function lists(): readonly string[] {
  const lines: string[] = []
  for (let level = 1; level <= LIST_LEVELS; level++) {
    const outer = 'ul|ol > li > '.repeat(level - 1)
    lines.push(`p:unordered-list(${level}) => ${outer}ul > li:fresh`)
    lines.push(`p:ordered-list(${level}) => ${outer}ol > li:fresh`)
  }
  return lines
}

const HEADING_LEVELS = 9
/** HTML has six. */
const DEEPEST_HEADING = 6

const quotes = ['Quote', 'Intense Quote', 'Quotations', 'Block Text']

const headings: ReadonlyMap<string, string> = new Map([
  ['Title', 'h1'],
  ['Subtitle', 'h2'],
  // Apple Pages.
  ['Heading', 'h1'],
  ...Array.from({ length: HEADING_LEVELS }, (_, index): [string, string] => [
    `Heading ${index + 1}`,
    `h${Math.min(index + 1, DEEPEST_HEADING)}`,
  ]),
])

/** Of notes; they have no look of their own. */
const notes = ['Footnote Text', 'Endnote Text', 'Footnote', 'Endnote']

const known = new Set([...headings.keys(), ...quotes, ...notes, 'Caption', 'Normal'].map(folded))

/**
 * What Word's styles are in HTML, the first line that fits. Names, not ids: ids are in the language of the writer's
 * Word, the names of built-in styles are English in every file, in any case.
 */
export const styleMap: readonly string[] = [
  ...[...headings].map(([name, tag]) => `p[style-name='${name}'] => ${tag}:fresh`),
  `p[style-name='Caption'] => figure:fresh > figcaption:fresh`,
  ...quotes.map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
  `r[style-name='Emphasis'] => em`,
  `r[style-name='Subtle Emphasis'] => em`,
  `r[style-name='Intense Emphasis'] => em`,
  ...lists(),
]

/** Whether a paragraph style says what its text is. */
export function isKnownStyle(name: string): boolean {
  return known.has(folded(name))
}

function folded(name: string): string {
  return name.toLowerCase()
}
