import type { PublicAnnotation, PublicContent } from '../../annotation/annotation.ts'
import { safeHref } from '../../tags/field-value.ts'
import type { LabelledField } from '../report-tags.ts'
import { answersHtml } from './answers-html.ts'
import type { Entry } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'

/** A note as it stands beside the story: number, tag, annotator, words, fields. */
export function noteHtml(entry: Entry): Html {
  const { number, tag, tagClass, layerClass, annotator, answers } = entry
  return html`<div class="note ${tagClass} ${layerClass}" role="note" id="note-${number}" aria-labelledby="note-${number}-tag">
<p class="note-head"><a class="number" href="#mark-${number}" aria-label="${number}, to the marked words">${number}</a>
<b id="note-${number}-tag">${tag.label}</b> <span class="by"><bdi>${annotator}</bdi></span></p>
${wordsHtml(entry)}${answersHtml(answers)}
</div>
`
}

/** What an annotator wrote: note, fields, and other versions of both. */
export function wordsHtml({ annotation, fields }: Entry): Html {
  return html`${annotation.note === '' ? nothing : html`<p class="words" dir="auto">${annotation.note}</p>`}${fieldsHtml(fields)}${driftHtml(annotation)}${join(annotation.alternatives.map(alternativeHtml))}`
}

function fieldsHtml(fields: Entry['fields']): Html {
  if (fields.length === 0) return nothing
  const parts = fields.map(
    (field) => html`<div><dt>${field.label}</dt> <dd dir="auto">${valueHtml(field)}</dd></div>`,
  )
  // Lines may break between two fields.
  return html`<dl class="fields">${join(parts, ' ')}</dl>`
}

/** An address can be followed if it is of a kind that can do no harm; else it is words like any others. */
function valueHtml({ kind, value }: LabelledField): Html | string {
  const href = kind === 'link' ? safeHref(value) : null
  return href === null ? value : html`<a class="link" href="${href}" rel="noopener noreferrer">${value}</a>`
}

/** The words, or the sentence around them, are no longer what the annotator confirmed. */
function driftHtml({ drift, quote }: PublicAnnotation): Html {
  if (drift === 'none') return nothing
  if (drift === 'sentence') {
    return html`<p class="words"><span class="soft">The sentence around it has changed since it was confirmed.</span></p>`
  }
  return html`<p class="words"><span class="soft">The words have changed; confirmed were:</span> <q lang="" dir="auto">${quote}</q></p>`
}

/** A second version of the same annotation, made at the same time on another computer. */
function alternativeHtml({ tag, note, fields }: PublicContent): Html {
  const values = Object.entries(fields).map(([id, value]) => `${id}: ${value}`)
  const words = [tag, note, ...values].filter((word) => word !== '').join(' · ')
  return html`<p class="words" dir="auto"><span class="soft">Another version, from another computer:</span> ${words}</p>`
}
