import { expect, test } from 'vitest'
import { sameWords } from '../../../shared/anchor/same-words.ts'

test.each([
  ['nothing', 'the port', 'the port'],
  ['the kind of white space', 'the port', 'the\u00a0 \nport'],
  ['white space at the ends', 'the port', ' the port\u2028'],
  ['curled quotes', '"It\'s late"', '“It’s late”'],
  ['quotes of other countries', '"late"', '«late»'],
  ['the length of a dash', 'late - or never', 'late — or never'],
  ['white space at a dash', 'late - or never', 'late—or never'],
  ['two hyphens for a dash', 'late -- or never', 'late – or never'],
  ['the normal form', 'café', 'cafe\u0301'],
  ['a soft hyphen', 'harbour', 'har\u00adbour'],
])('words that differ in %s are the same', (_, a, b) => {
  expect(sameWords(a, b)).toBe(true)
  expect(sameWords(b, a)).toBe(true)
})

test.each([
  ['case', 'the port', 'the Port'],
  ['a digit', '3.5 million', '3.6 million'],
  ['an accent', 'resume', 'résumé'],
  ['a blank between words', 'the port', 'theport'],
  ['a point', 'the port', 'the port.'],
  ['a width of letters', 'ABC', 'ＡＢＣ'],
  ['a lone surrogate', 'a\ud83d', 'a'],
  ['an emoji', 'late 🙂', 'late 🙁'],
])('words that differ in %s are not', (_, a, b) => {
  expect(sameWords(a, b)).toBe(false)
  expect(sameWords(b, a)).toBe(false)
})
