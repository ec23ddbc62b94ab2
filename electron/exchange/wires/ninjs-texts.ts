import { type Fields, namedObjects, textOf } from './json-value.ts'

/** One text of a ninjs item: a headline, body or description. */
export interface WireText {
  /** `main`, `text`, `xhtml`, …; empty: none. */
  readonly role: string
  readonly value: string
  readonly isMarkup: boolean
}

/**
 * Texts of one sort, in the order of the file: ninjs 1 has them in fields of their own (`body_xhtml`), 2 and 3 in an
 * array of objects (`bodies`, whose member is `contenttype` in 2, `contentType` in 3).
 * @param one name in version 1, e.g. `body`; @param many name in versions 2 and 3
 */
export function textsOf(item: Fields, one: string, many: string): readonly WireText[] {
  const listed = namedObjects(item[many]).map((entry): WireText => {
    const type = textOf(entry.contentType ?? entry.contenttype)
    const value = textOf(entry.value)
    return {
      role: textOf(entry.role),
      value,
      isMarkup: /html/i.test(type) || (type === '' && hasTags(value)),
    }
  })
  const flat = Object.entries(item)
    .filter(([name]) => name === one || name.startsWith(`${one}_`))
    .map(([name, field]): WireText => {
      const role = name.slice(one.length + 1)
      const value = textOf(field)
      return { role, value, isMarkup: /html/i.test(role) || (role !== 'text' && hasTags(value)) }
    })
  // Another XML, such as NITF inside ninjs, is neither text nor HTML.
  return [...listed, ...flat].filter(
    ({ value, isMarkup }) => value !== '' && (isMarkup || !isOtherXml(value)),
  )
}

function hasTags(value: string): boolean {
  return /<(?:p|div|br|h[1-6]|ul|ol|section|article)[\s/>]/i.test(value)
}

function isOtherXml(value: string): boolean {
  return /^<(?:\?xml|[\w:.-]+[\s>])/.test(value) && /<\/[\w:.-]+>$/.test(value)
}

/** The one that the wire calls the main one, else the first. */
export function mainText(texts: readonly WireText[]): WireText | null {
  return texts.find(({ role }) => role === '' || role === 'main') ?? texts[0] ?? null
}
