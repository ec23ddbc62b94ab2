import { describeSpan } from '../../shared/anchor/describe.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { type ItemInput, makeItem } from '../../shared/annotation/item.ts'
import { newSidecar } from '../../shared/annotation/new-sidecar.ts'
import type { Sidecar, SidecarItem, Tombstone } from '../../shared/annotation/sidecar-schema.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import {
  type AnnotationId,
  type AnnotatorId,
  codePoint,
  type DeviceId,
  type IsoTime,
  type Sha256,
  type Span,
  span,
  type TagId,
} from '../../shared/units.ts'

/** Ids and hashes that are easy to tell apart in a failure: `urn:uuid:…-00000000002a`, `2a2a2a…`. */
export function urn(n: number): string {
  return `urn:uuid:00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}
export const annotationId = (n: number) => urn(n) as AnnotationId
export const annotatorId = (n: number) => urn(0xa000 + n) as AnnotatorId
export const deviceId = (n: number) => urn(0xd000 + n) as DeviceId
export const sha256 = (n: number) => n.toString(16).padStart(2, '0').repeat(32) as Sha256

/** A source of fresh ids that starts over with every call. */
export function countingIds(): () => string {
  let n = 0xf000
  return () => urn(n++)
}

export const jane = { id: annotatorId(1), name: 'Jane Doe' }
export const bob = { id: annotatorId(2), name: 'Bob Ray' }
export const deskComputer = deviceId(1)
export const laptop = deviceId(2)
export const morning = '2026-11-20T10:04:00Z' as IsoTime
export const noon = '2026-11-20T12:00:00Z' as IsoTime

/** A content: a fact without note and fields unless told. */
export function aContent(tag = 'fact', note = '', fields: Record<string, string> = {}) {
  return { tag: tag as TagId, note, fields }
}

/** Input of `makeItem`: Jane's first version of a fact "mayor" at 4–9. */
export function itemInput(overrides: Partial<ItemInput> = {}): ItemInput {
  return {
    id: annotationId(1),
    creator: jane.id,
    created: morning,
    modified: morning,
    revision: 1,
    content: aContent(),
    anchor: {
      exact: 'mayor',
      prefix: 'The ',
      suffix: ' resigned',
      start: codePoint(4),
      end: codePoint(9),
    },
    textSha256: sha256(1),
    sentenceSha256: sha256(2),
    storyName: 'story.txt',
    ...overrides,
  }
}

export function anItem(overrides: Partial<ItemInput> = {}): SidecarItem {
  return makeItem(itemInput(overrides))
}

/** An item on a span of a text, described as the desk does. */
export function anItemOn(text: string, span: Span, overrides: Partial<ItemInput> = {}): SidecarItem {
  return anItem({ anchor: describeSpan(text, span, new CodePointIndex(text)), ...overrides })
}

/** The sidecar as that of a person. */
export function sidecarOf(person: typeof jane, sidecar: Sidecar): Sidecar {
  return { ...sidecar, creator: { ...sidecar.creator, ...person } }
}

export function aTombstone(id: string = annotationId(1), revision = 2): Tombstone {
  return { 'galley:id': id, 'galley:revision': revision, 'galley:at': noon }
}

/** Jane's sidecar for `story.txt` on the desk computer. */
export function aSidecar(
  items: Sidecar['first']['items'] = [],
  tombstones: readonly Tombstone[] = [],
  device: DeviceId = deskComputer,
): Sidecar {
  const empty = newSidecar({
    newId: countingIds(),
    storyName: 'story.txt',
    reader: 'txt/1',
    fileSha256: sha256(3),
    textSha256: sha256(1),
    textLength: 18,
    person: jane,
    device,
  })
  return {
    ...empty,
    total: items.length,
    first: { ...empty.first, items: [...items] },
    'galley:deleted': [...tombstones],
  }
}

/** Jane's fact "mayor" at 4–9 as the window sees it. */
export function anAnnotation(overrides: Partial<Annotation> = {}): Annotation {
  return {
    id: annotationId(1),
    creator: jane.id,
    created: morning,
    modified: morning,
    revision: 1,
    ...aContent(),
    span: span(4, 9),
    drift: 'none',
    quote: 'mayor',
    prefix: 'The ',
    suffix: ' resigned',
    alternatives: [],
    ...overrides,
  }
}
