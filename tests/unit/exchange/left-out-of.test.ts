import { describe, expect, it } from 'vitest'
import { makeExport } from '../../../electron/exchange/make-export.ts'
import { cantHold } from '../../../shared/exchange/cant-hold.ts'
import { exportFormats } from '../../../shared/exchange/formats.ts'
import type { LeftOut, LeftOutKind } from '../../../shared/exchange/left-out.ts'
import { leftOutOf } from '../../../shared/exchange/left-out-of.ts'
import { sentenceForLeftOut } from '../../../shared/messages/left-out.ts'
import type { ReportInput } from '../../../shared/report/report-input.ts'
import type { Reply } from '../../../shared/review/reply.ts'
import type { AnnotationId, IsoTime, TagId } from '../../../shared/units.ts'
import { quietHost } from '../../helpers/desk-deps.ts'
import { harbourReport, jane, okafor, reportInput } from '../../helpers/report-input.ts'
import { story } from '../../helpers/story.ts'

const every: readonly LeftOutKind[] = [
  'annotators',
  'times',
  'notes',
  'fields',
  'replies',
  'orphans',
  'confirmed-words',
  'alternatives',
  'note-lines',
  'layout',
]

const time = '2026-11-20T10:31:07Z' as IsoTime
const reply = (to: string, id: string): Reply => ({
  id: id as AnnotationId,
  creator: okafor,
  to: to as AnnotationId,
  verdict: 'asks',
  note: 'Since when?',
  created: time,
  modified: time,
})

/** Two marks of Jane, one with everything, and one of Okafor. */
function input(more: Partial<ReportInput> = {}): ReportInput {
  const made = reportInput(story('The mayor resigned on Monday, the council said.').story, [
    { by: jane, tag: 'fact', on: 'on Monday', note: 'Two\nlines', fields: { status: 'open' } },
    { by: jane, tag: 'assessment', on: 'nobody knew', orphan: true },
    {
      by: okafor,
      tag: 'fact',
      on: 'the council said',
      fields: { source: '' },
      alternatives: [{ tag: 'fact' as TagId, note: '', fields: {} }],
    },
  ])
  const [first] = made.annotations
  const annotations = made.annotations.map((one) =>
    one === first ? { ...one, drift: 'words' as const } : one,
  )
  const replies = [reply(first?.id ?? '', 'r1'), reply('r1', 'r2')]
  return { ...made, annotations, replies, ...more }
}

const counts = (given: ReportInput) =>
  Object.fromEntries(leftOutOf(given, every).map(({ kind, count }) => [kind, count]))

describe('what a format leaves out', () => {
  it('is counted in the annotations that have it', () => {
    expect(counts(input())).toEqual({
      annotators: 3,
      times: 3,
      notes: 1,
      fields: 1,
      replies: 1,
      orphans: 1,
      'confirmed-words': 1,
      alternatives: 1,
      'note-lines': 1,
    })
  })

  it('is counted in the chosen ones only', () => {
    const [own = input().layers[0]] = input().layers
    const layers = own === undefined ? [] : [own]
    const choice = { tags: ['assessment' as TagId], notes: true, compare: null }
    expect(counts(input({ layers, choice }))).toEqual({ annotators: 1, times: 1, orphans: 1 })
  })

  it('is no note, field or reply where none were wanted', () => {
    const kinds = Object.keys(counts(input({ choice: { tags: null, notes: false, compare: null } })))
    expect(kinds).toEqual(['annotators', 'times', 'orphans', 'confirmed-words'])
  })

  it('is the layout of a story that has one', () => {
    expect(counts(harbourReport).layout).toBeGreaterThan(0)
    const plain = { ...harbourReport, story: { ...harbourReport.story, format: 'txt' as const } }
    expect(counts(plain).layout).toBeUndefined()
  })

  it('is said in a sentence for each kind', () => {
    for (const kind of every) expect(sentenceForLeftOut({ kind, count: 1 })).toMatch(/^[A-Z].*\.$/)
  })

  it.each(exportFormats)('by %s is what the window says before it is made', async (format) => {
    const made = await makeExport(format, input(), quietHost().printPdf, new AbortController().signal)
    const kinds = (leftOut: readonly LeftOut[]) => leftOut.map(({ kind }) => kind).sort()
    expect(made.ok && kinds(made.value.leftOut)).toEqual(kinds(leftOutOf(input(), cantHold[format])))
  })
})
