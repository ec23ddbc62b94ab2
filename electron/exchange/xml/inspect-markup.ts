/** What has to be known of an XML text before a parser that calls itself for each level may see it. */
export interface Markup {
  /** Levels of elements, the outermost counted. */
  readonly depth: number
  /** There is a document type declaration. */
  readonly hasDoctype: boolean
  /** … and it declares something itself, such as entities. */
  readonly hasSubset: boolean
}

/** Looks through a text once, without a tree; what is no XML is for the parser to find. */
export function inspectMarkup(text: string): Markup {
  let open = 0
  let depth = 0
  let hasDoctype = false
  let hasSubset = false
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4)
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at + 9)
    else if (text.startsWith('<?', at)) at = after(text, '?>', at + 2)
    else if (text.startsWith('<!', at)) {
      hasDoctype = true
      const end = endOfTag(text, at)
      const bracket = text.indexOf('[', at)
      if (bracket >= 0 && bracket < end) hasSubset = true
      at = end
    } else if (text.startsWith('</', at)) {
      open--
      at = after(text, '>', at)
    } else {
      at = endOfTag(text, at)
      if (text[at - 2] === '/') depth = Math.max(depth, open + 1)
      else depth = Math.max(depth, ++open)
    }
  }
  return { depth, hasDoctype, hasSubset }
}

function after(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from)
  return found < 0 ? text.length : found + sign.length
}

/** Behind the `>` of a tag; one inside a quoted value doesn't count. */
function endOfTag(text: string, start: number): number {
  let quote = ''
  for (let at = start; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
  }
  return text.length
}
