import { carriedIn } from '../annotation/carried.ts'
import { isItem } from '../annotation/item.ts'
import { type Sidecar, timePattern } from '../annotation/sidecar-schema.ts'
import type { AnnotationId, AnnotatorId, IsoTime } from '../units.ts'
import type { Reply, Verdict } from './reply.ts'

/** Words for a verdict, lower case: ours, and those of the W3C's and of other programs' examples. */
const VERDICTS: ReadonlyMap<string, Verdict> = new Map([
  ['agrees', 'agrees'],
  ['approved', 'agrees'],
  ['disputes', 'disputes'],
  ['asks', 'asks'],
  ['resolved', 'resolved'],
])

/** Stands where an answer has no time that can be read. */
const NO_TIME = '1970-01-01T00:00:00Z' as IsoTime

const OA = /^(?:oa:|http:\/\/www\.w3\.org\/ns\/oa#)/

type Item = Sidecar['first']['items'][number]

/**
 * The answers to annotations that a sidecar holds, in its order. An answer is an annotation with the motivation
 * `replying` or `assessing` whose target is named whole (by its IRI, not by a part of it). What can't be read as
 * one is left out; never throws.
 * Source: W3C Web Annotation Data Model, 3.2 (bodies and targets) and 3.3.5 (motivation and purpose).
 */
export function repliesIn(sidecar: Pick<Sidecar, 'first' | 'creator'>): readonly Reply[] {
  return sidecar.first.items.flatMap((item) => {
    const reply = replyFrom(item, sidecar.creator)
    return reply === null ? [] : [reply]
  })
}

/** The answer that an item is; null: it is none. */
export function replyFrom(item: Item, person: { readonly id: string; readonly name: string }): Reply | null {
  if (item.type !== 'Annotation' || isItem(item)) return null
  const motivations = wordsOf(item.motivation)
  if (!motivations.includes('replying') && !motivations.includes('assessing')) return null
  const to = targetOf(item.target)
  const said = saidIn(item.body, motivations.includes('assessing'))
  if (to === null || said === null) return null
  const creator = idOf(item.creator) ?? person.id
  const name = memberOf(item.creator, 'name') ?? (creator === person.id ? person.name : undefined)
  const carried = carriedIn(item)
  const created = timeOf(item.created) ?? timeOf(item.modified) ?? NO_TIME
  return {
    id: item.id as AnnotationId,
    creator: creator as AnnotatorId,
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    to: to as AnnotationId,
    ...said,
    created,
    modified: timeOf(item.modified) ?? created,
    ...(carried === undefined ? {} : { carried }),
  }
}

/** A target with a selector is a part of something: a mark of its own kind, no answer. */
function targetOf(target: unknown): string | null {
  const [first] = listOf(target)
  if (memberOf(first, 'selector') !== undefined) return null
  return idOf(first) ?? idOf(memberOf(first, 'source')) ?? null
}

/** null: the body says nothing. The first note and the first verdict count. */
function saidIn(body: unknown, isAssessed: boolean): Pick<Reply, 'note' | 'verdict'> | null {
  let note: string | null = null
  let verdict: Verdict | null = null
  for (const part of listOf(body)) {
    const value = typeof part === 'string' ? part : memberOf(part, 'value')
    if (typeof value !== 'string' || value === '') continue
    const purposes = wordsOf(memberOf(part, 'purpose'))
    const mayJudge = purposes.length === 0 ? isAssessed : purposes.includes('assessing')
    const found = mayJudge ? VERDICTS.get(value.trim().toLowerCase()) : undefined
    if (found !== undefined) verdict ??= found
    else if (mayJudge || isNote(purposes)) note ??= value
  }
  return note === null && verdict === null ? null : { note: note ?? '', verdict }
}

function isNote(purposes: readonly string[]): boolean {
  return purposes.length === 0 || purposes.includes('replying') || purposes.includes('commenting')
}

/** An IRI, or that of an object. */
function idOf(value: unknown): string | undefined {
  const id = typeof value === 'string' ? value : memberOf(value, 'id')
  return typeof id === 'string' && id !== '' ? id : undefined
}

function timeOf(value: unknown): IsoTime | undefined {
  return typeof value === 'string' && timePattern.test(value) ? (value as IsoTime) : undefined
}

/** Motivations or purposes by their short names. */
function wordsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((word) => (typeof word === 'string' ? [word.replace(OA, '')] : []))
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}
