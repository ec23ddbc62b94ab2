import { isPlaced, type Layer, type PlacedAnnotation } from '../../annotation/annotation.ts'
import { type BlockAgreement, type Comparison, compareMarks, type MarkAgreement } from '../agreement.ts'
import { count, grouped } from '../plain-words.ts'
import type { ReportInput } from '../report-input.ts'
import type { Stop } from './contents-html.ts'
import type { Entry } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'
import { noteHtml } from './note-html.ts'
import { blockHtml, type Telling } from './story-block.ts'
import { linksHtml, tellingOf } from './story-html.ts'
import { type BlockLayout, layOut } from './story-layout.ts'

/** Two annotators of a report, and what each of them marked. */
export interface Pair {
  readonly layers: readonly [Layer, Layer]
  readonly entries: readonly [readonly Entry[], readonly Entry[]]
  readonly comparison: Comparison
}

/** The two layers that a report compares; null: it doesn't, or one of them is not among those chosen. */
export function comparedLayers({ layers, choice }: ReportInput): readonly [Layer, Layer] | null {
  const [first, second] = (choice.compare ?? []).map((id) => layers.find(({ annotator }) => annotator === id))
  return first === undefined || second === undefined || first === second ? null : [first, second]
}

export function pairOf(layers: readonly [Layer, Layer], input: ReportInput, entries: readonly Entry[]): Pair {
  const of = ({ annotator }: Layer) => entries.filter(({ annotation }) => annotation.creator === annotator)
  const [first, second] = [of(layers[0]), of(layers[1])]
  const comparison = compareMarks(placedOf(first), placedOf(second), input.story.blocks)
  return { layers, entries: [first, second], comparison }
}

function placedOf(entries: readonly Entry[]): readonly PlacedAnnotation[] {
  return entries.map(({ annotation }) => annotation).filter(isPlaced)
}

/** A sign, so that it is seen without colours, and words. The style sheet draws the sign: it is no text. */
const signs: Readonly<
  Record<BlockAgreement, { readonly sign: string; readonly words: (names: Names) => string }>
> = {
  same: { sign: '=', words: () => 'same tags' },
  'other-tags': { sign: '≠', words: () => 'tags differ' },
  partly: { sign: '≈', words: () => 'only in part' },
  'first-only': { sign: '◧', words: ([name]) => `only ${name}` },
  'second-only': { sign: '◨', words: ([, name]) => `only ${name}` },
  neither: { sign: '', words: () => 'no marks' },
}

type Names = readonly [string, string]

/** The story twice, side by side, paragraph by paragraph: between them how far the two agree. */
export function sidesHtml({ story }: ReportInput, stops: readonly Stop[], pair: Pair): Html {
  const names = namesOf(pair)
  const one = tellingOf(story, stops, 'one')
  const two = tellingOf(story, stops, 'two')
  const first = layOut(story, pair.entries[0])
  const second = layOut(story, pair.entries[1])
  const direction = one.direction === 'rtl' ? html` dir="rtl"` : nothing
  return html`<div class="sides"${direction}>
<p class="sides-head" aria-hidden="true"><bdi>${names[0]}</bdi><span></span><bdi>${names[1]}</bdi></p>
${join(
  first.map((layout, index) => {
    const agreement = pair.comparison.blocks[index] ?? 'neither'
    const other = second[index] ?? layout
    if (layout.words === '')
      return html`<div class="gap">${blockHtml(one, layout, index)}
${blockHtml(two, other, index)}
</div>
`
    return html`<div class="pair ${agreement}">
${signHtml(layout, agreement, names)}
${sideHtml(one, layout, index, names[0])}
${sideHtml(two, other, index, names[1])}
</div>
`
  }),
)}</div>
${linksHtml(story)}`
}

function signHtml({ number }: BlockLayout, agreement: BlockAgreement, names: Names): Html {
  const { sign, words } = signs[agreement]
  const place =
    number === null
      ? nothing
      : html`<span class="pair-number"><span class="unseen">Paragraph </span>${number}</span> `
  return html`<p class="sign">${place}<b aria-hidden="true" data-sign="${sign}"></b> <span class="says" dir="auto">${words(names)}</span></p>`
}

function sideHtml(telling: Telling, layout: BlockLayout, index: number, name: string): Html {
  const notes =
    layout.notes.length === 0
      ? nothing
      : html`<div class="notes">
${join(layout.notes.map(noteHtml))}</div>
`
  return html`<div class="side"><p class="who"><bdi>${name}</bdi></p>
${blockHtml(telling, layout, index)}
${notes}</div>`
}

/** How far they agree, in words and figures. */
export function agreementHtml(pair: Pair): Html {
  const names = namesOf(pair)
  const { first, second, blocks } = pair.comparison
  const row = (words: string, agreement: MarkAgreement) =>
    html`<tr><th scope="row">${words}</th>${[first, second].map((says) => figure(says.filter((one) => one === agreement).length))}</tr>
`
  const lost = pair.entries.map((entries) => entries.filter(({ place }) => place === null).length)
  return html`<ul class="agreement">${join(
    shown.map((agreement) => {
      const { sign, words } = signs[agreement]
      const used = blocks.filter((one) => one === agreement).length
      return html`<li class="${agreement}"><b class="sign-box" aria-hidden="true" data-sign="${sign}"></b> <span>${count(used, 'paragraph')}: <span dir="auto">${explained[agreement](names, words(names))}</span></span></li>`
    }),
  )}</ul>
<table class="counts agreeing">
<caption>Mark by mark</caption>
<thead><tr><td></td>${names.map((name) => html`<th scope="col" class="figure"><bdi>${name}</bdi></th>`)}</tr></thead>
<tbody>
${row('The other set the same tag on these words or some of them', 'same')}${row('The other set another tag there', 'other-tag')}${row('The other marked nothing there', 'alone')}${
  lost.some((some) => some > 0)
    ? html`<tr><th scope="row">Not found in the text</th>${lost.map(figure)}</tr>
`
    : nothing
}</tbody>
<tfoot><tr><th scope="row">All marks</th>${pair.entries.map((entries) => figure(entries.length))}</tr></tfoot>
</table>`
}

const shown: readonly BlockAgreement[] = ['same', 'other-tags', 'partly', 'first-only', 'second-only']

const explained: Readonly<Record<BlockAgreement, (names: Names, words: string) => string>> = {
  same: () => 'both marked the same words, with the same tags',
  'other-tags': () => 'both marked the same words, but with different tags somewhere',
  partly: () => 'both marked, and some words only one of them',
  'first-only': (_, words) => `${words} marked`,
  'second-only': (_, words) => `${words} marked`,
  neither: (_, words) => words,
}

function figure(value: number): Html {
  return html`<td class="figure">${grouped(value)}</td>`
}

function namesOf({ layers }: Pair): Names {
  return [layers[0].name, layers[1].name]
}
