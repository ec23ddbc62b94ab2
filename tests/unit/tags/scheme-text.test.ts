import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastOnPaper } from '../../../shared/tags/passing-colour.ts'
import { checkTags, parseScheme, printScheme } from '../../../shared/tags/scheme-text.ts'
import { builtInTags, type Tag } from '../../../shared/tags.ts'

const FILE = 'galley.tags.json'

function tagsOf(...tags: readonly object[]): readonly Tag[] {
  const found = parseScheme(JSON.stringify({ tags }), FILE)
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value
}

/** Why a list of tags is refused, as "where detail". */
function refusal(...tags: readonly unknown[]): string {
  const found = checkTags(tags)
  return found.ok ? 'taken' : `${found.error.where} ${found.error.detail}`
}

const claim = { id: 'claim', label: 'Claim' }

describe('a scheme file', () => {
  it('needs an id and a label of each tag, and fills in the rest', () => {
    const [first, second] = tagsOf(claim, { id: 'quote', label: ' Quotation ' })
    expect(first).toEqual({
      id: 'claim',
      label: 'Claim',
      shortLabel: 'Claim',
      description: '',
      key: '1',
      line: 'solid',
      light: '#0b6bb0',
      dark: '#6db7f2',
      fields: [],
    })
    expect(second).toMatchObject({ label: 'Quotation', key: '2', line: 'dashed' })
  })

  it('gives the tags in the order of their keys', () => {
    const tags = tagsOf({ ...claim, key: 9 }, { id: 'a', label: 'A' }, { id: 'b', label: 'B', key: '1' })
    expect(tags.map(({ id, key }) => `${key} ${id}`)).toEqual(['1 b', '2 a', '9 claim'])
  })

  it('gives a key that another tag asks for to that one, and the first free one instead', () => {
    const tags = tagsOf({ id: 'a', label: 'A' }, { id: 'b', label: 'B', key: '1' }, { id: 'c', label: 'C' })
    expect(tags.map(({ id, key }) => `${key} ${id}`)).toEqual(['1 b', '2 a', '3 c'])
  })

  it('draws a built-in tag as ever, wherever it stands', () => {
    const [first, second] = tagsOf(claim, { id: 'fact', label: 'Fact' })
    const fact = builtInTags[0]
    expect(second).toMatchObject({ line: fact?.line, light: fact?.light, dark: fact?.dark })
    expect(first?.light).not.toBe(fact?.light)
  })

  it('makes nine tags that nobody coloured all different', () => {
    const tags = tagsOf(...Array.from({ length: 9 }, (_, n) => ({ id: `t${n}`, label: `T${n}` })))
    expect(new Set(tags.map(({ line, light }) => `${line} ${light}`)).size).toBe(9)
    expect(tags.map(({ key }) => key).join('')).toBe('123456789')
  })

  it.each<readonly [string, object, { light: string; dark: string }]>([
    ['one that passes on both papers', { colour: '#cc6677' }, { light: '#cc6677', dark: '#cc6677' }],
    ['one in capitals', { color: '#CC6677' }, { light: '#cc6677', dark: '#cc6677' }],
    [
      'both in one object',
      { colour: { light: '#0b6bb0', dark: '#6db7f2' } },
      { light: '#0b6bb0', dark: '#6db7f2' },
    ],
    ['both by themselves', { light: '#0b6bb0', dark: '#6db7f2' }, { light: '#0b6bb0', dark: '#6db7f2' }],
    [
      'one side, the other from the shared one',
      { light: '#0b6bb0', colour: '#cc6677' },
      { light: '#0b6bb0', dark: '#cc6677' },
    ],
  ])('takes a colour: %s', (_what, colours, expected) => {
    expect(tagsOf({ ...claim, ...colours })[0]).toMatchObject(expected)
  })

  it('makes any colour stand out from both papers, and leaves one that does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const colour = `#${number.toString(16).padStart(6, '0')}`
        const [tag] = tagsOf({ ...claim, colour })
        for (const side of ['light', 'dark'] as const) {
          const made = tag?.[side] ?? ''
          expect(contrastOnPaper(made, side)).toBeGreaterThanOrEqual(3)
          if (contrastOnPaper(colour, side) >= 3) expect(made).toBe(colour)
        }
      }),
    )
  })

  it('passes over what it does not know, null and a byte order mark', () => {
    const text = `\uFEFF${JSON.stringify({ $schema: 'x', tags: [{ ...claim, key: null, icon: '🚦', fields: null }] })}`
    expect(parseScheme(text, FILE)).toMatchObject({ ok: true, value: [{ id: 'claim', key: '1' }] })
  })

  it('reads fields of all kinds', () => {
    const fields = [
      { id: 'who', label: 'Who' },
      { id: 'status', label: 'Status', choices: ['open', 'closed'] },
      { id: 'url', label: 'Address', kind: 'link' },
      { id: 'seen', label: 'Seen', kind: 'yes-no', choices: [] },
    ]
    expect(tagsOf({ ...claim, fields })[0]?.fields).toEqual([
      { id: 'who', label: 'Who', kind: 'text', choices: [] },
      { id: 'status', label: 'Status', kind: 'choice', choices: ['open', 'closed'] },
      { id: 'url', label: 'Address', kind: 'link', choices: [] },
      { id: 'seen', label: 'Seen', kind: 'yes-no', choices: [] },
    ])
  })

  it('is printed so that the same tags are read again', () => {
    expect(parseScheme(printScheme(builtInTags), FILE)).toEqual({ ok: true, value: builtInTags })
    const words = fc.string({ minLength: 1, maxLength: 20 })
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,10}$/), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(ids, words, words, (some, label, description) => {
        const drafts = some.map((id) => ({
          id,
          label,
          description,
          fields: [{ id, label, choices: [label] }],
        }))
        const tags = checkTags(drafts)
        fc.pre(tags.ok)
        if (tags.ok) expect(parseScheme(printScheme(tags.value), FILE)).toEqual(tags)
      }),
    )
  })

  it('is explained by an example that can be used as it is', () => {
    const docs = readFileSync(path.resolve(import.meta.dirname, '../../../docs/tags.md'), 'utf8')
    const [, example = ''] = /```json\n([^`]+)```/.exec(docs) ?? []
    expect(parseScheme(example, FILE)).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.anything()]),
    })
  })
})

describe('a wrong tag', () => {
  it.each([
    [[], 'tags is empty; at least one tag is needed'],
    [[7], 'tags[0] must be an object in braces { }'],
    [[{ label: 'Claim' }], 'tags[0].id is missing'],
    [[{ ...claim, id: 'Claim' }], 'tags[0].id must be 1 to 64 lower-case letters a–z, digits and hyphens'],
    [[{ ...claim, id: '' }], 'tags[0].id must be 1 to 64 lower-case letters a–z, digits and hyphens'],
    [[{ id: 'claim' }], 'tags[0].label is missing'],
    [[{ ...claim, label: ' ' }], 'tags[0].label is empty'],
    [[{ ...claim, label: 3 }], 'tags[0].label must be a text in quotation marks'],
    [[{ ...claim, label: 'x'.repeat(61) }], 'tags[0].label has 61 characters; at most 60 fit'],
    [[{ ...claim, label: 'a\u202Eb' }], 'tags[0].label has a line break or another control character in it'],
    [[{ ...claim, label: 'a\u0000b' }], 'tags[0].label has a line break or another control character in it'],
    [[{ ...claim, description: 'x'.repeat(301) }], 'tags[0].description has 301 characters; at most 300 fit'],
    [[claim, claim], 'tags[1].id “claim” is the id of another tag too'],
    [[{ ...claim, key: 0 }], 'tags[0].key must be a digit from 1 to 9'],
    [[{ ...claim, key: '12' }], 'tags[0].key must be a digit from 1 to 9'],
    [
      [
        { ...claim, key: 2 },
        { ...claim, id: 'b', key: '2' },
      ],
      'tags[1].key “claim” has the key 2 too',
    ],
    [[{ ...claim, line: 'wavy' }], 'tags[0].line must be one of "solid", "dashed", "dotted", "double"'],
    [[{ ...claim, colour: 'red' }], 'tags[0].colour must be a colour such as "#0b6bb0"'],
    [[{ ...claim, dark: '#fff' }], 'tags[0].dark must be a colour such as "#0b6bb0"'],
    [
      [{ ...claim, colour: { light: '#ffff00' } }],
      'tags[0].colour.light is too faint on light paper, 1.0 to 1 where 3 to 1 is needed; choose a darker one',
    ],
    [[{ ...claim, fields: {} }], 'tags[0].fields must be a list in brackets [ ]'],
    [[{ ...claim, fields: [{ id: 'a' }] }], 'tags[0].fields[0].label is missing'],
    [
      [
        {
          ...claim,
          fields: [
            { id: 'a', label: 'A' },
            { id: 'a', label: 'B' },
          ],
        },
      ],
      'tags[0].fields[1].id “a” stands in this tag twice',
    ],
    [
      [{ ...claim, fields: [{ id: 'a', label: 'A', kind: 'date' }] }],
      'tags[0].fields[0].kind must be one of "text", "choice", "link", "yes-no"',
    ],
    [
      [{ ...claim, fields: [{ id: 'a', label: 'A', kind: 'text', choices: ['x'] }] }],
      'tags[0].fields[0].kind must be "choice" where choices are listed',
    ],
    [
      [{ ...claim, fields: [{ id: 'a', label: 'A', choices: ['x', 'x'] }] }],
      'tags[0].fields[0].choices[1] “x” is listed twice',
    ],
  ])('%j is refused: %s', (tags, expected) => {
    expect(refusal(...tags)).toBe(expected)
  })

  it.each([undefined, null, 'tags', { 0: claim }])('is also no list at all: %j', (tags) => {
    expect(checkTags(tags).ok).toBe(false)
  })
})
