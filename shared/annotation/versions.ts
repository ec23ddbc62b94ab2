import { canonicalJson } from './canonical-json.ts'
import type { Sidecar, SidecarItem, Tombstone } from './sidecar-schema.ts'

/**
 * What is known about one id, as a value that can be joined with another in any order. Only the highest
 * revision counts; at one revision live versions beat a carried item, and that beats a tombstone. Tied live
 * versions are a set: a join is the union of both, so nothing depends on which file was read first.
 */
export interface Known {
  readonly revision: number
  /** Live versions by content; those that say the same in another place are one. */
  readonly versions: readonly Version[]
  /** An item of a kind that this Galley does not know. */
  readonly carried: CarriedItem | null
  readonly tombstone: Tombstone | null
}

export type CarriedItem = Sidecar['first']['items'][number]

/** One live version: the item without its alternatives, and who made it. */
interface Version {
  readonly device: string
  readonly item: SidecarItem
}

/** @param device of the sidecar that holds the item */
export function knownFromItem(item: SidecarItem, device: string): Known {
  return {
    revision: item['galley:revision'],
    versions: versionsOf(item, device),
    carried: null,
    tombstone: null,
  }
}

export function knownFromTombstone(tombstone: Tombstone): Known {
  return { revision: tombstone['galley:revision'], versions: [], carried: null, tombstone }
}

export function knownFromCarried(carried: CarriedItem): Known {
  return { revision: revisionOf(carried), versions: [], carried, tombstone: null }
}

/** Commutative, associative, idempotent. */
export function join(a: Known, b: Known): Known {
  if (a.revision !== b.revision) return a.revision > b.revision ? a : b
  const versions = union(a.versions, b.versions)
  const carried = largest(a.carried, b.carried)
  const tombstone = versions.length > 0 || carried !== null ? null : largest(a.tombstone, b.tombstone)
  return { revision: a.revision, versions, carried, tombstone }
}

/**
 * The item that shows: the version of the largest device, the others as its alternatives, largest first.
 *
 * @param device where the item is going to stand; the version names its own only if it is another
 */
export function shownItem(known: Known, device: string | null): SidecarItem | null {
  const [first, ...others] = known.versions
  if (first === undefined) return null
  if (first.device === device && others.length === 0) return first.item
  return {
    ...first.item,
    ...(first.device === device ? {} : { 'galley:device': first.device }),
    ...(others.length === 0 ? {} : { 'galley:alternatives': others.map(alternativeFromVersion) }),
  }
}

/** Revision of an item of any kind; 0 if it has none. */
export function revisionOf(item: CarriedItem): number {
  const revision = item['galley:revision']
  return Number.isSafeInteger(revision) ? Number(revision) : 0
}

type Alternative = NonNullable<SidecarItem['galley:alternatives']>[number]

function versionsOf(item: SidecarItem, device: string): readonly Version[] {
  const { 'galley:alternatives': alternatives, 'galley:device': maker, ...shown } = item
  // Nearly always; without a copy, so that an unchanged item stays the same object.
  if (alternatives === undefined && maker === undefined) return [{ device, item }]
  const first: Version = { device: maker ?? device, item: shown }
  const others = (alternatives ?? []).map((one) => [versionFromAlternative(shown, one)])
  return others.reduce(union, [first])
}

/** A version as an alternative says everything but what all versions share, so that a join loses nothing. */
function alternativeFromVersion({ device, item }: Version): Alternative {
  const { id: _id, type: _type, 'galley:revision': _revision, ...rest } = item
  return { ...rest, 'galley:device': device }
}

function versionFromAlternative(shown: SidecarItem, alternative: Alternative): Version {
  const { 'galley:device': device, 'galley:alternatives': _nested, ...said } = alternative
  return {
    device,
    item: {
      ...said,
      id: shown.id,
      type: 'Annotation',
      'galley:revision': shown['galley:revision'],
      motivation: said.motivation ?? shown.motivation,
      creator: said.creator ?? shown.creator,
      created: said.created ?? shown.created,
      modified: said.modified ?? shown.modified,
      target: said.target ?? shown.target,
      'galley:confirmed': said['galley:confirmed'] ?? shown['galley:confirmed'],
    },
  }
}

/** Largest first; of two with equal content the larger one, so that new positions alone make no alternative. */
function union(a: readonly Version[], b: readonly Version[]): readonly Version[] {
  // One of them is a tombstone; saves the canonical forms.
  if (b.length === 0) return a
  if (a.length === 0) return b
  if (areSame(a, b)) return a
  const byContent = new Map<string, Version>()
  for (const version of [...a, ...b]) {
    const key = contentKey(version.item)
    const known = byContent.get(key)
    if (known === undefined || compareWithin(version, known) > 0) byContent.set(key, version)
  }
  return [...byContent].sort(compareShown).map(([, version]) => version)
}

/** Are both the same single version, written in the same way? Saves the canonical forms where nothing differs. */
function areSame(a: readonly Version[], b: readonly Version[]): boolean {
  const [one, other] = [a[0], b[0]]
  if (a.length !== 1 || b.length !== 1 || one?.device !== other?.device) return false
  return one?.item === other?.item || JSON.stringify(one?.item) === JSON.stringify(other?.item)
}

/** Order in which versions show: larger device first; on one device, by content, so that it is the same everywhere. */
function compareShown([keyA, a]: [string, Version], [keyB, b]: [string, Version]): number {
  return compareText(b.device, a.device) || compareText(keyB, keyA)
}

/**
 * Which of two versions with equal content stays: the place that was written anew more often, since it knows a
 * later text; then larger device, then larger text. Never the later date.
 */
function compareWithin(a: Version, b: Version): number {
  const moves = movesOf(a.item) - movesOf(b.item)
  if (moves !== 0) return moves
  return compareText(a.device, b.device) || compareText(canonicalJson(a.item), canonicalJson(b.item))
}

/**
 * What a person decided, as a text to compare: bodies, confirmed words, members that we do not know. Times and
 * positions are not part of it, nor the motivation, which follows from the bodies.
 */
function contentKey(item: SidecarItem): string {
  const {
    created: _created,
    modified: _modified,
    creator: _creator,
    motivation: _motivation,
    target: _target,
    'galley:confirmed': confirmed,
    ...content
  } = item
  return canonicalJson([content, confirmed['galley:exact']])
}

function movesOf(item: SidecarItem): number {
  return item.target['galley:moves'] ?? 0
}

function largest<T>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b
  return compareText(canonicalJson(a), canonicalJson(b)) >= 0 ? a : b
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
