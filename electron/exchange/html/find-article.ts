import type { Element, ElementContent, Root } from 'hast'
import { articleParts } from './article-parts.ts'
import { withoutFurniture } from './furniture.ts'
import type { PageFacts } from './page-facts.ts'
import { headlineIn } from './page-headline.ts'
import { keptByReadability } from './readability.ts'
import { weightOf } from './weight.ts'

/** Elements that cannot be all of an article. */
const tooSmall = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd tr tbody thead table figure figcaption pre blockquote'.split(' '),
)

/**
 * The article of a page: Readability says where it is and what in it looks like furniture; the headline above it, and
 * what stands between, come along. null: no article was found.
 * @param body of `cleanHtml` and `withParagraphs`
 */
export function findArticle(body: Root, facts: PageFacts): Root | null {
  const page = withoutFurniture(body)
  const kept = keptByReadability(page)
  if (kept === null) return null
  const paths = pathsOf(page)
  const root = rootOf(kept, paths, facts.isLive)
  if (root === null) return null
  return articleFrom(page, root, kept, facts)
}

function articleFrom(page: Root, around: Element | Root, kept: ReadonlySet<Element>, facts: PageFacts): Root {
  const headline = headlineIn(page, around, facts.titles)
  const root = facts.isLive || headline === null ? around : ownArticle(around, headline)
  const parts = articleParts(kept)
  const children = headline === null || root === page ? parts(root) : withHead(page, headline, root, parts)
  return { type: 'root', children: children.map((node) => promoted(node, headline)) }
}

/** Of several articles in a row the one whose headline the page has for its title. */
function ownArticle(around: Element | Root, headline: Element): Element | Root {
  const articles = (around.children as Node[]).filter((child): child is Element => isArticle(child))
  const own = articles.find((article) => holds(article, headline))
  return own !== undefined && articles.length > 1 ? own : around
}

type Paths = ReadonlyMap<Element, readonly (Element | Root)[]>

/** The ancestors of each element, the page first. */
function pathsOf(page: Root): Paths {
  const paths = new Map<Element, readonly (Element | Root)[]>()
  const visit = (parent: Element | Root, path: readonly (Element | Root)[]) => {
    const inner = [...path, parent]
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      paths.set(child, inner)
      visit(child, inner)
    }
  }
  visit(page, [])
  return paths
}

/** The element that the article fills, or the page. */
function rootOf(kept: ReadonlySet<Element>, paths: Paths, isLive: boolean): Element | Root | null {
  let common: readonly (Element | Root)[] | null = null
  for (const element of kept) {
    const path = paths.get(element)
    if (path === undefined || !hasOwnWords(element)) continue
    const own = [...path, element]
    const before: readonly (Element | Root)[] = common ?? own
    let same = 0
    while (same < before.length && before[same] === own[same]) same++
    common = before.slice(0, same)
  }
  const around = common?.filter((node) => node.type === 'root' || !tooSmall.has(node.tagName)) ?? []
  const articles = around.filter((node) => isArticle(node))
  const article = articles.at(-1)
  const beside = article === undefined ? undefined : around[around.indexOf(article) - 1]
  if (isLive && beside !== undefined && beside.children.filter(isArticle).length > 1) return beside
  return article ?? around.at(-1) ?? null
}

type Node = Root | Root['children'][number]

function isArticle(node: Node): boolean {
  return node.type === 'element' && (node.tagName === 'article' || node.properties.role === 'article')
}

function hasOwnWords(element: Element): boolean {
  return element.children.some((child) => child.type === 'text' && weightOf(child).all > 0)
}

/** The page from the headline to the end of the article, and a picture right above; less what is furniture. */
function withHead(page: Root, headline: Element, root: Element | Root, parts: Parts): ElementContent[] {
  let state: 'before' | 'between' | 'after' = 'before'
  const hasBoth = (node: Element | Root) => holds(node, headline) && (node === root || holds(node, root))
  const walk = (node: Element | Root, wasNear: boolean): ElementContent[] => {
    const isNear = wasNear || !node.children.some((child) => child.type === 'element' && hasBoth(child))
    return (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (state === 'after' || child.type !== 'element') return []
      if (child === root) {
        state = 'after'
        return [{ ...child, children: parts(child) }]
      }
      if (child === headline) {
        state = 'between'
        return [child]
      }
      if (holds(child, root) || holds(child, headline)) return [{ ...child, children: walk(child, isNear) }]
      if (state === 'between') return parts({ type: 'root', children: [child] })
      return isNear && child.tagName === 'figure' ? [child] : []
    })
  }
  return walk(page, false)
}

type Parts = (of: Element | Root) => ElementContent[]

function holds(element: Element | Root, wanted: Element | Root): boolean {
  return element.children.some(
    (child) => child === wanted || (child.type === 'element' && holds(child, wanted)),
  )
}

/** The headline as `<h1>`, whatever the page made of it. */
function promoted(node: ElementContent, headline: Element | null): ElementContent {
  if (node.type !== 'element') return node
  if (node === headline) return { ...node, tagName: 'h1' }
  return { ...node, children: node.children.map((child) => promoted(child, headline)) }
}
