import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareWordings } from '../../../../renderer/ui/cards/wording.ts'

/** `-gone-` and `+come+` around what differs. */
const inSigns = (before: string, after: string) =>
  compareWordings(before, after)
    .map(({ kind, text }) => (kind === 'both' ? text : kind === 'out' ? `-${text}-` : `+${text}+`))
    .join('')

test.each([
  ['one word', 'opened on Friday night', 'opened on Monday night', 'opened on -Friday-+Monday+ night'],
  [
    'a digit',
    'let in 40,000 cubic metres',
    'let in 46,000 cubic metres',
    'let in -40,000-+46,000+ cubic metres',
  ],
  ['a word that came', 'she did resign', 'she did not resign', 'she did +not +resign'],
  ['a word that went', 'she did not resign', 'she did resign', 'she did -not -resign'],
  ['case', 'the Bank said', 'the bank said', 'the -Bank-+bank+ said'],
  ['neighbours are one change', 'two new pumps', 'three old pumps', '-two new-+three old+ pumps'],
  ['nothing in common', 'mayor', 'treasurer', '-mayor-+treasurer+'],
  ['Arabic', 'قال الوزير أمس', 'قال الرئيس أمس', 'قال -الوزير-+الرئيس+ أمس'],
  ['Hebrew', 'הנמל נפתח היום', 'הנמל נסגר היום', 'הנמל -נפתח-+נסגר+ היום'],
  ['Chinese, in whole words', '会议在星期五举行', '会议在星期一举行', '会议在-星期五-+星期一+举行'],
])('%s', (_name, before, after, expected) => {
  expect(inSigns(before, after)).toBe(expected)
})

test('quotes, dashes, white space and Unicode form are no difference', () => {
  expect(inSigns('"we  won" - cafe\u0301', '“we won” – caf\u00e9')).toBe('“we won” – caf\u00e9')
})

test('very long wordings with little in common are shown as replaced', () => {
  const many = (word: string) => Array.from({ length: 400 }, (_, index) => word + index).join(' ')
  expect(compareWordings(many('a'), many('b')).map(({ kind }) => kind)).toEqual(['out', 'in'])
})

test('nothing of today’s words is lost, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const runs = compareWordings(before, after)
      expect(runs.flatMap(({ kind, text }) => (kind === 'out' ? [] : text)).join('')).toBe(after)
    }),
  )
})
