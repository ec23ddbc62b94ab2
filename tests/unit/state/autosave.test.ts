import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAutosave } from '../../../renderer/state/autosave.ts'
import type { AnnotationChange, Changed } from '../../../shared/desk/contract.ts'
import type { Failure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { type AnnotationId, span } from '../../../shared/units.ts'
import { aContent, anAnnotation, annotationId, noon } from '../../helpers/annotation.ts'
import { settle } from '../../helpers/hand-desk.ts'

const saved: Changed = { save: { kind: 'saved', at: noon }, annotations: [] }
const lost: Failure = { kind: 'unreachable' }
const refusal: Failure = { kind: 'bad-request', detail: 'span' }

const put = (n: number, note: string, place = false): AnnotationChange => ({
  kind: 'put',
  id: annotationId(n),
  content: aContent('fact', note),
  span: place ? span(n, n + 1) : null,
})
const remove = (n: number): AnnotationChange => ({ kind: 'delete', id: annotationId(n) })

/** An autosave whose desk answers when the test says so. */
function open() {
  const sent: (readonly AnnotationChange[])[] = []
  const heard: string[] = []
  const replies: Changed[] = []
  let answer: (reply: Result<Changed, Failure>) => void = () => {}
  const autosave = createAutosave({
    send(changes) {
      sent.push(changes)
      return new Promise((resolve) => {
        answer = resolve
      })
    },
    onSending: () => heard.push('sending'),
    onReply: (changed) => {
      heard.push('reply')
      replies.push(changed)
    },
    onNothing: () => heard.push('nothing'),
    onFailure: (failure) => heard.push(failure.kind),
  })
  const reply = async (with_: Result<Changed, Failure>) => {
    answer(with_)
    await settle()
  }
  return { autosave, sent, heard, replies, reply }
}

describe('autosave', () => {
  it('hands a change over at once and those made meanwhile together with the next call', async () => {
    const { autosave, sent, heard, reply } = open()
    autosave.add([put(1, '', true)])
    expect(sent).toEqual([[put(1, '', true)]])
    autosave.add([put(2, 'a', true)])
    autosave.add([put(3, '')])
    autosave.add([put(2, 'ab')])
    expect(sent.length).toBe(1)
    await reply(ok(saved))
    // The second change of 2 keeps the place that was news in its first.
    expect(sent[1]).toEqual([put(2, 'ab', true), put(3, '')])
    await reply(ok(saved))
    expect([sent.length, heard]).toEqual([2, ['sending', 'reply', 'sending', 'reply']])
  })

  it('keeps what failed and sends it with the next change, newest content, oldest first', async () => {
    const { autosave, sent, heard, reply } = open()
    autosave.add([put(1, 'a', true), put(2, 'a')])
    autosave.add([put(1, 'b')])
    await reply(err(lost))
    expect(sent.length).toBe(1)
    expect([autosave.isPending(annotationId(1)), autosave.isPending(annotationId(2))]).toEqual([true, true])
    autosave.add([remove(2)])
    expect(sent[1]).toEqual([put(1, 'b', true), remove(2)])
    await reply(ok(saved))
    expect([heard.at(-1), await autosave.flush()]).toEqual(['reply', true])
  })

  it('tries again when a person asks', async () => {
    const { autosave, sent, reply } = open()
    autosave.add([put(1, 'a')])
    await reply(err(lost))
    autosave.retry()
    expect(sent[1]).toEqual([put(1, 'a')])
  })

  it('sends one by one after a refusal, so that one bad change can’t hold back the others', async () => {
    const { autosave, sent, heard, reply } = open()
    autosave.add([put(9, '')])
    autosave.add([put(1, ''), put(2, 'bad'), put(3, '')])
    await reply(ok(saved))
    await reply(err(refusal))
    await reply(ok(saved))
    await reply(err(refusal))
    await reply(ok(saved))
    expect(sent.slice(1)).toEqual([
      [put(1, ''), put(2, 'bad'), put(3, '')],
      [put(1, '')],
      [put(2, 'bad')],
      [put(3, '')],
    ])
    expect(heard.filter((each) => each === 'bad-request')).toEqual(['bad-request'])
    expect([1, 2, 3].map((n) => autosave.isPending(annotationId(n)))).toEqual([false, true, false])
    autosave.add([put(2, 'good')])
    expect(sent.at(-1)).toEqual([put(2, 'good')])
  })

  it('takes a deletion of what the desk never heard of for done', async () => {
    const { autosave, sent, heard, reply } = open()
    autosave.add([put(1, '')])
    autosave.add([put(2, '', true)])
    autosave.add([remove(2), put(3, '')])
    await reply(ok(saved))
    expect(sent[1]).toEqual([remove(2), put(3, '')])
    await reply(err({ kind: 'unknown-annotation', id: annotationId(2) }))
    await reply(err({ kind: 'unknown-annotation', id: annotationId(2) }))
    await reply(ok(saved))
    expect(sent.slice(2)).toEqual([[remove(2)], [put(3, '')]])
    // So that nobody goes on waiting for it.
    expect(heard.filter((one) => one === 'nothing')).toHaveLength(1)
    expect([heard.includes('unknown-annotation'), await autosave.flush()]).toEqual([false, true])
  })

  it('leaves out of a reply what was changed again since', async () => {
    const { autosave, replies, reply } = open()
    const [one, two] = [anAnnotation({ id: annotationId(1) }), anAnnotation({ id: annotationId(2) })]
    autosave.add([put(1, 'a'), put(2, 'a')])
    autosave.add([put(1, 'b')])
    await reply(ok({ ...saved, annotations: [one, two] }))
    expect(replies[0]?.annotations).toEqual([two])
    await reply(ok({ ...saved, annotations: [one] }))
    expect(replies[1]?.annotations).toEqual([one])
  })

  it('flushes what is under way, due or failed, and says whether anything is left', async () => {
    const { autosave, sent, reply } = open()
    autosave.add([put(1, 'a')])
    autosave.add([put(2, 'a')])
    const flushed = autosave.flush()
    await reply(ok(saved))
    await reply(err(lost))
    expect(await flushed).toBe(false)
    const again = autosave.flush()
    expect(sent.length).toBe(3)
    await reply(ok(saved))
    expect(await again).toBe(true)
  })

  it('loses nothing, whatever fails: in the end the desk has the last content of each annotation', async () => {
    const event = fc.oneof(
      fc.record({
        kind: fc.constant('put'),
        n: fc.nat(4),
        note: fc.nat(99).map(String),
        place: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('delete'), n: fc.nat(4) }),
      fc.record({
        kind: fc.constant('answer'),
        how: fc.constantFrom<'ok' | 'lost' | 'refused'>('ok', 'lost', 'refused'),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const { autosave, sent, reply } = open()
        const desk = new Map<AnnotationId, AnnotationChange>()
        const wanted = new Map<AnnotationId, AnnotationChange>()
        let answered = 0
        const accept = async () => {
          for (const change of sent[answered] ?? []) desk.set(change.id, change)
          answered++
          await reply(ok(saved))
        }
        for (const each of events) {
          if (each.kind === 'answer') {
            if (answered === sent.length) continue
            if (each.how === 'ok') await accept()
            else {
              answered++
              await reply(err(each.how === 'lost' ? lost : refusal))
            }
          } else {
            const change = each.kind === 'put' ? put(each.n, each.note, each.place) : remove(each.n)
            wanted.set(change.id, change)
            autosave.add([change])
            expect(sent.length - answered).toBeLessThanOrEqual(1)
          }
        }
        while (answered < sent.length) await accept()
        const flushed = autosave.flush()
        while (answered < sent.length) await accept()
        expect(await flushed).toBe(true)
        const contents = (changes: ReadonlyMap<AnnotationId, AnnotationChange>) =>
          [...changes].map(([id, change]) => [id, change.kind === 'put' ? change.content.note : null]).sort()
        expect(contents(desk)).toEqual(contents(wanted))
      }),
      { numRuns: 60 },
    )
  })
})
