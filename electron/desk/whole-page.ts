import path from 'node:path'
import { formatOf } from '../../shared/story/formats.ts'
import type { PageChoicesFile } from '../storage/page-choices.ts'
import { readersOf } from '../storage/sidecar-heads.ts'

/**
 * Is a story to be shown whole, and not only the article found in it? As this person chose for it, else as those
 * who marked it saw it: marks in the rest of a page would be orphans in the article.
 * @param file real path of the story
 */
export async function wantsWholePage(file: string, choices: PageChoicesFile): Promise<boolean> {
  const name = path.basename(file)
  if (formatOf(name) !== 'html') return false
  const chosen = await choices.choiceFor(file)
  if (chosen !== null) return chosen
  const readers = await readersOf(path.dirname(file), name)
  return readers.some((reader) => reader.startsWith('html-page/'))
}
