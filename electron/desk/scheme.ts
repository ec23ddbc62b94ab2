import { builtInTags, type Tag, type TagScheme } from '../../shared/tags.ts'
import { readSchemeFile } from '../storage/scheme-file.ts'

/**
 * The tags for the stories of a folder: those of its `galley.tags.json`, else the person's own, else the built-in
 * ones. A file that can't be used is named as the problem of the others.
 * @param own this person's; null: none.
 */
export async function schemeOf(folder: string, own: readonly Tag[] | null): Promise<TagScheme> {
  const found = await readSchemeFile(folder)
  if (found?.ok) return { tags: found.value, source: 'folder', problem: null }
  const problem = found === null ? null : found.error
  return own === null
    ? { tags: builtInTags, source: 'built-in', problem }
    : { tags: own, source: 'settings', problem }
}
