import { describe, expect, test } from 'vitest'
import { type ListView, listRows, rowsToCheck } from '../../../../renderer/ui/list/list-rows.ts'
import type { Annotation, Drift } from '../../../../shared/annotation/annotation.ts'
import { builtInTags } from '../../../../shared/tags.ts'
import { type AnnotationId, type IsoTime, span, type TagId } from '../../../../shared/units.ts'
import { aContent, anAnnotation } from '../../../helpers/annotation.ts'

const mark = (
  quote: string,
  at: number | null,
  drift: Drift = 'none',
  more: Partial<Annotation> = {},
): Annotation =>
  anAnnotation({
    id: `urn:uuid:${quote}` as AnnotationId,
    quote,
    span: at === null ? null : span(at, at + 10),
    drift,
    ...more,
  })

const byPlace: ListView = {
  order: 'place',
  attention: false,
  tags: builtInTags,
  now: new Date(2026, 10, 20, 18, 0),
}

const inWords = (annotations: readonly Annotation[], view: Partial<ListView> = {}) =>
  listRows(annotations, { ...byPlace, ...view }).map((row) =>
    row.kind === 'heading' ? `# ${row.text}` : `${row.kind} ${row.annotation.quote}`,
  )

describe('by place', () => {
  test('marks stand in the order in which they come', () => {
    expect(inWords([mark('first', 0), mark('second', 20, 'words')])).toEqual(['mark first', 'mark second'])
  })

  test('orphans come first, in a group of their own', () => {
    expect(inWords([mark('placed', 0), mark('lost', null)])).toEqual([
      '# Not found in the text (1)',
      'card lost',
      '# In the text (1)',
      'mark placed',
    ])
  })

  test('where nothing is placed there is no empty group', () => {
    expect(inWords([mark('lost', null)])).toEqual(['# Not found in the text (1)', 'card lost'])
  })

  test('without annotations there are no rows', () => {
    expect(inWords([])).toEqual([])
  })
})

describe('by time', () => {
  const at = (quote: string, ...when: [number, number, number]) =>
    mark(quote, 0, 'none', { modified: new Date(2026, 10, ...when).toISOString() as IsoTime })

  test('the last changed comes first, under the day it was changed on', () => {
    const rows = inWords(
      [at('morning', 20, 9, 0), at('old', 3, 12, 0), at('late', 20, 17, 30), at('night', 19, 23, 59)],
      { order: 'time' },
    )
    expect(rows).toEqual([
      '# Today (2)',
      'mark late',
      'mark morning',
      '# Yesterday (1)',
      'mark night',
      expect.stringMatching(/^# .*2026.* \(1\)$/),
      'mark old',
    ])
  })

  test('of the same moment they stand as they come in the story', () => {
    expect(inWords([at('a', 20, 9, 0), at('b', 20, 9, 0)], { order: 'time' })).toEqual([
      '# Today (2)',
      'mark a',
      'mark b',
    ])
  })

  test('times of other programs are compared as moments, not as letters', () => {
    const one = mark('one', 0, 'none', { modified: '2026-11-20T12:00:00+05:00' as IsoTime })
    const two = mark('two', 0, 'none', { modified: '2026-11-20T08:00:00.000Z' as IsoTime })
    expect(inWords([one, two], { order: 'time' }).slice(1)).toEqual(['mark two', 'mark one'])
  })

  test('what has no time that can be read comes last', () => {
    const none = mark('none', 0, 'none', { modified: 'soon' as IsoTime })
    expect(inWords([none, at('old', 3, 12, 0)], { order: 'time' }).slice(-2)).toEqual([
      '# Without a time (1)',
      'mark none',
    ])
  })
})

describe('by tag', () => {
  const tagged = (quote: string, tag: string) => mark(quote, 0, 'none', { tag: tag as TagId })

  test('in the order of the scheme, with headings; unknown tags come last', () => {
    const rows = inWords(
      [tagged('x', 'rumour'), tagged('b', 'assessment'), tagged('a', 'fact'), tagged('c', 'fact')],
      { order: 'tag' },
    )
    expect(rows).toEqual([
      '# Fact (2)',
      'mark a',
      'mark c',
      '# Assessment (1)',
      'mark b',
      '# rumour (1)',
      'mark x',
    ])
  })
})

describe('those that need a person', () => {
  test('are grouped by what became of them, and the others are left out', () => {
    const annotations = [
      mark('as it was', 0),
      mark('beside a change', 20, 'sentence'),
      mark('five', 40, 'words'),
      mark('six', 60, 'words'),
      mark('twice', 80, 'none', { alternatives: [aContent('assessment')] }),
      mark('lost', null),
    ]
    expect(inWords(annotations, { attention: true, order: 'time' })).toEqual([
      '# Words changed (2)',
      'card five',
      'card six',
      '# Sentence changed (1)',
      'card beside a change',
      '# Not found in the text (1)',
      'card lost',
      '# Two versions (1)',
      'card twice',
    ])
  })

  test('where nobody is needed there are no rows', () => {
    expect(rowsToCheck([mark('as it was', 0)])).toEqual([])
  })
})

test('an annotation that did not change keeps its row, so that it is not drawn again', () => {
  const same = mark('same', 20)
  const [, before] = listRows([mark('a', 0), same], byPlace)
  const [after] = listRows([same], byPlace)
  expect(after).toBe(before)
})
