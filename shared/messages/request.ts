import type { RequestFailure } from '../failure.ts'
import { unreachable } from '../result.ts'

/** The question itself was wrong. */
export function requestSentence(failure: RequestFailure): string {
  switch (failure.kind) {
    case 'unknown-story':
      return 'This story is not open any more. Open it again.'
    case 'bad-request':
      return `Galley could not use what was asked (${failure.detail}). Try again; if it goes on, restart Galley.`
    case 'unknown-method':
      return `This window asked for something that Galley does not do (${failure.method}). Restart Galley.`
    case 'forbidden':
      return 'Galley refused this, because it did not come from its own window. Open Galley again by its own link.'
    case 'no-name-yet':
      return 'Galley does not know your name yet. Type it first, so that your annotations carry it.'
    case 'unreachable':
      return 'This window has lost the connection to Galley. Start Galley again; what was saved is safe.'
    case 'internal':
      return 'Something went wrong inside Galley. Try again; if it goes on, restart Galley. What was saved is safe.'
    default:
      return unreachable(failure)
  }
}
