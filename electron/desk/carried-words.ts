import type { Content } from '../../shared/annotation/annotation.ts'
import { carriedIn } from '../../shared/annotation/carried.ts'
import { contentOf } from '../../shared/annotation/item.ts'
import { hasPrivateWords } from '../../shared/annotation/private-part.ts'
import type { SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import type { Carried } from '../../shared/exchange/imported.ts'

/**
 * The item that a change builds on. What an import carried along of its file says note and fields once more, in that
 * file's words: it goes with the first of them that becomes private, whole, since nobody can tell which of its words
 * they are. It comes back where nothing is private any more, so that an undo gives back all of it.
 * @param taken what went so since the story was opened
 */
export function baseFor(item: SidecarItem, content: Content, taken: Carried | undefined): SidecarItem {
  if (takesWords(item, content)) {
    const { 'galley:carried': _said, ...rest } = item
    return rest
  }
  const isBack = taken !== undefined && !hasPrivateWords(content) && carriedIn(item) === undefined
  return isBack ? { ...item, 'galley:carried': taken } : item
}

/** Becomes something private that the item says to everybody? */
function takesWords(item: SidecarItem, { private: part }: Content): boolean {
  if (part === undefined) return false
  const { note, fields } = contentOf(item)
  return (
    (part.note !== null && note !== '') || Object.keys(part.fields).some((id) => Object.hasOwn(fields, id))
  )
}
