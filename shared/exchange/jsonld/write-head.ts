import type { Annotation } from '../../annotation/annotation.ts'
import { SIDECAR_CONTEXT } from '../../annotation/sidecar-schema.ts'
import type { IsoTime } from '../../units.ts'
import { isJsonObject, type JsonObject, memberOf } from '../input.ts'
import { timeIn } from '../time-in.ts'
import { type KeptItem, without } from './kept.ts'
import { isDateTime, isIri } from './musts.ts'
import { personName } from './people.ts'

/** What an annotation or an answer says of itself, with all that its program said besides when it came. */
export function writtenHead(
  id: string,
  by: Pick<Annotation, 'creator' | 'created' | 'modified'> & { readonly name: string },
  motivation: unknown,
  kept: KeptItem | null,
): object {
  return {
    ...(kept === null ? {} : without(kept.item, ['body', 'motivation'])),
    '@context': SIDECAR_CONTEXT,
    id,
    type: 'Annotation',
    ...(motivation === undefined ? {} : { motivation }),
    creator: creatorOf(kept, by.creator, by.name),
    created: timeOf(kept, 'created', by.created),
    modified: timeOf(kept, 'modified', by.modified),
  }
}

/** The creator as it came, if it still has this name, else ours. */
function creatorOf(kept: KeptItem | null, id: string, name: string): unknown {
  const own = memberOf(kept?.item ?? {}, 'creator')
  const isWritable =
    isIri(own) || (isJsonObject(own) && isSound(own)) || (Array.isArray(own) && own.every(isAgent))
  return isWritable && personName(own, new Map()) === name ? own : person(id, name)
}

function isAgent(value: unknown): boolean {
  return isIri(value) || (isJsonObject(value) && isSound(value))
}

function isSound({ id }: JsonObject): boolean {
  return id === undefined || isIri(id)
}

/** The time as it came, with the zone and the fraction that its program wrote, if it is still that instant. */
function timeOf(kept: KeptItem | null, member: 'created' | 'modified', now: IsoTime): unknown {
  const own = memberOf(kept?.item ?? {}, member)
  return isDateTime(own) && timeIn(own) === now ? own : now
}

/** Somebody as the sidecar has them. */
export function person(id: string, name: string): object {
  return { id, type: 'Person', name }
}
