import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportFormat } from '../../../shared/exchange/formats.ts'
import { madeFile } from '../../helpers/made-file.ts'
import { harbourReport } from '../../helpers/report-input.ts'

// To rewrite them after a change that was meant: npm run test:unit -- -u tests/unit/report/golden.test.ts
const golden = path.resolve(import.meta.dirname, '../../golden')

describe('an export', () => {
  it.each<[ExportFormat, string, string]>([
    ['html', 'harbour-tunnel.report.html', 'text/html; charset=utf-8'],
    ['csv', 'harbour-tunnel.annotations.csv', 'text/csv; charset=utf-8'],
    [
      'jsonld',
      'harbour-tunnel.annotations.jsonld',
      'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ],
  ])('makes the %s report that lies in tests/golden', async (format, name, mediaType) => {
    const report = await madeFile(format, harbourReport)
    expect({ name: report.name, mediaType: report.mediaType }).toEqual({ name, mediaType })
    await expect(report.content).toMatchFileSnapshot(path.join(golden, name))
  })

  it.each([
    ['council.vote.txt', 'council.vote.report.html'],
    ['story', 'story.report.html'],
    ['.hidden', '.hidden.report.html'],
    ['مفاوضات.txt', 'مفاوضات.report.html'],
  ])('names the report of %s', async (name, expected) => {
    const input = { ...harbourReport, story: { ...harbourReport.story, name } }
    expect((await madeFile('html', input)).name).toBe(expected)
  })

  it('makes the same bytes from annotations in any order', async () => {
    const annotations = [...harbourReport.annotations].reverse()
    const formats: readonly ExportFormat[] = ['html', 'csv', 'jsonld']
    for (const format of formats) {
      expect(await madeFile(format, { ...harbourReport, annotations })).toEqual(
        await madeFile(format, harbourReport),
      )
    }
  })
})
