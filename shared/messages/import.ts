import type { ImportFormat } from '../exchange/formats.ts'
import type { ImportFailure } from '../failure.ts'
import { unreachable } from '../result.ts'
import { quoted, sizes } from './words.ts'

const AGAIN = 'Export it again from the program that made it'

/** What a file is expected to hold, as the rest of "read it as …". */
const contents: Readonly<Record<ImportFormat, string>> = {
  brat: 'brat annotations',
  jsonld: 'Web Annotations (JSON-LD)',
  hypothesis: 'annotations of Hypothesis',
  csv: 'a table of annotations',
  docx: 'comments of a Word document',
  'label-studio': 'annotations of Label Studio',
}

/** Annotations of another program could not be taken in. */
export function importSentence(failure: ImportFailure): string {
  if (failure.kind === 'import-forgotten') {
    return 'This import is not open any more. Choose the file again; nothing was written.'
  }
  if (failure.kind === 'import-own-name') {
    return `The name ${quoted(failure.name)} is your own. Say that the annotations are yours, or give them another name; nothing was written.`
  }
  const file = quoted(failure.file)
  const cannot = `Galley can't read ${file}`
  switch (failure.kind) {
    case 'import-empty':
      return `${cannot}: it is empty. Choose another file.`
    case 'import-foreign':
      return `${cannot} as ${contents[failure.format]}: ${failure.detail}. Choose its format, or another file.`
    case 'import-json':
      return `${cannot}: line ${failure.line}, column ${failure.column}: ${failure.detail}. ${AGAIN}.`
    case 'import-too-large':
      return `${cannot}: ${sizes(failure)}. Export fewer annotations at a time.`
    case 'import-too-deep':
      return `${cannot}: it is nested more than ${failure.limit} levels deep, so it may be damaged. ${AGAIN}.`
    case 'import-too-long':
      return `${cannot}: it took more than ${failure.seconds} seconds and was ended. Export fewer annotations at a time.`
    case 'import-too-big':
      return `${cannot}: it took more than ${failure.megabytes} MB of memory and was ended. Export fewer annotations at a time.`
    case 'import-broken':
      return `${cannot}: it may be damaged, or not what its name says. ${AGAIN}.`
    case 'import-nothing':
      return failure.detail === ''
        ? `There are no annotations in ${file}. Choose another file.`
        : `No annotation of ${file} could be taken in. ${failure.detail}. ${AGAIN}, or choose another file.`
    case 'import-io':
      return `${cannot}: the computer could not read it (${failure.code}). Check that it is there and that you may read it.`
    case 'import-not-text':
      return `${cannot}: it is ${failure.found}. ${AGAIN}.`
    case 'import-unknown':
      return `${cannot}: it doesn't look like brat, JSON-LD, Hypothesis, CSV, Label Studio or a Word document. If it is one of these, choose its format.`
    case 'import-too-much':
      return `${cannot}: with it a layer would take more than ${Math.floor(failure.limit / 1_000_000)} MB. Import fewer annotations at a time; nothing was written.`
    default:
      return unreachable(failure)
  }
}
