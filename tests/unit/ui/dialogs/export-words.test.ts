import { describe, expect, it } from 'vitest'
import { contentsInWords } from '../../../../renderer/ui/dialogs/export-words.ts'
import { harbourReport } from '../../../helpers/report-input.ts'

describe('what an export will contain', () => {
  it('is said with what is private and so not in it, if that is of a chosen annotation', () => {
    const { annotations } = harbourReport
    const some = new Set(annotations.slice(0, 2).map(({ id }) => id))
    const [first] = annotations
    expect(contentsInWords('html', harbourReport)).not.toContain('private')
    expect(contentsInWords('html', harbourReport, some)).toMatch(
      / with their notes\. What is private is not in it \(in 2 annotations\)\.$/,
    )
    const others = harbourReport.layers.filter(({ annotator }) => annotator !== first?.creator)
    expect(contentsInWords('html', { ...harbourReport, layers: others }, some)).not.toContain('private')
  })
})
