import { describe, expect, it } from 'vitest'
import { initialState, openState } from '../../../renderer/state/initial.ts'
import type { Session } from '../../../renderer/state/session.ts'
import { createStore } from '../../../renderer/state/store.ts'
import { createViewActions } from '../../../renderer/state/view-actions.ts'
import { noFilter } from '../../../shared/annotation/filter.ts'
import { builtInTags } from '../../../shared/tags.ts'
import { jane } from '../../helpers/annotation.ts'
import { anOpenedStory } from '../../helpers/opened-story.ts'

const fact = new Set(builtInTags.slice(0, 1).map(({ id }) => id))

function view() {
  const store = createStore({ ...initialState, open: openState(anOpenedStory(), jane) })
  const heard: string[] = []
  const editor = { find: (query: string | null) => void heard.push(`find ${query}`) }
  const session = {
    editor: () => editor,
    shownChanged: () => void heard.push('shown'),
  } as unknown as Session
  const actions = createViewActions({ store, session: () => session })
  return { store, actions, heard }
}

describe('what of the story is shown', () => {
  it('a filter is narrowed part by part, and the editor hears of each', () => {
    const { store, actions, heard } = view()
    actions.setFilter({ tags: fact })
    actions.setFilter({ note: 'with' })
    expect(store.get().filter).toEqual({ ...noFilter, tags: fact, note: 'with' })
    expect(heard).toEqual(['shown', 'shown'])
    actions.clearFilter()
    expect([store.get().filter, heard.length]).toEqual([noFilter, 3])
  })

  it('no filter is not cleared', () => {
    const { actions, heard } = view()
    actions.clearFilter()
    expect(heard).toEqual([])
  })

  it('hiding all marks is said, and so is their return', () => {
    const { store, actions } = view()
    actions.hideMarks(true)
    expect([store.get().open?.marksHidden, store.get().announcement.text]).toEqual([true, 'Marks hidden'])
    actions.hideMarks(false)
    expect([store.get().open?.marksHidden, store.get().announcement.text]).toEqual([false, 'Marks shown'])
  })

  it('the bar to find words is asked for again while it is open, and its hits go with it', () => {
    const { store, actions, heard } = view()
    let asked = 0
    actions.onFind(() => asked++)
    actions.showFind(true)
    actions.showFind(true)
    expect([asked, store.get().finding]).toEqual([2, true])
    actions.showFind(false)
    expect([store.get().finding, heard]).toEqual([false, ['find null']])
  })

  it('F opens the list and asks for its filter', () => {
    const { store, actions } = view()
    let asked = 0
    const stop = actions.onFilter(() => asked++)
    actions.askFilter()
    expect([asked, store.get().panel]).toEqual([1, 'list'])
    stop()
    actions.askFilter()
    expect(asked).toBe(1)
  })
})
