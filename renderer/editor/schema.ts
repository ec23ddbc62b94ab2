import { type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model'
import type { FixedKind } from '../../shared/story/edited.ts'
import type { BlockKind, InlineKind } from '../../shared/story/story.ts'

/** Attributes of every block node. */
export interface BlockAttrs {
  /** Heading level 1–6; nesting depth of an item or quote; 0 elsewhere. */
  readonly level: number
  /** Bullet or number that is not part of the text; empty: none. */
  readonly marker: string
  /** Where the picture of an `image` block comes from; empty elsewhere. */
  readonly source: string
  /** Why it can only be read, also while text is edited; null: it can be edited. No part of the story. */
  readonly fixed: FixedKind | null
}

/** Links that may be shown as links. Anything else, such as `javascript:`, keeps its words only. */
export function isSafeHref(href: unknown): href is string {
  return typeof href === 'string' && /^(https?:\/\/|mailto:)/i.test(href) && URL.canParse(href)
}

type Shape = (attrs: BlockAttrs) => { readonly element: string; readonly class: string }

const as = (element: string, name: string): Shape => {
  const shape = { element, class: name }
  return () => shape
}

/** The element and class of each kind of block. Lists are flat, so an item is a paragraph with its marker. */
const shapes: Readonly<Record<BlockKind, Shape>> = {
  headline: as('h1', 'headline'),
  heading: ({ level }) => ({ element: `h${Math.min(6, Math.max(2, level))}`, class: 'heading' }),
  dateline: as('p', 'dateline'),
  byline: as('p', 'byline'),
  label: as('p', 'label'),
  paragraph: as('p', 'paragraph'),
  item: as('p', 'item'),
  quote: as('blockquote', 'quote'),
  caption: as('p', 'caption'),
  image: as('p', 'image'),
  code: as('pre', 'code'),
  'table-row': as('p', 'table-row'),
  rule: as('p', 'rule'),
  blank: as('p', 'blank'),
}

function blockSpec(kind: BlockKind): NodeSpec {
  const shape = shapes[kind]
  return {
    group: 'block',
    content: '(text | soft_break)*',
    // Ctrl+click would else select the block as a thing.
    selectable: false,
    code: kind === 'code',
    attrs: {
      level: { default: 0, validate: 'number' },
      marker: { default: '', validate: 'string' },
      source: { default: '', validate: 'string' },
      fixed: { default: null, validate: 'string|null' },
    },
    toDOM(node: Node): DOMOutputSpec {
      const attrs = attrsOf(node)
      const { element, class: name } = shape(attrs)
      // The browser finds the direction as our reports do (see direction.ts), and keeps it right while one types.
      const dom: Record<string, string> = {
        class: attrs.fixed === null ? name : `${name} fixed`,
        dir: 'auto',
      }
      if (attrs.marker !== '') dom['data-marker'] = attrs.marker
      if (attrs.source !== '') dom['data-source'] = attrs.source
      if (attrs.level > 0) dom['data-level'] = String(attrs.level)
      return [element, dom, 0]
    },
  }
}

/** ProseMirror keeps attributes untyped; our blocks are only made in story-doc.ts, with all of them. */
export function attrsOf(node: Node): BlockAttrs {
  return node.attrs as BlockAttrs
}

const inlineElements: Readonly<Record<Exclude<InlineKind, 'link'>, string>> = {
  strong: 'strong',
  emphasis: 'em',
  strike: 's',
  code: 'code',
}

const inlineSpec = (element: string): MarkSpec => ({ toDOM: () => [element, 0] })

const linkSpec: MarkSpec = {
  // What is typed behind a link is no part of it.
  inclusive: false,
  attrs: {
    href: {
      // Empty: a link of the source that leads nowhere we would go. It is kept, so that the story stays whole.
      validate(value: unknown) {
        if (value !== '' && !isSafeHref(value))
          throw new RangeError(`not a link that may be shown: ${String(value)}`)
      },
    },
  },
  // Checked again here: documents can be made without check().
  toDOM: ({ attrs: { href } }) =>
    isSafeHref(href) ? ['a', { href, rel: 'noreferrer', title: href }, 0] : ['span', 0],
}

/**
 * The document of a story: doc > chunk+ > block+. A chunk is 10–20 blocks that the browser may skip while they
 * are out of sight; it has no meaning of its own. Every unit of story text inside a block is exactly one
 * position: a `\n` inside a block is a `soft_break` leaf.
 */
export const storySchema = new Schema({
  nodes: {
    doc: { content: 'chunk+' },
    chunk: {
      content: 'block+',
      selectable: false,
      attrs: { lines: { default: 20, validate: 'number' } },
      // How many lines it may have: the height that stands for it until it was on the screen once.
      toDOM: (node) => ['div', { class: 'chunk', style: `--lines: ${node.attrs.lines}` }, 0],
    },
    paragraph: blockSpec('paragraph'),
    headline: blockSpec('headline'),
    heading: blockSpec('heading'),
    dateline: blockSpec('dateline'),
    byline: blockSpec('byline'),
    label: blockSpec('label'),
    item: blockSpec('item'),
    quote: blockSpec('quote'),
    caption: blockSpec('caption'),
    image: blockSpec('image'),
    code: blockSpec('code'),
    'table-row': blockSpec('table-row'),
    rule: blockSpec('rule'),
    blank: blockSpec('blank'),
    text: { group: 'inline' },
    soft_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      // `space`: a line that was wrapped by hand; else a line break that is meant.
      attrs: { space: { validate: 'boolean' } },
      leafText: () => '\n',
      toDOM: (node) => (node.attrs.space ? ['span', { class: 'soft-break' }, ' '] : ['br']),
    },
  },
  marks: {
    link: linkSpec,
    strong: inlineSpec(inlineElements.strong),
    emphasis: inlineSpec(inlineElements.emphasis),
    strike: inlineSpec(inlineElements.strike),
    // A node has the name `code`.
    inline_code: { ...inlineSpec(inlineElements.code), code: true, inclusive: false },
  },
})
