import type { ExportFailure } from '../failure.ts'
import { unreachable } from '../result.ts'
import { quoted } from './words.ts'

const INSTEAD = 'export HTML instead and print that from any browser.'

/** An export was not made, or not written. */
export function exportSentence(failure: ExportFailure): string {
  switch (failure.kind) {
    case 'export-over':
      return `The export ${quoted(failure.file)} was not written: what stands there is not an earlier export of this story. It was left as it is; choose another name or folder.`
    case 'export-twice':
      return `The export ${quoted(failure.file)} was just written for another story and is not replaced. Export this story by itself, to another folder.`
    case 'export-cancelled':
      return 'The export was cancelled. What was written before is whole.'
    case 'pdf-no-browser':
      return `No PDF was made: there is no Chrome, Chromium or Edge on this computer to print with. Install one, or ${INSTEAD}`
    case 'pdf-root':
      return `No PDF was made: browsers have no sandbox for the user root, so none was started. Start Galley as another user, or ${INSTEAD}`
    case 'pdf-failed':
      return `No PDF was made: the browser that prints it failed (${failure.detail}). Try again. If it goes on: ${INSTEAD}`
    case 'pdf-too-slow':
      return `No PDF was made: printing took longer than ${failure.seconds} seconds and was stopped. Try again when the computer is less busy. If it goes on: ${INSTEAD}`
    default:
      return unreachable(failure)
  }
}
