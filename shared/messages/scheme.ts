import type { SchemeFailure, ShareFailure } from '../failure.ts'
import { unreachable } from '../result.ts'
import { quoted } from './words.ts'

const KILOBYTE = 1024
const MEANWHILE = 'Until then the other tags are used.'

/** A file of tags can't be used, or could not be made. */
export function schemeSentence(failure: SchemeFailure | ShareFailure): string {
  const cannot = `The tags of ${quoted(failure.file)} can't be used:`
  switch (failure.kind) {
    case 'scheme-io':
      return `${cannot} ${ioReason(failure.code)} ${MEANWHILE}`
    case 'scheme-too-large':
      return `${cannot} it has ${Math.ceil(failure.bytes / KILOBYTE)} KB, and Galley reads at most ${failure.limit / KILOBYTE} KB. Check that it is the right file. ${MEANWHILE}`
    case 'scheme-encoding':
      return `${cannot} it is not UTF-8 text. Save it again as UTF-8. ${MEANWHILE}`
    case 'scheme-json':
      return `${cannot} line ${failure.line}, column ${failure.column}: ${failure.detail}. Correct it in a text editor. ${MEANWHILE}`
    case 'scheme-invalid':
      return `${cannot} line ${failure.line}: ${failure.where} ${failure.detail}. Correct it in a text editor. ${MEANWHILE}`
    case 'scheme-exists':
      return `The folder has a file ${quoted(failure.file)} already. It was left as it is; edit it there, or rename it first.`
    default:
      return unreachable(failure)
  }
}

function ioReason(code: string): string {
  switch (code) {
    case 'EISDIR':
      return 'it is a folder. Rename it.'
    case 'EACCES':
    case 'EPERM':
      return 'you are not allowed to read it. Ask its owner for permission.'
    case 'ENOENT':
    case 'ELOOP':
      return 'it is a link that leads nowhere. Mend or remove it.'
    default:
      return `the computer could not read it (${code}). Check the file.`
  }
}
