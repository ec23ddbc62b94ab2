import type { Element, Root } from 'hast'
import { textOf } from '../../../shared/story/hast-inline.ts'

/**
 * The headline of an article: the heading that says what the page calls its story, else the first `<h1>` in the
 * article, else the last one above it. null: there is none. A heading below the article is another story's.
 */
export function headlineIn(page: Root, root: Element | Root, titles: readonly string[]): Element | null {
  const above: Element[] = []
  const within: Element[] = []
  let where: 'above' | 'within' | 'below' = root === page ? 'within' : 'above'
  const visit = (node: Element | Root) => {
    for (const child of node.children) {
      if (child.type !== 'element' || where === 'below') continue
      const isHeading = /^h[1-3]$/.test(child.tagName)
      if (isHeading && textOf(child).trim() !== '') (where === 'above' ? above : within).push(child)
      if (child === root) where = 'within'
      visit(child)
      if (child === root) where = 'below'
    }
  }
  visit(page)
  const near = [...within, ...above.toReversed()]
  for (const title of titles) {
    const named = near.find((heading) => says(title, textOf(heading)))
    if (named !== undefined) return named
  }
  return near.find(({ tagName }) => tagName === 'h1') ?? lineIn(root, titles)
}

/** In a page without headings, the words in big or bold letters that say what the page is called. */
function lineIn(root: Element | Root, titles: readonly string[]): Element | null {
  for (const child of root.children) {
    if (child.type !== 'element') continue
    const inner = lineIn(child, titles)
    if (inner !== null) return inner
    if (!lines.has(child.tagName)) continue
    const words = letters(textOf(child))
    if (words.length >= SHORTEST_TITLE && titles.some((title) => letters(title).includes(words))) return child
  }
  return null
}

const lines = new Set(['b', 'strong', 'font', 'big', 'span', 'p'])

/** UTF-16 units of letters that make a heading more than a common word in the title, such as the site's name. */
const SHORTEST_TITLE = 12

function says(title: string, heading: string): boolean {
  const wanted = letters(title)
  const found = letters(heading)
  return found === wanted || (found.length >= SHORTEST_TITLE && wanted.includes(found))
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}
