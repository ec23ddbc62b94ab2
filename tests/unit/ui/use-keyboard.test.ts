import { expect, test } from 'vitest'
import { keyboardOf } from '../../../renderer/ui/use-keyboard.ts'

test('the keys of the table are named as they are printed', () => {
  const keyboard = keyboardOf({ keys: {}, singleKeys: true }, 'linux')
  expect(keyboard.label('note')).toBe('N')
  expect(keyboard.labels('find')).toEqual(['Ctrl+F', '/'])
  expect(keyboard.aria('find')).toBe('Control+f')
})

test('a person’s own keys stand for those of the table', () => {
  const keyboard = keyboardOf({ keys: { note: ['m'] }, singleKeys: true }, 'linux')
  expect(keyboard.labels('note')).toEqual(['M'])
})

test('a command whose keys were switched off has none', () => {
  const keyboard = keyboardOf({ keys: { note: [] }, singleKeys: true }, 'linux')
  expect(keyboard.label('note')).toBeUndefined()
  expect(keyboard.aria('note')).toBeUndefined()
})

test('without single keys only those with Ctrl, Cmd or Alt are named', () => {
  const keyboard = keyboardOf({ keys: {}, singleKeys: false }, 'linux')
  expect(keyboard.labels('find')).toEqual(['Ctrl+F'])
  expect(keyboard.labels('arm-1')).toEqual([])
  expect(keyboard.labels('move-up')).toEqual(['Alt+↑'])
})
