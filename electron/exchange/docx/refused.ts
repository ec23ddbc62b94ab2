import type { StoryFailure } from '../../../shared/failure.ts'

/** Thrown where a document turns out not to be readable, caught at the border: `readDocx` gives it as a result. */
export class Refused extends Error {
  readonly failure: StoryFailure

  constructor(failure: StoryFailure) {
    super(failure.kind)
    this.failure = failure
  }
}
