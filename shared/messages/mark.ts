import type { MarkFailure } from '../failure.ts'
import { unreachable } from '../result.ts'
import { quoted } from './words.ts'

/** A mark could not be made. */
export function markSentence(failure: MarkFailure): string {
  switch (failure.kind) {
    case 'quote-not-found':
      return `These words are not in ${quoted(failure.file)}: ${quoted(failure.quote)}. Copy them exactly from the story.`
    case 'quote-ambiguous':
      return `These words stand ${failure.places.length} times in ${quoted(failure.file)}: ${quoted(failure.quote)}. Say which by the words before or after them: ${failure.places.map(placeOf).join('; ')}.`
    case 'range-outside':
      return `The range ${failure.start}–${failure.end} does not lie in ${quoted(failure.file)}, which has ${failure.length} characters. Give a start and a greater end within the story.`
    case 'unknown-tag':
      return `There is no tag ${quoted(failure.tag)}. Choose one of: ${list(failure.known)}.`
    case 'unknown-field':
      return failure.known.length === 0
        ? `The tag ${quoted(failure.tag)} has no field ${quoted(failure.field)}; it has no fields at all.`
        : `The tag ${quoted(failure.tag)} has no field ${quoted(failure.field)}. Choose one of: ${list(failure.known)}.`
    case 'not-yours':
      return `The annotation ${failure.id} is a colleague's. Only its annotator can change it; you can make one of your own.`
    case 'unknown-annotation':
      return `There is no annotation ${failure.id} any more. Open the story again to see what is there.`
    case 'text-moved':
      return `The text of ${quoted(failure.file)} changed while you worked on it. Look at the place again and repeat the step.`
    case 'name-empty':
      return 'A name is needed. Type the name that colleagues should see beside your annotations.'
    case 'name-too-long-for-person':
      return `The name is too long. Use at most ${failure.limit} characters.`
    case 'unknown-layer':
      return failure.known.length === 0
        ? `There are no annotations by ${quoted(failure.layer)}: nobody has annotated this story yet.`
        : `There are no annotations by ${quoted(failure.layer)}. Choose from: ${list(failure.known)}.`
    case 'compare-not-two':
      return failure.known.length < 2
        ? 'Two annotators are compared, and only one has annotated this story. Export it without a comparison.'
        : `Two annotators are compared, not ${failure.named}. Choose two of: ${list(failure.known)}.`
    default:
      return unreachable(failure)
  }
}

function placeOf(place: { readonly start: number; readonly end: number; readonly context: string }): string {
  return `${place.start}–${place.end} ${quoted(place.context.replace(/\s+/g, ' ').trim())}`
}

function list(names: readonly string[]): string {
  return names.join(', ')
}
