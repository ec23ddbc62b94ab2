import type { StoryFailure } from '../failure.ts'
import { unreachable } from '../result.ts'
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
      return `${cannot} it is a device or a connection, not a file. Open a .txt or .md file.`
    case 'no-permission':
      return `${cannot} you are not allowed to read it. Ask its owner for permission, or for a copy.`
    case 'unsupported':
      return `${cannot} ${whatExtensionIs(failure.extension)}, and this version opens .txt and .md stories. Save it as .txt or .md and open that.`
    case 'empty-story':
      return `${cannot} it is empty. Check that the story was saved.`
    case 'binary':
      return `${cannot} it is ${failure.found}, not text. Save the story as .txt or .md and open that.`
    case 'broken-text':
      return `${cannot} some of its characters can't be read (the first at byte ${failure.at}), so it may be damaged. Save it again as UTF-8 text and open that.`
    case 'too-large':
      return `${cannot} ${sizes(failure)}. Split the story into parts and open those.`
    case 'unreadable':
      return `${cannot} the computer could not read it (${failure.code}). Try again, or copy it to this computer and open the copy.`
    case 'not-listed':
      return `${cannot} a page in a browser can't tell where a dropped file lies. In a terminal, start Galley with the story: npm start -- "path/to/${failure.file}".`
    default:
      return unreachable(failure)
  }
}

/** What a file with a known ending is, for the ones that people try. */
const documents: ReadonlyMap<string, string> = new Map([
  ['pdf', 'a PDF document'],
  ['doc', 'a Word document'],
  ['docx', 'a Word document'],
  ['odt', 'an OpenDocument text'],
  ['rtf', 'a rich text document'],
  ['pages', 'a Pages document'],
  ['htm', 'a web page'],
  ['html', 'a web page'],
  ['json', 'a JSON file'],
  ['xml', 'an XML file'],
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
