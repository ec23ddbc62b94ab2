import type { SaveFailure } from '../failure.ts'
import { unreachable } from '../result.ts'
import { foundInSidecar } from './sidecar.ts'
import { quoted } from './words.ts'

/** A change could not be written beside the story. */
export function saveFailureSentence(failure: SaveFailure): string {
  return `Galley can't save ${quoted(failure.file)}: ${saveReason(failure)}. ${saveAdvice(failure)}`
}

/** Why a change could not be written, as a clause without a full stop: "the disk is full". */
export function saveReason(failure: SaveFailure): string {
  switch (failure.kind) {
    case 'folder-read-only':
      return "the story's folder can't be written to"
    case 'folder-gone':
      return "the story's folder can't be reached any more"
    case 'disk-full':
      return 'the disk is full'
    case 'file-locked':
      return 'another program is holding the file'
    case 'damaged-in-place':
      return `the file that is there ${foundInSidecar(failure.because)}`
    case 'busy':
      return 'another Galley window or command is still writing'
    case 'name-too-long':
      return "the story's name is too long for this disk"
    case 'save-io':
      return `the computer reported a fault (${failure.code})`
    default:
      return unreachable(failure)
  }
}

function saveAdvice(failure: SaveFailure): string {
  switch (failure.kind) {
    case 'folder-read-only':
      return 'Ask for permission to write there, or copy the story to a folder of your own and open that.'
    case 'folder-gone':
      return 'Connect the drive or share again, then choose Try again.'
    case 'disk-full':
      return 'Free some space, then choose Try again.'
    case 'file-locked':
      return 'Close the program that uses it, then choose Try again.'
    case 'damaged-in-place':
      return 'Galley does not write over it: set it aside, then a new file is made.'
    case 'busy':
      return 'Wait a moment, then choose Try again.'
    case 'name-too-long':
      return 'Give the story a shorter name and open it again.'
    case 'save-io':
      return 'Check the disk, then choose Try again.'
    default:
      return unreachable(failure)
  }
}
