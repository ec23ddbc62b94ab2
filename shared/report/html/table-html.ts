import { count, shortDate } from '../plain-words.ts'
import type { Entry } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'
import { wordsHtml } from './note-html.ts'

/** Longest quote in the table, in code points. The words themselves stand in the story, one click away. */
const LONGEST_QUOTE = 180

/** Every annotation, one row each, in reading order, orphans last. */
export function tableHtml(entries: readonly Entry[]): Html {
  if (entries.length === 0) return html`<p class="none">No annotations in the chosen layers.</p>`
  return html`<table class="all">
<caption>${count(entries.length, 'annotation')} in reading order. Place: from–to in characters (Unicode code points) of the story text.</caption>
<thead><tr><th scope="col">No.</th><th scope="col">Tag</th><th scope="col">Words</th><th scope="col">Note and fields</th><th scope="col">Annotator</th><th scope="col" class="figure">Par.</th><th scope="col" class="figure">Place</th></tr></thead>
<tbody>
${join(entries.map(rowHtml))}</tbody>
</table>`
}

function rowHtml(entry: Entry): Html {
  const { number, tag, tagClass, annotation, annotator, paragraph, place } = entry
  const goal = place === null ? `orphan-${number}` : `mark-${number}`
  const where = place === null ? html`not found` : html`${place.start}–${place.end}`
  return html`<tr id="row-${number}" class="${tagClass}"><th scope="row"><a class="number" href="#${goal}" aria-label="${number}, to the marked words">${number}</a></th><td><span class="tag">${tag.label}</span></td><td><q lang="" dir="auto">${shortened(annotation.quote)}</q></td><td>${
    entry.hasNote && place !== null
      ? html`${wordsHtml(entry)}<a class="to-note" href="#note-${number}">beside the text</a>`
      : wordsHtml(entry)
  }</td><td><bdi>${annotator}</bdi><time class="detail" datetime="${annotation.modified}">${shortDate(annotation.modified)}</time></td><td class="figure${paragraph === null ? ' absent' : ''}" data-label="Paragraph">${paragraph ?? '–'}</td><td class="figure" data-label="Place">${where}</td></tr>
`
}

/** Annotations whose words are no longer in the story, with all that is left of them. */
export function orphansHtml(entries: readonly Entry[]): Html {
  const orphans = entries.filter(({ place }) => place === null)
  if (orphans.length === 0) return nothing
  return html`<section class="orphans" aria-labelledby="orphans">
<h2 id="orphans">Not found in the text</h2>
<p class="lead">The words of ${count(orphans.length, 'annotation')} are no longer in the story. What was marked and noted is kept here.</p>
<ol>${join(orphans.map(orphanHtml))}</ol>
</section>`
}

function orphanHtml(entry: Entry): Html {
  const { number, tag, tagClass, annotation, annotator } = entry
  return html`<li id="orphan-${number}" class="${tagClass}"><p class="note-head"><a class="number" href="#row-${number}" aria-label="${number}, to its row in the table">${number}</a> <b>${tag.label}</b> <span class="by"><bdi>${annotator}</bdi></span></p>
<blockquote lang="" dir="auto">${annotation.quote}</blockquote>${wordsHtml(entry)}</li>
`
}

/** Cut after a word where there is one, never inside a character. */
function shortened(quote: string): string {
  const points = [...quote]
  if (points.length <= LONGEST_QUOTE) return quote
  const cut = points.slice(0, LONGEST_QUOTE).join('')
  const blank = cut.lastIndexOf(' ')
  return `${blank > LONGEST_QUOTE / 2 ? cut.slice(0, blank) : cut}…`
}
