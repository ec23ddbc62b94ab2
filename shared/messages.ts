import type { SaveState } from './desk/contract.ts'
import type { Failure } from './failure.ts'
import { exportSentence } from './messages/export.ts'
import { imageSentence } from './messages/image.ts'
import { importSentence } from './messages/import.ts'
import { markSentence } from './messages/mark.ts'
import { requestSentence } from './messages/request.ts'
import { saveFailureSentence, saveReason } from './messages/save.ts'
import { schemeSentence } from './messages/scheme.ts'
import { sidecarSentence } from './messages/sidecar.ts'
import { storySentence } from './messages/story.ts'
import { textSentence } from './messages/text.ts'
import { unreachable } from './result.ts'
import type { IsoTime } from './units.ts'

export { saveReason }

/**
 * What a failure says to a person: the file, what was found, what to do. One to three sentences of plain
 * English; a code of the system stands in brackets, and only where nothing better is known.
 */
export function sentenceFor(failure: Failure): string {
  switch (failure.kind) {
    case 'not-found':
    case 'vanished':
    case 'is-folder':
    case 'not-a-file':
    case 'no-permission':
    case 'unsupported':
    case 'empty-story':
    case 'binary':
    case 'broken-text':
    case 'too-large':
    case 'unreadable':
    case 'not-listed':
    case 'not-word':
    case 'word-old':
    case 'word-locked':
    case 'word-damaged':
    case 'word-missing-part':
    case 'word-too-many-parts':
    case 'word-too-large':
    case 'word-ratio':
    case 'word-too-deep':
    case 'word-doctype':
    case 'wire-broken':
    case 'wire-too-deep':
    case 'wire-entities':
    case 'not-ninjs':
    case 'not-nitf':
    case 'not-a-story':
    case 'reading-too-long':
    case 'reading-too-big':
    case 'reading-too-deep':
    case 'reading-failed':
    case 'reading-cancelled':
      return storySentence(failure)
    case 'sidecar-empty':
    case 'sidecar-encoding':
    case 'sidecar-json':
    case 'sidecar-foreign':
    case 'sidecar-invalid':
    case 'sidecar-newer':
    case 'sidecar-too-large':
    case 'sidecar-too-deep':
    case 'sidecar-io':
      return sidecarSentence(failure)
    case 'folder-read-only':
    case 'folder-gone':
    case 'disk-full':
    case 'file-locked':
    case 'damaged-in-place':
    case 'busy':
    case 'name-too-long':
    case 'save-io':
      return saveFailureSentence(failure)
    case 'text-conflict':
    case 'text-fixed':
    case 'text-differs':
    case 'text-encoding':
    case 'text-format':
    case 'text-empty':
    case 'text-not-written':
      return textSentence(failure)
    case 'image-remote':
    case 'image-missing':
    case 'image-outside':
    case 'image-unknown':
    case 'image-too-large':
      return imageSentence(failure)
    case 'quote-not-found':
    case 'quote-ambiguous':
    case 'range-outside':
    case 'unknown-tag':
    case 'unknown-field':
    case 'not-yours':
    case 'unknown-annotation':
    case 'text-moved':
    case 'name-empty':
    case 'name-too-long-for-person':
    case 'unknown-layer':
    case 'compare-not-two':
      return markSentence(failure)
    case 'scheme-io':
    case 'scheme-too-large':
    case 'scheme-encoding':
    case 'scheme-json':
    case 'scheme-invalid':
    case 'scheme-exists':
      return schemeSentence(failure)
    case 'import-empty':
    case 'import-foreign':
    case 'import-json':
    case 'import-too-large':
    case 'import-too-deep':
    case 'import-too-long':
    case 'import-too-big':
    case 'import-broken':
    case 'import-nothing':
    case 'import-io':
    case 'import-not-text':
    case 'import-unknown':
    case 'import-too-much':
    case 'import-forgotten':
    case 'import-own-name':
      return importSentence(failure)
    case 'export-over':
    case 'export-twice':
    case 'export-cancelled':
    case 'pdf-no-browser':
    case 'pdf-root':
    case 'pdf-failed':
    case 'pdf-too-slow':
      return exportSentence(failure)
    case 'unknown-story':
    case 'bad-request':
    case 'unknown-method':
    case 'forbidden':
    case 'no-name-yet':
    case 'unreachable':
    case 'internal':
      return requestSentence(failure)
    default:
      return unreachable(failure)
  }
}

/** What the status bar says. `time` writes an instant as a time of day in the person's way. */
export function saveSentence(state: SaveState, time: (at: IsoTime) => string): string {
  switch (state.kind) {
    case 'saving':
      return 'Saving…'
    case 'saved':
      return state.at === null ? 'Saved' : `Saved ${time(state.at)}`
    case 'kept':
      return `Kept on this computer, not yet beside the story: ${saveReason(state.reason)}`
    case 'not-saved':
      return `Not saved: ${saveReason(state.reason)}`
    default:
      return unreachable(state)
  }
}
