import { describe, expect, test } from 'vitest'
import { armCommand, tagCommand } from '../../../renderer/ui/tag-command.ts'
import { tagKey } from '../../../renderer/ui/tag-key.ts'
import { tagName } from '../../../renderer/ui/tag-name.ts'
import { builtInTags } from '../../../shared/tags.ts'

describe('the commands of a tag', () => {
  test.each(['1', '2', '3', '4', '5', '6', '7', '8', '9'])('with the key %s', (key) => {
    expect(tagCommand({ key })).toBe(`tag-${key}`)
    expect(armCommand({ key })).toBe(`arm-${key}`)
  })

  test('are none for one without a key', () => {
    expect(tagCommand({ key: '' })).toBeUndefined()
    expect(armCommand({ key: '10' })).toBeUndefined()
  })
})

describe('the key shown at a tag', () => {
  const usual = { singleKeys: true, keys: {} }

  test('is its digit', () => {
    expect(tagKey({ key: '3' }, usual, 'linux')).toBe('3')
  })

  test('is the one that the person chose', () => {
    expect(tagKey({ key: '3' }, { ...usual, keys: { 'tag-3': ['Mod+j'] } }, 'darwin')).toBe('⌘J')
  })

  test('is none where it was switched off', () => {
    expect(tagKey({ key: '3' }, { ...usual, keys: { 'tag-3': [] } }, 'linux')).toBeNull()
    expect(tagKey({ key: '3' }, { ...usual, singleKeys: false }, 'linux')).toBeNull()
    expect(tagKey({ key: '' }, usual, 'linux')).toBeNull()
  })
})

test('a tag that the story does not know keeps its id', () => {
  expect(tagName(builtInTags, 'fact')).toBe('Fact')
  expect(tagName(builtInTags, 'rumour')).toBe('rumour (unknown tag)')
  expect(tagName(builtInTags, '')).toBe('No tag')
})
