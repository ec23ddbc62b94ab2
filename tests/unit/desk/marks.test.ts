import { describe, expect, it } from 'vitest'
import { type MarkContext, planChanges } from '../../../electron/desk/marks.ts'
import { CodePointIndex } from '../../../shared/story/code-points.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import { type AnnotationId, span } from '../../../shared/units.ts'
import { aContent, anItem, annotationId, jane, noon, sha256 } from '../../helpers/annotation.ts'

const story = readStory('story.txt', 'The mayor resigned 🙂 today. She left.')
const [one, two] = [annotationId(1), annotationId(2)]

/** Jane's "mayor" is there with revision 4; an id of Bob's is not hers. */
function context(overrides: Partial<MarkContext> = {}): MarkContext {
  const items = new Map<AnnotationId, ReturnType<typeof anItem>>([
    [one, { ...anItem({ id: one, revision: 4 }), 'x:y': 1 }],
  ])
  return {
    story,
    index: new CodePointIndex(story.text),
    textSha256: sha256(1),
    annotator: jane.id,
    now: noon,
    own: (id) => items.get(id),
    removed: () => undefined,
    taken: () => undefined,
    place: () => span(4, 9),
    isForeign: (id) => id === annotationId(9),
    highest: (id) => (id === one ? 6 : 0),
    ...overrides,
  }
}

const put = (id: AnnotationId, place: [number, number] | null, tag = 'fact') => ({
  kind: 'put' as const,
  id,
  content: aContent(tag),
  span: place === null ? null : span(...place),
})
const remove = (id: AnnotationId) => ({ kind: 'delete' as const, id })
const plan = (...changes: Parameters<typeof planChanges>[0]) => planChanges(changes, context())

describe('planning changes', () => {
  it('makes a new mark from the words, the place in code points, and the sentence', () => {
    const planned = plan(put(two, [19, 27]))
    expect(planned.ok && [...planned.value.put.values()]).toMatchObject([
      {
        id: two,
        'galley:revision': 1,
        created: noon,
        target: { selector: [{ exact: '🙂 today' }, { start: 19, end: 26 }] },
        'galley:confirmed': { 'galley:exact': '🙂 today' },
      },
    ])
  })

  it('raises the revision above the highest of any file, and keeps place and unknown members on a retag', () => {
    const planned = plan(put(one, [4, 9], 'assessment'))
    expect(planned.ok && planned.value.put.get(one)).toMatchObject({
      'galley:revision': 7,
      body: [{ value: 'assessment' }],
      'x:y': 1,
      target: anItem({ id: one }).target,
    })
  })

  it('describes the words anew when the place is another', () => {
    const planned = plan(put(one, [0, 9]))
    expect(planned.ok && planned.value.put.get(one)).toMatchObject({
      created: anItem().created,
      target: { selector: [{ exact: 'The mayor' }, { start: 0, end: 9 }] },
      'x:y': 1,
    })
  })

  it('lets later changes of one call build on earlier ones', () => {
    const planned = plan(put(two, [0, 3]), remove(two), put(two, null, 'assessment'), remove(one))
    if (!planned.ok) throw new Error(planned.error.kind)
    const { put: made, deleted } = planned.value
    expect([...made.values()]).toMatchObject([
      { id: two, 'galley:revision': 3, body: [{ value: 'assessment' }] },
    ])
    expect([...deleted.values()]).toEqual([{ 'galley:id': one, 'galley:revision': 7, 'galley:at': noon }])
  })

  it.each([
    ['somebody else’s mark', put(annotationId(9), [0, 3]), { kind: 'not-yours', id: annotationId(9) }],
    ['deleting somebody else’s mark', remove(annotationId(9)), { kind: 'not-yours', id: annotationId(9) }],
    ['a new mark without a place', put(two, null), { kind: 'unknown-annotation', id: two }],
    ['deleting what never was', remove(two), { kind: 'unknown-annotation', id: two }],
    [
      'a span beyond the text',
      put(two, [30, 99]),
      { kind: 'range-outside', file: 'story.txt', start: 29, end: 99, length: 37 },
    ],
    ['a border inside a character', put(two, [20, 27]), { kind: 'bad-request', detail: expect.any(String) }],
  ])('refuses %s', (_name, change, error) => {
    expect(plan(put(one, [0, 9]), change)).toEqual({ ok: false, error })
  })
})
