import { directionOf } from '../../story/direction.ts'
import type { Story } from '../../story/story.ts'
import { safeHref } from '../../tags/field-value.ts'
import type { Entry } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'
import { noteHtml } from './note-html.ts'
import { type BlockLayout, type Layered, layOut, type MarkLayer } from './story-layout.ts'

/**
 * The story with its marks, and after each block the notes that belong to it; the style sheet puts them beside
 * the text where there is room. The text of the elements with class `b`, without the numbers (`sup`), joined by
 * line feeds, is the story text. `language`: of the story, as a language tag; null: unknown.
 */
export function storyHtml(story: Story, entries: readonly Entry[], language: string | null): Html {
  /** Marks of which a part was written: links lead to the first. */
  const begun = new Set<MarkLayer>()
  return join(
    layOut(story, entries).map(
      (layout) => html`${blockHtml(story, layout, language, begun)}
${layout.notes.length === 0 ? nothing : notesHtml(layout)}`,
    ),
  )
}

function notesHtml({ notes, rows }: BlockLayout): Html {
  return html`<div class="notes" style="grid-row-end:span ${rows}">
${join(notes.map(noteHtml))}</div>
`
}

function blockHtml(story: Story, layout: BlockLayout, language: string | null, begun: Set<MarkLayer>): Html {
  const { block, words, number, lanes } = layout
  const attributes = [
    html` class="b ${block.kind}${spaceClass(story, words)}" lang="${language ?? ''}"`,
    directionOf(words) === 'rtl' ? html` dir="rtl"` : nothing,
    number === null ? nothing : html` data-number="${number}"`,
    block.marker === '' ? nothing : html` data-marker="${block.marker}"`,
    lanes > 0 || block.level > 0 ? html` style="--lanes:${lanes};--level:${block.level}"` : nothing,
  ]
  const element = elementOf(layout)
  return html`<${element}${attributes}>${contentHtml(story.text, layout, begun)}</${element}>`
}

/** Columns made of blanks stay as they are; elsewhere lines that were wrapped by hand flow again. */
function spaceClass(story: Story, words: string): string {
  if (/[ \t]{2}|\t|^ /.test(words)) return ' exact'
  return story.hardWrapped ? ' wrapped' : ''
}

function elementOf({ block, words, heading }: BlockLayout): string {
  if (words.trim() === '') return 'div'
  if (heading !== null) return `h${heading}`
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
  const id = begun.has(layer) ? nothing : html` id="mark-${layer.entry.number}"`
  begun.add(layer)
  return html`<mark class="${layer.entry.tagClass} l${layer.lane}"${id}>`
}

function closing(layer: Layered): Html {
  return 'inline' in layer ? html`</${INLINE_ELEMENT[layer.inline.kind]}>` : html`</mark>`
}

/** The number after a mark: leads to the note if there is one, else to the row of the table. */
function numberHtml(mark: MarkLayer, begun: Set<MarkLayer>): Html {
  const { number, hasNote, tag, tagClass, annotator } = mark.entry
  const goal = hasNote ? `note-${number}` : `row-${number}`
  // A mark of line feeds alone has nothing else to lead to.
  const id = begun.has(mark) ? nothing : html` id="mark-${number}"`
  return html`<sup class="${tagClass}"${id}><a href="#${goal}" aria-label="${number}, ${tag.label}, ${annotator}">${number}</a></sup>`
}
