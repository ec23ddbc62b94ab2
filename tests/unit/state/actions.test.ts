import { describe, expect, it } from 'vitest'
import type { Person } from '../../../shared/desk/contract.ts'
import { defaultSettings } from '../../../shared/desk/settings.ts'
import { err, ok } from '../../../shared/result.ts'
import type { StoryId } from '../../../shared/units.ts'
import { annotatorId, jane, noon } from '../../helpers/annotation.ts'
import { settle } from '../../helpers/hand-desk.ts'
import { beginning, entry, opened, openWindow } from '../../helpers/open-window.ts'
import { colleague } from '../../helpers/test-editor.ts'

const everything = { layers: null, tags: null, notes: true, compare: null }

describe('the window begins', () => {
  it('with what the desk says, the stories, and the story of the command line', async () => {
    const { actions, store, hand } = openWindow({
      begin: () => ok({ ...beginning, opening: 'a' as StoryId }),
    })
    await actions.begin()
    const { person, settings, stories, open } = store.get()
    expect([person, settings.theme, stories, open?.opened.id]).toEqual([jane, 'dark', [entry], 'a'])
    expect(hand.calls).toContain('openStory')
  })

  it('by asking for the name first, then with the story', async () => {
    const { actions, store } = openWindow({
      begin: () => ok({ ...beginning, person: null, opening: 'a' as StoryId }),
      nameAnnotator: ({ name }) => (name === '' ? err({ kind: 'name-empty' }) : ok({ ...jane, name })),
    })
    await actions.begin()
    expect(store.get().open).toBeNull()
    expect([await actions.name(''), store.get().failure]).toEqual([false, { kind: 'name-empty' }])
    expect([await actions.name('Jo'), store.get().person?.name, store.get().open?.opened.id]).toEqual([
      true,
      'Jo',
      'a',
    ])
  })

  it('by saying why the story of the command line can’t be opened', async () => {
    const problem = { kind: 'not-found', file: 'gone.txt' } as const
    const { actions, store } = openWindow({ begin: () => ok({ ...beginning, problem }) })
    await actions.begin()
    expect(store.get().failure).toEqual(problem)
  })
})

describe('opening a story', () => {
  it('closes the one before, and has a layer for the person’s first mark', async () => {
    const { actions, store, hand } = openWindow()
    await actions.begin()
    await actions.open('a' as StoryId)
    await actions.open('b' as StoryId)
    expect(store.get().open?.opened.id).toBe('b')
    expect(store.get().open?.layers).toEqual([
      { annotator: jane.id, name: 'Jane Doe', mine: true, files: [], count: 0, orphans: 0, changed: 0 },
    ])
    expect(hand.calls.filter((call) => call === 'closeStory').length).toBe(1)
  })

  it('that can’t be opened leaves the open one as it is and says why', async () => {
    const { actions, store } = openWindow({
      openStory: ({ story: id }) =>
        id === 'a' ? ok(opened('a')) : err({ kind: 'binary', file: 'b', found: 'a PNG image' }),
    })
    await actions.open('a' as StoryId)
    await actions.open('b' as StoryId)
    const { open, opening, failure } = store.get()
    expect([open?.opened.id, opening, failure?.kind]).toEqual(['a', null, 'binary'])
  })

  it('shows the last one that was asked for, however long each takes, and closes the other', async () => {
    const { actions, store, hand } = openWindow({ openStory: () => 'later' })
    void actions.open('slow' as StoryId)
    await settle()
    void actions.open('quick' as StoryId)
    await settle()
    const [slow, quick] = hand.open.splice(0)
    quick?.answer(ok(opened('quick')))
    await settle()
    slow?.answer(ok(opened('slow')))
    await settle()
    expect([store.get().open?.opened.id, hand.calls.filter((call) => call === 'closeStory').length]).toEqual([
      'quick',
      1,
    ])
  })

  it('can be cancelled, and the story that is open stays', async () => {
    const { actions, store, hand } = openWindow({
      openStory: ({ story: id }) => (id === 'slow' ? 'later' : ok(opened(id))),
    })
    await actions.open('a' as StoryId)
    void actions.open('slow' as StoryId)
    await settle()
    actions.cancelOpening()
    expect([store.get().opening, hand.calls.at(-1)]).toEqual([null, 'cancelOpening'])
    await hand.refuse({ kind: 'reading-cancelled', file: 'slow.html' })
    const { open, failure, announcement } = store.get()
    expect([open?.opened.id, failure, announcement.text]).toEqual(['a', null, 'Opening cancelled'])
  })

  it('waits until the desk has given up the one before', async () => {
    const { actions, hand } = openWindow({ openStory: () => 'later', cancelOpening: () => 'later' })
    void actions.open('slow' as StoryId)
    await settle()
    void actions.open('quick' as StoryId)
    await settle()
    expect(hand.calls.filter((call) => call !== 'listStories')).toEqual(['openStory', 'cancelOpening'])
    hand.open.find(({ method }) => method === 'cancelOpening')?.answer(ok(null))
    await settle()
    expect(hand.calls.at(-1)).toBe('openStory')
  })

  /** The same story is asked for twice, before the desk answers the first time. */
  async function openTwice() {
    const { actions, store, hand } = openWindow({ openStory: () => 'later' })
    for (const _ of [1, 2]) {
      void actions.open('a' as StoryId)
      await settle()
    }
    const [first, second] = hand.open.splice(0)
    if (first === undefined || second === undefined) throw new Error('it was not asked for twice')
    const closes = () => hand.calls.filter((call) => call === 'closeStory').length
    return { store, hand, first, second, closes }
  }

  it('twice in a row is not closed by the first time', async () => {
    const { store, first, second, closes } = await openTwice()
    first.answer(ok(opened('a')))
    await settle()
    second.answer(ok(opened('a')))
    await settle()
    expect([store.get().open?.opened.id, closes()]).toEqual(['a', 0])
  })

  it('twice in a row is closed where the second time failed', async () => {
    const { store, first, second, closes } = await openTwice()
    first.answer(ok(opened('a')))
    second.answer({ ok: false, error: { kind: 'vanished', file: 'tunnel.txt' } })
    await settle()
    expect([store.get().open, closes()]).toEqual([null, 1])
  })

  it('by dropping a file goes through the connection', async () => {
    const { actions, store } = openWindow()
    await actions.drop(new File(['x'], 'tunnel.txt'))
    expect(store.get().open?.opened.id).toBe('dropped')
  })

  it('without a native dialog shows the list of stories', async () => {
    const { actions, store } = openWindow({ chooseStory: () => ok(null) })
    await actions.begin()
    await actions.choose()
    expect([store.get().dialog, store.get().stories]).toEqual(['stories', [entry]])
  })

  it('does nothing when the native dialog was cancelled', async () => {
    const { actions, store } = openWindow({
      begin: () => ok({ ...beginning, host: 'electron' }),
      chooseStory: () => ok(null),
    })
    await actions.begin()
    await actions.choose()
    expect([store.get().dialog, store.get().open]).toEqual([null, null])
  })
})

describe('other actions', () => {
  it('try again to write beside the story', async () => {
    const { actions, store, hand } = openWindow({ retrySave: () => ok({ kind: 'saved', at: noon }) })
    await actions.open('a' as StoryId)
    hand.emit('save-state', {
      story: 'a' as StoryId,
      save: { kind: 'kept', at: noon, reason: { kind: 'disk-full', file: 'x' } },
    })
    await actions.retry()
    expect(store.get().open?.save).toEqual({ kind: 'saved', at: noon })
  })

  it('take over the adopted id', async () => {
    const adopted = { ...jane, id: colleague.id }
    const people = [jane, adopted]
    const { actions, store } = openWindow({
      begin: () => ok({ ...beginning, person: people.shift() ?? adopted }),
      answerIdentity: ({ story: id }) => ok(opened(id)),
    })
    await actions.begin()
    await actions.open('a' as StoryId)
    await actions.identity(colleague.id, true)
    expect([store.get().person, store.get().open?.layers[0]?.annotator]).toEqual([adopted, colleague.id])
  })

  it('switch a layer off and on again', async () => {
    const { actions, store } = openWindow()
    await actions.open('a' as StoryId)
    actions.showLayer(colleague.id, false)
    expect(store.get().open?.hidden).toEqual(new Set([colleague.id]))
    actions.showLayer(colleague.id, true)
    expect(store.get().open?.hidden).toEqual(new Set())
  })

  it('keep out of sight what was, when the same story is opened once more', async () => {
    const ben = { ...colleague, id: annotatorId(9) }
    const layers = (...mine: readonly Person[]) =>
      [jane, colleague, ben].map(({ id, name }) => {
        const counts = { count: 1, orphans: 0, changed: 0 }
        return { annotator: id, name, mine: mine.some((one) => one.id === id), files: ['x'], ...counts }
      })
    const { actions, store } = openWindow({
      openStory: ({ story: id }) => ok(opened(id, { layers: layers(jane) })),
      setAside: ({ story: id }) => ok(opened(id, { layers: layers(jane) })),
      answerIdentity: ({ story: id }) => ok(opened(id, { layers: layers(colleague) })),
    })
    await actions.open('a' as StoryId)
    for (const { id } of [colleague, ben]) actions.showLayer(id, false)
    actions.hideMarks(true)
    await actions.setAside('x')
    const off = () => store.get().open?.hidden
    expect([off(), store.get().open?.marksHidden]).toEqual([new Set([colleague.id, ben.id]), true])
    // Nobody works in a layer that can't be seen.
    await actions.identity(colleague.id, true)
    expect(off()).toEqual(new Set([ben.id]))
    await actions.open('b' as StoryId)
    expect([off(), store.get().open?.marksHidden]).toEqual([new Set(), false])
  })

  it('export, and say so; a cancelled export says nothing', async () => {
    const saved = { kind: 'saved', name: 'tunnel.html', leftOut: [] } as const
    const replies = [ok(saved), ok(null)]
    const { actions, store } = openWindow({ exportStory: () => replies.shift() ?? ok(null) })
    expect(await actions.exportAs('html', everything)).toBeNull()
    await actions.open('a' as StoryId)
    expect(await actions.exportAs('html', everything)).toEqual(saved)
    expect(store.get().announcement.text).toBe('tunnel.html exported')
    expect(await actions.exportAs('html', everything)).toBeNull()
  })

  it('export the folder, and show how far it is until it ends', async () => {
    const { actions, store, hand } = openWindow({ exportFolder: () => 'later' })
    await actions.open('a' as StoryId)
    const running = actions.exportFolder({ formats: ['html'], notes: true })
    await settle()
    hand.emit('export-progress', { done: 3, total: 9, name: 'tunnel.txt' })
    expect(store.get().exporting).toEqual({ done: 3, total: 9, name: 'tunnel.txt' })
    await hand.refuse({ kind: 'disk-full', file: 'out' })
    expect([await running, store.get().exporting, store.get().failure?.kind]).toEqual([
      null,
      null,
      'disk-full',
    ])
  })

  it('close the story and keep settings', async () => {
    const { actions, store, hand } = openWindow({
      changeSettings: () => ok({ ...defaultSettings, theme: 'light', singleKeys: false }),
    })
    await actions.open('a' as StoryId)
    await actions.changeSettings({ theme: 'light' })
    await actions.close()
    expect([store.get().open, store.get().settings.theme, hand.calls.at(-1)]).toEqual([
      null,
      'light',
      'closeStory',
    ])
  })
})
