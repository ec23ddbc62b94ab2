import type { Counts } from '../counts.ts'
import { grouped } from '../plain-words.ts'
import type { ReportInput } from '../report-input.ts'
import { layerClass, tagClass } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'

/** Something that can be hidden: all that carries this class. */
interface Switch {
  readonly className: string
  readonly label: Html
  readonly count: number
}

/** A choice of one is none. */
const FEWEST = 2

interface Switches {
  readonly tags: readonly Switch[]
  readonly layers: readonly Switch[]
}

/** What can be hidden in a report: the tags in use, and the annotators; side by side only the tags. */
export function switchesOf({ layers, choice }: ReportInput, { tags, annotators }: Counts): Switches {
  const scheme = tags.map(({ tag }) => tag)
  const tagSwitches = tags
    .filter(({ annotations }) => annotations > 0)
    .map(({ tag, annotations }) => {
      const className = tagClass(scheme, tag.id)
      return {
        className,
        label: html`<span class="tag ${className}">${tag.label}</span>`,
        count: annotations,
      }
    })
  const layerSwitches = annotators.map(({ annotator, name, annotations }) => ({
    className: layerClass(layers, annotator),
    label: html`<bdi>${name}</bdi>`,
    count: annotations,
  }))
  return {
    tags: tagSwitches.length < FEWEST ? [] : tagSwitches,
    layers: layerSwitches.length < FEWEST || choice.compare !== null ? [] : layerSwitches,
  }
}

/** Checkboxes that need no script: the style sheet asks which are checked. Paper keeps to them, and says so. */
export function filterHtml({ tags, layers }: Switches): Html {
  if (tags.length + layers.length === 0) return nothing
  return html`<div class="filter" role="group" aria-label="Show or hide marks">
<p class="shown" aria-hidden="true">Show</p>
<p class="hidden-marks">Some marks are hidden:</p>
${switchList('Tags', tags)}${switchList('Annotators', layers)}</div>
`
}

function switchList(name: string, switches: readonly Switch[]): Html {
  if (switches.length === 0) return nothing
  const items = switches.map(
    ({ className, label, count }) =>
      html`<li><label><input type="checkbox" id="show-${className}" autocomplete="off" checked> ${label} <span class="soft">${grouped(count)}</span></label></li>`,
  )
  return html`<ul aria-label="${name}">${join(items)}</ul>
`
}

/** The rules that hide what is not checked: the mark's look, its number, its note, its row, its stretches. */
export function filterStyle({ tags, layers }: Switches): string {
  return [...tags, ...layers]
    .map(({ className }) => {
      const off = `:root:has(#show-${className}:not(:checked))`
      return `${off} :is(sup,.note,.all tr,.of-check li,.strip path).${className}{display:none}
${off} .b mark.${className}{background:none;border-bottom:0}
`
    })
    .join('')
}

export const FILTER_STYLE = `
.filter{display:flex;flex-wrap:wrap;align-items:start;gap:.3rem 1.4rem;margin-top:2rem;padding:.55rem 0;font-size:.8125rem;
  background:var(--paper);border-block:1px solid var(--line)}
.filter ul{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem}
.filter ul+ul{padding-inline-start:1.4rem;border-inline-start:1px solid var(--line)}
.filter label{display:inline-flex;align-items:center;gap:.4rem;min-height:1.5rem;cursor:pointer}
.filter input{width:1rem;height:1rem;margin:0;accent-color:var(--accent)}
.filter li:has(input:not(:checked)) :is(.tag,bdi){color:var(--soft);border-bottom-color:transparent;text-decoration:line-through}
.shown,.hidden-marks{line-height:1.5rem}
.shown{font-weight:600}
.hidden-marks{display:none;color:var(--soft)}
@media screen and (min-width:64rem) and (min-height:40rem){
  .filter{position:sticky;top:0;z-index:2}
  .filter~section :is([id^=mark-],[id^=note-],[id^=row-],[id^=part-]){scroll-margin-top:4.5rem}
}
@media screen and (max-width:44rem){
  .filter ul+ul{padding-inline-start:0;border:0}
}
@media print{
  .filter{display:none}
  :root:has(.filter input:not(:checked)) .filter{display:flex;margin-top:4mm;padding:1.5mm 0;font-size:8.5pt}
  .shown,.filter input,.filter li:has(:checked){display:none}
  .hidden-marks{display:block}
}
`
