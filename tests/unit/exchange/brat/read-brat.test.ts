import { describe, expect, it } from 'vitest'
import { readBrat } from '../../../../shared/exchange/brat/read-brat.ts'
import type { ImportedSet } from '../../../../shared/exchange/imported.ts'

const read = (ann: string): ImportedSet => {
  const result = readBrat(ann, 'harbour.ann')
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const failure = (ann: string) => {
  const result = readBrat(ann, 'harbour.ann')
  return result.ok ? null : result.error
}

// “We will pay,” the minister said, “but not this year.” 🚧
const ANN = [
  'T1\tContent 0 14;34 54\t“We will pay,” “but not this year.”',
  'T2\tCue 28 32\tsaid',
  'A1\tConfidence T1 Low',
  'M2\tIronic T2',
  '#1\tAnnotatorNotes T1\tSaid on the record.',
  'N1\tReference T2 Desk:14\tTranscript, line 14',
  'E1\tAttribution:T2 Content:T1 Next:E2',
  'E2\tAttribution:T2',
  'R1\tFollows Arg1:T1 Arg2:T2\t',
  '*\tSame T1 T2',
  '#2\tAnnotatorNotes E1\tOne event or two?',
  'X7\tOf another tool',
].join('\n')

describe('readBrat', () => {
  it('makes a mark of each fragment, the first with the note and the fields', () => {
    const { marks, warnings } = read(ANN)
    expect(warnings).toEqual([])
    expect(marks.map(({ id, tag, note, fields, place }) => ({ id, tag, note, fields, place }))).toEqual([
      {
        id: 'T1.1',
        tag: 'Content',
        note: 'Said on the record.',
        fields: { Confidence: 'Low' },
        place: {
          quote: { exact: '“We will pay,”', prefix: '', suffix: '' },
          position: { start: 0, end: 14, unit: 'code-point' },
        },
      },
      {
        id: 'T1.2',
        tag: 'Content',
        note: '',
        fields: {},
        place: {
          quote: { exact: '“but not this year.”', prefix: '', suffix: '' },
          position: { start: 34, end: 54, unit: 'code-point' },
        },
      },
      {
        id: 'T2',
        tag: 'Cue',
        note: '',
        fields: { Ironic: 'yes', Reference: 'Desk:14 Transcript, line 14' },
        place: {
          quote: { exact: 'said', prefix: '', suffix: '' },
          position: { start: 28, end: 32, unit: 'code-point' },
        },
      },
    ])
  })

  it('carries what is about several spans, and what it does not know, with its line', () => {
    expect(read(ANN).carried).toMatchObject({
      brat: {
        lines: [
          { at: 7, text: 'E1\tAttribution:T2 Content:T1 Next:E2' },
          { at: 8, text: 'E2\tAttribution:T2' },
          { at: 9, text: 'R1\tFollows Arg1:T1 Arg2:T2\t' },
          { at: 10, text: '*\tSame T1 T2' },
          { at: 11, text: '#2\tAnnotatorNotes E1\tOne event or two?' },
          { at: 12, text: 'X7\tOf another tool' },
        ],
      },
    })
  })

  it('reads lines that end with CR LF, blank lines and a byte order mark as if they were not there', () => {
    const plain = read('T1\tFact 0 5\tShort\nT2\tFact 6 10\tnote\n').marks
    const other = read('\uFEFFT1\tFact 0 5\tShort\r\n\r\n\r\nT2\tFact 6 10\tnote\r\n').marks
    expect(other.map(({ place }) => place)).toEqual(plain.map(({ place }) => place))
  })

  it('cuts the words of old files, which join fragments without a space', () => {
    const [first, second] = read('T1\tFact 23 29;38 44\tbridgein May').marks
    expect([first?.place?.quote?.exact, second?.place?.quote?.exact]).toEqual(['bridge', 'in May'])
  })

  it.each([
    [
      'T1\tFact 0 60\tShort and more',
      'Short and more',
      'Line 1: T1 covers 60 characters and quotes 14; it is looked for by its words.',
    ],
    [
      'T1\tFact 0 5;9 12\tother words',
      undefined,
      'Line 1: T1 covers 8 characters and quotes 11; it is looked for by its offsets.',
    ],
  ])('says that words and offsets of %j disagree', (ann, exact, warning) => {
    const { marks, warnings } = read(ann)
    expect(marks[0]?.place?.quote?.exact).toBe(exact)
    expect(warnings).toEqual([warning])
  })

  it('takes a span without words by its offsets', () => {
    expect(read('T1\tFact 3 8').marks[0]?.place).toEqual({
      quote: null,
      position: { start: 3, end: 8, unit: 'code-point' },
    })
  })

  it.each([
    ['T2\tFact five 8\tnote', 'Line 2: T2 is not written as brat writes it, and was left out.'],
    ['T1\tFact 3 8\tnote', 'Line 2: T1 is there twice; the second was left out.'],
    ['A1\tStatus T9 verified', 'Line 2: A1 is about T9, which is not there; it was left out.'],
    ['R1\tFollows Arg1:T1', 'Line 2: R1 is not written as brat writes it, and was left out.'],
    ['checked by the desk', 'Line 2 begins with no id and tab, and was left out.'],
  ])('leaves out %j alone', (bad, warning) => {
    const { marks, warnings } = read(`T1\tFact 0 2\tAn\n${bad}\nT5\tFact 3 8\tnote?`)
    expect(marks.map(({ id }) => id)).toEqual(['T1', 'T5'])
    expect(warnings).toEqual([warning])
  })

  it('leaves out what hangs on a line that it left out', () => {
    const { carried, warnings } = read(
      'T1\tFact 0 2\tAn\nE1\tSay:T7 By:T1\nE2\tSay:T1 What:E1\n#1\tAnnotatorNotes E2\tWhy?',
    )
    expect(carried).toBeUndefined()
    expect(warnings).toHaveLength(3)
  })

  it('keeps a span without length for brat, and makes no mark of it', () => {
    const { marks, carried } = read('T1\tGap 4 4\t\nT2\tFact 0 2\tAn')
    expect(marks.map(({ id }) => id)).toEqual(['T2'])
    expect(carried).toMatchObject({ brat: { lines: [{ text: 'T1\tGap 4 4\t' }] } })
  })

  it('follows a long chain of events that hangs on nothing, and one that closes', () => {
    const chain = (last: string) =>
      Array.from({ length: 5_000 }, (_, n) => `E${n}\tSay:T1 What:${n === 4_999 ? last : `E${n + 1}`}`).join(
        '\n',
      )
    expect(read(`T1\tFact 0 2\tAn\n${chain('E99999')}`).carried).toBeUndefined()
    expect(read(`T1\tFact 0 2\tAn\n${chain('E0')}`).warnings).toEqual([])
  })

  it('looks once at a line that is nearly right, however long', () => {
    const { marks } = read(`T1\tFact 0 2\tAn\nE1\t${'a:a:a '.repeat(20_000)}b\nE2\t${'a'.repeat(200_000)}`)
    expect(marks).toHaveLength(1)
  })

  describe('with the text beside it', () => {
    const TEXT = 'The quay\nis shut.\n\nNo one said why.'
    const marksIn = (ann: string) => {
      const result = readBrat(ann, 'harbour.ann', TEXT)
      return result.ok ? result.value.marks.map(({ id, place }) => [id, place?.quote?.exact]) : []
    }

    it('takes fragments that only line ends part for one mark', () => {
      expect(marksIn('T1\tFact 4 8;9 17;19 25\tquay is shut. No one')).toEqual([
        ['T1', 'quay\nis shut.\nNo one'],
      ])
    })

    it('leaves apart what words part, and what does not run on', () => {
      expect(marksIn('T1\tFact 0 3;9 11\tThe is')).toEqual([
        ['T1.1', 'The'],
        ['T1.2', 'is'],
      ])
      expect(marksIn('T1\tFact 9 17;4 8\tis shut. quay')).toHaveLength(2)
      expect(marksIn('T1\tFact 4 8;12 16;19 99\tquay shut x')).toHaveLength(3)
    })
  })

  it('takes a span of ten thousand pieces', () => {
    const pieces = Array.from({ length: 10_000 }, (_, n) => `${2 * n} ${2 * n + 1}`).join(';')
    expect(read(`T1\tFact ${pieces}\t${'a '.repeat(10_000).trim()}`).marks).toHaveLength(10_000)
  })

  it('counts faults beyond the first fifty', () => {
    const ann = `T1\tFact 0 2\tAn\n${'no line\n'.repeat(60)}`
    expect(read(ann).warnings.at(-1)).toBe('There are 10 more like these.')
  })

  it.each([
    ['', { kind: 'import-empty' }],
    [' \n', { kind: 'import-empty' }],
    ['{"annotations": []}', { kind: 'import-foreign', format: 'brat' }],
    ['Just a story.\nIn two lines.', { kind: 'import-foreign' }],
    [
      'T1\tFact x y\tz',
      { kind: 'import-nothing', detail: 'Line 1: T1 is not written as brat writes it, and was left out' },
    ],
  ])('refuses %j', (ann, expected) => {
    expect(failure(ann)).toMatchObject({ file: 'harbour.ann', ...expected })
  })
})
