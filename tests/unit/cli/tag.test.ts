import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../../electron/cli/rows.ts'
import { commandLine } from '../../helpers/cli.ts'
import { materialIfPresent } from '../../helpers/material.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const TEXT = 'He left, he said. 🚦 She stayed, he said.\nZoe\u0308 was there.\n'

function deskWith(text = TEXT) {
  const folder = tempFolder()
  writeFileSync(path.join(folder, 'story.txt'), text)
  const galley = commandLine(folder)
  const sidecars = () => readdirSync(folder).filter((name) => name.endsWith('.annotations.json'))
  const rows = async (): Promise<readonly Row[]> =>
    JSON.parse((await galley('list', 'story.txt', '--json')).out)
  return { folder, galley, sidecars, rows }
}

const asJane = ['--as', 'Jane Doe', '--tag', 'fact']

describe('galley tag', () => {
  it('marks the words, prints the id alone, and keeps everything in the sidecar', async () => {
    const { folder, galley, sidecars, rows } = deskWith()
    const { code, out, err } = await galley(
      'tag',
      'story.txt',
      ...['--as', ' Jane  Doe ', '--tag', 'attribution', '--quote', 'She stayed'],
      ...['--note', 'Who?', '--field', 'source=a=b', '--field', 'kind=named'],
    )
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^urn:uuid:[0-9a-f-]{36}\n$/)
    expect(await rows()).toEqual([
      {
        id: out.trim(),
        annotator: 'Jane Doe',
        tag: 'attribution',
        start: 20,
        end: 30,
        quote: 'She stayed',
        note: 'Who?',
        fields: { source: 'a=b', kind: 'named' },
        status: 'placed',
      },
    ])
    expect(sidecars()).toEqual([
      expect.stringMatching(/^story\.txt\.jane-doe-[0-9a-f]{8}\.annotations\.json$/),
    ])
    expect(readFileSync(path.join(folder, 'story.txt'), 'utf8')).toBe(TEXT)
  })

  it('is one annotator, one file, however often it is called', async () => {
    const { galley, sidecars, rows } = deskWith()
    await galley('tag', 'story.txt', ...asJane, '--quote', 'He left')
    await galley('tag', 'story.txt', ...asJane, '--quote', 'She stayed')
    await galley('tag', 'story.txt', '--as', 'M. Okafor', '--tag', 'fact', '--quote', 'She stayed')
    expect(sidecars()).toHaveLength(2)
    expect((await rows()).map(({ annotator, quote }) => `${annotator}: ${quote}`).sort()).toEqual([
      'Jane Doe: He left',
      'Jane Doe: She stayed',
      'M. Okafor: She stayed',
    ])
  })

  it('refuses words that occur more than once, and lists the places in code points', async () => {
    const { galley, sidecars } = deskWith()
    const { code, out, err } = await galley('tag', 'story.txt', ...asJane, '--quote', 'he said')
    expect([code, out, sidecars()]).toEqual([1, '', []])
    expect(err.split('\n')).toEqual([
      'galley: These words stand 2 times in “story.txt”: “he said”. Say which by --prefix, --suffix or one of these:',
      '  --range 9-16  “He left, he said. 🚦 She stayed, he said”',
      '  --range 32-39  “he said. 🚦 She stayed, he said. Zoë was there.”'.replace('ë', 'e\u0308'),
      '',
    ])
  })

  it.each([
    ['what stands before', ['--prefix', 'stayed, ']],
    ['what stands after', ['--suffix', '.\nZoe']],
    ['both', ['--prefix', ', ', '--suffix', '.\n']],
  ])('takes the place that the context decides: %s', async (_name, context) => {
    const { galley, rows } = deskWith()
    expect((await galley('tag', 'story.txt', ...asJane, '--quote', 'he said', ...context)).code).toBe(0)
    expect((await rows()).map(({ start, end }) => [start, end])).toEqual([[32, 39]])
  })

  it.each([
    ['words that are not there', ['--quote', 'she left'], 'These words are not in “story.txt”: “she left”.'],
    ['words in another case', ['--quote', 'HE LEFT'], 'These words are not in “story.txt”: “HE LEFT”.'],
    [
      'words without that context',
      ['--quote', 'he said', '--prefix', 'and '],
      'These words are not in “story.txt”: “and he said”.',
    ],
    [
      'a range beyond the end',
      ['--range', '50-60'],
      'The range 50–60 does not lie in “story.txt”, which has 57 characters.',
    ],
    ['an empty range', ['--range', '5-5'], 'The range 5–5 does not lie in “story.txt”'],
    ['a reversed range', ['--range', '9-5'], 'The range 9–5 does not lie in “story.txt”'],
  ])('marks nothing and exits with 1: %s', async (_name, place, sentence) => {
    const { galley, sidecars } = deskWith()
    const { code, out, err } = await galley('tag', 'story.txt', ...asJane, ...place)
    expect([code, out, sidecars()]).toEqual([1, '', []])
    expect(err).toContain(sentence)
  })

  it.each([
    ['no name', ['--tag', 'fact', '--quote', 'x'], 'Say who annotates with --as NAME.'],
    ['an empty name', ['--as', ' ', '--tag', 'fact', '--quote', 'x'], 'A name is needed.'],
    ['no tag', ['--as', 'J', '--quote', 'x'], 'Say which tag with --tag TAG.'],
    [
      'an unknown tag',
      ['--as', 'J', '--tag', 'fakt', '--quote', 'x'],
      'There is no tag “fakt”. Choose one of: fact, assessment, attribution, photo-caption.',
    ],
    [
      'an unknown field',
      [...asJane, '--quote', 'x', '--field', 'whose=me'],
      'The tag “fact” has no field “whose”. Choose one of: status, source.',
    ],
    [
      'a field without a value',
      [...asJane, '--quote', 'x', '--field', 'source'],
      '--field takes NAME=VALUE, not “source”.',
    ],
    [
      'a value that is no choice',
      [...asJane, '--quote', 'x', '--field', 'status=maybe'],
      "The field “status” can't be “maybe”. Choose one of: verified, unverified, disputed.",
    ],
    ['no place', asJane, 'Say which words: either --quote WORDS or --range START-END.'],
    [
      'two places',
      [...asJane, '--quote', 'x', '--range', '1-2'],
      'Say which words: either --quote WORDS or --range START-END.',
    ],
    ['no words', [...asJane, '--quote', ''], '--quote needs at least one character.'],
    [
      'a range in words',
      [...asJane, '--range', 'all'],
      '--range takes two numbers, such as 171-209, not “all”.',
    ],
    [
      'context for a range',
      [...asJane, '--range', '1-2', '--prefix', 'x'],
      '--prefix and --suffix go with --quote, not with --range.',
    ],
  ])('explains wrong use, marks nothing and exits with 2: %s', async (_name, words, sentence) => {
    const { galley, sidecars } = deskWith()
    const { code, out, err } = await galley('tag', 'story.txt', ...words)
    expect([code, out, sidecars()]).toEqual([2, '', []])
    expect(err).toContain(`galley: ${sentence}`)
    expect(err).toContain('\nUsage: galley tag STORY ')
  })

  it('marks a range as it was given and says when it cuts a character in two', async () => {
    const { galley, rows } = deskWith()
    const whole = await galley('tag', 'story.txt', ...asJane, '--range', '18-30')
    expect([whole.code, whole.err]).toEqual([0, ''])
    const cut = await galley('tag', 'story.txt', ...asJane, '--range', '41–44')
    expect(cut.code).toBe(0)
    expect(cut.err).toContain('the mark cuts the character “e\u0308” in two')
    expect((await rows()).map(({ quote }) => quote)).toEqual(['🚦 She stayed', 'Zoe'])
  })

  it('says that it is kept on this computer when a damaged file stands in its place, and leaves that alone', async () => {
    const { folder, galley, sidecars } = deskWith()
    await galley('tag', 'story.txt', ...asJane, '--quote', 'He left')
    const [own = ''] = sidecars()
    writeFileSync(path.join(folder, own), '{"type":')
    const { code, out, err } = await galley('tag', 'story.txt', ...asJane, '--quote', 'She stayed')
    expect(code).toBe(1)
    expect(out).toMatch(/^urn:uuid:[0-9a-f-]{36}\n$/)
    expect(err).toContain('Kept on this computer, not yet beside the story: ')
    expect(readFileSync(path.join(folder, own), 'utf8')).toBe('{"type":')
    expect((await galley('check', 'story.txt')).code).toBe(1)
  })
})

interface OffsetCase {
  readonly name: string
  readonly text: string
  readonly span: string
  readonly codePoints: { readonly start: number; readonly end: number }
}

const ownCases: readonly OffsetCase[] = [
  { name: 'after an emoji', text: 'A 👩‍👩‍👧‍👦 came home.', span: 'came', codePoints: { start: 10, end: 14 } },
  { name: 'a word in Arabic', text: 'قال متحدث 🚦 أمس', span: 'أمس', codePoints: { start: 12, end: 15 } },
]
const shared = materialIfPresent('unicode-offsets/offsets.json')
const cases: readonly OffsetCase[] = [...ownCases, ...(shared === null ? [] : JSON.parse(shared).cases)]

describe('offsets', () => {
  it.each(cases.map((one) => [one.name, one] as const))(
    'survive tag, list and export: %s',
    async (_name, one) => {
      // One mark at the start of a file is about the file; what comes after it belongs to the text.
      const { folder, galley, rows } = deskWith(`\uFEFF${one.text}`)
      const { start, end } = one.codePoints
      expect((await galley('tag', 'story.txt', ...asJane, '--range', `${start}-${end}`)).code).toBe(0)
      const [row] = await rows()
      expect([row?.start, row?.end, row?.quote]).toEqual([start, end, one.span])
      expect((await galley('export', 'story.txt', '--to', 'jsonld')).code).toBe(0)
      const exported = JSON.parse(readFileSync(path.join(folder, 'story.annotations.jsonld'), 'utf8'))
      expect(exported.first.items[0].target.selector[1]).toEqual({ type: 'TextPositionSelector', start, end })
      const printed = await galley('text', 'story.txt')
      expect([...printed.out].slice(start, end).join('')).toBe(one.span)
    },
  )
})
