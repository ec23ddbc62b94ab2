import type { PublicAnnotation } from '../../annotation/annotation.ts'
import { writeBody } from '../../annotation/body.ts'
import { isJsonObject, listOf, memberOf } from '../input.ts'
import { contentOf, rolesOf } from './bodies.ts'
import type { KeptItem } from './kept.ts'
import { isWritableBody } from './musts.ts'

/** Bodies and motivation of an annotation for a file of Web Annotations. */
export interface WrittenContent {
  readonly body: readonly unknown[]
  /** undefined: the annotation said none when it came, and nobody has changed it. */
  readonly motivation: unknown
}

/**
 * What the annotation says. Bodies that it came with stay as they are while they still say it; a free tag of another
 * program stays beside the tag that a person chose for it.
 */
export function writtenContent(annotation: PublicAnnotation, kept: KeptItem | null): WrittenContent {
  const own = writeBody(annotation, [])
  const ownMotivation = ['classifying', ...(annotation.note === '' ? [] : ['commenting'])]
  if (kept === null) return { body: own, motivation: ownMotivation }
  const said = memberOf(kept.item, 'motivation')
  const motivations = listOf(said).filter((one) => typeof one === 'string')
  const roles = rolesOf(kept.bodies, motivations)
  const was = contentOf(kept.bodies, roles)
  const isTagSame = annotation.tag === was.tag
  const isNoteSame = annotation.note === was.note
  const value = (fields: PublicAnnotation['fields'], id: string): string =>
    Object.hasOwn(fields, id) ? (fields[id] ?? '') : ''
  const isFieldSame = (id: string): boolean => value(annotation.fields, id) === value(was.fields, id)
  const stays = kept.bodies.filter((body, at) => {
    if (!isWritableBody(body)) return false
    switch (roles[at]) {
      case 'tag':
        return isTagSame || (isJsonObject(body) && listOf(body.purpose).includes('tagging'))
      case 'note':
        return isNoteSame
      case 'field':
        return isJsonObject(body) && isFieldSame(String(memberOf(body, 'galley:field')))
      default:
        return true
    }
  })
  const news = own.filter((body) => {
    if (body.purpose === 'classifying') return !isTagSame && annotation.tag !== ''
    if (body.purpose === 'commenting') return !isNoteSame
    return !isFieldSame(body['galley:field'] ?? '')
  })
  const isSame = isTagSame && isNoteSame
  return {
    body: [...news, ...stays],
    motivation: isSame ? said : [...new Set([...ownMotivation, ...motivations])],
  }
}
