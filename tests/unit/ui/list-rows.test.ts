import { describe, expect, test } from 'vitest'
import type { ListFilter } from '../../../renderer/state/model.ts'
import { listRows } from '../../../renderer/ui/list-rows.ts'
import type { Annotation, Drift } from '../../../shared/annotation/annotation.ts'
import { type AnnotationId, span } from '../../../shared/units.ts'
import { anAnnotation } from '../../helpers/annotation.ts'

const mark = (quote: string, at: number | null, drift: Drift = 'none'): Annotation =>
  anAnnotation({
    id: `urn:uuid:${quote}` as AnnotationId,
    quote,
    span: at === null ? null : span(at, at + 10),
    drift,
  })

const inWords = (annotations: readonly Annotation[], filter: ListFilter) =>
  listRows(annotations, filter).map((row) =>
    row.kind === 'heading' ? `# ${row.text}` : `${row.kind} ${row.annotation.quote}`,
  )

describe('all annotations', () => {
  test('marks stand in the order in which they come', () => {
    expect(inWords([mark('first', 0), mark('second', 20, 'words')], 'all')).toEqual([
      'mark first',
      'mark second',
    ])
  })

  test('orphans come first, in a group of their own', () => {
    expect(inWords([mark('placed', 0), mark('lost', null)], 'all')).toEqual([
      '# Not found in the text (1)',
      'card lost',
      '# In the text (1)',
      'mark placed',
    ])
  })

  test('where nothing is placed there is no empty group', () => {
    expect(inWords([mark('lost', null)], 'all')).toEqual(['# Not found in the text (1)', 'card lost'])
  })

  test('without annotations there are no rows', () => {
    expect(listRows([], 'all')).toEqual([])
  })
})

describe('those that need a person', () => {
  test('are grouped by what became of them, and the others are left out', () => {
    const annotations = [
      mark('as it was', 0),
      mark('beside a change', 20, 'sentence'),
      mark('five', 40, 'words'),
      mark('six', 60, 'words'),
      mark('lost', null),
    ]
    expect(inWords(annotations, 'doubts')).toEqual([
      '# Words changed (2)',
      'card five',
      'card six',
      '# Sentence changed (1)',
      'card beside a change',
      '# Not found in the text (1)',
      'card lost',
    ])
  })

  test('where nobody is needed there are no rows', () => {
    expect(listRows([mark('as it was', 0)], 'doubts')).toEqual([])
  })
})
