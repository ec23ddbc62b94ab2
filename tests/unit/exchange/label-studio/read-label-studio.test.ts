import { describe, expect, it } from 'vitest'
import type { ImportedSet } from '../../../../shared/exchange/imported.ts'
import { readLabelStudio } from '../../../../shared/exchange/label-studio/read-label-studio.ts'

const TEXT = 'Roadworks 🚧: the bridge reopens in May, Mayor Ana Ruiz said.'
const read = (value: unknown, text?: string): ImportedSet => {
  const result = readLabelStudio(JSON.stringify(value), 'tasks.json', text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const span = (id: string, start: number, end: number, label: string) => ({
  id,
  type: 'labels',
  from_name: 'label',
  to_name: 'text',
  value: { start, end, text: TEXT.slice(start, end), labels: [label] },
})
const task = (results: readonly unknown[], more: object = {}) => ({
  id: 7,
  data: { text: TEXT, title: 'Bridge' },
  annotations: [
    {
      id: 70,
      completed_by: { email: 'kim@news.example', first_name: 'D.', last_name: 'Kim' },
      result: results,
      created_at: '2026-11-20T09:30:00.123456Z',
      updated_at: '2026-11-20T09:41:00Z',
      ...more,
    },
  ],
})

describe('readLabelStudio', () => {
  it('reads spans with their words, surroundings, choices, texts and ratings', () => {
    const { marks, warnings } = read([
      task([
        span('a', 14, 39, 'Fact'),
        {
          id: 'a',
          type: 'choices',
          from_name: 'status',
          value: { start: 14, end: 39, choices: ['verified', 'dated'] },
        },
        {
          id: 'a',
          type: 'textarea',
          from_name: 'remark',
          value: { start: 14, end: 39, text: ['See p. 4.', 'And 5.'] },
        },
        { id: 'a', type: 'rating', from_name: 'weight', value: { start: 14, end: 39, rating: 3 } },
        span('b', 41, 60, 'Attribution'),
      ]),
    ])
    expect(warnings).toEqual([])
    expect(marks).toMatchObject([
      {
        id: '7.70.a',
        author: 'D. Kim',
        created: '2026-11-20T09:30:00.123Z',
        modified: '2026-11-20T09:41:00Z',
        tag: 'Fact',
        note: 'See p. 4.\nAnd 5.',
        fields: { status: 'verified, dated', weight: '3' },
        place: {
          quote: {
            exact: 'the bridge reopens in May',
            prefix: 'Roadworks 🚧: ',
            suffix: ', Mayor Ana Ruiz said.',
          },
          position: { start: 14, end: 39, unit: 'utf-16' },
        },
      },
      { id: '7.70.b', tag: 'Attribution', place: { quote: { exact: TEXT.slice(41, 60) } } },
    ])
  })

  it('keeps annotators apart, and knows them by name, address or number', () => {
    const one = task([span('a', 14, 39, 'Fact')])
    const by = (completed_by: unknown) => ({ ...one.annotations[0], completed_by })
    const tasks = [
      {
        ...one,
        annotations: [by(3), by({ email: 'omar@news.example' }), by(null), { ...by(4), was_cancelled: true }],
      },
    ]
    expect(read(tasks).marks.map(({ author }) => author)).toEqual(['Annotator 3', 'omar@news.example', null])
  })

  it('carries relations and choices about the whole text, and says so', () => {
    const relation = { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right', labels: ['says'] }
    const { carried, warnings } = read([
      task([span('a', 14, 39, 'Fact'), relation, { type: 'choices', value: { choices: ['urgent'] } }]),
    ])
    expect(carried).toMatchObject({ 'label-studio': { results: [relation, {}] } })
    expect(warnings).toEqual([
      '2 results are about no single span (relations, choices for the whole text), so kept and not shown.',
    ])
  })

  it('reads only the task about this story, if there is one', () => {
    const other = { ...task([span('x', 0, 9, 'Fact')]), id: 8, data: { text: 'Another text.' } }
    const tasks = [other, task([span('a', 14, 39, 'Fact')])]
    expect(read(tasks, `${TEXT}\n`)).toMatchObject({
      marks: [{ id: '7.70.a' }],
      warnings: ['The file has 2 tasks; only what is about this story was read.'],
    })
    expect(read(tasks).warnings).toEqual([
      'The file has 2 tasks; marks of other texts will not be found in this one.',
    ])
  })

  it.each<[string, unknown]>([
    ['one task', task([span('a', 14, 39, 'Fact')])],
    [
      'old completions',
      [{ id: 7, data: { text: TEXT }, completions: [{ id: 70, result: [span('a', 14, 39, 'Fact')] }] }],
    ],
    [
      'labels of HTML',
      [
        task([
          {
            id: 'a',
            type: 'hypertextlabels',
            value: {
              start: '/p[1]/text()[1]',
              end: '/p[1]/text()[1]',
              startOffset: 14,
              globalOffsets: { start: 14, end: 39 },
              text: 'the bridge reopens in May',
              hypertextlabels: ['Fact'],
            },
          },
        ]),
      ],
    ],
    [
      'JSON-MIN',
      [
        {
          id: 7,
          text: TEXT,
          annotation_id: 70,
          annotator: 2,
          label: [{ start: 14, end: 39, text: 'the bridge reopens in May', labels: ['Fact'] }],
        },
      ],
    ],
  ])('reads %s', (_, value) => {
    expect(read(value).marks).toMatchObject([
      {
        tag: 'Fact',
        place: { quote: { exact: 'the bridge reopens in May' }, position: { start: 14, end: 39 } },
      },
    ])
  })

  it('says that of several labels only the first is the tag', () => {
    const both = {
      ...span('a', 14, 39, 'Fact'),
      value: { start: 14, end: 39, text: 'x', labels: ['Fact', 'Date'] },
    }
    const { marks, warnings } = read([task([both])])
    expect(marks[0]?.tag).toBe('Fact')
    expect(warnings).toEqual(['Task 7: a span has several labels (Fact, Date); the first is its tag.'])
  })

  it.each([
    ['', { kind: 'import-empty' }],
    ['{', { kind: 'import-json' }],
    ['{"a": 1}', { kind: 'import-foreign' }],
    ['[]', { kind: 'import-nothing' }],
    ['[{"id": 7, "data": {"text": "x"}, "annotations": []}]', { kind: 'import-nothing' }],
  ])('refuses %s', (raw, expected) => {
    const result = readLabelStudio(raw, 'tasks.json')
    expect(result.ok ? null : result.error).toMatchObject({ file: 'tasks.json', ...expected })
  })
})
