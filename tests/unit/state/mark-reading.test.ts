import { describe, expect, it } from 'vitest'
import { createMarkReading } from '../../../renderer/state/mark-reading.ts'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { MarksRead } from '../../../shared/desk/contract.ts'
import type { AnnotationId, Sha256 } from '../../../shared/units.ts'
import { anAnnotation, annotationId, sha256 } from '../../helpers/annotation.ts'
import { HandDesk, settle } from '../../helpers/hand-desk.ts'
import { anOpenedStory } from '../../helpers/opened-story.ts'

const marks = [1, 2, 3, 4].map((n) => anAnnotation({ id: annotationId(n) }))
const [first, second, third, fourth] = marks as [Annotation, Annotation, Annotation, Annotation]

function reading(shown: readonly Annotation[], isWhole = false) {
  const { reading: _, ...whole } = anOpenedStory({ annotations: shown, reading: true })
  const opened = isWhole ? whole : { ...whole, reading: true as const }
  const hand = new HandDesk()
  let text: Sha256 | null = opened.textSha256
  const log: unknown[] = []
  const made = createMarkReading(opened, {
    desk: hand.desk,
    text: () => text,
    nextText: async () => void log.push('waited'),
    pause: () => settle(),
    onPart: (annotations) => log.push(annotations.map(({ id }) => id)),
    onEnd: (_read: MarksRead, wrong: readonly AnnotationId[]) => log.push({ wrong }),
    onFailure: ({ kind }) => log.push(kind),
  })
  const reply = async (from: number, next: number | null, annotations: readonly Annotation[]) => {
    const { layers, unreadable, save, sameName, strays } = opened
    const around = { layers, unreadable, save, sameName, strays }
    await hand.succeed({ ...around, textSha256: opened.textSha256, from, next, annotations })
    await settle()
  }
  const asked = () => hand.open.map(({ input }) => (input as { from: number }).from)
  return { made, hand, log, reply, asked, show: (hash: Sha256 | null) => (text = hash) }
}

describe('the annotations after the text', () => {
  it('come part by part, and what was shown and is not among them is named', async () => {
    const { made, log, reply, asked } = reading([first, fourth])
    made.start()
    expect([made.isOn(), asked()]).toEqual([true, [0]])
    await reply(0, 2, [first, second])
    expect(asked()).toEqual([2])
    await reply(2, null, [third])
    expect(log).toEqual([[first.id, second.id], [third.id], { wrong: [fourth.id] }])
    expect([made.isOn(), asked()]).toEqual([false, []])
    await made.done
  })

  it('are not asked for where they came with it', async () => {
    const { made, hand } = reading([first], true)
    made.start()
    await made.done
    expect([made.isOn(), hand.calls]).toEqual([false, []])
  })

  it('begin anew when they speak of another text than the screen shows', async () => {
    const { made, log, reply, asked, show } = reading([])
    made.start()
    await reply(0, 2, [first, second])
    show(sha256(7))
    await reply(2, null, [third])
    expect([log, asked()]).toEqual([[[first.id, second.id], 'waited'], [0]])
  })

  it('count anew when the desk begins anew', async () => {
    const { made, log, reply } = reading([first])
    made.start()
    await reply(0, 1, [first])
    await reply(0, null, [second])
    expect(log).toEqual([[first.id], [second.id], { wrong: [first.id] }])
  })

  it('can be asked for again after they could not be read', async () => {
    const { made, hand, log, reply } = reading([])
    made.start()
    await hand.refuse({ kind: 'internal' })
    await settle()
    expect([made.isOn(), log]).toEqual([true, ['internal']])
    made.start()
    await reply(0, null, [first])
    expect([made.isOn(), log]).toEqual([false, ['internal', [first.id], { wrong: [] }]])
  })

  it('are left alone when the story is closed', async () => {
    const { made, log, reply } = reading([first])
    made.start()
    made.stop()
    await reply(0, null, [second])
    await made.done
    expect(log).toEqual([])
  })
})
