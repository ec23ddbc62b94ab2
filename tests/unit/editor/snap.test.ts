import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clicked, snapToWords } from '../../../renderer/editor/snap.ts'
import { span } from '../../../shared/units.ts'
import { story } from '../../helpers/story.ts'

/** What a drag from `<a>` to `<b>` takes. */
function dragged(source: string): string | null {
  const { text, span: at } = story(source)
  const snapped = snapToWords(text, at())
  return snapped && text.slice(snapped.start, snapped.end)
}

describe('what is dragged over', () => {
  it.each([
    ['whole words', 'The m<a>ayor of Ar<b>den left', 'mayor of Arden'],
    ['what was whole already', 'The <a>mayor<b> left', 'mayor'],
    ['not the word before, whose end was touched', 'The<a> mayor<b> left', 'mayor'],
    ['not the word behind, whose beginning was touched', 'The <a>mayor <b>left', 'mayor'],
    ['no full stop', 'The <a>mayor left.<b> Then', 'mayor left'],
    ['no comma', 'The <a>mayor,<b> who', 'mayor'],
    ['a full stop that was dragged over alone', 'He left<a>.<b> Then', '.'],
    ['the quotation marks that were dragged over', 'said: <a>“No way”<b> he', '“No way”'],
    ['no quotation marks that were not', 'said: “<a>No wa<b>y” he', 'No way'],
    ['the points of an abbreviation', 'the <a>U.S<b>. army', 'U.S.'],
    ['a hyphened word as one', 'a well-kn<a>ow<b>n name', 'well-known'],
    ['Arabic words', 'قال رئ<a>يس البلد<b>ية،', 'رئيس البلدية'],
    ['Chinese words', '市<a>长今<b>天辞职', '市长今天'],
  ])('becomes %s', (_case, source, expected) => {
    expect(dragged(source)).toBe(expected)
  })

  it('is nothing where there were only blanks', () => {
    expect(dragged('The<a>  <b> mayor')).toBe(null)
  })

  it('once snapped stays as it is', () => {
    const texts = fc.stringMatching(/^[a-zé“”’.,\- 市م]{2,40}$/u)
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const start = Math.min(a % text.length, b % text.length)
        const end = Math.max(a % text.length, b % text.length) + 1
        const once = snapToWords(text, span(start, end))
        if (once === null) return
        expect(snapToWords(text, once)).toEqual(once)
      }),
    )
  })
})

describe('clicks', () => {
  const at = (source: string, clicks: 2 | 3) => {
    const made = story(source)
    const found = clicked(made.story, made.at('a'), clicks)
    return found && made.text.slice(found.start, found.end)
  }
  it.each<[string, string, 2 | 3, string | null]>([
    ['two: the word by our rules', 'The well-kn<a>own mayor', 2, 'well-known'],
    ['two: nothing between words', 'The mayor —<a> she', 2, null],
    [
      'three: the sentence, not the paragraph',
      'It rained. The may<a>or of the U.S. left. Then',
      3,
      'The mayor of the U.S. left.',
    ],
  ])('%s', (_case, source, clicks, expected) => {
    expect(at(source, clicks)).toBe(expected)
  })
})
