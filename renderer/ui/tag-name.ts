import { findTag, type Tag } from '../../shared/tags.ts'

/** What a tag is called; one that the story's tags don't know keeps its id, and it is said that it is unknown. */
export function tagName(tags: readonly Tag[], id: string): string {
  return findTag(tags, id)?.label ?? (id === '' ? 'No tag' : `${id} (unknown tag)`)
}
