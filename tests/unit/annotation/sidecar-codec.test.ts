import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { DEPTH_LIMIT, parseSidecar } from '../../../shared/annotation/sidecar-codec.ts'
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
import { anySidecar } from '../../helpers/annotation-arbitraries.ts'

const FILE = 'story.txt.jane-doe-3f9a1c07.annotations.json'

function failure(text: string): SidecarFailure | 'no failure' {
  const parsed = parseSidecar(text, FILE)
  return parsed.ok ? 'no failure' : parsed.error
}

interface LooseItem {
  'galley:revision'?: unknown
  body?: unknown
  target: { selector: [object, object] }
}

interface LooseSidecar {
  'galley:format'?: unknown
  'galley:device'?: unknown
  'galley:deleted'?: unknown
  first: { items: [LooseItem] }
}

/** The text of a good sidecar after a change to its value. */
function changed(change: (value: LooseSidecar) => void): string {
  const value: LooseSidecar = JSON.parse(
    serialiseSidecar(aSidecar([anItem()], [aTombstone(annotationId(2))])),
  )
  change(value)
  return JSON.stringify(value)
}

/** The same with a change to its only item. */
function changedItem(change: (item: LooseItem) => void): string {
  return changed((value) => change(value.first.items[0]))
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('a file that is not a sidecar', () => {
  test.each<[string, string, SidecarFailure]>([
    ['is empty', '', { kind: 'sidecar-empty', file: FILE }],
    ['holds white space alone', ' \r\n\t\n', { kind: 'sidecar-empty', file: FILE }],
    ['holds a byte order mark alone', '\ufeff', { kind: 'sidecar-empty', file: FILE }],
    ['says null', 'null', { kind: 'sidecar-foreign', file: FILE, found: 'null' }],
    ['is a number', '42', { kind: 'sidecar-foreign', file: FILE, found: 'a number' }],
    ['is a text', '"annotations"', { kind: 'sidecar-foreign', file: FILE, found: 'a text' }],
    ['is false', 'false', { kind: 'sidecar-foreign', file: FILE, found: 'true or false' }],
    ['is a list', '[]', { kind: 'sidecar-foreign', file: FILE, found: 'a list' }],
    ['is an empty object', '{}', { kind: 'sidecar-foreign', file: FILE, found: 'another kind of JSON' }],
    [
      'is a package file',
      '{"name":"x","galley:format":1}',
      { kind: 'sidecar-foreign', file: FILE, found: 'another kind of JSON' },
    ],
    [
      'is a collection of another program',
      '{"type":"AnnotationCollection","total":0}',
      { kind: 'sidecar-foreign', file: FILE, found: 'an annotation collection of another program' },
    ],
    [`is ${DEPTH_LIMIT + 1} deep`, nested(33), { kind: 'sidecar-too-deep', file: FILE, limit: 32 }],
    [
      'is a million deep and never closes',
      '['.repeat(1e6),
      { kind: 'sidecar-too-deep', file: FILE, limit: 32 },
    ],
    [`is ${DEPTH_LIMIT} deep`, nested(32), { kind: 'sidecar-foreign', file: FILE, found: 'a list' }],
    [
      'has brackets and quotes in a string',
      `["${'['.repeat(99)}\\"${'{'.repeat(99)}"]`,
      { kind: 'sidecar-foreign', file: FILE, found: 'a list' },
    ],
  ])('%s', (_, text, expected) => {
    expect(failure(text)).toEqual(expected)
  })
})

describe('a file that is not JSON says what is wrong and where', () => {
  const good = serialiseSidecar(aSidecar([anItem()]))
  test.each([
    ['a cut file', good.slice(0, 200), /^it ends too early, in line \d+, column \d+$/],
    ['a string that does not close', '{"a": "b', 'it ends too early, in line 1, column 9'],
    ['a word cut short', '{"a": tr', 'it ends too early, in line 1, column 9'],
    ['a number cut short', '{"a": -', 'it ends too early, in line 1, column 8'],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 'it stops being JSON in line 3, column 3'],
    ['a comma too many', '{\n  "a": 1,\n}', 'it stops being JSON in line 3, column 1'],
    ['two documents', '{}\n{}', 'it stops being JSON in line 2, column 1'],
    ['an unknown word', '[undefined]', 'it stops being JSON in line 1, column 2'],
    ['a number with a leading zero', '[012]', 'it stops being JSON in line 1, column 2'],
    ['bytes that a disk did not write', '\0'.repeat(512), 'it holds nothing but zero bytes'],
    [
      'a merge that stopped',
      good.replace('\n  "total"', '\n<<<<<<< HEAD\n  "total": 2,\n=======\n  "total"'),
      /^conflict markers of a version control system in line 1\d, column 1$/,
    ],
  ])('%s', (_, text, expected) => {
    const found = failure(text)
    expect(found).toEqual({
      kind: 'sidecar-json',
      file: FILE,
      detail: expected instanceof RegExp ? expect.stringMatching(expected) : expected,
    })
  })
})

describe('a sidecar that is not whole', () => {
  test.each<[string, string, string]>([
    [
      'has an item without a revision',
      changedItem((item) => {
        delete item['galley:revision']
      }),
      'first.items[0].galley:revision: ',
    ],
    [
      'has an item of revision 0',
      changedItem((item) => {
        item['galley:revision'] = 0
      }),
      'first.items[0].galley:revision: ',
    ],
    [
      'has a negative position',
      changedItem((item) => Object.assign(item.target.selector[1], { start: -1 })),
      'first.items[0].target.selector[1].start: ',
    ],
    [
      'has a reversed position',
      changedItem((item) => Object.assign(item.target.selector[1], { start: 9 })),
      'first.items[0].target.selector[1]: empty or reversed: 9–9',
    ],
    [
      'has an empty quote',
      changedItem((item) => Object.assign(item.target.selector[0], { exact: '' })),
      'first.items[0].target.selector[0].exact: ',
    ],
    [
      'has a mark without a tag',
      changedItem((item) => {
        item.body = []
      }),
      'first.items[0].body: no body says what the mark is classified as',
    ],
    [
      'has no list of deleted ones',
      changed((value) => {
        delete value['galley:deleted']
      }),
      'galley:deleted: ',
    ],
    [
      'has a device that is no urn',
      changed((value) => {
        value['galley:device'] = 'desk'
      }),
      'galley:device: ',
    ],
    [
      'has a format of 0',
      changed((value) => {
        value['galley:format'] = 0
      }),
      'galley:format: ',
    ],
    [
      'has a format in words',
      changed((value) => {
        value['galley:format'] = 'two'
      }),
      'galley:format: ',
    ],
    [
      'has a number that no double holds',
      changed(() => {}).replace('"total":1', '"total":1e999'),
      'total: the number is too large',
    ],
    [
      'has one in a member it does not know',
      changed(() => {}).replace('"total":1', '"total":1,"x":{"y":[-1e999]}'),
      'x.y[0]: the number is too large',
    ],
    [
      'names __proto__',
      changed(() => {}).replace('"total":1', '"total":1,"x":{"__proto__":{}}'),
      'x.__proto__: this name is not allowed',
    ],
    [
      'names constructor',
      changed(() => {}).replace('"total":1', '"total":1,"constructor":1'),
      'constructor: this name is not allowed',
    ],
    [
      'has an id twice',
      JSON.stringify(aSidecar([anItem(), anItem()])),
      `first.items[1].id: ${annotationId(1)} is there twice`,
    ],
    [
      'has a tombstone twice',
      JSON.stringify(aSidecar([], [aTombstone(), aTombstone()])),
      `galley:deleted[1].galley:id: ${annotationId(1)} is there twice`,
    ],
  ])('%s', (_, text, detail) => {
    expect(failure(text)).toEqual({
      kind: 'sidecar-invalid',
      file: FILE,
      detail: expect.stringContaining(detail),
    })
  })

  it('from a newer Galley is named with its format, whatever else it holds', () => {
    expect(failure('{"type":"AnnotationCollection","galley:format":2,"first":null}')).toEqual({
      kind: 'sidecar-newer',
      file: FILE,
      format: 2,
    })
  })
})

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

  it('puts items by place, the longer first, then by id', () => {
    const at = (n: number, start: number, end: number) =>
      anItem({
        id: annotationId(n),
        anchor: { exact: 'x', prefix: '', suffix: '', start: codePoint(start), end: codePoint(end) },
      })
    const later = { id: annotationId(0), type: 'Later' }
    const items = [later, at(4, 7, 9), at(3, 2, 3), at(2, 2, 3), at(1, 2, 8)]
    expect(arrangeSidecar(aSidecar(items)).first.items.map((item) => item.id)).toEqual(
      [1, 2, 3, 4, 0].map(annotationId),
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
      { numRuns: 500 },
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
        put: fc.string({ unit: 'binary', maxLength: 8 }),
      })
      .map(({ from, gone, put }) => good.slice(0, from) + put + good.slice(from + gone))
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(() => parseSidecar(text, FILE)).not.toThrow()
      }),
      { numRuns: 1_000 },
    )
  })
})

function parsed(text: string): Sidecar {
  const result = parseSidecar(text, FILE)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
