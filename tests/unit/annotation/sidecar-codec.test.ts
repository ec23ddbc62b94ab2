import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adopt } from '../../../shared/annotation/adopts.ts'
import { parseSidecar } from '../../../shared/annotation/sidecar-codec.ts'
import { arrangeSidecar } from '../../../shared/annotation/sidecar-order.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import type { Sidecar } from '../../../shared/annotation/sidecar-schema.ts'
import type { SidecarFailure } from '../../../shared/failure.ts'
import { codePoint } from '../../../shared/units.ts'
import {
  aContent,
  anItem,
  annotationId,
  aSidecar,
  aTombstone,
  laptop,
  sha256,
} from '../../helpers/annotation.ts'
import { anySidecar, anyText } from '../../helpers/annotation-arbitraries.ts'

const FILE = 'story.txt.jane-doe-3f9a1c07.annotations.json'

function failure(text: string): SidecarFailure | 'no failure' {
  const parsed = parseSidecar(text, FILE)
  return parsed.ok ? 'no failure' : parsed.error
}

describe('a sidecar', () => {
  it('is written so that a person can read the difference', () => {
    const item = anItem({
      content: aContent('attribution', 'Name on record?', { source: 'port authority official' }),
      anchor: {
        exact: 'according to an official',
        prefix: 'on Friday, ',
        suffix: ', eleven',
        start: codePoint(171),
        end: codePoint(195),
      },
      storyName: 'harbour tunnel.txt',
      revision: 3,
    })
    const other = { id: annotationId(7), type: 'Annotation', motivation: 'replying', target: annotationId(1) }
    expect(
      serialiseSidecar(aSidecar([other, item], [aTombstone(annotationId(9)), aTombstone(annotationId(8))])),
    ).toBe(
      `{
  "@context": ["http://www.w3.org/ns/anno.jsonld", { "galley": "urn:galley:ns#" }],
  "id": "urn:uuid:00000000-0000-4000-8000-00000000f000",
  "type": "AnnotationCollection",
  "label": "story.txt — Jane Doe",
  "galley:format": 1,
  "galley:device": "urn:uuid:00000000-0000-4000-8000-00000000d001",
  "galley:story": {
    "galley:name": "story.txt",
    "galley:reader": "txt/1",
    "galley:fileSha256": "${sha256(3)}",
    "galley:textSha256": "${sha256(1)}",
    "galley:textLength": 18
  },
  "creator": { "id": "urn:uuid:00000000-0000-4000-8000-00000000a001", "type": "Person", "name": "Jane Doe" },
  "total": 2,
  "first": {
    "id": "urn:uuid:00000000-0000-4000-8000-00000000f001",
    "type": "AnnotationPage",
    "partOf": "urn:uuid:00000000-0000-4000-8000-00000000f000",
    "startIndex": 0,
    "items": [
      {
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
        "type": "Annotation",
        "motivation": ["classifying", "commenting"],
        "creator": "urn:uuid:00000000-0000-4000-8000-00000000a001",
        "created": "2026-11-20T10:04:00Z",
        "modified": "2026-11-20T10:04:00Z",
        "galley:revision": 3,
        "body": [
          { "type": "TextualBody", "purpose": "classifying", "value": "attribution" },
          { "type": "TextualBody", "purpose": "commenting", "value": "Name on record?", "format": "text/plain" },
          { "type": "TextualBody", "purpose": "describing", "value": "port authority official", "galley:field": "source" }
        ],
        "target": {
          "source": "./harbour%20tunnel.txt",
          "galley:text": "${sha256(1)}",
          "selector": [
            { "type": "TextQuoteSelector", "exact": "according to an official", "prefix": "on Friday, ", "suffix": ", eleven" },
            { "type": "TextPositionSelector", "start": 171, "end": 195 }
          ]
        },
        "galley:confirmed": { "galley:exact": "according to an official", "galley:sentenceSha256": "${sha256(2)}" }
      },
      {
        "id": "urn:uuid:00000000-0000-4000-8000-000000000007",
        "type": "Annotation",
        "motivation": "replying",
        "target": "urn:uuid:00000000-0000-4000-8000-000000000001"
      }
    ]
  },
  "galley:deleted": [
    { "galley:id": "urn:uuid:00000000-0000-4000-8000-000000000008", "galley:revision": 2, "galley:at": "2026-11-20T12:00:00Z" },
    { "galley:id": "urn:uuid:00000000-0000-4000-8000-000000000009", "galley:revision": 2, "galley:at": "2026-11-20T12:00:00Z" }
  ]
}
`,
    )
  })

  it('says which sidecars it adopted, and how often a place moved', () => {
    const item = anItem()
    const moved = { ...item, target: { 'galley:moves': 2, ...item.target } }
    const adopted = [2, 1].map((n) => ({ file: 'old.txt.omar.json', collection: annotationId(n) }))
    const text = serialiseSidecar(adopt(aSidecar([moved]), adopted))
    expect(text).toContain(`"name": "Jane Doe" },
  "galley:adopts": [
    { "galley:file": "old.txt.omar.json", "galley:collection": "urn:uuid:00000000-0000-4000-8000-000000000001" },
    { "galley:file": "old.txt.omar.json", "galley:collection": "urn:uuid:00000000-0000-4000-8000-000000000002" }
  ],
  "total": 1,`)
    expect(text).toContain(`          "galley:text": "${sha256(1)}",
          "galley:moves": 2,
          "selector": [`)
  })

  it('puts items by place, the longer first, then by id', () => {
    const at = (n: number, start: number, end: number) =>
      anItem({
        id: annotationId(n),
        anchor: { exact: 'x', prefix: '', suffix: '', start: codePoint(start), end: codePoint(end) },
      })
    const later = { id: annotationId(0), type: 'Later' }
    const items = [later, at(4, 7, 9), at(3, 2, 3), at(2, 2, 3), at(5, 2, 8)]
    expect(arrangeSidecar(aSidecar(items)).first.items.map((item) => item.id)).toEqual(
      [5, 2, 3, 4, 0].map(annotationId),
    )
  })

  it('comes back from its text as it was, and its text from it', () => {
    fc.assert(
      fc.property(anySidecar, (sidecar) => {
        const text = serialiseSidecar(sidecar)
        const parsed = parseSidecar(text, FILE)
        expect(parsed).toEqual({ ok: true, value: arrangeSidecar(sidecar) })
        if (parsed.ok) expect(serialiseSidecar(parsed.value)).toBe(text)
        expect(text).not.toMatch(/\p{Surrogate}/u)
      }),
      { numRuns: 200 },
    )
  })

  it('comes back with versions of other computers and with a byte order mark', () => {
    const {
      id: _id,
      type: _type,
      'galley:revision': _revision,
      ...said
    } = anItem({ content: aContent('fact', 'Sure?') })
    const item = {
      ...anItem(),
      'galley:alternatives': [
        { ...said, 'galley:device': laptop },
        { 'galley:device': laptop, body: said.body },
      ],
    }
    const text = serialiseSidecar(aSidecar([item]))
    expect(parseSidecar(`\ufeff${text}`, FILE)).toEqual({ ok: true, value: aSidecar([item]) })
    expect(serialiseSidecar(parsed(text))).toBe(text)
  })

  it('cut at any byte is a failure, but for its last line break', () => {
    const bytes = new TextEncoder().encode(
      serialiseSidecar(
        aSidecar([anItem({ content: aContent('fact', 'é 👩‍🚒 \ud83d') })], [aTombstone(annotationId(2))]),
      ),
    )
    const kinds = new Set<string>()
    for (let length = 0; length < bytes.length - 1; length++) {
      const found = failure(new TextDecoder().decode(bytes.subarray(0, length)))
      kinds.add(found === 'no failure' ? found : found.kind)
    }
    expect(kinds).toEqual(new Set(['sidecar-empty', 'sidecar-json']))
    expect(failure(new TextDecoder().decode(bytes.subarray(0, -1)))).toBe('no failure')
  })

  it('never throws, whatever stands in the file', () => {
    const good = serialiseSidecar(aSidecar([anItem()], [aTombstone(annotationId(2))]))
    const damaged = fc
      .record({
        from: fc.nat(good.length),
        gone: fc.nat(40),
        put: anyText,
      })
      .map(({ from, gone, put }) => good.slice(0, from) + put + good.slice(from + gone))
    fc.assert(
      fc.property(fc.oneof(damaged, anyText, fc.json()), (text) => {
        expect(() => parseSidecar(text, FILE)).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })
})

function parsed(text: string): Sidecar {
  const result = parseSidecar(text, FILE)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
