import type { Element, ElementContent, Root } from 'hast'
import { allNames } from '../../../shared/story/html/hints.ts'
import { weightOf } from './weight.ts'

const tags = new Set(['nav', 'menu', 'dialog', 'search', 'form'])

const roles = new Set(
  'navigation search dialog alertdialog menu menubar toolbar contentinfo tablist'.split(' '),
)

/** Words in the names of what stands around stories; the names of newsrooms' own systems, and of two that fill them. */
const words = new Set(
  (
    'nav navbar navigation menu breadcrumb breadcrumbs sidebar share shares sharing sharebar social newsletter ' +
    'newsletters subscribe subscription signup related recirc recirculation recommended recommendations promo promos ' +
    'advert adverts advertisement advertising ad ads adslot sponsor sponsored outbrain taboola cookie cookies consent ' +
    'gdpr comments disqus pagination pager toolbar taglist topics trending popular mostread readmore paywall skip ' +
    'skiplink popup modal toast login noprint'
  ).split(' '),
)
const phrases =
  /(?:^|-)(?:most-(?:read|popular|viewed)|read-(?:more|next|also)|more-(?:stories|news|on|from)|also-on|sign-up|tag-list|no-print|see-also|up-next)(?:-|$)/

/** A wrapper of the story may have such a name, too: `has-sidebar`. It holds more than this share of the page. */
const MOST = 0.5

/**
 * A page without menus, share buttons, forms, notices on cookies and lists of other stories, as far as elements and
 * names tell. What holds the headline or half of the words stays, whatever its name is.
 */
export function withoutFurniture(body: Root): Root {
  const limit = weightOf(body).all * MOST
  const kept = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return [node]
      if (isFurniture(node) && weightOf(node).all <= limit && !holdsStory(node)) return []
      return [{ ...node, children: kept(node.children) }]
    })
  return { type: 'root', children: kept(body.children as ElementContent[]) }
}

/** By its element, its role or its name something that stands around stories. */
export function isFurniture({ tagName, properties }: Element): boolean {
  // A post that is quoted has names such as `social`.
  if (tagName === 'blockquote' || tagName === 'figure') return false
  if (tags.has(tagName) || roles.has(String(properties.role ?? ''))) return true
  return allNames({ className: properties.className, id: properties.id }).some(
    (name) => phrases.test(name) || name.split('-').some((word) => words.has(word)),
  )
}

function holdsStory(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === 'element' &&
      (child.tagName === 'h1' ||
        child.tagName === 'main' ||
        child.properties.itemProp?.toString() === 'articleBody' ||
        holdsStory(child)),
  )
}
