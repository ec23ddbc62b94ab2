import { type AnnotatorCount, type Counts, countAnnotations, type TagCount } from '../counts.ts'
import { grouped, percent } from '../plain-words.ts'
import type { ReportInput } from '../report-input.ts'
import { type Entry, tagClass } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'

/** Counts and shares per tag and per annotator, as two tables with bars. */
export function numbersHtml(input: ReportInput, entries: readonly Entry[]): Html {
  const annotations = entries.map(({ annotation }) => annotation)
  const counts = countAnnotations(annotations, input.layers, input.tags, input.story.text.length)
  return html`<div class="tables">
${tagTable(counts)}
${counts.annotators.length === 0 ? nothing : annotatorTable(counts)}
</div>`
}

const NO_BREAK = '\u00A0'

const SHARES = html`<th scope="col" class="figure">Count</th><th scope="col" class="figure">Share</th><th scope="col" class="figure">Of text</th>`

function tagTable({ tags, total }: Counts): Html {
  return html`<table class="counts">
<caption>By tag</caption>
<thead><tr><th scope="col">Tag</th>${SHARES}<td class="bar"></td></tr></thead>
<tbody>
${join(tags.map((row, index) => tagRow(row, index)))}</tbody>
<tfoot><tr><th scope="row">All</th>${figures(total)}<td class="bar"></td></tr></tfoot>
</table>`
}

function tagRow(row: TagCount, index: number): Html {
  return html`<tr class="t${index}"><th scope="row"><span class="tag">${row.tag.label}</span></th>${figures(row)}<td class="bar">${bar([{ className: `t${index}`, share: row.share }])}</td></tr>
`
}

function annotatorTable({ annotators, tags, total }: Counts): Html {
  return html`<table class="counts">
<caption>By annotator</caption>
<thead><tr><th scope="col">Annotator</th>${SHARES}<td class="bar"></td></tr></thead>
<tbody>
${join(annotators.map((row) => annotatorRow(row, tags, total.annotations)))}</tbody>
</table>`
}

function annotatorRow(row: AnnotatorCount, tags: readonly TagCount[], all: number): Html {
  const scheme = tags.map(({ tag }) => tag)
  const used = scheme.filter((tag) => row.byTag.has(tag.id))
  const words = used
    .map((tag) => `${tag.label} ${grouped(row.byTag.get(tag.id) ?? 0)}`.replaceAll(' ', NO_BREAK))
    .join(', ')
  const parts = used.map((tag) => ({
    className: tagClass(scheme, tag.id),
    share: (row.byTag.get(tag.id) ?? 0) / all,
  }))
  return html`<tr><th scope="row"><bdi>${row.name}</bdi><span class="detail">${words}</span></th>${figures(row)}<td class="bar">${bar(parts)}</td></tr>
`
}

function figures({ annotations, share, coveredShare }: Counts['total']): Html {
  return html`<td class="figure">${grouped(annotations)}</td><td class="figure">${percent(share)}</td><td class="figure">${percent(coveredShare)}</td>`
}

/** The figures stand beside it in words, so it is only for the eye. */
function bar(parts: readonly { readonly className: string; readonly share: number }[]): Html {
  let x = 0
  const boxes = parts.map(({ className, share }) => {
    const width = Math.round(share * 1000) / 10
    const box = html`<rect class="${className}" x="${x}" y="0" width="${width}" height="8"/>`
    x = Math.round((x + width) * 10) / 10
    return box
  })
  return html`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" x="0" y="0" width="100" height="8"/>${join(boxes)}</svg>`
}
