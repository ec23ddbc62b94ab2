import { describe, expect, it, test } from 'vitest'
import { DEPTH_LIMIT, parseSidecar } from '../../../shared/annotation/sidecar-codec.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import type { SidecarFailure } from '../../../shared/failure.ts'
import { anItem, annotationId, aSidecar, aTombstone } from '../../helpers/annotation.ts'

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
      'has a place that moved no times',
      changedItem((item) => Object.assign(item.target, { 'galley:moves': 0 })),
      'first.items[0].target.galley:moves: ',
    ],
    [
      'adopts a file without saying which collection',
      serialiseSidecar({ ...aSidecar(), 'galley:adopts': [{ 'galley:file': 'old.json' }] as never }),
      'galley:adopts[0].galley:collection: ',
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
