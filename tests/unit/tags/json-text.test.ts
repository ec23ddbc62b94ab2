import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonNode, readJson } from '../../../shared/tags/json-text.ts'
import { lineOf } from '../../../shared/tags/line-of.ts'

function plainly(node: JsonNode): unknown {
  if (node.kind === 'null') return null
  if (node.kind === 'list') return node.items.map(plainly)
  if (node.kind !== 'object') return node.value
  return Object.fromEntries([...node.members].map(([name, member]) => [name, plainly(member)]))
}

function parsed(text: string): { readonly value: unknown } | 'refused' {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return 'refused'
  }
}

function read(text: string): { readonly value: unknown } | 'refused' {
  const found = readJson(text)
  return found.ok ? { value: plainly(found.value) } : 'refused'
}

describe('the reader of JSON', () => {
  it('reads what JSON.parse reads, as that does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 1, 2, '\t'), (text, indent) => {
        const spread = JSON.stringify(JSON.parse(text), null, indent)
        expect(read(spread)).toEqual(parsed(spread))
        expect(read(text)).toEqual(parsed(text))
      }),
    )
  })

  it('refuses what JSON.parse refuses: a text with something put in or taken out', () => {
    const piece = fc.constantFrom(
      ...[
        '',
        ',',
        ']',
        '}',
        '{',
        '[',
        '"',
        '\\',
        ':',
        '0',
        '-',
        '.',
        'e',
        'u',
        'tru',
        '\n',
        '\t',
        '\u00a0',
        '“',
        '//',
        '\u0007',
      ],
    )
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), fc.nat({ max: 3 }), piece, (text, at, gone, put) => {
        const place = at % (text.length + 1)
        const broken = text.slice(0, place) + put + text.slice(place + gone)
        expect(read(broken)).toEqual(parsed(broken))
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses and takes any text as JSON.parse does', () => {
    const signs = fc.constantFrom(...'{}[]",:\\ \n0123-.eE+truefalsn'.split(''))
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 24 }), (text) => {
        expect(read(text.join(''))).toEqual(parsed(text.join('')))
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps where each value begins', () => {
    const text = '{ "a": [1, "x",\n{"b": null}] }'
    const found = readJson(text)
    const places: string[] = []
    const walk = (node: JsonNode) => {
      places.push(text.slice(node.at, node.at + 3))
      if (node.kind === 'list') node.items.forEach(walk)
      if (node.kind === 'object') [...node.members.values()].forEach(walk)
    }
    if (found.ok) walk(found.value)
    expect(places).toEqual(['{ "', '[1,', '1, ', '"x"', '{"b', 'nul'])
  })

  it.each([
    ['', 1, 1, 'the file is empty'],
    [' \n\n', 1, 1, 'the file is empty'],
    ['{"a": 1,}', 1, 8, 'a comma stands after the last entry'],
    ['{\n  "a": [1, 2,\n  ]\n}', 2, 13, 'a comma stands after the last entry'],
    ['[1,,2]', 1, 4, 'there is a comma too many'],
    ['[1 2]', 1, 4, 'a comma or the bracket ] is missing'],
    ['{"a" 1}', 1, 6, 'a colon is missing after “a”'],
    ['{a: 1}', 1, 2, 'a name in quotation marks is missing'],
    ["{'a': 1}", 1, 2, 'only straight double quotation marks (") are allowed in JSON'],
    ['{"a": “b”}', 1, 7, 'only straight double quotation marks (") are allowed in JSON'],
    ['{ // mine\n}', 1, 3, 'comments are not allowed in JSON'],
    ['{\n<<<<<<< HEAD\n', 2, 1, 'a merge of two versions was not finished here'],
    ['{"a": ', 1, 7, 'the file ends too early'],
    ['[[1], [2]', 1, 1, 'the bracket [ is never closed'],
    ['{"a": "b\n}', 1, 7, 'the text that begins here has no quotation mark at its end'],
    ['{"a": "b', 1, 7, 'the text that begins here has no quotation mark at its end'],
    ['{"a": "b\tc"}', 1, 9, 'a tab stands inside a text'],
    ['{"a": "\\"\\d"}', 1, 10, 'a backslash stands before a sign that needs none'],
    ['{"a": yes}', 1, 7, 'a value is missing'],
    ['{"a": 01}', 1, 8, 'a comma or the bracket } is missing'],
    ['{} {}', 1, 4, 'something stands after the end'],
    ['["🚦🚦",]', 1, 6, 'a comma stands after the last entry'],
  ])('says of %j where and what is wrong', (text, line, column, detail) => {
    const found = readJson(text)
    if (found.ok) throw new Error('it was read')
    expect({ ...lineOf(text, found.error.at), detail: found.error.detail }).toEqual({ line, column, detail })
  })

  it('refuses what is nested without end instead of running out of stack', () => {
    const found = readJson('['.repeat(200_000))
    expect(found).toMatchObject({ ok: false, error: { detail: 'values stand too deep inside each other' } })
    expect(readJson(`"${'\\n'.repeat(100_000)}"`)).toMatchObject({ ok: true })
  })
})

describe('a line', () => {
  it.each([
    ['a\nb', 2, [2, 1]],
    ['a\r\nb', 3, [2, 1]],
    ['a\r\nb', 2, [1, 3]],
    ['a\rb', 2, [2, 1]],
    ['a\r', 2, [2, 1]],
    ['\n\nab', 3, [3, 2]],
    ['é🚦b', 3, [1, 3]],
  ])('of %j at %i', (text, at, [line, column]) => {
    expect(lineOf(text, at)).toEqual({ line, column })
  })
})
