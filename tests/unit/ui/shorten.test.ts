import { expect, test } from 'vitest'
import { shorten } from '../../../renderer/ui/shorten.ts'

test('short words stay, as one line', () => {
  expect(shorten(' the mayor\n resigned ', 18)).toBe('the mayor resigned')
})

test('long ones are cut between letters as a reader counts them', () => {
  expect(shorten('the mayor resigned', 9)).toBe('the mayor…')
  expect(shorten('👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒', 2)).toBe('👩🏽‍🚒👩🏽‍🚒…')
  expect(shorten('👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒', 3)).toBe('👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒')
})
