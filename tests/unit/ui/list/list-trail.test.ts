import { expect, test } from 'vitest'
import { initialState, openState } from '../../../../renderer/state/initial.ts'
import type { DeskState, EditorSnapshot } from '../../../../renderer/state/model.ts'
import { leadsBack } from '../../../../renderer/ui/list/list-trail.ts'
import { span, type TagId } from '../../../../shared/units.ts'
import { annotationId, jane } from '../../../helpers/annotation.ts'
import { anOpenedStory } from '../../../helpers/opened-story.ts'
import { story } from '../../../helpers/story.ts'

const from = annotationId(1)
const opened = anOpenedStory({ story: story('Nobody came.').story })

function at(editor: Partial<EditorSnapshot>, more: Partial<DeskState> = {}): DeskState {
  const open = openState(opened, jane)
  const there = { ...open, editor: { ...open.editor, active: from, ...editor } }
  return { ...initialState, panel: 'list', open: there, ...more }
}

test('the way back to the row holds while its mark is the active one', () => {
  expect(leadsBack(at({}), from)).toBe(true)
})

test.each([
  ['another mark is active', at({ active: annotationId(2) })],
  ['words are selected: Escape lets go of them first', at({ selection: span(0, 6) })],
  ['a tag is armed: Escape disarms it', at({ armed: 'fact' as TagId })],
  ['a border is being moved', at({ border: 'end' })],
  ['a digit is awaited', at({ retagging: true })],
  ['a place is awaited', at({ placing: from })],
  ['the text is being edited', at({ mode: 'edit' })],
  ['the list is not shown', at({}, { panel: 'margin' })],
  ['the story was closed', at({}, { open: null })],
])('not where %s', (_, state) => {
  expect(leadsBack(state, from)).toBe(false)
})
