import type { Element, Root } from 'hast'
import { fromHast } from '../../../shared/story/from-hast.ts'
import { textOf } from '../../../shared/story/hast-inline.ts'
import type { Resolve } from '../../../shared/story/html/addresses.ts'
import { cleanHtml } from '../../../shared/story/html/clean-html.ts'
import { counted } from '../../../shared/story/html/counted.ts'
import { untold } from '../../../shared/story/html/left-out.ts'
import { withParagraphs } from '../../../shared/story/html/paragraphs.ts'
import { parsePage } from '../../../shared/story/html/parse-html.ts'
import { plainPage } from '../../../shared/story/html/plain-page.ts'
import type { Story } from '../../../shared/story/story.ts'
import { plain, StoryBuilder } from '../../../shared/story/story-builder.ts'
import { countWords } from '../../../shared/story/words.ts'
import { findArticle } from './find-article.ts'
import { withBylines } from './head-bylines.ts'
import { pageFacts } from './page-facts.ts'
import { weightOf } from './weight.ts'

/**
 * Readers `html/1` and `html-page/1`: a saved web page. The article is found and the rest left out, unless the whole
 * page is wanted; nothing of the page is run or fetched. Never fails: a page without an article is read whole, one
 * that is nested beyond reason gives its plain paragraphs, each with a warning.
 * @param raw decoded text, its byte order mark taken off
 */
export function readHtml(name: string, raw: string, options: { readonly wholePage: boolean }): Story {
  const reader = options.wholePage ? 'html-page/1' : 'html/1'
  const setting = { name, format: 'html', reader, hardWrapped: false } as const
  try {
    const read = readPage(raw, options.wholePage)
    if (read !== null) return { ...setting, ...read }
  } catch {
    // A page that trips the reader still has words.
  }
  return { ...setting, ...readPlainly(raw) }
}

type Read = Pick<Story, 'text' | 'blocks' | 'marks' | 'images' | 'meta' | 'warnings'>

/** null: the page cannot be read as a tree. */
function readPage(raw: string, wholePage: boolean): Read | null {
  const page = parsePage(raw)
  if (page === null) return null
  const facts = pageFacts(page.tree)
  const body = withParagraphs(cleanHtml(bodyOf(page.tree), resolver(facts.base)))
  const article = wholePage ? null : findArticle(body, facts)
  const tree = withBylines(article ?? body)
  const story = fromHast(tree).finish()
  const warnings = [
    ...(page.flattened
      ? ['Parts of the page are nested so deeply that only their words and their order were kept.']
      : []),
    ...(wholePage ? [] : around(body, article, story.text)),
    ...untold(tree),
  ]
  return { ...story, meta: facts.meta, warnings }
}

/** What stands in the window of a browser. */
function bodyOf(tree: Root): Root {
  const html = tree.children.find((node): node is Element => node.type === 'element')
  const body = html?.children.find(
    (node): node is Element =>
      node.type === 'element' && (node.tagName === 'body' || node.tagName === 'frameset'),
  )
  return { type: 'root', children: body?.children ?? [] }
}

/**
 * A `<base>` with a web address is what a browser reads relative addresses from, so they are shown as that. Any other
 * `<base>` could turn the path of a picture beside the page into one elsewhere on the computer, and is ignored.
 */
function resolver(base: string): Resolve {
  if (base === '') return (written) => written
  return (written) => {
    try {
      return new URL(written, base).href
    } catch {
      return ''
    }
  }
}

/** UTF-16 units of words: a story of its own, no teaser. */
const OTHER_ARTICLE = 400
/** Titles that a warning names. */
const MOST_TITLES = 3

/** What of the page is not in the article. */
function around(body: Root, article: Root | null, text: string): readonly string[] {
  if (article === null)
    return weightOf(body).all === 0 ? [] : ['No article was found in the page, so the whole page is shown.']
  const words = countWords(fromHast(body).finish()) - countWords({ text })
  if (words <= 0) return []
  const others = otherArticles(body, text)
  const named = others.slice(0, MOST_TITLES).map((title) => `“${title}”`)
  return [
    ...(named.length === 0 ? [] : [`The page holds more than one article. Left out: ${named.join(', ')}.`]),
    `${counted(words, 'word', 'words')} left out around the article, such as menus and links to other stories. Show the whole page to see them.`,
  ]
}

/** The headings of articles that are not in the text. */
function otherArticles(body: Root, text: string): readonly string[] {
  const titles: string[] = []
  const visit = (node: Element | Root) => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const title = child.tagName === 'article' && weightOf(child).all >= OTHER_ARTICLE ? titleOf(child) : ''
      if (title !== '' && !text.includes(title)) titles.push(title)
      else visit(child)
    }
  }
  visit(body)
  return titles
}

function titleOf(node: Element): string {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const title = /^h[1-4]$/.test(child.tagName) ? textOf(child) : titleOf(child)
    if (title.trim() !== '') return title.replace(/\s+/gu, ' ').trim()
  }
  return ''
}

function readPlainly(raw: string): Read {
  const builder = new StoryBuilder()
  for (const paragraph of plainPage(raw)) builder.add('paragraph', plain(paragraph))
  return {
    ...builder.finish(),
    meta: {},
    warnings: [
      'The code of this page is too tangled to read, so all its words are shown as plain paragraphs.',
    ],
  }
}
