/** A piece of markup that is safe to put into a page. Only {@link html}, {@link join} and {@link trusted} make it. */
export interface Html {
  readonly markup: string
}

type Value = Html | string | number | readonly Html[]

/**
 * Markup with values in it. Strings are escaped wherever they stand, so text of a story, a note or a name can't
 * become markup; only pieces of {@link Html} go in as they are. Attribute values must stand in double quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = strings[0] ?? ''
  values.forEach((value, index) => {
    markup += markupOf(value) + (strings[index + 1] ?? '')
  })
  return { markup }
}

/** Text written in our own source: styles and the like. Never for anything that came from a file. */
export function trusted(markup: string): Html {
  return { markup }
}

export const nothing: Html = { markup: '' }

export function join(parts: readonly Html[], between = ''): Html {
  return { markup: parts.map((part) => part.markup).join(between) }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would turn it into a line feed.
  '\r': '&#13;',
}

/** The one escape function, for text and for quoted attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (sign) => ENTITIES[sign] ?? sign)
}

function markupOf(value: Value): string {
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : join(value).markup
}
