import { isUnknownTag, type Tag, tagLabel } from '../../shared/tags.ts'

/** What a tag is called; one that the story's tags don't know keeps its id, and it is said that it is unknown. */
export function tagName(tags: readonly Tag[], id: string): string {
  if (id === '') return 'No tag'
  return isUnknownTag(tags, id) ? `${id} (unknown tag)` : tagLabel(tags, id)
}
