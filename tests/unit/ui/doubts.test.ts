import { expect, test } from 'vitest'
import { isStale } from '../../../renderer/ui/cards/field-tone.ts'
import {
  countDoubts,
  doubtOf,
  doubtsInWords,
  doubtTotal,
  reasonForDoubts,
  wordsNow,
} from '../../../renderer/ui/doubts.ts'
import { anAnnotation } from '../../helpers/annotation.ts'
import { story } from '../../helpers/story.ts'

const placed = anAnnotation({ drift: 'none' })
const changed = anAnnotation({ drift: 'words' })
const beside = anAnnotation({ drift: 'sentence' })
const lost = anAnnotation({ span: null, drift: 'none' })

test('an annotation waits because of its words, of its sentence, or because it was not found', () => {
  expect([placed, changed, beside, lost].map(doubtOf)).toEqual([null, 'changed', 'sentence', 'orphan'])
})

test('only those that wait are counted', () => {
  const counts = countDoubts([placed, changed, lost, changed, placed])
  expect(counts).toEqual({ changed: 2, sentence: 0, orphan: 1 })
  expect(doubtTotal(counts)).toBe(3)
})

test.each([
  [{ changed: 3, sentence: 2, orphan: 1 }, '3 changed, 1 not found, 2 with another sentence around them'],
  [{ changed: 0, sentence: 1, orphan: 0 }, '1 with another sentence around it'],
  [{ changed: 0, sentence: 0, orphan: 5 }, '5 not found'],
  [{ changed: 0, sentence: 0, orphan: 0 }, ''],
])('%j in words: %s', (counts, words) => {
  expect(doubtsInWords(counts)).toBe(words)
})

test.each([
  [{ changed: 0, sentence: 0, orphan: 5 }, 'Not every mark has its place in this text'],
  [{ changed: 1, sentence: 0, orphan: 5 }, 'The text is not as it was marked'],
  [{ changed: 0, sentence: 2, orphan: 0 }, 'The text is not as it was marked'],
])('%j is not said to be a change of the text, which an import does not make: %s', (counts, words) => {
  expect(reasonForDoubts(counts)).toBe(words)
})

test('the words of today are shown only where they are others', () => {
  const today = story('The <a>treasurer<b> resigned')
  const at = { span: today.span() }
  expect(wordsNow(anAnnotation({ ...at, drift: 'words' }), today.story)).toBe('treasurer')
  expect(wordsNow(anAnnotation({ ...at, drift: 'sentence' }), today.story)).toBeNull()
  expect(wordsNow(lost, today.story)).toBeNull()
})

test('what was verified is stale while a person is waited for; other values are not', () => {
  expect(isStale('status', 'verified', true)).toBe(true)
  expect(isStale('status', 'verified', false)).toBe(false)
  expect(isStale('status', 'disputed', true)).toBe(false)
  expect(isStale('source', 'verified', true)).toBe(false)
})
