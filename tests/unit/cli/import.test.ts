import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine } from '../../helpers/cli.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const STORY = 'Ferry pier to close\n\nThe pier at Old Quay closes on Monday, the harbour board said.\n'
const CSV = [
  'id,annotator,tag,start,end,quote,note,created,modified',
  '1,Ana Ruiz,Claim,,,closes on Monday,See the notice,,',
  '2,Ben Okoro,Weather,,,The storm passed,,,',
  '3,Ana Ruiz,cue,,,the harbour board said,,,',
].join('\n')

function desk() {
  const folder = tempFolder()
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  write('story.txt', STORY)
  write('desk.csv', CSV)
  const galley = commandLine(folder)
  const listed = async (story = 'story.txt') => {
    const { out } = await galley('list', story, '--json')
    const rows: readonly Record<string, unknown>[] = JSON.parse(out)
    return rows.map(({ annotator, tag, quote, status }) => [annotator, tag, quote, status])
  }
  return { folder, write, galley, listed }
}

describe('galley import', () => {
  it('takes everything into the layer of the annotator that is named', async () => {
    const { galley, listed } = desk()
    const { code, out, err } = await galley('import', 'story.txt', 'desk.csv', '--as', 'Desk of Old Quay')
    expect([code, err]).toEqual([1, ''])
    expect(out.replace(/urn:uuid:[0-9a-f-]{36}/g, 'ID')).toBe(
      [
        'story.txt, Desk of Old Quay',
        '  2 placed, 1 orphan, 0 already there',
        '  1 × “Claim” → fact',
        '  1 × “Weather” → weather, a tag of its own',
        '  1 × “cue” → attribution',
        '  orphan  ID  “The storm passed”  Desk of Old Quay',
        '',
      ].join('\n'),
    )
    expect(await listed()).toEqual([
      ['Desk of Old Quay', 'fact', 'closes on Monday', 'placed'],
      ['Desk of Old Quay', 'attribution', 'the harbour board said', 'placed'],
      ['Desk of Old Quay', 'weather', 'The storm passed', 'orphan'],
    ])
  })

  it('gives each author of the file a layer, and says what it did as JSON', async () => {
    const { galley, listed } = desk()
    const { code, out } = await galley(
      ...[
        'import',
        'story.txt',
        'desk.csv',
        '--map',
        'Weather=photo caption',
        '--map',
        'cue=Sourced?',
        '--json',
      ],
    )
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      story: 'story.txt',
      file: 'desk.csv',
      format: 'csv',
      dryRun: false,
      layers: ['Ana Ruiz', 'Ben Okoro'],
      words: [
        { word: 'Claim', tag: 'fact', known: true, count: 1 },
        { word: 'Weather', tag: 'photo-caption', known: true },
        { word: 'cue', tag: 'sourced', known: false },
      ],
      placed: 2,
      orphans: [{ quote: 'The storm passed', annotator: 'Ben Okoro' }],
      already: 0,
      problem: null,
    })
    expect((await listed()).map(([annotator, tag]) => [annotator, tag])).toEqual([
      ['Ana Ruiz', 'fact'],
      ['Ana Ruiz', 'sourced'],
      ['Ben Okoro', 'photo-caption'],
    ])
  })

  it('adds nothing the second time', async () => {
    const { folder, galley } = desk()
    await galley('import', 'story.txt', 'desk.csv', '--as', 'Desk')
    const files = readdirSync(folder).filter((name) => name.endsWith('.annotations.json'))
    const before = files.map((name) => readFileSync(path.join(folder, name), 'utf8'))
    const { code, out } = await galley('import', 'story.txt', 'desk.csv', '--as', 'Desk')
    expect([code, out.split('\n')[1]]).toEqual([0, '  0 placed, 0 orphan, 3 already there'])
    expect(files.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(before)
  })

  it('writes nothing in a dry run', async () => {
    const { folder, galley } = desk()
    const before = readdirSync(folder)
    const { out } = await galley('import', 'story.txt', 'desk.csv', '--as', 'Desk', '--dry-run')
    expect(out).toContain('story.txt, Desk (nothing was written)\n  2 placed, 1 orphan')
    expect(readdirSync(folder).filter((name) => name !== '.data')).toEqual(before)
  })

  it('finds the marks of a brat file in a story that was edited since, by the text beside it', async () => {
    const { write, galley, listed } = desk()
    const old =
      'Pier to close\r\n\r\nThe pier closes on Friday, he said. The board said it is unsafe, he said.\r\n'
    const at = old.lastIndexOf('he said')
    write('old.txt', old)
    write('old.ann', `T1\tClaim ${at} ${at + 7}\the said\n#1\tAnnotatorNotes T1\tWho?\n`)
    const today =
      'Old Quay pier to close\n\nThe pier closes on Friday, he said. The harbour board said it is unsafe, he said.\n'
    write('story.txt', today)
    expect((await galley('import', 'story.txt', 'old.ann', '--as', 'Desk')).code).toBe(0)
    expect(await listed()).toEqual([['Desk', 'fact', 'he said', 'placed']])
    const { out } = await galley('list', 'story.txt', '--json')
    expect(JSON.parse(out)[0]).toMatchObject({ start: today.lastIndexOf('he said'), note: 'Who?' })
  })

  it.each(['csv', 'jsonld'])(
    'takes in what it exported as %s, with no orphan and nothing lost',
    async (format) => {
      const { folder, galley, listed } = desk()
      cpSync(path.join(import.meta.dirname, '../../../fixtures'), path.join(folder, 'fixtures'), {
        recursive: true,
      })
      for (const story of ['fixtures/harbour-tunnel.txt', 'fixtures/port-talks.ar.txt']) {
        const before = await listed(story)
        await galley('export', story, '--to', format, '--out', 'out')
        const file = path.join('out', `${path.basename(story, '.txt')}.annotations.${format}`)
        const { out } = await galley('import', story, file, '--as', 'Wire desk', '--json')
        const placed = before.filter(([, , , status]) => status !== 'orphan')
        expect(JSON.parse(out)).toMatchObject({
          placed: placed.length,
          already: 0,
          leftOut: [],
          warnings: [],
        })
        const added = (await listed(story)).filter(([annotator]) => annotator === 'Wire desk')
        const same = (rows: typeof before) => rows.map((row) => row.slice(1)).sort()
        expect(same(added)).toEqual(same(before))
      }
    },
  )

  it('knows what it exported when it comes back under the same name', async () => {
    const { galley } = desk()
    await galley('tag', 'story.txt', '--as', 'Jane Doe', '--tag', 'fact', '--quote', 'on Monday')
    await galley('export', 'story.txt', '--to', 'jsonld')
    const { code, out } = await galley('import', 'story.txt', 'story.annotations.jsonld')
    expect([code, out.split('\n')[1]]).toEqual([0, '  0 placed, 0 orphan, 1 already there'])
  })

  it.each([
    [['import'], 'Name the story.'],
    [['import', 'story.txt'], 'Name the file with the annotations, after the story.'],
    [['import', 'story.txt', 'desk.csv', '--format', 'xml'], 'There is no format “xml”.'],
    [['import', 'story.txt', 'desk.csv', '--map', 'Claim'], '--map takes WORD=TAG, not “Claim”.'],
    [['import', 'story.txt', 'desk.csv', '--map', 'Sport=fact'], 'The file has no word “Sport”.'],
    [['import', 'story.txt', 'bare.csv'], 'The file does not say who made the annotations.'],
    [['import', 'story.txt', 'desk.csv', '--as', ' '], 'A name is needed.'],
  ])('refuses %j as wrong use', async (words, sentence) => {
    const { write, galley } = desk()
    write('bare.csv', 'id,tag,quote\n1,Claim,closes on Monday\n')
    const { code, err } = await galley(...words)
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)])
  })

  it.each([
    ['gone.csv', "Galley can't read “gone.csv”: the computer could not read it (ENOENT)."],
    ['story.txt', "Galley can't read “story.txt”: it doesn't look like brat"],
  ])('says why it can’t read %s', async (file, sentence) => {
    const { galley } = desk()
    const { code, err } = await galley('import', 'story.txt', file, '--as', 'Desk')
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)])
  })
})

describe('what came from brat', () => {
  it('goes out again line by line, with the types that it had, but for those that a person changed', async () => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'quay.txt'), 'The quay is\nshut, aides said.')
    const lines = [
      'T1\tClaim 0 11;12 16\tThe quay is shut',
      'T2\tCue 24 28\tsaid',
      'E1\tCue:T2 Content:T1',
      'T3\tPerson-Role 18 23\taides',
    ]
    writeFileSync(path.join(folder, 'quay.ann'), `${lines.join('\n')}\n`)
    const galley = commandLine(folder)
    const back = async () => {
      await galley('export', 'quay.txt', '--to', 'brat', '--out', 'out')
      return readFileSync(path.join(folder, 'out/quay.brat/quay.ann'), 'utf8').trimEnd().split('\n')
    }
    await galley('import', 'quay.txt', 'quay.ann', '--as', 'Copy', '--map', 'Person-Role=assessment')
    expect(await back()).toEqual([...lines.slice(0, 3), 'T3\tassessment 18 23\taides'])
  })
})

describe('marks without a tag', () => {
  it('are called so', async () => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'quay.txt'), 'The quay is shut.')
    writeFileSync(path.join(folder, 'quay.csv'), 'annotator,tag,quote\nAna Ruiz,,quay\n')
    const { out } = await commandLine(folder)('import', 'quay.txt', 'quay.csv')
    expect(out).toContain('  1 × without a tag → comment, a tag of its own\n')
  })
})

describe('what came from JSON-LD', () => {
  it('goes out again with what its program wrote besides, on marks and on answers', async () => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'quay.txt'), 'The quay is shut, aides said.')
    const jane = { id: 'http://example.org/jane', type: 'Person', name: 'Jane Doe', nickname: 'jd' }
    const anno = (number: number, target: unknown, purpose: string) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `http://example.org/${number}`,
      type: 'Annotation',
      motivation: purpose,
      creator: jane,
      created: `2026-11-20T10:0${number}:00.25+01:00`,
      rights: `http://example.org/rights/${number}`,
      body: [{ type: 'TextualBody', purpose, value: `Since when? (${number})`, language: 'en' }],
      target,
    })
    const page = 'http://example.org/quay'
    const words = { source: page, selector: { type: 'TextQuoteSelector', exact: 'shut' } }
    const file = [
      anno(1, words, 'commenting'),
      anno(2, 'http://example.org/1', 'replying'),
      anno(3, { id: 'http://example.org/2', type: 'Annotation' }, 'replying'),
    ]
    writeFileSync(path.join(folder, 'desk.jsonld'), JSON.stringify(file))
    const galley = commandLine(folder)
    await galley('import', 'quay.txt', 'desk.jsonld', '--as', 'Jane Doe')
    expect(await galley('export', 'quay.txt', '--to', 'jsonld', '--out', 'out')).toMatchObject({ code: 0 })
    const out = JSON.parse(readFileSync(path.join(folder, 'out/quay.annotations.jsonld'), 'utf8'))
    const [, ...answers] = file
    expect(out.first.items).toMatchObject([
      { id: 'http://example.org/1', rights: file[0]?.rights },
      ...answers.map(({ '@context': _, ...rest }) => rest),
    ])
  })
})
