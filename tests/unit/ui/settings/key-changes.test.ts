import { describe, expect, test } from 'vitest'
import {
  foundEntries,
  keyEntries,
  withKeys,
  withoutKeys,
  withUsualKeys,
} from '../../../../renderer/ui/settings/key-changes.ts'
import { commandTable } from '../../../../shared/desk/commands.ts'
import { keysOf, tryKeys } from '../../../../shared/desk/keys.ts'
import { builtInTags } from '../../../../shared/tags.ts'

describe('the list', () => {
  const entries = keyEntries({ note: ['m'], accept: [] }, builtInTags)
  const entry = (id: string) => entries.find((one) => one.id === id)

  test('has every command of the table', () => {
    expect(entries.map(({ id }) => id)).toEqual(commandTable.map(({ id }) => id))
  })

  test('shows the keys that are in force, and whether they are own ones', () => {
    expect(entry('note')).toMatchObject({ keys: ['m'], own: true })
    expect(entry('accept')).toMatchObject({ keys: [], own: true })
    expect(entry('find')).toMatchObject({ keys: ['Mod+f', '/'], own: false })
  })

  test('calls tags by their names; digits without a tag keep theirs', () => {
    expect(entry('tag-3')?.label).toBe('Tag as Attribution')
    expect(entry('tag-9')?.label).toBe('Tag 9')
  })

  test('is searched by name and by key, in any case', () => {
    expect(foundEntries(entries, ' ATTRIBUTION ', 'linux').map(({ id }) => id)).toEqual(['tag-3', 'arm-3'])
    expect(foundEntries(entries, 'ctrl+f', 'linux').map(({ id }) => id)).toEqual(['find'])
    expect(foundEntries(entries, '', 'linux')).toBe(entries)
  })
})

describe('a change', () => {
  test('takes the place of the key that was meant; the others stay', () => {
    expect(keysOf('find', withKeys({}, 'find', 'Mod+f', 'Mod+j'))).toEqual(['Mod+j', '/'])
    expect(keysOf('find', withKeys({}, 'find', '/', 'Mod+j'))).toEqual(['Mod+f', 'Mod+j'])
  })

  test('can be one key more', () => {
    const own = withKeys({}, 'delete', null, 'Mod+j')
    expect(keysOf('delete', own)).toEqual([...keysOf('delete', {}), 'Mod+j'])
    expect(keysOf('find', withKeys({ find: [] }, 'find', null, 'm'))).toEqual(['m'])
  })

  test('can be one key less, to no key at all', () => {
    const own = withoutKeys({}, 'find', 'Mod+f')
    expect(keysOf('find', own)).toEqual(['/'])
    expect(withoutKeys(own, 'find', '/')).toEqual({ find: [] })
  })

  test('of a command with two keys frees the one that it takes away', () => {
    expect(tryKeys('note', '/', {})).not.toBeNull()
    expect(tryKeys('note', '/', withoutKeys({}, 'find', '/'))).toBeNull()
  })

  test('is taken back for one command, and for no other', () => {
    const own = withoutKeys(withKeys({}, 'note', 'n', 'm'), 'find', '/')
    expect(withUsualKeys(own, 'find')).toEqual({ note: ['m'] })
  })
})
