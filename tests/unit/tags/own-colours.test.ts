import { describe, expect, test } from 'vitest'
import { rememberOwnColours, withOwnColours } from '../../../shared/tags/own-colours.ts'
import { builtInTags } from '../../../shared/tags.ts'

const violet = { light: '#5a2ca0', dark: '#b99cf0' }

describe('own colours', () => {
  test('take the place of those of the scheme, and of nothing else', () => {
    const tags = withOwnColours(builtInTags, { fact: violet })
    expect(tags[0]).toEqual({ ...builtInTags[0], ...violet })
    expect(tags.slice(1)).toEqual(builtInTags.slice(1))
  })

  test('of tags that the scheme does not have change nothing', () => {
    expect(withOwnColours(builtInTags, { rumour: violet })).toBe(builtInTags)
    expect(withOwnColours(builtInTags, {})).toBe(builtInTags)
  })

  test('that are those of the scheme change nothing', () => {
    const { light = '', dark = '' } = builtInTags[0] ?? {}
    expect(withOwnColours(builtInTags, { fact: { light, dark } })).toBe(builtInTags)
  })

  test('are the same array until tags or colours are others', () => {
    const coloured = rememberOwnColours()
    const colours = { fact: violet }
    const made = coloured(builtInTags, colours)
    expect(coloured(builtInTags, colours)).toBe(made)
    expect(coloured(builtInTags, { ...colours })).not.toBe(made)
    expect(coloured(builtInTags, {})).toBe(builtInTags)
  })
})
