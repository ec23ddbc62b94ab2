import type { SidecarFailure } from '../failure.ts'
import { unreachable } from '../result.ts'
import { quoted, sizes } from './words.ts'

/** A sidecar could not be read. */
export function sidecarSentence(failure: SidecarFailure): string {
  const found = `The annotation file ${quoted(failure.file)} ${foundInSidecar(failure)}.`
  return `${found} ${sidecarAdvice(failure)}`
}

/** What is wrong with a sidecar, as the rest of a clause: "is empty". */
export function foundInSidecar(failure: SidecarFailure): string {
  switch (failure.kind) {
    case 'sidecar-empty':
      return 'is empty'
    case 'sidecar-encoding':
      return 'holds characters that are not UTF-8 text'
    case 'sidecar-json':
      return `is damaged or cut off (${failure.detail})`
    case 'sidecar-foreign':
      return `holds ${failure.found}, not Galley's annotations`
    case 'sidecar-invalid':
      return `holds something that Galley does not understand (${failure.detail})`
    case 'sidecar-newer':
      return `was written by a newer Galley (format ${failure.format})`
    case 'sidecar-too-large':
      return sizes(failure).replace(/^it /, '')
    case 'sidecar-too-deep':
      return `is nested more than ${failure.limit} levels deep, so it may be damaged`
    case 'sidecar-io':
      return `could not be read (${failure.code})`
    default:
      return unreachable(failure)
  }
}

function sidecarAdvice(failure: SidecarFailure): string {
  switch (failure.kind) {
    case 'sidecar-newer':
      return 'Its annotations are not shown, and this Galley leaves it as it is. Update Galley to read it.'
    case 'sidecar-foreign':
      return 'Galley leaves it as it is. Nothing needs to be done unless it should hold annotations.'
    case 'sidecar-io':
      return 'Its annotations are not shown, and Galley leaves it as it is. Check that you may read it, then open the story again.'
    case 'sidecar-empty':
    case 'sidecar-encoding':
    case 'sidecar-json':
    case 'sidecar-invalid':
    case 'sidecar-too-large':
    case 'sidecar-too-deep':
      return 'Its annotations are not shown, and Galley leaves it as it is. Put back an earlier copy, or set it aside.'
    default:
      return unreachable(failure)
  }
}
