import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSidecar } from '../../../shared/annotation/sidecar-codec.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import type { Sidecar } from '../../../shared/annotation/sidecar-schema.ts'
import { allReplies } from '../../../shared/review/all-replies.ts'
import { repliesIn } from '../../../shared/review/replies-in.ts'
import type { Reply } from '../../../shared/review/reply.ts'
import { writeReply } from '../../../shared/review/write-reply.ts'
import type { AnnotationId, IsoTime } from '../../../shared/units.ts'
import {
  anItem,
  annotationId,
  aSidecar,
  aTombstone,
  bob,
  jane,
  laptop,
  morning,
  noon,
  sidecarOf,
  urn,
} from '../../helpers/annotation.ts'
import { anyJson, anyText } from '../../helpers/annotation-arbitraries.ts'

const answer = (more: Partial<Reply> = {}): Reply => ({
  id: annotationId(9),
  creator: jane.id,
  name: jane.name,
  to: annotationId(1),
  verdict: null,
  note: 'The press office gave the name on Friday.',
  created: morning,
  modified: noon,
  ...more,
})
const item = (more: Record<string, unknown>) => ({ id: urn(9), type: 'Annotation', ...more })
const read = (more: Record<string, unknown>) => repliesIn(aSidecar([item(more)]))

describe('answers in a sidecar', () => {
  it.each<Partial<Reply>>([
    {},
    { verdict: 'agrees' },
    { verdict: 'disputes', note: '' },
    { verdict: 'asks', note: 'agrees' },
    { verdict: 'resolved', note: 'Line one\nline two' },
    { note: 'Disputes' },
  ])('come back as they were written: %o', (more) => {
    expect(repliesIn(aSidecar([writeReply(answer(more))]))).toEqual([answer(more)])
  })

  it('stay what they are through the file, after the marks, and print the same again', () => {
    const text = serialiseSidecar(aSidecar([writeReply(answer({ verdict: 'agrees' })), anItem()]))
    const parsed = parseSidecar(text, 'a.json')
    if (!parsed.ok) throw new Error(parsed.error.kind)
    expect(parsed.value.first.items.map(({ id }) => id)).toEqual([urn(1), urn(9)])
    expect(repliesIn(parsed.value)).toEqual([answer({ verdict: 'agrees' })])
    expect(serialiseSidecar(parsed.value)).toBe(text)
  })

  it('keep what another program wrote beside, and count their versions', () => {
    const first = { ...writeReply(answer()), 'desk:colour': 'red' }
    const second = writeReply(answer({ note: 'On the record.' }), first)
    expect(second).toMatchObject({ 'desk:colour': 'red', 'galley:revision': 2, motivation: 'replying' })
    expect(writeReply(answer(), first, 7)).toMatchObject({ 'galley:revision': 7 })
  })

  it('name what they answer as a text, by `id` or by `source`', () => {
    const said = { motivation: 'replying', body: 'Yes.' }
    for (const target of [urn(1), { id: urn(1) }, { source: urn(1) }, [urn(1)], { source: { id: urn(1) } }]) {
      expect(read({ ...said, target }), JSON.stringify(target)).toMatchObject([{ to: urn(1), note: 'Yes.' }])
    }
  })

  it('say their verdict in our words, or as "approved"', () => {
    const judged = (value: string) => [{ type: 'TextualBody', purpose: 'assessing', value }]
    for (const motivation of [
      'assessing',
      'oa:assessing',
      'http://www.w3.org/ns/oa#assessing',
      ['assessing'],
    ]) {
      expect(read({ motivation, target: urn(1), body: judged('approved') })).toMatchObject([
        { verdict: 'agrees', note: '' },
      ])
    }
    const of = (body: unknown) => read({ motivation: 'assessing', target: urn(1), body })
    expect(of('Disputes')).toMatchObject([{ verdict: 'disputes', note: '' }])
    expect(of(judged('needs a second look'))).toMatchObject([{ verdict: null, note: 'needs a second look' }])
    expect(of([...judged('asks'), { purpose: 'commenting', value: 'Which log?' }])).toMatchObject([
      { verdict: 'asks', note: 'Which log?' },
    ])
  })

  it('are by whom they say, else by the writer of the file, whose name is known', () => {
    const said = { motivation: 'replying', target: urn(1), body: 'Yes.' }
    expect(read(said)).toMatchObject([{ creator: jane.id, name: 'Jane Doe' }])
    expect(read({ ...said, creator: { id: bob.id, name: 'Bob Ray' } })).toMatchObject([
      { creator: bob.id, name: 'Bob Ray' },
    ])
    const [unnamed] = read({ ...said, creator: bob.id })
    expect(unnamed?.creator).toBe(bob.id)
    expect(unnamed?.name).toBeUndefined()
  })

  it('are not marks, nor notes on a part of something, nor items that say nothing', () => {
    expect(repliesIn(aSidecar([anItem()]))).toEqual([])
    expect(read({ motivation: 'replying', target: { source: urn(1), selector: {} }, body: 'Yes.' })).toEqual(
      [],
    )
    expect(read({ motivation: 'replying', target: urn(1) })).toEqual([])
    expect(read({ motivation: 'bookmarking', target: urn(1), body: 'Yes.' })).toEqual([])
    expect(read({ motivation: 'replying', body: 'Yes.' })).toEqual([])
  })

  it('never break the reading, whatever stands there', () => {
    const anything = fc.record(
      {
        motivation: fc.oneof(fc.constantFrom('replying', 'assessing'), anyJson),
        creator: anyJson,
        created: anyJson,
        body: fc.oneof(anyJson, fc.array(fc.record({ purpose: anyJson, value: fc.oneof(anyText, anyJson) }))),
        target: fc.oneof(fc.constant(urn(1)), anyJson),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anything, (some) => {
        for (const reply of read(some)) {
          expect(reply.note + String(reply.verdict)).not.toBe('null')
          expect(typeof reply.to).toBe('string')
        }
      }),
    )
  })
})

describe('the answers to a story’s annotations', () => {
  const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z` as IsoTime
  const by = (person: typeof jane, n: number, note: string, hour = n) =>
    answer({ ...{ id: annotationId(n), creator: person.id, name: person.name }, note, created: at(hour) })
  const notes = (...sidecars: Sidecar[]) => allReplies(sidecars).map(({ note }) => note)

  it('are everyone’s, in the order of their making', () => {
    const janes = aSidecar([writeReply(by(jane, 1, 'first', 9)), writeReply(by(jane, 2, 'third', 11))])
    const bobs = sidecarOf(bob, aSidecar([writeReply(by(bob, 3, 'second', 10)), anItem()]))
    expect(notes(janes, bobs)).toEqual(['first', 'second', 'third'])
    expect(notes(bobs, janes)).toEqual(['first', 'second', 'third'])
  })

  it('are the latest version of one person’s files, and without those that were deleted', () => {
    const before = writeReply(by(jane, 1, 'before'))
    const here = aSidecar([before, writeReply(by(jane, 2, 'taken back'))])
    const there = aSidecar(
      [writeReply(by(jane, 1, 'after'), before)],
      [aTombstone(annotationId(2) as AnnotationId, 2)],
      laptop,
    )
    expect(notes(here, there)).toEqual(['after'])
    expect(notes(there, here)).toEqual(['after'])
  })

  it('are not taken away by another person’s tombstone', () => {
    const bobs = sidecarOf(bob, aSidecar([writeReply(by(bob, 1, 'stays'))]))
    expect(notes(bobs, aSidecar([], [aTombstone(annotationId(1), 5)]))).toEqual(['stays'])
  })
})
