/** An element with its attributes and what is in it; attributes without a value are not written. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | undefined>>
  /** Elements, or text. */
  readonly content: readonly XmlElement[] | string
}

export function element(
  name: string,
  attributes: XmlElement['attributes'],
  content: XmlElement['content'] = [],
): XmlElement {
  return { name, attributes, content }
}

/** A text that XML 1.0 can hold, and whether it was another: what it forbids becomes U+FFFD. */
export function allowedText(text: string): { readonly text: string; readonly isSame: boolean } {
  const allowed = text.replace(FORBIDDEN, '\uFFFD')
  return { text: allowed, isSame: allowed === text }
}

// All but what XML 1.0 allows, production [2] Char. Half of a surrogate pair has no UTF-8 form either.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A document with one element per line. White space between elements means nothing in it; texts stay exact. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`
}

function written({ name, attributes, content }: XmlElement, indent: string): string {
  const words = Object.entries(attributes)
    .filter((one): one is [string, string] => one[1] !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escaped(value)
          .replace(/"/g, '&quot;')
          .replace(/[\t\n]/g, reference)}"`,
    )
  const open = `${indent}<${name}${words.join('')}`
  if (content.length === 0) return `${open}/>\n`
  if (typeof content === 'string') return `${open}>${escaped(content)}</${name}>\n`
  return `${open}>\n${content.map((one) => written(one, `${indent}  `)).join('')}${indent}</${name}>\n`
}

/** A reader makes a line feed of a carriage return that is not written as a reference. */
function escaped(text: string): string {
  return allowedText(text)
    .text.replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, reference)
}

/** A reader makes spaces of line ends and tabs in an attribute that are not written so. */
function reference(sign: string): string {
  return `&#${sign.codePointAt(0)};`
}
