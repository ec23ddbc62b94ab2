import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine } from '../../helpers/cli.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

function deskWith(text: string) {
  const folder = tempFolder()
  const write = (content: string, name = 'story.txt') => writeFileSync(path.join(folder, name), content)
  write(text)
  return { folder, write, galley: commandLine(folder) }
}

const markAs =
  (person: string) =>
  async (galley: ReturnType<typeof commandLine>, quote: string, ...more: string[]): Promise<string> =>
    (await galley('tag', 'story.txt', '--as', person, '--tag', 'fact', '--quote', quote, ...more)).out.trim()
const mark = markAs('Jane Doe')

const REST = 'The barns were full by August, and the mill ran day and night. The fair was held in Overton.'
const BEFORE = `It rained for 12 days in May. Nobody came to the market. ${REST}`
/** A number and a sentence are another, one is gone, and all that follows moved. */
const AFTER = `Correction. It rained for 21 days in May. ${REST.replace('was held', 'was at last held')}`

describe('galley check', () => {
  it('exits with 0 when all is placed, and names each mark with its id', async () => {
    const { galley } = deskWith('It rained in May.')
    const id = await mark(galley, 'rained')
    expect(await galley('check', 'story.txt')).toEqual({
      code: 0,
      out: `story.txt\n  Jane Doe: 1 placed, 0 changed, 0 orphan\n    placed  ${id}  “rained”\n`,
      err: '',
    })
  })

  it('exits with 1 for an orphan, an unreadable file and a story that is gone', async () => {
    const { write, galley } = deskWith('It rained in May.')
    const id = await mark(galley, 'rained')
    write('It snowed in May.')
    write('null', 'story.txt.someone-00000000.annotations.json')
    const { code, out } = await galley('check', 'story.txt', 'gone.txt', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual([
      {
        story: 'story.txt',
        layers: [
          {
            annotator: expect.stringMatching(/^urn:uuid:/),
            name: 'Jane Doe',
            placed: [],
            sentenceChanged: [],
            changed: [],
            orphan: [{ id, quote: 'rained', words: null }],
            versions: [],
          },
        ],
        unreadable: [
          {
            file: 'story.txt.someone-00000000.annotations.json',
            kind: 'sidecar-foreign',
            sentence: expect.stringContaining('story.txt.someone-00000000.annotations.json'),
          },
        ],
        tags: null,
        problem: null,
        fixed: null,
      },
      {
        story: 'gone.txt',
        layers: [],
        unreadable: [],
        tags: null,
        problem: expect.stringContaining('there is no such file'),
        fixed: null,
      },
    ])
    const words = await galley('check', 'story.txt', 'gone.txt')
    expect(words.code).toBe(1)
    expect(words.out).toContain(
      `    orphan  ${id}  “rained”\n  unreadable  The annotation file “story.txt.someone-`,
    )
  })

  it('exits with 1 for changed words and sentences, and tells both wordings', async () => {
    const { write, galley } = deskWith(BEFORE)
    const number = await mark(galley, '12 days')
    const fair = await mark(galley, 'The fair')
    const barns = await mark(galley, 'The barns')
    const market = await mark(galley, 'Nobody came to the market')
    write(AFTER)
    const { code, out } = await galley('check', 'story.txt')
    expect(code).toBe(1)
    expect(out).toBe(
      [
        'story.txt',
        '  Jane Doe: 2 placed (1 in a changed sentence), 1 changed, 1 orphan',
        `    placed  ${barns}  “The barns”`,
        `    sentence changed  ${fair}  “The fair”`,
        `    changed  ${number}  “12 days” → “21 days”`,
        `    orphan  ${market}  “Nobody came to the market”`,
        '',
      ].join('\n'),
    )
    const [finding] = JSON.parse((await galley('check', 'story.txt', '--json')).out)
    expect(finding.layers[0]).toMatchObject({
      placed: [{ id: barns, quote: 'The barns', words: 'The barns' }],
      sentenceChanged: [{ id: fair, quote: 'The fair', words: 'The fair' }],
      changed: [{ id: number, quote: '12 days', words: '21 days' }],
      orphan: [{ id: market, quote: 'Nobody came to the market', words: null }],
    })
  })

  it.each([
    ['a changed word', 'It rained for 12 days.', '12', 'It rained for 13 days.'],
    ['a changed sentence', 'It rained for 12 days.', 'rained', 'It never rained for 12 days.'],
  ])('needs a person for %s alone', async (_name, before, quote, after) => {
    const { write, galley } = deskWith(`${before} ${REST}`)
    await mark(galley, quote)
    expect((await galley('check', 'story.txt')).code).toBe(0)
    write(`${after} ${REST}`)
    expect((await galley('check', 'story.txt')).code).toBe(1)
  })

  it('exits with 1 for two versions of one annotation', async () => {
    const { folder, galley } = deskWith('It rained in May.')
    const id = await mark(galley, 'rained', '--note', 'Here')
    const rows = JSON.parse((await galley('check', 'story.txt', '--json')).out)
    expect(rows[0].layers[0].versions).toEqual([])
    addVersion(folder, 'There')
    const { code, out } = await galley('check', 'story.txt')
    expect(code).toBe(1)
    expect(out).toContain(`    two versions  ${id}  “rained”\n`)
  })
})

describe('galley check --fix', () => {
  /** Positions and revision of each mark in the sidecar of a person, by its words. */
  function stored(folder: string, slug: string) {
    const name = readdirSync(folder).find((one) => one.startsWith(`story.txt.${slug}`)) ?? ''
    const { first } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
    return first.items.map((item: Record<string, unknown>) => {
      const target = item.target as { selector: { start: number; exact: string }[] }
      const [quote, position] = target.selector
      return [quote?.exact, position?.start, item['galley:revision'], item['galley:confirmed']]
    })
  }

  it('saves new positions for what is placed, in that person’s file, and nothing else', async () => {
    const { folder, write, galley } = deskWith(BEFORE)
    await mark(galley, '12 days')
    await mark(galley, 'Nobody came to the market')
    const barns = await mark(galley, 'The barns')
    const fair = await mark(galley, 'The fair')
    await markAs('Omar Reyes')(galley, 'Overton')
    const [jane, omar] = [stored(folder, 'jane-doe'), stored(folder, 'omar-reyes')]
    write(AFTER)
    const { code, out } = await galley('check', 'story.txt', '--fix', '--as', 'Jane Doe')
    expect(code).toBe(1)
    expect(out).toContain('  fixed: 2 positions\n')
    expect(stored(folder, 'jane-doe').sort()).toEqual(
      jane
        .map(([words, start, ...rest]: [string, number]) => {
          const isPlaced = words.startsWith('The')
          return [words, isPlaced ? AFTER.indexOf(words) : start, ...rest]
        })
        .sort(),
    )
    expect(stored(folder, 'omar-reyes')).toEqual(omar)
    expect(readFileSync(path.join(folder, 'story.txt'), 'utf8')).toBe(AFTER)
    const [again] = JSON.parse(
      (await galley('check', 'story.txt', '--fix', '--as', 'Jane Doe', '--json')).out,
    )
    expect(again.fixed).toEqual([])
    expect(again.layers[0].placed).toEqual([{ id: barns, quote: 'The barns', words: 'The barns' }])
    expect(again.layers[0].sentenceChanged).toEqual([{ id: fair, quote: 'The fair', words: 'The fair' }])
  })

  it('names what it fixed, and exits with 0 where no person is needed', async () => {
    const { write, galley } = deskWith(BEFORE)
    const barns = await mark(galley, 'The barns')
    write(AFTER)
    const { code, out } = await galley('check', 'story.txt', '--fix', '--as', 'Jane Doe', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([{ story: 'story.txt', problem: null, fixed: [barns] }])
  })

  it('makes no file for somebody who has no annotations there, and says so', async () => {
    const { folder, write, galley } = deskWith(BEFORE)
    await mark(galley, 'The barns')
    const before = readdirSync(folder).sort()
    write(AFTER)
    const { code, out, err } = await galley('check', 'story.txt', '--fix', '--as', 'Jane Roe')
    expect(code).toBe(1)
    expect(err).toContain('“Jane Roe” has no annotations of “story.txt”: nothing was changed there.')
    expect(out).toContain('Jane Doe: 1 placed')
    expect(out).not.toContain('fixed')
    expect(readdirSync(folder).sort()).toEqual(before)
  })

  it('looks at the other stories where that person is missing in one', async () => {
    const { write, galley } = deskWith(BEFORE)
    await mark(galley, 'The barns')
    write('Rain.', 'other.txt')
    const { code, out, err } = await galley('check', 'other.txt', 'story.txt', '--fix', '--as', 'Jane Doe')
    expect(code).toBe(0)
    expect(err).toContain('“other.txt”')
    expect(out).toContain('  fixed: 0 positions\n')
  })

  it.each([
    [['--fix'], 'Say whose annotations to fix with --as NAME.'],
    [['--as', 'Jane Doe'], '--as goes with --fix: nothing is changed without it.'],
    [['--fix', '--as', ' '], 'A name is needed.'],
  ])('%j is wrong use', async (words, sentence) => {
    const { galley } = deskWith(BEFORE)
    const { code, out, err } = await galley('check', 'story.txt', ...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
    expect(err).toContain('Usage: galley check STORY… [--json] [--fix --as NAME]')
  })
})

/** A second version of the only annotation, as a merge of two computers leaves it. */
function addVersion(folder: string, note: string): void {
  const name = readdirSync(folder).find((one) => one.endsWith('.annotations.json')) ?? ''
  const sidecar = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  const [item] = sidecar.first.items
  const body = item.body.map((part: { purpose: string }) =>
    part.purpose === 'commenting' ? { ...part, value: note } : part,
  )
  item['galley:alternatives'] = [{ 'galley:device': 'urn:uuid:00000000-0000-4000-8000-00000000d001', body }]
  writeFileSync(path.join(folder, name), JSON.stringify(sidecar))
}
