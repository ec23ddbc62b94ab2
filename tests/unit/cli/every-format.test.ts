import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readXml } from '../../../electron/exchange/xml/read-xml.ts'
import { commandLine } from '../../helpers/cli.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures')
/** All but pdf, which needs a browser. */
const FORMATS = 'html,docx,md,csv,xlsx,jsonld,brat,refi-qda,hypothesis'

const storiesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(FIXTURES, folder))
    .filter((name) => /\.(?:txt|md|html|docx|json|xml)$/.test(name))
    .filter((name) => !/^README|\.expected\.txt$|\.annotations\.json$/.test(name))
    .map((name) => path.join(folder, name))

/** Fixtures in one folder, the first with marks: with a note of two lines, over line ends and a field, of one sign. */
async function tagged(...stories: readonly string[]) {
  const folder = tempFolder()
  const names = stories.map((story) => path.basename(story))
  for (const story of stories)
    copyFileSync(path.join(FIXTURES, story), path.join(folder, path.basename(story)))
  const [name = ''] = names
  const galley = commandLine(folder)
  const { out: text } = await galley('text', name)
  const points = [...text]
  const inked = points.flatMap((point, at) => (/\S/.test(point) ? [at] : []))
  const [middle = 0] = inked.filter((at) => at > points.length / 3)
  const tag = async (id: string, from: number, to: number, ...more: readonly string[]) => {
    const words = ['--as', 'Jane Doe', '--tag', id, '--range', `${from}-${to}`, ...more]
    expect(await galley('tag', name, ...words)).toMatchObject({ code: 0 })
  }
  await tag('fact', inked[0] ?? 0, (inked[3] ?? 0) + 1, '--note', '=1+1, says who?\nAsk the port.')
  await tag('attribution', middle, (inked.at(-1) ?? 0) + 1, '--field', 'source=harbour office')
  await tag('assessment', middle, middle + 1)
  return { folder, name, names, galley, text }
}

interface Row {
  readonly annotator: string
  readonly tag: string
  readonly start: number
  readonly end: number
  readonly note: string
  readonly fields: object
}

type Galley = Awaited<ReturnType<typeof tagged>>['galley']

async function marksOf(galley: Galley, name: string, annotator: string) {
  const rows: readonly Row[] = JSON.parse((await galley('list', name, '--json')).out)
  return rows
    .filter((row) => row.annotator === annotator)
    .map(({ tag, start, end, note, fields }) => ({ tag, start, end, note, fields }))
}

/** Path of the one export whose name ends so. */
function endingIn(folder: string, ending: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const found = names.filter((name) => path.basename(`/${name}`).endsWith(ending))
  expect([ending, found.length]).toEqual([ending, 1])
  return path.join(folder, found[0] ?? '')
}

/** Every part that says that it is XML is. */
function expectSoundZip(file: string): Readonly<Record<string, Uint8Array>> {
  const parts = unzipSync(readFileSync(file))
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/\.(?:xml|rels|qde)$/.test(name)) continue
    expect([name, readXml(strFromU8(bytes), 'refused').ok]).toEqual([name, true])
  }
  return parts
}

/** What was written for one story opens, and quotes what stands there. @returns the text that offsets count in */
function expectSound(out: string, stem: string): string {
  const at = (ending: string) => path.join(out, stem + ending)
  expect(readFileSync(at('.report.html'), 'utf8')).not.toMatch(/<script|src="http/)
  for (const ending of ['.annotated.docx', '.annotations.xlsx']) expectSoundZip(at(ending))
  const points = [...readFileSync(path.join(at('.brat'), `${stem}.txt`), 'utf8')]
  const project = Object.entries(expectSoundZip(at('.qdpx')))
  const source = project.find(([part]) => part.endsWith('.txt'))?.[1]
  expect(strFromU8(source ?? new Uint8Array())).toBe(points.join(''))
  for (const line of readFileSync(path.join(at('.brat'), `${stem}.ann`), 'utf8').split('\n')) {
    const [, offsets, quote] = /^T\d+\t\S+ ([\d ;]+)\t(.*)$/.exec(line) ?? []
    if (offsets === undefined) continue
    const pieces = offsets.split(';').map((piece) => piece.split(' ').map(Number))
    expect(pieces.map(([from, to]) => points.slice(from, to).join('')).join(' ')).toBe(quote)
  }
  const csv = readFileSync(at('.annotations.csv'), 'utf8').replace(/^\uFEFF/, '')
  for (const row of Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data) {
    if (row.status !== 'placed') continue
    const words = points.slice(Number(row.start), Number(row.end)).join('')
    expect(row.quote?.replace(/^'(?=[=+\-@])/, '')).toBe(words)
  }
  return points.join('')
}

describe('fixtures go out in every format', () => {
  // Those of a folder in one run, since what is no plain text is read in a thread that each run starts anew.
  const runs = [...storiesIn('.').map((story) => [story]), ...['pages', 'office', 'wires'].map(storiesIn)]
  it.each(runs)('%s', { timeout: 60_000 }, async (...stories) => {
    const { folder, names, galley, text } = await tagged(...stories)
    const { code, out, err } = await galley('export', ...names, '--to', FORMATS, '--out', 'out')
    const written = out.trim().split('\n')
    expect([code, new Set(written).size]).toEqual([0, FORMATS.split(',').length * stories.length])
    for (const line of err.trim().split('\n')) {
      expect(line).toMatch(/^galley: [a-z-]+: [A-Z].*(?:\.|annotations?\)\.)$/)
    }
    const texts = names.map((name) => expectSound(path.join(folder, 'out'), name.replace(/\.[^.]*$/, '')))
    expect(texts[0]).toBe(text)
  })
})

describe('what went out comes in again', () => {
  const all = ['.csv', '.jsonld', '.ann', '.hypothesis.json', '.docx']
  it.each([
    ['wire-wrapped.txt', all],
    ['port-talks.ar.txt', all],
    ['ridge-rescue.md', all],
    ['office/lighthouse.docx', ['.docx']],
  ])('from every format that Galley reads: %s', async (story, endings) => {
    const { folder, name, galley } = await tagged(story)
    await galley(
      'export',
      name,
      '--to',
      'docx,csv,jsonld,brat,hypothesis',
      '--layers',
      'Jane Doe',
      '--out',
      'out',
    )
    const marks = await marksOf(galley, name, 'Jane Doe')
    for (const ending of endings) {
      const who = `From ${ending}`
      const file = endingIn(path.join(folder, 'out'), ending)
      const { code, out } = await galley('import', name, file, '--as', who)
      expect([code, out.split('\n')[1]]).toEqual([0, '  3 placed, 0 orphan, 0 already there'])
      // Brat has one line for a note; Hypothesis has no fields.
      const held = marks.map((mark) => ({
        ...mark,
        note: ending === '.ann' ? mark.note.replace('\n', ' ') : mark.note,
        fields: ending === '.hypothesis.json' ? {} : mark.fields,
      }))
      expect([ending, await marksOf(galley, name, who)]).toEqual([ending, held])
    }
  })
})
