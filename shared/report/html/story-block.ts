import { directionOf } from '../../story/direction.ts'
import type { Story } from '../../story/story.ts'
import { safeHref } from '../../tags/field-value.ts'
import type { Entry } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'
import type { BlockLayout, Layered, MarkLayer } from './story-layout.ts'

/** What is the same for all blocks of one telling of the story. */
export interface Telling {
  readonly story: Story
  /** Of the story, as a language tag; null: unknown. */
  readonly language: string | null
  /** In which the story runs as a whole. */
  readonly direction: 'ltr' | 'rtl'
  /** Ids for the table of contents, by block index. */
  readonly anchors: ReadonlyMap<number, string>
  /** Which of two columns; the second has no headings and anchors of its own. null: the story stands once. */
  readonly column: 'one' | 'two' | null
  /** Marks of which a part was written: links lead to the first. */
  readonly begun: Set<MarkLayer>
}

/** Longest address of a picture, in UTF-16 units; longer ones are pictures inside the document. */
const LONGEST_SOURCE = 120

/**
 * A block with its marks. The text of the elements with class `b`, without the numbers (`sup`), joined by line
 * feeds, is the story text.
 */
export function blockHtml(telling: Telling, layout: BlockLayout, index: number): Html {
  const { story, language, direction, anchors, column, begun } = telling
  const { block, words, number, lanes } = layout
  const anchor = column === 'two' ? undefined : anchors.get(index)
  const own = directionOf(words)
  const place = column === null ? '' : ` ${column}`
  const attributes = [
    html` class="b${place} ${block.kind}${spaceClass(story, words)}" lang="${language ?? ''}"`,
    own !== direction && /\p{L}/u.test(words) ? html` dir="${own}"` : nothing,
    anchor === undefined ? nothing : html` id="${anchor}"`,
    number === null ? nothing : html` data-number="${number}"`,
    block.marker === '' ? nothing : html` data-marker="${block.marker}"`,
    block.kind === 'image' ? sourceAttribute(story, block.start) : nothing,
    lanes > 0 || block.level > 0 ? html` style="--lanes:${lanes};--level:${block.level}"` : nothing,
  ]
  const element = elementOf(layout, column)
  return html`<${element}${attributes}>${contentHtml(story.text, layout, begun)}</${element}>`
}

/** Pictures are not in the report and are never fetched: their place tells where they are. */
function sourceAttribute({ images }: Story, start: number): Html {
  const source = images.find(({ at }) => at === start)?.source ?? ''
  if (source === '' || source.length > LONGEST_SOURCE || /^data:/i.test(source)) return nothing
  return html` data-source="${source}"`
}

/** Columns made of blanks stay as they are; elsewhere lines that were wrapped by hand flow again. */
function spaceClass(story: Story, words: string): string {
  if (/[ \t]{2}|\t|^ /.test(words)) return ' exact'
  return story.hardWrapped ? ' wrapped' : ''
}

function elementOf({ block, words, heading }: BlockLayout, column: Telling['column']): string {
  if (words.trim() === '') return 'div'
  if (heading !== null && column !== 'two') return `h${heading}`
  return block.kind === 'quote' ? 'blockquote' : 'p'
}

function contentHtml(text: string, { segments, endings }: BlockLayout, begun: Set<MarkLayer>): Html {
  const parts: Html[] = []
  const open: Layered[] = []
  /** Closes and opens elements until exactly these are open, the first outermost. */
  const nest = (layers: readonly Layered[]): void => {
    const wanted = [...layers].sort(outermostFirst)
    const differs = open.findIndex((layer, index) => layer !== wanted[index])
    const kept = differs === -1 ? open.length : differs
    for (const layer of open.splice(kept).reverse()) parts.push(closing(layer))
    for (const layer of wanted.slice(kept)) {
      parts.push(opening(layer, begun))
      open.push(layer)
    }
  }
  const writeNumbers = (after: number): void => {
    for (const mark of endings.get(after) ?? []) parts.push(numberHtml(mark, begun))
  }
  writeNumbers(-1)
  segments.forEach(({ start, end, over }, index) => {
    nest(over)
    parts.push(html`${text.slice(start, end)}`)
    if (!endings.has(index)) return
    // The number stands inside the marks that go on, so that it doesn't break their tint and line.
    const following = segments[index + 1]?.over ?? []
    nest(over.filter((layer) => 'entry' in layer && following.includes(layer)))
    writeNumbers(index)
  })
  nest([])
  return join(parts)
}

/** Marks around the story's own emphasis and links; of the marks, the one in the lowest lane innermost. */
function outermostFirst(a: Layered, b: Layered): number {
  if ('entry' in a && 'entry' in b) return b.lane - a.lane || a.entry.number - b.entry.number
  if ('inline' in a && 'inline' in b) return INLINE_ORDER[a.inline.kind] - INLINE_ORDER[b.inline.kind]
  return 'entry' in a ? -1 : 1
}

const INLINE_ORDER = { strong: 0, emphasis: 1, strike: 2, code: 3, link: 4 } as const
const INLINE_ELEMENT = { strong: 'strong', emphasis: 'em', strike: 's', code: 'code', link: 'a' } as const

function opening(layer: Layered, begun: Set<MarkLayer>): Html {
  if ('inline' in layer) {
    const href = safeHref(layer.inline.href)
    // An `a` without an address is plain text.
    const attributes = href === null ? nothing : html` class="link" rel="noreferrer" href="${href}"`
    return html`<${INLINE_ELEMENT[layer.inline.kind]}${attributes}>`
  }
  const first = begun.has(layer) ? nothing : nameOf(layer.entry)
  begun.add(layer)
  return html`<mark class="${layer.entry.tagClass} l${layer.lane} ${layer.entry.layerClass}"${first}>`
}

/** Told once, also where a mark is cut into pieces. A mark may not have a name (ARIA 1.3), but a description. */
function nameOf({ number, tag, annotator, hasNote }: Entry): Html {
  const details = hasNote ? html` aria-details="note-${number}"` : nothing
  return html` id="mark-${number}" aria-description="${tag.label}, ${annotator}"${details}`
}

function closing(layer: Layered): Html {
  return 'inline' in layer ? html`</${INLINE_ELEMENT[layer.inline.kind]}>` : html`</mark>`
}

/** The number after a mark: leads to the note if there is one, else to the row of the table. */
function numberHtml(mark: MarkLayer, begun: Set<MarkLayer>): Html {
  const { number, hasNote, tag, tagClass, layerClass, annotator } = mark.entry
  const goal = hasNote ? `note-${number}` : `row-${number}`
  // A mark of line feeds alone has nothing else to lead to.
  const id = begun.has(mark) ? nothing : html` id="mark-${number}"`
  return html`<sup class="${tagClass} ${layerClass}"${id}><a href="#${goal}" aria-label="${number}, ${tag.label}, ${annotator}">${number}</a></sup>`
}
