import { expect, test } from 'vitest'
import type { Jump } from '../../../../renderer/state/model.ts'
import { jumpText } from '../../../../renderer/ui/page/page-sign.ts'
import { span } from '../../../../shared/units.ts'

const word = { span: span(0, 4), label: 'a' }

const cases: readonly (readonly [Pick<Jump, 'typed' | 'to' | 'targets'>, string])[] = [
  [{ typed: '', to: 'start', targets: [] }, 'Jump to a word: its first letters'],
  [{ typed: '', to: 'end', targets: [] }, 'Select up to a word: its first letters'],
  [{ typed: 'co', to: 'start', targets: [word, word, word] }, 'Jump to: co… 3 words'],
  [{ typed: 'co', to: 'end', targets: [word] }, 'Select up to: co… 1 word'],
  [{ typed: 'xq', to: 'start', targets: [] }, 'Jump to: xq – no such word in sight'],
]

test.each(cases)('%j reads “%s”', (jump, text) => {
  expect(jumpText(jump)).toBe(text)
})
