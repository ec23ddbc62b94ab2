import { describe, expect, test } from 'vitest'
import {
  changed,
  moved,
  withKey,
  withNewField,
  withNewTag,
  withoutTag,
} from '../../../../renderer/ui/settings/own-tags.ts'
import {
  checkDrafts,
  draftsOf,
  previewOf,
  type TagDraft,
} from '../../../../renderer/ui/settings/tag-drafts.ts'
import { MOST_TAGS } from '../../../../shared/tags/read-tags.ts'
import { builtInTags } from '../../../../shared/tags.ts'

const built = draftsOf(builtInTags)
const inWords = (drafts: readonly TagDraft[]) => drafts.map(({ key, id }) => `${key} ${id}`)

const full = (): readonly TagDraft[] => {
  let drafts = built
  for (let count = built.length; count < MOST_TAGS; count++) drafts = withNewTag(drafts)
  return drafts
}

describe('what is edited', () => {
  test('is saved as it was, if nothing was changed', () => {
    expect(checkDrafts(built)).toEqual({ tags: builtInTags, faults: new Map() })
  })

  test('keeps a short name only where there is one', () => {
    expect(built.map(({ shortLabel }) => shortLabel)).toEqual(['', '', '', 'Caption'])
    const { tags } = checkDrafts(changed(built, 'fact', { label: 'Claim' }))
    expect(tags?.[0]).toMatchObject({ id: 'fact', label: 'Claim', shortLabel: 'Claim' })
  })

  test('is told what is wrong, at its place, and is not saved', () => {
    const { tags, faults } = checkDrafts(changed(built, 'assessment', { label: '  ' }))
    expect(tags).toBeNull()
    expect([...faults]).toEqual([['tags[1].label', 'This is empty.']])
  })

  test('is told of a wrong choice at the field of all choices', () => {
    const fields = built[0]?.fields.map((field) => ({ ...field, choices: 'verified\nverified' })) ?? []
    const { faults } = checkDrafts(changed(built, 'fact', { fields }))
    expect([...faults.keys()]).toEqual(['tags[0].fields[0].choices'])
  })

  test('takes choices one a line, empty lines left out', () => {
    const fields = [
      { id: 'on', label: 'On', fresh: false, kind: 'choice', choices: '\n one \n\ntwo\n' },
    ] as const
    expect(checkDrafts(changed(built, 'fact', { fields })).tags?.[0]?.fields).toEqual([
      { id: 'on', label: 'On', kind: 'choice', choices: ['one', 'two'] },
    ])
  })

  test('forgets choices where the kind has none', () => {
    const fields = [{ id: 'on', label: 'On', fresh: false, kind: 'yes-no', choices: 'one\ntwo' }] as const
    expect(checkDrafts(changed(built, 'fact', { fields })).tags?.[0]?.fields[0]?.choices).toEqual([])
  })
})

describe('a new tag', () => {
  test('has a free key, a look that no other has, and can be saved at once', () => {
    const drafts = withNewTag(built)
    expect(inWords(drafts)).toEqual(['1 fact', '2 assessment', '3 attribution', '4 photo-caption', '5 tag-5'])
    expect(checkDrafts(drafts).tags).toHaveLength(5)
    expect(new Set(drafts.map(({ light }) => light)).size).toBe(5)
  })

  test('takes the place of a key that was given up', () => {
    expect(inWords(withNewTag(withoutTag(built, 'assessment')))[1]).toBe('2 tag-2')
  })

  test('never has the id of another, for ids stand in the files', () => {
    const drafts = changed(withNewTag(built), 'tag-5', { key: '6' })
    expect(withNewTag(drafts).map(({ id }) => id)).toContain('tag-5-2')
  })

  test('is not made where no key is left', () => {
    expect(full()).toHaveLength(MOST_TAGS)
    expect(checkDrafts(full()).tags).toHaveLength(MOST_TAGS)
    expect(withNewTag(full())).toEqual(full())
  })
})

describe('the id in the files', () => {
  const ids = (drafts: readonly TagDraft[]) => checkDrafts(drafts).tags?.map(({ id }) => id)

  test('of a tag that was there stays, whatever it is called', () => {
    expect(ids(changed(built, 'fact', { label: 'Claim' }))?.[0]).toBe('fact')
  })

  test.each([
    ['Rumour', 'rumour'],
    ['Überprüft & bestätigt', 'uberpruft-bestatigt'],
    ['Fact', 'fact-2'],
    ['شائعة', 'tag-5'],
    ['A'.repeat(60), 'a'.repeat(40)],
  ])('of a new one is made from its name: %s', (label, id) => {
    expect(ids(changed(withNewTag(built), 'tag-5', { label }))?.[4]).toBe(id)
  })

  test('of two new ones with the same name differs', () => {
    const two = withNewTag(withNewTag(built))
    const same = changed(changed(two, 'tag-5', { label: 'Rumour' }), 'tag-6', { label: 'Rumour' })
    expect(ids(same)?.slice(4)).toEqual(['rumour', 'rumour-2'])
  })

  test('of a new field is made from its name, too', () => {
    const [field] = withNewField([])
    const fields = field === undefined ? [] : [{ ...field, label: 'On record' }]
    expect(checkDrafts(changed(built, 'fact', { fields })).tags?.[0]?.fields[0]?.id).toBe('on-record')
  })
})

describe('order', () => {
  test('is that of the keys: who moves changes keys with the neighbour', () => {
    expect(inWords(moved(built, 'assessment', -1))).toEqual([
      '1 assessment',
      '2 fact',
      '3 attribution',
      '4 photo-caption',
    ])
  })

  test('ends at both ends', () => {
    expect(moved(built, 'fact', -1)).toEqual(built)
    expect(moved(built, 'photo-caption', 1)).toEqual(built)
  })

  test('a key that another tag has is swapped with it', () => {
    expect(inWords(withKey(built, 'photo-caption', '1'))).toEqual([
      '1 photo-caption',
      '2 assessment',
      '3 attribution',
      '4 fact',
    ])
    expect(inWords(withKey(built, 'fact', '9')).at(-1)).toBe('9 fact')
  })
})

test('a tag whose name was cleared is called by its id until it has another', () => {
  const [cleared] = changed(built, 'fact', { label: ' ' })
  expect(cleared && previewOf(cleared)).toMatchObject({ label: 'fact', shortLabel: 'fact' })
})

test('a new field has an id of its own', () => {
  const fields = withNewField(withNewField([]))
  expect(fields.map(({ id }) => id)).toEqual(['field-1', 'field-2'])
  expect(withNewField(fields.slice(1)).map(({ id }) => id)).toEqual(['field-2', 'field-2-2'])
})
