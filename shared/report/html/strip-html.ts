import { isPlaced } from '../../annotation/annotation.ts'
import { countAnnotations } from '../counts.ts'
import { count, percent } from '../plain-words.ts'
import type { ReportInput } from '../report-input.ts'
import { tagsOf } from '../report-tags.ts'
import { stripRows } from '../strip.ts'
import { type Entry, tagClass } from './entry.ts'
import { type Html, html, join } from './html.ts'
import { mainDirection } from './story-tongue.ts'

// In units of the picture, which is stretched to the width of the page.
const WIDTH = 1000
const ROW = 12
const GAP = 4
/** One marked word in a long read is still as wide as a hair line. */
const LEAST = 0.0025

/** The whole story from left to right, a row for each tag: where it was used. With its legend. */
export function overviewHtml(input: ReportInput, entries: readonly Entry[]): Html {
  const annotations = entries.map(({ annotation }) => annotation)
  const { tags } = countAnnotations(annotations, input.layers, input.tags, input.story.text.length)
  const scheme = tagsOf(input.tags, annotations)
  return html`${stripHtml(input, entries)}
<ul class="legend">${join(
    tags.map(
      ({ tag, annotations: used, coveredShare }) =>
        html`<li><mark class="${tagClass(scheme, tag.id)} l0">${tag.label}</mark> <span class="use">${
          used === 0 ? 'not used' : `${count(used, 'mark')}, ${percent(coveredShare)} of the text`
        }</span><span class="meaning">${tag.description}</span></li>`,
    ),
  )}</ul>`
}

/** The start of the story is where its first line begins: a story in Arabic runs from the right. */
function stripHtml({ story, tags: scheme }: ReportInput, entries: readonly Entry[]): Html {
  const placed = entries.map(({ annotation }) => annotation).filter(isPlaced)
  const tags = tagsOf(
    scheme,
    entries.map(({ annotation }) => annotation),
  )
  const rows = stripRows(
    placed,
    story.text.length,
    tags.map((tag) => tag.id),
    LEAST,
  )
  const height = tags.length * (ROW + GAP) - GAP
  const description = tags
    .map(
      (tag) =>
        `${tag.label}: ${count(rows.find((row) => row.tag === tag.id)?.stretches.length ?? 0, 'stretch', 'stretches')}`,
    )
    .join('; ')
  const turned = mainDirection(story) === 'rtl' ? ' mirrored' : ''
  return html`<svg class="strip${turned}" role="img" aria-labelledby="strip-title strip-text" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none">
<title id="strip-title">Where each tag was used, from the start of the story to its end</title>
<desc id="strip-text">${description}.</desc>
${join(
  rows.map((row, index) => {
    const y = index * (ROW + GAP)
    const path = row.stretches.map(
      ({ start, end }) => `M${units(start)} ${y}H${units(end)}v${ROW}H${units(start)}z`,
    )
    return html`<rect class="ground" x="0" y="${y}" width="${WIDTH}" height="${ROW}"/><path class="t${index}" d="${path.join('')}"/>
`
  }),
)}</svg>`
}

function units(part: number): number {
  return Math.round(part * WIDTH * 10) / 10
}
