import { describe, expect, it } from 'vitest'
import { privateInWords } from '../../../../renderer/ui/dialogs/export-words.ts'
import { harbourReport } from '../../../helpers/report-input.ts'

describe('what an export leaves out', () => {
  it('says so of what is private, as far as that is of a chosen annotation', () => {
    const { annotations } = harbourReport
    const [first, second] = annotations
    const some = new Set([first, second].flatMap((one) => (one === undefined ? [] : [one.id])))
    const words = (more: Partial<typeof harbourReport>, hidden: typeof some = some) =>
      privateInWords({ ...harbourReport, ...more }, hidden)
    expect(words({}, new Set())).toBeNull()
    expect(words({})).toBe('Private notes and fields of 2 annotations are left out.')
    const others = harbourReport.layers.filter(({ annotator }) => annotator !== first?.creator)
    expect(words({ layers: others })).toBeNull()
    const choice = { ...harbourReport.choice, notes: false }
    expect(words({ choice })).toBe('Private notes and fields of 2 annotations are left out.')
  })
})
