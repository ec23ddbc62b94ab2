/** What a page says of its article in JSON-LD (schema.org); empty where it says nothing. */
export interface ArticleFacts {
  readonly title: string
  readonly author: string
  readonly published: string
  readonly modified: string
  readonly site: string
  readonly isLive: boolean
}

/** Objects that are looked at: pages list menus and products, too. */
const MOST_OBJECTS = 2000

const articles = /(?:Article|BlogPosting|Report)$/

/** Facts of the first article in the JSON-LD blocks of a page; null: none is there or can be read. */
export function articleFacts(blocks: readonly string[]): ArticleFacts | null {
  for (const block of blocks) {
    const open: unknown[] = [parsed(block)]
    for (let seen = 0; open.length > 0 && seen < MOST_OBJECTS; seen++) {
      const value = open.shift()
      if (Array.isArray(value)) open.push(...value.slice(0, MOST_OBJECTS))
      if (!isObject(value)) continue
      const types = [value['@type']].flat().filter((type) => typeof type === 'string')
      if (types.some((type) => articles.test(type))) return factsOf(value, types.includes('LiveBlogPosting'))
      open.push(value['@graph'], value.mainEntity, value.itemListElement)
    }
  }
  return null
}

function factsOf(article: Readonly<Record<string, unknown>>, isLive: boolean): ArticleFacts {
  return {
    title: nameOf(article.headline) || nameOf(article.name),
    author: nameOf(article.author),
    published: nameOf(article.datePublished),
    modified: nameOf(article.dateModified),
    site: nameOf(article.publisher),
    isLive,
  }
}

/** A string, the name of an object, or those of a list. */
function nameOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    return value
      .slice(0, 20)
      .map((one) => (Array.isArray(one) ? '' : nameOf(one)))
      .filter((name) => name !== '')
      .join(', ')
  }
  return isObject(value) && typeof value.name === 'string' ? value.name : ''
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return null
  }
}
