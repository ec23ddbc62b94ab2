import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportStem, withStem } from '../../../shared/exchange/export-stem.ts'
import { exportedStem, folded, type Made, suffixOf } from '../../../shared/exchange/made.ts'
import '../../helpers/property-seed.ts'

describe('what an export is named after', () => {
  it.each([
    ['council.txt', ['ferry.txt', 'council-2.txt'], 'council'],
    ['council.txt', ['council.docx'], 'council.txt'],
    ['council.docx', ['council.txt'], 'council.docx'],
    ['council.txt', ['Council.DOCX'], 'council.txt'],
    ['caf\u00E9.txt', ['cafe\u0301.md'], 'caf\u00E9.txt'],
    // Its exports would be called after the whole name of the other.
    ['council.docx.md', ['council.docx'], 'council.docx.md'],
    ['council.docx', ['council.docx.md'], 'council'],
    ['council.txt', ['council.txt'], 'council'],
  ])('%s beside %j: %s', (name, others, expected) => {
    expect(exportStem(name, others)).toBe(expected)
  })

  it('is never the same for two stories, and is known as theirs', () => {
    const part = fc.constantFrom('quay', 'Quay', 'quay.docx', 'quay.txt', 'ferry')
    const story = fc.tuple(part, fc.constantFrom('txt', 'docx', 'md')).map((parts) => parts.join('.'))
    const folder = fc.uniqueArray(story, { selector: folded, maxLength: 8 })
    fc.assert(
      fc.property(folder, (names) => {
        const stems = names.map((name) => exportStem(name, names))
        expect(new Set(stems.map(folded)).size).toBe(names.length)
        expect(stems.map((stem) => exportedStem(`${stem}.report.html`))).toEqual(stems)
        expect(names.map((name, index) => suffixOf(`${stems[index]}.report.html`, name))).toEqual(
          names.map(() => '.report.html'),
        )
      }),
    )
  })
})

describe('withStem', () => {
  const file = (name: string) => ({ name, mediaType: 'text/plain', content: '' })
  const made: Made = {
    name: 'council.brat',
    files: ['council.txt', 'council.ann', 'visual.conf'].map(file),
    leftOut: [],
  }

  it('names the folder and the files in it, and those of no story stay', () => {
    expect(withStem(made, 'council.docx', 'council.docx')).toEqual({
      name: 'council.docx.brat',
      files: ['council.docx.txt', 'council.docx.ann', 'visual.conf'].map(file),
      leftOut: [],
    })
  })

  it('changes nothing where the stem is the story’s own', () => {
    expect(withStem(made, 'council.txt', 'council')).toBe(made)
  })
})
