import type { ImportFailure } from '../../failure.ts'
import { err, ok, type Result } from '../../result.ts'
import type { ImportedMark, ImportedSet } from '../imported.ts'
import { isJsonObject, type JsonObject, jsonInput, listOf, memberOf, textOf } from '../input.ts'
import { timeIn } from '../time-in.ts'
import { fewWarnings } from '../warnings.ts'
import { bodiesOf, contentOf, rolesOf } from './bodies.ts'
import { itemsIn } from './items.ts'
import { type KeptItem, without } from './kept.ts'
import { brokenMust, isStrict } from './musts.ts'
import { peopleIn, personName } from './people.ts'
import { placeOfTarget, settleUnits } from './places.ts'
import { isAnnotationContext } from './terms.ts'

/**
 * Reads Web Annotations (https://www.w3.org/TR/annotation-model/): a collection or page with its annotations in it, one
 * annotation, a list, a `@graph`; of Galley and of others. Nothing is fetched.
 *
 * Annotations about words become marks, answers to annotations of the file answers. What is about something else is
 * carried and named; what breaks a MUST of the model is named and left out. Members that Galley has no word for are
 * carried with their mark.
 *
 * @param raw the decoded file. @param name its name, for failures
 */
export function readJsonld(raw: string, name: string): Result<ImportedSet, ImportFailure> {
  const json = jsonInput(raw, name)
  if (!json.ok) return json
  const found = itemsIn(json.value)
  if (typeof found === 'string') {
    return err({ kind: 'import-foreign', file: name, format: 'jsonld', detail: found })
  }
  const warnings = [...found.warnings]
  const sound: { readonly item: JsonObject; readonly number: number }[] = []
  const refusals: string[] = []
  for (const [index, item] of found.items.entries()) {
    const fault = isAnnotationContext(memberOf(item, '@context'))
      ? brokenMust(item)
      : 'its @context is not that of Web Annotations'
    if (fault === null) sound.push({ item, number: index + 1 })
    else refusals.push(`${called(item, index + 1)}: ${fault}`)
  }
  if (sound.length === 0) {
    const detail = refusals[0] ?? found.warnings[0]?.replace(/\.$/, '') ?? ''
    return err({ kind: 'import-nothing', file: name, detail })
  }
  for (const refusal of refusals) warnings.push(`${refusal}; it was left out.`)
  const people = peopleIn(
    sound.map(({ item }) => item),
    found.people,
  )
  const ids = uniqueIds(sound)
  const known = new Set(ids.values())
  const marks: ImportedMark[] = []
  const others: JsonObject[] = []
  for (const { item, number } of sound) {
    const id = ids.get(number) ?? `#${number}`
    const mark = markOf(item, id, known, people, (text) => warnings.push(`${called(item, number)} ${text}`))
    if (mark !== null) marks.push(mark)
    else if (isStrict(item)) others.push(item)
  }
  const places = settleUnits(marks.map(({ place }) => place))
  const kept = { collection: found.collection, items: others }
  const isKept = others.length > 0 || Object.keys(found.collection).length > 0
  return ok({
    marks: marks.map((mark, at) => ({ ...mark, place: places[at] ?? null })),
    warnings: fewWarnings(warnings),
    ...(isKept ? { carried: { jsonld: kept } } : {}),
  })
}

/** null: it is about something else than words. */
function markOf(
  item: JsonObject,
  id: string,
  ids: ReadonlySet<string>,
  people: ReadonlyMap<string, string>,
  warn: (text: string) => void,
): ImportedMark | null {
  const targets = listOf(memberOf(item, 'target'))
  const places = targets.map(placeOfTarget)
  const at = places.findIndex(({ place }) => place !== null)
  const answered = targets.map(addressOf).find((address) => ids.has(address) && address !== id)
  if (at === -1 && answered === undefined) {
    const passed = places.flatMap((place) => place.passed)
    const about =
      passed.length > 0 ? `says its place only as ${passed.join(', ')}` : 'is not about words of the text'
    // Carried annotations go into exports as they are, so they must be valid as they are.
    warn(`${about}, so it is ${isStrict(item) ? 'kept and not shown' : 'left out'}.`)
    return null
  }
  const passed = places[at]?.passed ?? []
  if (passed.length > 0) warn(`says its place also as ${passed.join(', ')}, which is kept and not looked at.`)
  if (targets.length > 1) warn('has several targets; the first with words is shown, the others are kept.')
  const motivations = listOf(memberOf(item, 'motivation')).filter((one) => typeof one === 'string')
  const bodies = bodiesOf(item)
  const roles = rolesOf(bodies, motivations)
  const { verdict, ...content } = contentOf(bodies, roles)
  if (bodies.some((body, index) => roles[index] === 'other' && !isJsonObject(body))) {
    warn('has a body that is only an address; it is kept and not fetched.')
  }
  const target =
    answered === undefined ? targets[Math.max(0, at)] : targets.find((one) => addressOf(one) === answered)
  const kept: KeptItem = {
    item: without(item, ['@context', 'type', 'body', 'bodyValue', 'target', ...OURS]),
    bodies,
    target: isJsonObject(target)
      ? without(target, ['selector', 'galley:text', 'galley:moves'])
      : { source: target },
    selectors: isJsonObject(target) ? listOf(memberOf(target, 'selector')) : [],
    targets: targets.filter((one) => one !== target),
  }
  return {
    id,
    author: personName(memberOf(item, 'creator'), people),
    created: timeIn(listOf(memberOf(item, 'created'))[0]),
    modified: timeIn(listOf(memberOf(item, 'modified'))[0]),
    ...content,
    place: answered === undefined ? (places[at]?.place ?? null) : null,
    ...(answered === undefined ? {} : { replyTo: answered }),
    ...(verdict === null ? {} : { verdict, ...(verdict === 'resolved' ? { isResolved: true } : {}) }),
    carried: { jsonld: kept },
  }
}

/** Members of our own that say how an annotation came about in a sidecar: the import makes them anew. */
const OURS = ['galley:revision', 'galley:confirmed', 'galley:alternatives', 'galley:device']

/** What a target without selectors is about. */
function addressOf(target: unknown): string {
  if (!isJsonObject(target)) return textOf(target)
  if (memberOf(target, 'selector') !== undefined) return ''
  return textOf(memberOf(target, 'id')) || textOf(memberOf(target, 'source'))
}

/** The annotations' ids by their numbers, with another where one is missing or there twice. */
function uniqueIds(
  sound: readonly { readonly item: JsonObject; readonly number: number }[],
): ReadonlyMap<number, string> {
  const ids = new Map<number, string>()
  const taken = new Set<string>()
  for (const { item, number } of sound) {
    const own = textOf(memberOf(item, 'id'))
    const id = own === '' || taken.has(own) ? `${own}#${number}` : own
    taken.add(id)
    ids.set(number, id)
  }
  return ids
}

function called(item: JsonObject, number: number): string {
  const id = textOf(memberOf(item, 'id'))
  return id === '' ? `Annotation ${number}` : `Annotation ${number} (${id})`
}
