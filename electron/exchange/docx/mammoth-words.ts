/** Elements without a word in them: lines and shapes, signs of the editing program. */
const wordless =
  /^(?:v:|office-word:|mc:|w14:|wordml:|w:(?:perm|customXml|moveTo|moveFrom|proofErr|separator|continuationSeparator|footnoteRef|endnoteRef|annotationRef|pgNum)|\{urn:schemas-microsoft-com:)/
/** A look that is not kept, or what Galley names itself. */
const silent =
  /^(?:Unrecognised (?:paragraph|run|table) style|(?:Paragraph|Run|Table) style with ID|Image of type|Could not find image|A v:imagedata|Ignoring complex field)/

/** What mammoth said in plain sentences, those that say the same put together. */
export function mammothWarnings(messages: readonly string[]): readonly string[] {
  const elements = new Map<string, number>()
  const symbols = new Map<string, number>()
  let merged = false
  const others = new Set<string>()
  for (const message of messages) {
    const element = /^An unrecognised element was ignored: (.*)$/.exec(message)?.[1]
    const font = /^A w:sym element with an unsupported character was ignored: char .* in font (.*)$/.exec(
      message,
    )?.[1]
    if (element !== undefined) {
      if (!wordless.test(element)) elements.set(element, (elements.get(element) ?? 0) + 1)
    } else if (font !== undefined) symbols.set(font, (symbols.get(font) ?? 0) + 1)
    else if (/cell merging may be incorrect$/.test(message)) merged = true
    else if (!silent.test(message)) others.add(message)
  }
  return [
    ...[...symbols].map(([font, count]) =>
      count === 1
        ? `1 symbol of the font “${font}” could not be read.`
        : `${count} symbols of the font “${font}” could not be read.`,
    ),
    ...(elements.size === 0 ? [] : [unknownElements(elements)]),
    ...(merged ? ['A table is built in an unusual way; its cells may stand in other columns.'] : []),
    ...[...others].map((message) => `The reader of Word documents said: ${message}`),
  ]
}

function unknownElements(elements: ReadonlyMap<string, number>): string {
  const total = [...elements.values()].reduce((sum, count) => sum + count, 0)
  const names = [...elements.keys()].map((name) => name.replace(/^\{.*\}/, '')).join(', ')
  return total === 1
    ? `1 piece of the document is of a kind that Galley doesn’t know (${names}) and was left out.`
    : `${total} pieces of the document are of kinds that Galley doesn’t know (${names}) and were left out.`
}
