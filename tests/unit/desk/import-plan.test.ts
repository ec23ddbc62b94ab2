import { describe, expect, it } from 'vitest'
import { type ImportInput, planImport } from '../../../electron/desk/imports/import-plan.ts'
import { Placer } from '../../../shared/anchor/place.ts'
import { isItem, placeOf, toAnnotation } from '../../../shared/annotation/item.ts'
import { parseSidecar } from '../../../shared/annotation/sidecar-codec.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import type { ImportedMark } from '../../../shared/exchange/imported.ts'
import { placeImported } from '../../../shared/exchange/place-imported.ts'
import { ownTag } from '../../../shared/exchange/tag-table.ts'
import { annotatorId, aSidecar, deskComputer, morning, noon, sha256, urn } from '../../helpers/annotation.ts'
import { at, imported, words } from '../../helpers/imported-marks.ts'
import { story } from '../../helpers/story.ts'

const STORY = story('The mayor resigned, aides said. The aide who stayed is Ms Ruiz, aides said.')
const NOBODY = { live: new Set<string>(), deleted: new Set<string>() }

function plan(marks: readonly ImportedMark[], more: Partial<ImportInput> = {}) {
  const { standings } = placeImported(marks, STORY.text, null)
  const writerOf = (author: string | null) => ({
    annotator: annotatorId(author === 'Ben' ? 2 : 1),
    name: author ?? 'Ana',
    device: deskComputer,
  })
  return planImport({
    format: 'brat',
    marks,
    standings,
    story: STORY.story,
    textSha256: sha256(1),
    foreignText: sha256(7),
    here: NOBODY,
    now: noon,
    writerOf,
    tagOf: ownTag,
    ...more,
  })
}

const only = ({ layers }: ReturnType<typeof plan>) => layers.flatMap(({ items }) => items)
const ids = (made: ReturnType<typeof plan>) => only(made).map(({ id }) => id)

describe('an imported mark', () => {
  it('is a whole item of a sidecar, with its times, and reads back as it is', () => {
    const made = plan([
      imported('T1', words('mayor resigned'), {
        note: 'Since when?',
        created: morning,
        fields: { source: 'aides' },
      }),
    ])
    const sidecar = aSidecar(only(made))
    const read = parseSidecar(serialiseSidecar(sidecar), 'a.json')
    expect(read.ok && read.value.first.items).toMatchObject([
      {
        created: morning,
        modified: morning,
        'galley:revision': 1,
        motivation: ['classifying', 'commenting'],
      },
    ])
  })

  it('has the same id whenever it comes, and another in another place, story, layer or format', () => {
    const mark = imported('T1', words('mayor resigned'))
    const [id] = ids(plan([mark]))
    expect(ids(plan([{ ...mark, note: 'later' }], { textSha256: sha256(9) }))).toEqual([id])
    const others = [
      plan([imported('T1', words('The mayor'))]),
      plan([imported('T2', words('mayor resigned'))]),
      plan([{ ...mark, author: 'Ben' }]),
      plan([mark], { story: { ...STORY.story, name: 'other.txt' } }),
      plan([mark], { format: 'csv' }),
    ].flatMap(ids)
    expect(new Set([id, ...others]).size).toBe(6)
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('keeps a UUID of its own in its author’s layer, and no other', () => {
    const mark = imported(urn(5), words('mayor resigned'), { author: 'Ben' })
    expect(ids(plan([mark]))).toEqual([urn(5)])
    const asAna = plan([mark], {
      writerOf: () => ({ annotator: annotatorId(1), name: 'Ana', device: deskComputer }),
    })
    expect(ids(asAna)).not.toEqual([urn(5)])
  })

  it('that was in the file under the same id twice comes in once', () => {
    const made = plan([
      imported(urn(5), words('mayor'), { author: 'Ana' }),
      imported(urn(5), words('aide who'), { author: 'Ana' }),
    ])
    expect([made.placed, made.leftOut]).toEqual([1, ['1 annotation is in the file twice.']])
  })

  it('that stands alike in two places is an orphan, and still is when the story is opened', () => {
    const made = plan([imported('T1', words('aides said')), imported('T2', at(42, 52, 'aides said'))])
    expect([made.placed, made.orphans.length]).toEqual([0, 2])
    const items = only(made).filter(isItem)
    const placer = new Placer(STORY.text, sha256(1))
    expect(placer.placeAll(items.map(placeOf), () => null)).toEqual([null, null])
  })

  it('with other words than the story’s is shown as changed, with the words of its file', () => {
    const [item] = only(
      plan([imported('T1', words('The aide who left is Ms Ruiz', 'aides said. ', ', aides'))]),
    )
    expect(item).toMatchObject({
      target: { selector: [{ exact: 'The aide who stayed is Ms Ruiz' }, {}] },
      'galley:confirmed': { 'galley:exact': 'The aide who left is Ms Ruiz' },
    })
  })

  it('carries along what its program knows', () => {
    const [item] = only(plan([imported('T1', words('mayor'), { carried: { brat: { type: 'Claim' } } })]))
    if (!isItem(item)) throw new Error('no mark')
    expect(toAnnotation(item, null, 'none').carried).toEqual({ brat: { type: 'Claim' } })
  })

  it('that is there, or was deleted here, is left as it is', () => {
    const marks = [imported('T1', words('mayor')), imported('T2', words('aide who'))]
    const [first = '', second = ''] = ids(plan(marks))
    const made = plan(marks, { here: { live: new Set([first]), deleted: new Set([second]) } })
    expect(made).toMatchObject({ layers: [], placed: 0, already: 1, deleted: [{ quote: 'aide who' }] })
  })

  it('without words and position is left out, and so is an answer to it', () => {
    const made = plan([
      imported('T1', words('')),
      imported('a', null, { replyTo: 'T1', note: 'Really?' }),
      imported('b', null, { replyTo: 'gone', note: 'Yes' }),
    ])
    expect(made).toMatchObject({
      layers: [],
      leftOut: [
        '1 annotation has neither words nor a position in this story.',
        '2 answers belong to nothing that was taken in.',
      ],
    })
  })
})

describe('an imported answer', () => {
  const thread = imported('7', words('mayor resigned'), { author: 'Ana', isResolved: true })
  const answer = imported('8', null, { author: 'Ben', replyTo: '7', note: 'On Friday.' })

  it('stands in its author’s layer and points at the mark, also where it comes before it', () => {
    for (const marks of [
      [thread, answer],
      [answer, thread],
    ]) {
      const { layers, replies } = plan(marks)
      const ana = layers.find(({ writer }) => writer.name === 'Ana')
      const ben = layers.find(({ writer }) => writer.name === 'Ben')
      expect(replies).toBe(1)
      expect(ben?.items).toMatchObject([
        {
          type: 'Annotation',
          motivation: 'replying',
          creator: annotatorId(2),
          body: [{ purpose: 'replying', value: 'On Friday.' }],
          target: ana?.items[0]?.id,
        },
      ])
      expect(ana?.items[1]).toMatchObject({ motivation: 'assessing', body: [{ value: 'resolved' }] })
    }
  })

  it('comes in once, like the mark and the word that it is settled', () => {
    const first = plan([thread, answer])
    const again = plan([thread, answer], { here: { live: new Set(ids(first)), deleted: new Set() } })
    expect(again).toMatchObject({ layers: [], already: 2, replies: 0 })
  })
})
