import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fragmentsOf, readLine } from '../../../../shared/exchange/brat/ann-line.ts'
import { bratNames } from '../../../../shared/exchange/brat/names.ts'
import { readBrat } from '../../../../shared/exchange/brat/read-brat.ts'
import { bratExport } from '../../../../shared/exchange/brat/write-brat.ts'
import { proposeTags } from '../../../../shared/exchange/tag-table.ts'
import { builtInTags, type Tag } from '../../../../shared/tags.ts'
import type { TagId } from '../../../../shared/units.ts'
import { reportOfImport } from '../../../helpers/imported.ts'
import { harbourReport, jane, okafor, reportInput } from '../../../helpers/report-input.ts'
import { story } from '../../../helpers/story.ts'

// To rewrite them after a change that was meant: npm run test:unit -- -u tests/unit/exchange
const golden = path.resolve(import.meta.dirname, '../../../golden/harbour-tunnel.brat')

const made = bratExport(harbourReport)
const annOf = (input: typeof harbourReport): readonly string[] =>
  String(bratExport(input).files[1]?.content)
    .split('\n')
    .filter((line) => line !== '')

describe('bratExport', () => {
  it('makes the folder that lies in tests/golden', async () => {
    expect(made.name).toBe('harbour-tunnel.brat')
    expect(made.files.map(({ name }) => name)).toEqual([
      'harbour-tunnel.txt',
      'harbour-tunnel.ann',
      'annotation.conf',
      'visual.conf',
    ])
    for (const { name, content } of made.files) {
      await expect(content).toMatchFileSnapshot(path.join(golden, name))
    }
  })

  it('says what brat has no place for', () => {
    expect(made.leftOut).toEqual([
      { kind: 'annotators', count: 15 },
      { kind: 'times', count: 15 },
      { kind: 'alternatives', count: 1 },
      { kind: 'layout', count: 11 },
      { kind: 'orphans', count: 1 },
    ])
  })

  it('quotes the text at its offsets in every line, as brat checks', () => {
    const text = [...harbourReport.story.text]
    const spans = annOf(harbourReport).flatMap((line, index) => readLine(line, index) ?? [])
    expect(spans.filter(({ kind }) => kind === 'T')).toHaveLength(15)
    for (const line of spans.filter(({ kind }) => kind === 'T')) {
      const pieces = fragmentsOf(line).map(({ start, end }) => text.slice(start, end).join(''))
      expect(line.tail).toBe(pieces.join(' '))
      expect(line.tail).not.toContain('\n')
    }
  })

  it('cuts a mark over a line break, blank lines and indents into fragments', () => {
    const { story: lines } = story('It rained.\n\n  The river\nrose.')
    const [line] = annOf(reportInput(lines, [{ by: jane, tag: 'fact', on: 'rained.\n\n  The river\nrose' }]))
    expect(line).toBe('T1\tfact 3 10;12 23;24 28\trained.   The river rose')
  })

  it('writes values of a closed set as attributes, other values and notes as notes', () => {
    const { story: short } = story('It rained.')
    const input = reportInput(short, [
      {
        by: jane,
        tag: 'fact',
        on: 'rained',
        note: 'Ask\nthe office.',
        fields: { status: 'verified', source: 'Weather office', 'seen by': 'M. Okafor' },
      },
      { by: okafor, tag: 'fact', on: 'It', fields: { status: 'half true' } },
    ])
    expect(annOf(input)).toEqual([
      'T1\tfact 0 2\tIt',
      '#1\tField-status T1\thalf true',
      'T2\tfact 3 9\trained',
      '#2\tAnnotatorNotes T2\tAsk the office.',
      '#3\tField-seen%20by T2\tM. Okafor',
      '#4\tField-source T2\tWeather office',
      'A1\tstatus T2 verified',
    ])
    expect(bratExport(input).leftOut).toContainEqual({ kind: 'note-lines', count: 1 })
  })

  it('is read back with tags, notes and fields as they were', () => {
    const result = readBrat(annOf(harbourReport).join('\n'), 'harbour-tunnel.ann')
    const marks = result.ok ? result.value.marks.filter(({ id }) => !/\.[2-9]$/.test(id)) : []
    const placed = [...harbourReport.annotations].filter(({ span }) => span !== null)
    const content = (one: { tag: string; note: string; fields: object }): string =>
      JSON.stringify([one.tag, one.note, Object.entries(one.fields).sort()])
    expect(marks.map(content).sort()).toEqual(placed.map(content).sort())
  })

  it('makes the same bytes from annotations in any order', () => {
    const annotations = [...harbourReport.annotations].reverse()
    expect(bratExport({ ...harbourReport, annotations })).toEqual(made)
  })
})

describe('the colours in visual.conf', () => {
  const [fact, , attribution] = builtInTags
  const claim: Tag = {
    ...(fact as Tag),
    id: 'claim' as TagId,
    label: 'Claim',
    shortLabel: 'Claim',
    light: '#b3263e',
  }

  it('are those of the scheme, be a tag a newsroom’s own or a word that marks kept from brat', () => {
    const { story: short } = story('The mayor said it rained.')
    const read = readBrat('T1\tCLAIM 15 24\tit rained\nT2\tCue 10 14\tsaid\n', 'short.ann', short.text)
    if (!read.ok) throw new Error(read.error.kind)
    const tags = [claim, attribution as Tag]
    const input = reportOfImport(read.value, short, { tags })
    const table = new Map(proposeTags(['CLAIM', 'Cue'], tags).map(({ word, tag }) => [word, tag]))
    const annotations = input.annotations.map((one) => ({ ...one, tag: table.get(one.tag) ?? one.tag }))
    const conf = String(bratExport({ ...input, annotations }).files[3]?.content)
    const colours = [...conf.matchAll(/^(\S+)\tbgColor:(#\w+)/gm)].map(([, type, colour]) => [type, colour])
    expect(colours).toEqual([
      ['claim', '#b3263e'],
      ['attribution', attribution?.light],
      ['CLAIM', '#b3263e'],
      ['Cue', attribution?.light],
    ])
  })
})

describe('bratNames', () => {
  it.each([
    ['photo-caption', 'photo-caption'],
    ['Wire copy', 'wire-copy'],
    ['', 'no-tag'],
    ['رأي', 'tag'],
    ['Größe', 'grosse'],
  ])('stores %j as %j', (id, name) => {
    expect(bratNames([id], new Set()).get(id)).toBe(name)
  })

  it('leaves a type from brat as it is', () => {
    expect(bratNames(['Größe'], new Set(['Größe'])).get('Größe')).toBe('Größe')
  })

  it('gives no name twice', () => {
    const names = bratNames(['a b', 'a-b', 'a  b', 'خبر', 'رأي'], new Set())
    expect(new Set(names.values()).size).toBe(5)
    expect(names.get('a-b')).toBe('a-b')
  })
})
