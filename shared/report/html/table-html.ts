import { count, shortDate } from '../plain-words.ts'
import { shortened } from './contents-html.ts'
import type { Entry } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'
import { wordsHtml } from './note-html.ts'

/** Longest quote in the table, in code points. The words themselves stand in the story, one click away. */
const LONGEST_QUOTE = 180

/** A larger table is laid out in groups of rows, as they come near, and leaves the notes where they stand. */
const LARGE = 200
const GROUP = 50

/** Every annotation, one row each, in reading order, orphans last. */
export function tableHtml(entries: readonly Entry[]): Html {
  if (entries.length === 0) return html`<p class="none">No annotations in the chosen layers.</p>`
  const isLarge = entries.length >= LARGE
  const groups = isLarge ? inGroups(entries) : [entries]
  return html`<table class="all${isLarge ? ' large' : ''}">
<caption>${count(entries.length, 'annotation')} in reading order. Place: from–to in characters (Unicode code points) of the story text.</caption>
<thead><tr><th scope="col">No.</th><th scope="col">Tag</th><th scope="col">Words</th><th scope="col">Note and fields</th><th scope="col">Annotator</th><th scope="col" class="figure">Par.</th><th scope="col" class="figure">Place</th></tr></thead>
${groups.map(
  (group) => html`<tbody>
${join(group.map((entry) => rowHtml(entry, isLarge)))}</tbody>
`,
)}</table>`
}

function inGroups(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const count = Math.ceil(entries.length / GROUP)
  return Array.from({ length: count }, (_, index) => entries.slice(index * GROUP, (index + 1) * GROUP))
}

function rowHtml(entry: Entry, isLarge: boolean): Html {
  const { number, tag, tagClass, layerClass, annotation, annotator, paragraph, place } = entry
  const goal = place === null ? `orphan-${number}` : `mark-${number}`
  const beside =
    entry.answers.length === 0
      ? 'beside the text'
      : `${count(entry.answers.length, 'reply', 'replies')} beside the text`
  const where = place === null ? html`not found` : html`${place.start}–${place.end}`
  return html`<tr id="row-${number}" class="${tagClass} ${layerClass}"><th scope="row"><a class="number" href="#${goal}" aria-label="${number}, to the marked words">${number}</a></th><td><span class="tag">${tag.label}</span></td><td><q lang="" dir="auto">${shortened(annotation.quote, LONGEST_QUOTE)}</q></td><td>${
    entry.hasNote && place !== null
      ? html`${isLarge ? nothing : wordsHtml(entry)}<a class="to-note" href="#note-${number}">${beside}</a>`
      : wordsHtml(entry)
  }</td><td><bdi>${annotator}</bdi><time class="detail" datetime="${annotation.modified}">${shortDate(annotation.modified)}</time></td><td class="figure${paragraph === null ? ' absent' : ''}" data-label="Paragraph">${paragraph ?? '–'}</td><td class="figure" data-label="Place">${where}</td></tr>
`
}
