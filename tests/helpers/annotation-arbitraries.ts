import fc from 'fast-check'
import type { Sidecar, SidecarItem, Tombstone } from '../../shared/annotation/sidecar-schema.ts'
import { codePoint, type DeviceId } from '../../shared/units.ts'
import {
  aContent,
  anItem,
  annotationId,
  aSidecar,
  aTombstone,
  deviceId,
  morning,
  noon,
  sha256,
} from './annotation.ts'

const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))
const latin = fc.integer({ min: 0x20, max: 0x24f }).map((unit) => String.fromCharCode(unit))
const awkward = fc.constantFrom('\ud83d', '\ude00', '👩‍🚒', 'e\u0301', '\n', '"', '\\', '\u2028', '\u0000')

/** Text as people and broken programs write it: any UTF-16 unit, emoji, marks, lone surrogates, line breaks. */
export const anyText = fc
  .array(fc.oneof(latin, awkward, anyUnit), { maxLength: 12 })
  .map((parts) => parts.join(''))

/** Any JSON value that is read as it is written: JSON.stringify has no -0. */
export const anyJson = fc
  .jsonValue({ maxDepth: 2 })
  .map((value): unknown => JSON.parse(JSON.stringify(value), (_, member) => member))
  .filter((value) => !/"(?:__proto__|constructor)"/.test(JSON.stringify(value)))

/** Members that no Galley of today knows. */
export const unknownMembers = fc.dictionary(
  fc.constantFrom('galley:visibility', 'galley:later', 'stylesheet', 'x', 'generator', '7'),
  anyJson,
  { maxKeys: 2, noNullPrototype: true },
)

/** A mark with any content, place and members, on an id of its own. */
export function anyItem(n: number): fc.Arbitrary<SidecarItem> {
  return fc
    .record({
      tag: fc.oneof(
        fc.constantFrom('fact', 'assessment'),
        anyText.filter((text) => text !== ''),
      ),
      note: anyText,
      fields: fc.dictionary(fc.constantFrom('source', 'status', '__proto__', 'a b'), anyText),
      exact: anyText.filter((text) => text !== ''),
      around: anyText,
      start: fc.nat(50),
      length: fc.integer({ min: 1, max: 9 }),
      revision: fc.integer({ min: 1, max: 9 }),
      more: unknownMembers,
    })
    .map(({ tag, note, fields, exact, around, start, length, revision, more }) => ({
      ...anItem({
        id: annotationId(n),
        content: aContent(tag, note, fields),
        anchor: {
          exact,
          prefix: around,
          suffix: around,
          start: codePoint(start),
          end: codePoint(start + length),
        },
        revision,
      }),
      ...more,
    }))
}

/** Sidecars that were adopted, few of them: some twice, some with members of tomorrow, in any order. */
const someAdopts = fc.array(
  fc
    .record({
      file: fc.constantFrom('old.txt.omar.json', 'u\u0308ber.json', '\u00fcber.json'),
      collection: fc.integer({ min: 1, max: 2 }),
      at: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    })
    .map(({ file, collection, at }) => ({
      'galley:file': file,
      'galley:collection': annotationId(collection),
      ...(at === undefined ? {} : { at }),
    })),
  { maxLength: 3 },
)

/** The member, or none. */
const maybeAdopts = fc
  .option(someAdopts)
  .map((adopts) => (adopts === null ? {} : { 'galley:adopts': adopts }))

/** Any sidecar: marks, items of a kind of tomorrow, tombstones, unknown members. */
export const anySidecar: fc.Arbitrary<Sidecar> = fc
  .record({
    items: fc.nat(4).chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyItem(n)))),
    carried: fc.option(unknownMembers),
    deleted: fc.uniqueArray(fc.integer({ min: 20, max: 25 })),
    more: unknownMembers,
    adopts: maybeAdopts,
  })
  .map(({ items, carried, deleted, more, adopts }) => {
    const reply =
      carried === null
        ? []
        : [{ ...carried, id: annotationId(90), type: 'Annotation', motivation: 'replying' }]
    const tombstones = deleted.map((n) => aTombstone(annotationId(n)))
    return { ...aSidecar([...reply, ...items.reverse()], tombstones.reverse()), ...more, ...adopts }
  })

/**
 * Sidecars that tread on each other: few ids, few revisions, few contents and places, places that moved, alternatives
 * with and without a place, tombstones beside live items, adopted sidecars.
 */
export function clashingSidecar(device: fc.Arbitrary<DeviceId>): fc.Arbitrary<Sidecar> {
  return fc
    .record({
      device,
      items: fc.uniqueArray(clashingItem, { selector: (item) => item.id, maxLength: 3 }),
      tombstones: fc.uniqueArray(clashingTombstone, { selector: (one) => one['galley:id'], maxLength: 2 }),
      adopts: maybeAdopts,
    })
    .map(({ device, items, tombstones, adopts }) => ({ ...aSidecar(items, tombstones, device), ...adopts }))
}

export const someDevice = fc.constantFrom(deviceId(1), deviceId(2), deviceId(3))

const id = fc.integer({ min: 1, max: 2 }).map(annotationId)
const revision = fc.integer({ min: 1, max: 2 })
const content = fc.record({ tag: fc.constantFrom('fact', 'assessment'), note: fc.constantFrom('', 'Check') })

const plainItem = fc
  .record({
    id,
    revision,
    content,
    place: fc.nat(2),
    exact: fc.constantFrom('mayor', 'Mayor'),
    later: fc.boolean(),
    moves: fc.nat(2),
  })
  .map(({ id, revision, content, place, exact, later, moves }) => {
    const item = anItem({
      id,
      revision,
      content: aContent(content.tag, content.note),
      modified: later ? noon : morning,
      textSha256: sha256(place),
      anchor: { exact, prefix: '', suffix: '', start: codePoint(place), end: codePoint(place + 5) },
    })
    return moves === 0 ? item : { ...item, target: { ...item.target, 'galley:moves': moves } }
  })

const alternative = fc
  .record({ device: someDevice, item: plainItem, whole: fc.boolean() })
  .map(({ device, item: { id: _id, type: _type, 'galley:revision': _revision, ...said }, whole }) =>
    whole ? { ...said, 'galley:device': device } : { 'galley:device': device, body: said.body },
  )

const carriedItem = fc.record({ id, revision, value: fc.nat(1) }).map(({ id, revision, value }) => ({
  id,
  type: 'Annotation',
  motivation: 'replying',
  'galley:revision': revision,
  value,
}))

const clashingItem = fc.oneof(
  { weight: 6, arbitrary: plainItem },
  {
    weight: 3,
    arbitrary: fc
      .record({ item: plainItem, alternatives: fc.array(alternative, { minLength: 1, maxLength: 2 }) })
      .map(({ item, alternatives }) => ({ ...item, 'galley:alternatives': alternatives })),
  },
  { weight: 1, arbitrary: carriedItem },
)

const clashingTombstone: fc.Arbitrary<Tombstone> = fc
  .record({ id, revision, later: fc.boolean() })
  .map(({ id, revision, later }) => ({ ...aTombstone(id, revision), 'galley:at': later ? noon : morning }))
