import { shortDate } from '../plain-words.ts'
import { type Answer, isResolved, REPLIED, verdictWords } from '../threads.ts'
import { type Html, html, join, nothing } from './html.ts'

/** Deeper answers stand no further in: a column of notes is narrow. */
const DEEPEST = 2

/** The replies to one annotation: who says what of it, and when. */
export function answersHtml(answers: readonly Answer[]): Html {
  if (answers.length === 0) return nothing
  const state = isResolved(answers)
    ? html`<p class="resolved"><span aria-hidden="true">✓</span> Resolved</p>`
    : nothing
  return html`${state}<ol class="answers" aria-label="Replies">${join(answers.map(answerHtml))}</ol>`
}

function answerHtml({ reply, name, depth }: Answer): Html {
  const { verdict, note, created } = reply
  const said = verdict === null ? REPLIED : verdictWords[verdict]
  const inset = depth === 0 ? nothing : html` class="d${Math.min(depth, DEEPEST)}"`
  const words = note === '' ? nothing : html`<p class="words" dir="auto">${note}</p>`
  return html`<li${inset}><span class="said"><b><bdi>${name}</bdi></b> <span class="verdict ${verdict ?? 'replied'}">${said}</span> <time datetime="${created}">${shortDate(created)}</time></span>${words}</li>`
}
