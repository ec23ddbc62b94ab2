import { describe, expect, test } from 'vitest'
import { choicesOf, shownValue } from '../../../renderer/ui/cards/field-choices.ts'
import { linkOf, linkText, typedLink } from '../../../renderer/ui/cards/field-link.ts'
import type { FieldKind, TagField } from '../../../shared/tags.ts'

const field = (kind: FieldKind, ...choices: string[]): TagField => ({
  id: 'f',
  label: 'On record',
  kind,
  choices,
})

describe('a link field', () => {
  test.each(['https://example.org/a', 'http://example.org', 'mailto:desk@example.org'])(
    'leads to %s',
    (href) => {
      expect(linkOf(` ${href} `)).toBe(href)
    },
  )

  test.each([
    '',
    'example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    '//example.org',
    'https://',
  ])('leads nowhere from %j', (text) => {
    expect(linkOf(text)).toBeNull()
  })

  test.each([
    ['example.org', 'https://example.org'],
    ['www.example.org/a?b#c', 'https://www.example.org/a?b#c'],
    ['example.org:8080/a', 'https://example.org:8080/a'],
    ['  https://example.org ', 'https://example.org'],
    ['desk@example.org', 'desk@example.org'],
    ['see the file', 'see the file'],
    ['note.', 'note.'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('keeps %j as %j', (typed, kept) => {
    expect(typedLink(typed)).toBe(kept)
  })

  test.each([
    ['https://www.example.org/', 'example.org'],
    ['http://example.org/a', 'example.org/a'],
    ['mailto:desk@example.org', 'desk@example.org'],
  ])('shows %s as %s', (address, text) => {
    expect(linkText(address)).toBe(text)
  })
})

describe('what there is to choose from', () => {
  const values = (one: TagField) => choicesOf(one).map(({ value }) => value)

  test('for yes or no: neither, yes, no', () => {
    expect(values(field('yes-no'))).toEqual(['', 'yes', 'no'])
  })

  test('for a list: nothing, then the list', () => {
    expect(values(field('choice', 'named', 'unnamed'))).toEqual(['', 'named', 'unnamed'])
  })

  test('for text and links: nothing, they are typed', () => {
    expect(values(field('text'))).toEqual([])
    expect(values(field('link'))).toEqual([])
  })
})

test('yes and no say what they answer', () => {
  expect(shownValue(field('yes-no'), 'yes')).toBe('On record: yes')
  expect(shownValue(field('yes-no'), 'perhaps')).toBe('On record: perhaps')
  expect(shownValue(field('choice', 'named'), 'named')).toBe('named')
  expect(shownValue(undefined, 'anything')).toBe('anything')
})
