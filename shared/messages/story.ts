import type { StoryFailure } from '../failure.ts'
import { unreachable } from '../result.ts'
import { FORMATS_IN_WORDS } from '../story/formats.ts'
import { quoted, sizes } from './words.ts'

/** A story could not be opened. */
export function storySentence(failure: StoryFailure): string {
  const cannot = `Galley can't open ${quoted(failure.file)}:`
  switch (failure.kind) {
    case 'not-found':
      return `${cannot} there is no such file. Check the name and the folder.`
    case 'vanished':
      return `${cannot} it was moved, renamed or deleted. Put it back, or open it from where it is now.`
    case 'is-folder':
      return `${cannot} it is a folder. Open a story inside it.`
    case 'not-a-file':
      return `${cannot} it is a device or a connection, not a file. Open a story’s file.`
    case 'no-permission':
      return `${cannot} you are not allowed to read it. Ask its owner for permission, or for a copy.`
    case 'unsupported':
      return `${cannot} ${whatExtensionIs(failure.extension)}, and this version opens ${FORMATS_IN_WORDS} stories. Save it as .docx or .txt and open that.`
    case 'empty-story':
      return `${cannot} it is empty. Check that the story was saved.`
    case 'binary':
      return `${cannot} it is ${failure.found}, not text. Save the story as .docx or .txt and open that.`
    case 'broken-text':
      return `${cannot} some of its characters can't be read (the first at byte ${failure.at}), so it may be damaged. Save it again as UTF-8 text and open that.`
    case 'too-large':
      return `${cannot} ${sizes(failure)}. Split the story into parts and open those.`
    case 'unreadable':
      return `${cannot} the computer could not read it (${failure.code}). Try again, or copy it to this computer and open the copy.`
    case 'not-listed':
      return `${cannot} a page in a browser can't tell where a dropped file lies. In a terminal, start Galley with the story: npm start -- "path/to/${failure.file}".`
    case 'not-word':
      return `${cannot} it is ${failure.found}, not a Word document (.docx). Open it in the program it was made with and save it as .docx, or save the story as .txt.`
    case 'word-old':
      return `${cannot} it is a document of Word 97 to 2003. Open it in Word or LibreOffice, save it as .docx and open that.`
    case 'word-locked':
      return `${cannot} it is protected by a password. Open it in Word, take the password off (File, Info, Protect Document) and open the copy.`
    case 'word-damaged':
      return `${cannot} ${failure.part === '' ? 'it is damaged or was not copied to its end' : `${quoted(failure.part)} inside it is damaged`}. Open it in Word, let Word repair it, and save it under another name.`
    case 'word-missing-part':
      return `${cannot} ${quoted(failure.part)}, which holds the text, is missing inside it. Open it in Word and save it again, or ask for another copy.`
    case 'word-too-many-parts':
      return `${cannot} more than ${grouped(failure.limit)} files are packed in it, and Galley opens at most that. Take pictures out of it in Word and open that.`
    case 'word-too-large':
      return `${cannot} unpacked it has more than ${failure.limit / MEGABYTE} MB, the most that Galley opens. Take pictures out of it in Word, or split the story into parts.`
    case 'word-ratio':
      return `${cannot} ${quoted(failure.part)} inside it unpacks to more than ${failure.limit} times its size, as files do that are made to harm. If you trust it, open it in Word, save it as a new document and open that.`
    case 'word-too-deep':
      return `${cannot} its tables or boxes lie in each other more than ${failure.limit} levels deep, as in files that are made to harm. Copy the text into a new document and open that.`
    case 'word-doctype':
      return `${cannot} ${quoted(failure.part)} inside it declares entities, as only files do that are made to harm. Copy the text into a new document and open that.`
    case 'wire-broken':
      return `${cannot} it is not valid ${failure.what}${failure.line === 0 ? '' : ` (line ${failure.line}, column ${failure.column})`}. Fetch it again from the wire, or ask for another copy.`
    case 'wire-too-deep':
      return `${cannot} its parts lie in each other more than ${failure.limit} levels deep, and Galley reads at most that. Fetch it again from the wire, or save the story as .txt.`
    case 'wire-entities':
      return `${cannot} it declares entities of its own, which Galley never expands. Save the story as .txt and open that.`
    case 'not-ninjs':
      return `${cannot} it is JSON, but not a ninjs story: ${failure.detail}. Open a story of a wire in ninjs, or save the text as .txt.`
    case 'not-nitf':
      return `${cannot} it is XML, but not an NITF story: ${failure.detail}. Open a story of a wire in NITF, or save the text as .txt.`
    case 'not-a-story':
      return `${cannot} it holds ${failure.found}. Open the story itself.`
    case 'reading-too-long':
      return `${cannot} reading it took more than ${failure.seconds} seconds and was ended. Split it into parts, or save it as plain text and open that.`
    case 'reading-too-big':
      return `${cannot} reading it took more than ${failure.megabytes} MB of memory and was ended. Split it into parts, or save it as plain text and open that.`
    case 'reading-too-deep':
      return `${cannot} it is nested too deep, so it may be damaged. Save it again, or as plain text, and open that.`
    case 'reading-failed':
      return `${cannot} it can’t be read as the kind of file that its name says. Save it again, or as plain text, and open that.`
    case 'reading-cancelled':
      return `Opening ${quoted(failure.file)} was cancelled. Nothing was changed.`
    default:
      return unreachable(failure)
  }
}

const MEGABYTE = 1_000_000

/** 2,000 */
function grouped(value: number): string {
  return value.toLocaleString('en-GB')
}

/** What a file with a known ending is, for the ones that people try. */
const documents: ReadonlyMap<string, string> = new Map([
  ['pdf', 'a PDF document'],
  ['doc', 'a Word document'],
  ['odt', 'an OpenDocument text'],
  ['rtf', 'a rich text document'],
  ['pages', 'a Pages document'],
  ['zip', 'a Zip archive'],
  ['jpg', 'a picture'],
  ['jpeg', 'a picture'],
  ['png', 'a picture'],
  ['gif', 'a picture'],
])

function whatExtensionIs(extension: string): string {
  const name = extension.replace(/^\./, '').toLowerCase()
  const known = documents.get(name)
  if (known !== undefined) return `it is ${known}`
  return name === '' ? 'its name has no ending such as .txt' : `it is a .${name} file`
}
