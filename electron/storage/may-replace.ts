import fsp from 'node:fs/promises'
import path from 'node:path'
import { storyExtensions } from '../../shared/story/formats.ts'
import { SCHEME_FILE } from '../../shared/tags.ts'
import { candidates } from './sidecar-folder.ts'

/**
 * May an export take this place, whatever was picked in a dialog or named on a command line? Never that of the tags, of
 * annotations or of a story, be it by a link; an earlier export is known by the end of its name, as in
 * `council.report.md`, and is one only while nobody annotates it.
 * @param suffix end of the name that Galley itself gives this export: `.report.md`
 */
export async function mayReplace(target: string, suffix: string): Promise<boolean> {
  const real = await fsp.realpath(target).catch(() => null)
  const names = [target, ...(real === null ? [] : [real])]
  for (const name of names) if (!(await mayBe(name, suffix, real !== null))) return false
  return true
}

async function mayBe(target: string, suffix: string, isThere: boolean): Promise<boolean> {
  const name = path.basename(target).toLowerCase()
  if (name === SCHEME_FILE || name.endsWith('.annotations.json')) return false
  const extension = path.extname(name)
  if (!storyExtensions.includes(extension) && extension !== '.json') return true
  if (!isThere) return extension === path.extname(suffix)
  // A name with one dot, such as `council.docx`, could be anybody's.
  const isOwn = suffix.split('.').length > 2 && name.endsWith(suffix.toLowerCase())
  return isOwn && (await candidates(path.dirname(target), path.basename(target)))?.length === 0
}
