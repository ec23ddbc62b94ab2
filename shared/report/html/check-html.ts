import type { Story } from '../../story/story.ts'
import { count } from '../plain-words.ts'
import { answersHtml } from './answers-html.ts'
import type { Entry } from './entry.ts'
import { type Html, html, join, nothing } from './html.ts'
import { wordsHtml } from './note-html.ts'

/** Annotations that wait for a person: their words or their sentence changed, or they are not in the story. */
export interface ToCheck {
  readonly changed: readonly Entry[]
  readonly sentence: readonly Entry[]
  readonly orphans: readonly Entry[]
}

export function toCheck(entries: readonly Entry[]): ToCheck | null {
  const orphans = entries.filter(({ place }) => place === null)
  const drifted = (drift: 'words' | 'sentence') =>
    entries.filter(({ place, annotation }) => place !== null && annotation.drift === drift)
  const found = { changed: drifted('words'), sentence: drifted('sentence'), orphans }
  return found.changed.length + found.sentence.length + orphans.length === 0 ? null : found
}

/** All of them with the words that were confirmed, and with those that stand there now. */
export function checkHtml(found: ToCheck, story: Story): Html {
  const { changed, sentence, orphans } = found
  return html`${group('Words that changed', changed, `The words of ${count(changed.length, 'annotation')} read otherwise than when they were confirmed.`, (entry) => changedHtml(entry, story))}${group('Sentences that changed', sentence, `The words of ${count(sentence.length, 'annotation')} are the same; the sentence around them is not.`, (entry) => changedHtml(entry, story))}${group('Not found in the text', orphans, `The words of ${count(orphans.length, 'annotation')} are not in the story. What was marked and noted is kept here.`, orphanHtml)}`
}

function group(name: string, entries: readonly Entry[], lead: string, item: (entry: Entry) => Html): Html {
  if (entries.length === 0) return nothing
  return html`<h3>${name}</h3>
<p class="lead">${lead}</p>
<ol>${join(entries.map(item))}</ol>
`
}

function changedHtml(entry: Entry, { text }: Story): Html {
  const { number, annotation } = entry
  const { span, drift, quote } = annotation
  const now = span === null ? '' : text.slice(span.start, span.end)
  const then = html`<div><dt>Confirmed</dt><dd><q lang="" dir="auto">${quote}</q></dd></div>`
  return html`<li class="${entry.tagClass} ${entry.layerClass}">${headHtml(entry, `mark-${number}`, 'to the marked words')}<dl>${drift === 'words' ? then : nothing}<div><dt>Now</dt><dd><q lang="" dir="auto">${now}</q></dd></div></dl></li>
`
}

function orphanHtml(entry: Entry): Html {
  return html`<li id="orphan-${entry.number}" class="${entry.tagClass} ${entry.layerClass}">${headHtml(entry, `row-${entry.number}`, 'to its row in the table')}<blockquote lang="" dir="auto">${entry.annotation.quote}</blockquote>${wordsHtml(entry)}${answersHtml(entry.answers)}</li>
`
}

function headHtml({ number, tag, annotator }: Entry, goal: string, where: string): Html {
  return html`<p class="note-head"><a class="number" href="#${goal}" aria-label="${number}, ${where}">${number}</a> <b>${tag.label}</b> <span class="by"><bdi>${annotator}</bdi></span></p>`
}
