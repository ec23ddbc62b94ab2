import type { Element, Root } from 'hast'
import { textOf } from '../../../shared/story/hast-inline.ts'
import { namesOf } from '../../../shared/story/html/hidden.ts'
import { articleFacts } from './json-ld.ts'

/** What a page says of itself, not of its words. */
export interface PageFacts {
  /** Of the story; empty values are left out. */
  readonly meta: Readonly<Record<string, string>>
  /** The page is a live blog: its entries are one story. */
  readonly isLive: boolean
  /** An http or https address that relative ones are to be read from; empty: none. */
  readonly base: string
  /** What the page calls its story, the likeliest first. */
  readonly titles: readonly string[]
}

/** UTF-16 units of a fact that is shown. */
const LONGEST = 500

export function pageFacts(tree: Root): PageFacts {
  const found = collect(tree)
  const { named, jsonLd, title, canonical, base } = found
  const article = articleFacts(jsonLd)
  const first = (...values: readonly (string | undefined)[]) =>
    values.map((value) => oneLine(value ?? '')).find((value) => value !== '') ?? ''
  const headline = first(article?.title, named.get('og:title'), named.get('twitter:title'))
  const facts = {
    title: headline || oneLine(title),
    author: first(
      article?.author,
      named.get('author'),
      named.get('article:author'),
      named.get('parsely-author'),
    ),
    published: first(
      article?.published,
      named.get('article:published_time'),
      named.get('datepublished'),
      named.get('dc.date'),
      named.get('date'),
    ),
    modified: first(article?.modified, named.get('article:modified_time')),
    site: first(named.get('og:site_name'), article?.site),
    address: [canonical, named.get('og:url') ?? ''].find(isWebAddress) ?? '',
  }
  return {
    meta: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '')),
    isLive: article?.isLive === true,
    base: isWebAddress(base) ? base : '',
    titles: [headline, oneLine(title)].filter((value) => value !== ''),
  }
}

interface Collected {
  readonly named: Map<string, string>
  readonly jsonLd: string[]
  title: string
  canonical: string
  base: string
}

function collect(tree: Root): Collected {
  const found: Collected = { named: new Map(), jsonLd: [], title: '', canonical: '', base: '' }
  const open: Root['children'][number][] = tree.children.toReversed()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type !== 'element') continue
    note(node, found)
    // A drawing can have a title of its own.
    if (node.tagName !== 'svg') for (const child of node.children.toReversed()) open.push(child)
  }
  return found
}

function note(node: Element, found: Collected): void {
  const { tagName, properties } = node
  if (tagName === 'meta') {
    const { content } = properties
    const name = String(properties.property ?? properties.name ?? properties.itemProp ?? '').toLowerCase()
    if (typeof content === 'string' && !found.named.has(name)) found.named.set(name, content)
  } else if (tagName === 'title') {
    found.title ||= textOf(node)
  } else if (tagName === 'base') {
    found.base ||= String(properties.href ?? '')
  } else if (tagName === 'link' && namesOf(properties.rel).includes('canonical')) {
    found.canonical ||= String(properties.href ?? '')
  } else if (tagName === 'script' && /^application\/ld\+json\b/i.test(String(properties.type ?? ''))) {
    found.jsonLd.push(textOf(node))
  }
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(address) && address.length <= LONGEST
}

function oneLine(value: string): string {
  return value.replace(/\s+/gu, ' ').trim().slice(0, LONGEST)
}
