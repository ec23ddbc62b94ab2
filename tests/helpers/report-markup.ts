/** Reads the markup of a report back; only for pages that our own escape function wrote. */

export interface ElementSketch {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Every start tag, in order. */
export function elementsOf(page: string): readonly ElementSketch[] {
  return [...page.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name, rest]) => ({
      name: name ?? '',
      attributes: Object.fromEntries(
        [...(rest ?? '').matchAll(/([a-zA-Z-]+)="([^"]*)"/g)].map(([, key, value]) => [
          key,
          unescapeHtml(value ?? ''),
        ]),
      ),
    }),
  )
}

/**
 * The story as a reader's browser would have it: the text of its blocks without the numbers, joined by line feeds.
 * `column`: of a story that stands there twice, as `one` or `two`.
 */
export function storyTextOf(page: string, column?: 'one' | 'two'): string {
  const blocks = page.matchAll(/<(p|div|h[3-6]|blockquote) class="b ([^"]*)"[^>]*>(.*?)<\/\1>\n/gs)
  return [...blocks]
    .filter(([, , classes]) => column === undefined || classes?.startsWith(`${column} `))
    .map(([, , , content]) => (content ?? '').replace(/<sup[^>]*>.*?<\/sup>/gs, '').replace(/<[^>]*>/g, ''))
    .map(unescapeHtml)
    .join('\n')
}

const SIGNS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#13;': '\r',
  '&amp;': '&',
}

function unescapeHtml(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#39|#13);/g, (sign) => SIGNS[sign] ?? sign)
}
