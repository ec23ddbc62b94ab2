import { expect, test } from 'vitest'
import { listRows } from '../../../renderer/ui/list-rows.ts'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { type AnnotationId, type AnnotatorId, type IsoTime, span, type TagId } from '../../../shared/units.ts'

const mark = (name: string, at: number | null): Annotation => ({
  id: name as AnnotationId,
  creator: 'urn:uuid:jane' as AnnotatorId,
  created: '2026-11-20T10:04:00Z' as IsoTime,
  modified: '2026-11-20T10:04:00Z' as IsoTime,
  revision: 1,
  span: at === null ? null : span(at, at + 10),
  tag: 'fact' as TagId,
  note: '',
  fields: {},
  quote: name,
  prefix: '',
  suffix: '',
  alternatives: [],
})

const inWords = (annotations: readonly Annotation[]) =>
  listRows(annotations).map((row) =>
    row.kind === 'heading' ? `# ${row.text}` : `${row.kind} ${row.annotation.quote}`,
  )

test('marks stand in the order in which they come', () => {
  expect(inWords([mark('first', 0), mark('second', 20)])).toEqual(['mark first', 'mark second'])
})

test('orphans come first, in a group of their own', () => {
  expect(inWords([mark('placed', 0), mark('lost', null)])).toEqual([
    '# Not found in the text (1)',
    'orphan lost',
    '# In the text (1)',
    'mark placed',
  ])
})

test('where nothing is placed there is no empty group', () => {
  expect(inWords([mark('lost', null)])).toEqual(['# Not found in the text (1)', 'orphan lost'])
})

test('without annotations there are no rows', () => {
  expect(listRows([])).toEqual([])
})
