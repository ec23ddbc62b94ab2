import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Drift } from '../../../shared/annotation/annotation.ts'
import { csvOf } from '../../../shared/report/csv.ts'
import { reportHtml } from '../../../shared/report/html/page-html.ts'
import { jsonLdOf } from '../../../shared/report/jsonld.ts'
import type { ReportInput } from '../../../shared/report/report-input.ts'
import { jane, reportInput } from '../../helpers/report-input.ts'
import { story } from '../../helpers/story.ts'

/** A report on “on Monday”, which was confirmed as `quote`. */
function report(drift: Drift, quote: string): ReportInput {
  const input = reportInput(story('The mayor resigned on Monday.').story, [
    { by: jane, tag: 'fact', on: 'on Monday' },
  ])
  return { ...input, annotations: input.annotations.map((one) => ({ ...one, drift, quote })) }
}
const changed = report('words', 'on Friday')

describe('a report on words that changed since they were confirmed', () => {
  it('says so beside the text, with the words of then', () => {
    expect(reportHtml(changed)).toContain(
      'The words have changed; confirmed were:</span> <q lang="" dir="auto">on Friday</q>',
    )
    expect(reportHtml(report('sentence', 'on Monday'))).toContain('The sentence around it has changed')
  })

  it('has them as the quote of a row whose status tells', () => {
    const [row] = Papa.parse<Record<string, string>>(csvOf(changed), { header: true }).data
    expect(row).toMatchObject({ quote: 'on Friday', status: 'changed', start: '19', end: '28' })
  })

  it('selects the words of today, so that other programs find them', () => {
    const [item] = JSON.parse(jsonLdOf(changed)).first.items
    expect(item.target.selector).toEqual([
      { type: 'TextQuoteSelector', exact: 'on Monday', prefix: 'The mayor resigned ', suffix: '.' },
      { type: 'TextPositionSelector', start: 19, end: 28 },
    ])
    expect(item['galley:confirmed']).toEqual({ 'galley:exact': 'on Friday' })
  })
})
