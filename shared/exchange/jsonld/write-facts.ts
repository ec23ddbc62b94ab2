import type { IsoTime } from '../../units.ts'
import { isJsonObject, type JsonObject, memberOf } from '../input.ts'
import { timeIn } from '../time-in.ts'
import type { KeptItem } from './kept.ts'
import { isDateTime, isIri } from './musts.ts'
import { personName } from './people.ts'

/** The creator as it came, if it still has this name, else ours. */
export function writtenCreator(kept: KeptItem | null, id: string, name: string): unknown {
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
export function writtenTime(kept: KeptItem | null, member: 'created' | 'modified', now: IsoTime): unknown {
  const own = memberOf(kept?.item ?? {}, member)
  return isDateTime(own) && timeIn(own) === now ? own : now
}

/** Somebody as the sidecar has them. */
export function person(id: string, name: string): object {
  return { id, type: 'Person', name }
}
