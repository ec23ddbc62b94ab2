import type { Story } from '../../story/story.ts'
import { safeHref } from '../../tags/field-value.ts'
import type { Stop } from './contents-html.ts'
import type { Entry } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'
import { noteHtml } from './note-html.ts'
import { noteTracks } from './note-places.ts'
import { blockHtml, type Telling } from './story-block.ts'
import { type BlockLayout, layOut } from './story-layout.ts'
import { languageOf, mainDirection } from './story-tongue.ts'

/** A part without a heading in it ends after so many blocks, or so many notes: what is far away is not laid out. */
const MOST_BLOCKS = 40
const MOST_NOTES = 40

/**
 * The story with its marks, and after each block the notes that belong to it; the style sheet puts them beside
 * the text where there is room, and to the end of the part on paper. A part begins at each heading.
 */
export function storyHtml(story: Story, entries: readonly Entry[], stops: readonly Stop[]): Html {
  const telling = tellingOf(story, stops, null)
  const layouts = layOut(story, entries)
  const parts = partsOf(layouts)
  const direction = telling.direction === 'rtl' ? html` dir="rtl"` : nothing
  return html`<div class="story"${direction}>
${join(
  parts.map(
    ({ from, to, notes }) => html`<div class="part${notes > 0 ? ' noted' : ''}">
${layouts.slice(from, to).map(
  (layout, index) => html`${blockHtml(telling, layout, from + index)}
${layout.notes.length === 0 ? nothing : notesHtml(layout, layouts.slice(from + index, to))}`,
)}</div>
`,
  ),
)}</div>
${linksHtml(story)}`
}

/** Blocks from index `from` to before `to`. */
interface Part {
  readonly from: number
  readonly to: number
  readonly notes: number
}

function partsOf(layouts: readonly BlockLayout[]): readonly Part[] {
  const parts: Part[] = []
  let from = 0
  let notes = 0
  layouts.forEach((layout, index) => {
    const isFull = index - from >= MOST_BLOCKS || notes >= MOST_NOTES
    if (index > from && (layout.block.kind === 'heading' || isFull)) {
      parts.push({ from, to: index, notes })
      from = index
      notes = 0
    }
    notes += layout.notes.length
  })
  return [...parts, { from, to: layouts.length, notes }]
}

/** How a story is told, once or in one of two columns. */
export function tellingOf(story: Story, stops: readonly Stop[], column: Telling['column']): Telling {
  return {
    story,
    language: languageOf(story),
    direction: mainDirection(story),
    anchors: new Map(stops.map(({ block, id }) => [block, id])),
    column,
    begun: new Set(),
  }
}

/** @param from the block and those after it in its part */
function notesHtml(layout: BlockLayout, from: readonly BlockLayout[]): Html {
  const { notes, rows } = layout
  const tracks = noteTracks(layout, reach(from, rows))
  const style = tracks === null ? '' : `;--at:${tracks}`
  return html`<div class="notes${tracks === null ? '' : ' level'}" style="grid-row-end:span ${rows}${style}">
${join(notes.map(noteHtml))}</div>
`
}

/** End of the text beside which the notes of the first block may stand. */
function reach(layouts: readonly BlockLayout[], rows: number): number {
  const drawn = layouts.filter(({ block }) => block.kind !== 'blank').slice(0, rows)
  return drawn.at(-1)?.block.end ?? 0
}

/** On paper nobody can follow a link, so the addresses stand at the end of the story. */
export function linksHtml({ text, marks }: Story): Html {
  const links = marks.flatMap(({ kind, start, end, href }) => {
    const safe = kind === 'link' ? safeHref(href) : null
    return safe === null ? [] : [html`<li><q lang="" dir="auto">${text.slice(start, end)}</q> ${safe}</li>`]
  })
  return links.length === 0
    ? nothing
    : html`<div class="links"><p>Links in the story</p><ul>${join(links)}</ul></div>
`
}
