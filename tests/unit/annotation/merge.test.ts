import { describe, expect, it, test } from 'vitest'
import { moveItem, toAnnotation } from '../../../shared/annotation/item.ts'
import {
  highestRevision,
  highestRevisions,
  mergeLayer,
  mergeSidecars,
} from '../../../shared/annotation/merge.ts'
import type { Sidecar } from '../../../shared/annotation/sidecar-schema.ts'
import { codePoint } from '../../../shared/units.ts'
import {
  aContent,
  anItem,
  annotationId,
  aSidecar,
  aTombstone,
  deskComputer,
  laptop,
  morning,
  noon,
  sha256,
} from '../../helpers/annotation.ts'

const fact = anItem({ revision: 2, content: aContent('fact') })
const assessment = anItem({ revision: 2, content: aContent('assessment') })

interface Seen {
  readonly live: readonly { id: string; revision: number; tag: string; others: readonly string[] }[]
  readonly deleted: readonly string[]
}

/** What a person sees of a layer: tag of each live item, and of its other versions. */
function seen(sidecars: readonly Sidecar[]): Seen {
  const { items, tombstones } = mergeLayer(sidecars)
  return {
    live: items.map((item) => {
      const { id, revision, tag, alternatives } = toAnnotation(item, null, 'none')
      return { id, revision, tag, others: alternatives.map((other) => other.tag) }
    }),
    deleted: tombstones.map((tombstone) => tombstone['galley:id']),
  }
}

const shows = (tag: string, others: string[] = [], revision = 2): Seen => ({
  live: [{ id: annotationId(1), revision, tag, others }],
  deleted: [],
})

describe('a layer', () => {
  test.each<[string, Sidecar[], Seen]>([
    ['is empty without sidecars', [], { live: [], deleted: [] }],
    [
      'is the union of a person’s computers',
      [aSidecar([fact]), aSidecar([anItem({ id: annotationId(2) })], [], laptop)],
      {
        live: [
          { id: annotationId(1), revision: 2, tag: 'fact', others: [] },
          { id: annotationId(2), revision: 1, tag: 'fact', others: [] },
        ],
        deleted: [],
      },
    ],
    [
      'shows the higher revision, though it is the smaller device and the earlier date',
      [
        aSidecar([anItem({ revision: 3, content: aContent('attribution'), modified: morning })]),
        aSidecar([{ ...fact, modified: noon }], [], laptop),
      ],
      shows('attribution', [], 3),
    ],
    [
      'forgets an item for a higher tombstone',
      [aSidecar([fact]), aSidecar([], [aTombstone(annotationId(1), 3)])],
      { live: [], deleted: [annotationId(1)] },
    ],
    [
      'shows an item with a higher revision than its tombstone',
      [aSidecar([], [aTombstone(annotationId(1), 1)], laptop), aSidecar([fact])],
      shows('fact'),
    ],
    [
      'shows the live one of a tie with a tombstone',
      [aSidecar([fact]), aSidecar([], [aTombstone(annotationId(1), 2)], laptop)],
      shows('fact'),
    ],
    [
      'shows the larger device of a tie and offers the other',
      [aSidecar([fact]), aSidecar([assessment], [], laptop)],
      shows('assessment', ['fact']),
    ],
    [
      'offers nothing when both computers say the same',
      [aSidecar([fact]), aSidecar([{ ...fact, modified: noon }], [], laptop)],
      shows('fact'),
    ],
    [
      'keeps every version of a tie of three',
      [
        aSidecar([assessment]),
        aSidecar([fact], [], laptop),
        aSidecar([anItem({ revision: 2, content: aContent('attribution') })]),
      ],
      shows('fact', ['attribution', 'assessment']),
    ],
    [
      'settles a tie by the next revision',
      [
        aSidecar([fact]),
        aSidecar([assessment], [], laptop),
        aSidecar([anItem({ revision: 3, content: aContent('attribution') })]),
      ],
      shows('attribution', [], 3),
    ],
    [
      'does not offer a version that differs only in an unshown member',
      [aSidecar([fact]), aSidecar([{ ...fact, 'galley:visibility': 'desk' }], [], laptop)],
      shows('fact'),
    ],
  ])('%s', (_, sidecars, expected) => {
    expect([seen(sidecars), seen(sidecars.toReversed())]).toEqual([expected, expected])
  })

  it('makes no alternative of new positions for the same words, and takes the same ones in any order', () => {
    const moved = anItem({
      revision: 2,
      modified: noon,
      textSha256: sha256(9),
      anchor: {
        exact: 'mayor',
        prefix: 'Our ',
        suffix: ' resigned',
        start: codePoint(40),
        end: codePoint(45),
      },
    })
    const [one, other] = [
      mergeSidecars(aSidecar([fact]), aSidecar([moved])),
      mergeSidecars(aSidecar([moved]), aSidecar([fact])),
    ]
    expect(one).toEqual(other)
    expect(one.first.items).toHaveLength(1)
    expect(one.first.items[0]).not.toHaveProperty('galley:alternatives')
    expect([fact, moved]).toContainEqual(one.first.items[0])
  })

  it('takes the place that moved more often, whichever computer moved it', () => {
    const place = (start: number) => ({
      anchor: { exact: 'mayor', prefix: '', suffix: '', start: codePoint(start), end: codePoint(start + 5) },
      textSha256: sha256(9),
      storyName: 'story.txt',
    })
    const once = moveItem(fact, place(40))
    const twice = moveItem(once, place(30))
    const sidecars = [aSidecar([twice]), aSidecar([once], [], laptop), aSidecar([fact], [], laptop)]
    for (const some of [sidecars, sidecars.toReversed()]) {
      const [item, ...others] = mergeLayer(some).items
      expect(others).toEqual([])
      expect(item?.target).toEqual(twice.target)
      expect(item).not.toHaveProperty('galley:alternatives')
    }
  })

  it('keeps two versions that agree in tag and note but mark other words', () => {
    const longer = anItem({
      revision: 2,
      anchor: {
        exact: 'mayor resigned',
        prefix: 'The ',
        suffix: '',
        start: codePoint(4),
        end: codePoint(18),
      },
    })
    const { items } = mergeLayer([aSidecar([fact]), aSidecar([longer], [], laptop)])
    expect(
      items.map((item) => [item['galley:confirmed'], item['galley:alternatives']?.map((one) => one.target)]),
    ).toEqual([[longer['galley:confirmed'], [fact.target]]])
  })
})

describe('two states of one sidecar', () => {
  it('merge into one with the envelope of the first and members that only the second knows', () => {
    const into = { ...aSidecar([fact]), label: 'ours', 'galley:both': 1 }
    const from = {
      ...aSidecar([anItem({ id: annotationId(2) })], [aTombstone(annotationId(3))]),
      'galley:both': 2,
      'galley:more': 3,
    }
    expect(mergeSidecars(into, from)).toEqual({
      ...aSidecar([fact, anItem({ id: annotationId(2) })], [aTombstone(annotationId(3))]),
      label: 'ours',
      'galley:both': 1,
      'galley:more': 3,
    })
  })

  it('keep both of a tie, so that a conflict copy loses nothing', () => {
    // On one device the content decides, by its text: "fact" comes after "assessment".
    const { id: _id, type: _type, 'galley:revision': _revision, ...other } = assessment
    expect(mergeSidecars(aSidecar([fact]), aSidecar([assessment])).first.items).toEqual([
      { ...fact, 'galley:alternatives': [{ ...other, 'galley:device': deskComputer }] },
    ])
  })

  it('carry items of kinds that are not known, the higher revision of each', () => {
    const reply = {
      id: annotationId(5),
      type: 'Annotation',
      motivation: 'replying',
      'galley:revision': 1,
      body: [],
    }
    const later = { ...reply, 'galley:revision': 2, target: annotationId(1) }
    expect(mergeSidecars(aSidecar([reply, fact]), aSidecar([later])).first.items).toEqual([fact, later])
  })
})

describe('the highest revision of an id', () => {
  const sidecars = [
    aSidecar([fact], [aTombstone(annotationId(2), 7)]),
    aSidecar([anItem({ revision: 5 })], [aTombstone(annotationId(1), 4)], laptop),
    aSidecar([{ id: annotationId(3), type: 'Later' }]),
  ]
  test.each([
    [1, 5],
    [2, 7],
    [3, 0],
    [4, 0],
  ])('of %i is %i', (n, expected) => {
    const id = annotationId(n)
    expect([highestRevision(sidecars, id), highestRevisions(sidecars).get(id) ?? 0]).toEqual([
      expected,
      expected,
    ])
  })
})
