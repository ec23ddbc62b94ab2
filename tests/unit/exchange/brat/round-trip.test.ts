import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBrat } from '../../../../shared/exchange/brat/read-brat.ts'
import { bratExport } from '../../../../shared/exchange/brat/write-brat.ts'
import type { ImportedSet } from '../../../../shared/exchange/imported.ts'
import type { Made } from '../../../../shared/exchange/made.ts'
import type { ReportInput } from '../../../../shared/report/report-input.ts'
import { reportOfImport } from '../../../helpers/imported.ts'
import { materialIfPresent } from '../../../helpers/material.ts'
import { story } from '../../../helpers/story.ts'

const read = (ann: string, text: string | null = null): ImportedSet => {
  const result = readBrat(ann, 'harbour.ann', text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const fileOf = (made: Made, ending: string): string =>
  String(made.files.find(({ name }) => name.endsWith(ending))?.content)
const linesOf = (ann: string): readonly string[] => ann.split(/\r?\n/).filter((line) => line !== '')

/** In and out again; `change` is what a person did between. */
function roundTrip(
  text: string,
  ann: string,
  change: (input: ReportInput) => ReportInput = (same) => same,
): Made {
  return bratExport(change(reportOfImport(read(ann, text), story(text).story)))
}

const OWN = {
  text: '“We will pay 🚧,” the minister said, “but not this year.”\nThe unions want more.\nوقال الوزير إن الدفع مؤجل.',
  ann: [
    'T1\tContent 0 16;36 56\t“We will pay 🚧,” “but not this year.”',
    '#1\tAnnotatorNotes T1\tSaid on the record.',
    '#2\tAnnotatorNotes T1\tTwice.',
    'T2\tCue 30 34\tsaid\t',
    'A1\tConfidence T1 Low',
    'M2\tIronic T2',
    'N1\tReference T2 Desk:14\tTranscript, line 14',
    'R1\tFollows Arg1:T1 Arg2:T2\t',
    'E1\tAttribution:T2 Content:T1 Next:E2',
    'E2\tAttribution:T2',
    '*\tSame T1 T2',
    '#3\tAnnotatorNotes E1\tOne event or two?',
    'T3\tÖffentlich 79 90\tوقال الوزير',
    'T4\tfact 36 56;0 16\t“but not this year.” “We will pay 🚧,”',
  ],
}

describe('brat in and out again', () => {
  const pairs: (readonly [name: string, text: string, ann: string])[] = [
    ['own', OWN.text, OWN.ann.join('\n')],
  ]
  for (const name of ['060-relation_annotation', '100-attribute_annotation']) {
    const text = materialIfPresent(`brat-news-tutorial/${name}.txt`)
    const ann = materialIfPresent(`brat-news-tutorial/${name}.ann`)
    if (text !== null && ann !== null) pairs.push([name, text, ann])
  }
  const edges: readonly { name: string; txt: string; ann: string; expect: Record<string, unknown> }[] =
    JSON.parse(materialIfPresent('brat-edge/cases.json') ?? '[]')
  for (const edge of edges)
    if (edge.expect.mustRoundTrip === true) pairs.push([edge.name, edge.txt, edge.ann])

  it('loses no line and moves none', () => {
    let before = 0
    let after = 0
    for (const [name, text, ann] of pairs) {
      const there = linesOf(ann)
      const back = linesOf(fileOf(roundTrip(text, ann), '.ann'))
      expect([name, back]).toEqual([name, there])
      before += there.length
      after += back.length
    }
    console.log(
      `brat round trip: files=${pairs.length} lines in=${before} out=${after} lost=${before - after}${edges.length === 0 ? ' (without the shared material)' : ''}`,
    )
  })

  it.each(edges.map((edge) => [edge.name, edge] as const))('reads the edge case: %s', (_, edge) => {
    const set = read(edge.ann)
    const wanted = edge.expect
    const spans = new Set(set.marks.map(({ id }) => id.replace(/\.\d+$/, '')))
    if (wanted.spans !== undefined) expect(spans.size).toBe(wanted.spans)
    const kept = JSON.stringify(set.carried ?? {})
    if (wanted.events !== undefined) expect(kept.match(/"E\d+\\t/g)).toHaveLength(Number(wanted.events))
    if (wanted.relations !== undefined) expect(kept.match(/"R\d+\\t/g)).toHaveLength(Number(wanted.relations))
    for (const error of (wanted.errors as readonly string[] | undefined) ?? []) {
      expect(set.warnings.join(' ')).toContain(error.replace(/:.*/, ''))
      expect(reportOfImport(set, story(edge.txt).story).annotations[0]?.span).toBeNull()
    }
  })
})

describe('what a person did to imported marks', () => {
  const ANN = OWN.ann.join('\n')
  const change = (edit: (input: ReportInput) => ReportInput['annotations']) => (input: ReportInput) => ({
    ...input,
    annotations: edit(input),
  })
  const diff = (made: Made) => {
    const back = new Set(linesOf(fileOf(made, '.ann')))
    const there = new Set(OWN.ann)
    return {
      gone: OWN.ann.filter((line) => !back.has(line)),
      come: [...back].filter((line) => !there.has(line)),
    }
  }

  it('a changed note and value keep their ids', () => {
    const made = roundTrip(
      OWN.text,
      ANN,
      change(({ annotations }) =>
        annotations.map((one) =>
          one.tag === 'Content' && one.note !== ''
            ? {
                ...one,
                note: 'Off the\nrecord.',
                fields: { ...one.fields, Confidence: 'High', Reference: 'p. 4' },
              }
            : one,
        ),
      ),
    )
    expect(diff(made)).toEqual({
      gone: [
        '#1\tAnnotatorNotes T1\tSaid on the record.',
        '#2\tAnnotatorNotes T1\tTwice.',
        'A1\tConfidence T1 Low',
      ],
      come: [
        '#1\tAnnotatorNotes T1\tOff the record.',
        'A1\tConfidence T1 High',
        '#4\tField-Reference T1\tp. 4',
      ],
    })
    expect(made.leftOut).toContainEqual({ kind: 'note-lines', count: 1 })
  })

  it('a deleted mark takes its relations and events along, and the export says so', () => {
    const made = roundTrip(
      OWN.text,
      ANN,
      change(({ annotations }) => annotations.filter(({ tag }) => tag !== 'Cue')),
    )
    expect(diff(made).come).toEqual([])
    expect(linesOf(fileOf(made, '.ann')).map((line) => line.split('\t')[0])).toEqual([
      'T1',
      '#1',
      '#2',
      'A1',
      'T3',
      'T4',
    ])
    expect(made.leftOut).toContainEqual({ kind: 'links', count: 5 })
  })

  it('one fragment deleted leaves the other under the id', () => {
    const made = roundTrip(
      OWN.text,
      ANN,
      change(({ annotations }) => annotations.filter((one) => !(one.tag === 'Content' && one.note === ''))),
    )
    expect(linesOf(fileOf(made, '.ann'))[0]).toBe('T1\tContent 0 16\t“We will pay 🚧,”')
  })

  it('one fragment with another tag becomes a span of its own', () => {
    const made = roundTrip(
      OWN.text,
      ANN,
      change(({ annotations }) =>
        annotations.map((one) =>
          one.tag === 'Content' && one.note === '' ? { ...one, tag: 'fact' as typeof one.tag } : one,
        ),
      ),
    )
    expect(diff(made).come).toEqual([
      'T1\tContent 0 16\t“We will pay 🚧,”',
      'T5\tfact 36 56\t“but not this year.”',
    ])
  })

  it('without notes nothing of notes or values is in the file', () => {
    const made = roundTrip(OWN.text, ANN, (input) => ({
      ...input,
      choice: { ...input.choice, notes: false },
    }))
    expect(linesOf(fileOf(made, '.ann')).filter((line) => /^[#ANM]/.test(line))).toEqual([])
  })

  it('two files of one name go into one without a clash', () => {
    const text = 'Anna leads Sinnra. Ben leads Corva.'
    const one = read(
      'T1\tPerson 0 4\tAnna\nT2\tOrg 11 17\tSinnra\nR1\tLeads Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T1\tYes.',
    )
    const two = read(
      'T1\tPerson 19 22\tBen\nT2\tOrg 29 34\tCorva\nR1\tLeads Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes R1\tSince May.',
    )
    const first = reportOfImport(one, story(text).story)
    const second = reportOfImport(two, story(text).story)
    const again = second.annotations.map((mark) => ({ ...mark, id: `${mark.id}b` as typeof mark.id }))
    const made = bratExport({
      ...first,
      annotations: [...first.annotations, ...again],
      carried: [...(first.carried ?? []), ...(second.carried ?? [])],
    })
    expect(linesOf(fileOf(made, '.ann'))).toEqual([
      'T1\tPerson 0 4\tAnna',
      'T2\tOrg 11 17\tSinnra',
      'R1\tLeads Arg1:T1 Arg2:T2',
      '#1\tAnnotatorNotes T1\tYes.',
      'T3\tPerson 19 22\tBen',
      'T4\tOrg 29 34\tCorva',
      'R2\tLeads Arg1:T3 Arg2:T4',
      '#2\tAnnotatorNotes R2\tSince May.',
    ])
  })
})

describe('any marks', () => {
  const word = fc.constantFrom('The', 'mayor', '🚧', '👩‍🚒', 'resigned.', '“No,”', 'قال', 'الوزير', 'e\u0301')
  const gap = fc.constantFrom(' ', '\n', '\n\n', '  ')
  const text = fc
    .array(fc.tuple(word, gap), { minLength: 3, maxLength: 12 })
    .map((parts) => parts.flat().join(''))

  it('come back at the same places with the same notes, however they overlap', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(fc.nat(30), fc.nat(12), fc.constantFrom('', 'Checked: 🚧', 'مؤكد', '=1\twas')), {
          minLength: 1,
          maxLength: 6,
        }),
        (words, places) => {
          const points = [...words]
          const lines = places.map(([at, length, note], index) => {
            const start = at % points.length
            const line = points.indexOf('\n', start)
            const end = Math.min(start + 1 + length, line === -1 ? points.length : line)
            if (end <= start || points.slice(start, end).join('').trim() === '') return ''
            const t = `T${index + 1}\tfact ${start} ${end}\t${points.slice(start, end).join('')}\n`
            return t + (note === '' ? '' : `#${index + 1}\tAnnotatorNotes T${index + 1}\t${note}\n`)
          })
          const ann = lines.join('')
          fc.pre(ann !== '')
          expect(fileOf(roundTrip(words, ann), '.ann')).toBe(ann)
        },
      ),
    )
  })
})
