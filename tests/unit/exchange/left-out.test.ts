import { describe, expect, it } from 'vitest'
import type { LeftOutKind } from '../../../shared/exchange/left-out.ts'
import { Losses, lossesOf } from '../../../shared/exchange/losses.ts'
import { sentenceForLeftOut } from '../../../shared/messages/left-out.ts'
import { anAnnotation } from '../../helpers/annotation.ts'
import { harbourReport } from '../../helpers/report-input.ts'

const kinds: Readonly<Record<LeftOutKind, true>> = {
  annotators: true,
  times: true,
  notes: true,
  fields: true,
  replies: true,
  links: true,
  characters: true,
  orphans: true,
  'confirmed-words': true,
  alternatives: true,
  'note-lines': true,
  layout: true,
  'long-texts': true,
}
const every = Object.keys(kinds) as readonly LeftOutKind[]

describe('what an export leaves out', () => {
  it.each(every)('%s is said in a whole sentence', (kind) => {
    for (const count of [1, 2]) expect(sentenceForLeftOut({ kind, count })).toMatch(/^[A-Z][^\n]+\.$/)
  })

  it('is counted where it is, and only there', () => {
    expect(lossesOf(every, harbourReport.annotations, harbourReport).list()).toEqual([
      { kind: 'annotators', count: 16 },
      { kind: 'times', count: 16 },
      { kind: 'notes', count: 6 },
      { kind: 'fields', count: 6 },
      { kind: 'orphans', count: 1 },
      { kind: 'alternatives', count: 1 },
      { kind: 'layout', count: 11 },
    ])
    const plain = { ...harbourReport, story: { ...harbourReport.story, format: 'txt' as const } }
    const changed = [anAnnotation({ drift: 'words', note: 'One.\nTwo.' })]
    expect(lossesOf(['layout', 'confirmed-words', 'note-lines'], changed, plain).list()).toEqual([
      { kind: 'confirmed-words', count: 1 },
      { kind: 'note-lines', count: 1 },
    ])
  })

  it('adds up, and does not name what is nothing', () => {
    const losses = new Losses()
    losses.add('links', 2)
    losses.add('orphans', 0)
    losses.add('links')
    expect(losses.list()).toEqual([{ kind: 'links', count: 3 }])
  })
})
