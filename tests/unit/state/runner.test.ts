import { describe, expect, it } from 'vitest'
import { commandTable } from '../../../shared/desk/commands.ts'
import { ok } from '../../../shared/result.ts'
import type { StoryId } from '../../../shared/units.ts'
import { settle } from '../../helpers/hand-desk.ts'
import { entry, opened, openWindow } from '../../helpers/open-window.ts'

describe('the runner', () => {
  it('can’t do anything with a story while none is open, nor anything at all before the name is known', async () => {
    const { actions, runner } = openWindow()
    expect(commandTable.filter(({ id }) => runner.can(id)).map(({ id }) => id)).toEqual([])
    await actions.begin()
    const possible = commandTable.filter(({ id }) => runner.can(id)).map(({ id }) => id)
    expect(possible).toEqual(commandTable.filter(({ story: needed }) => !needed).map(({ id }) => id))
    expect(commandTable.filter(({ story: needed, id }) => needed && runner.run(id))).toEqual([])
  })

  it('switches between a web page and the article in it, and offers that for nothing else', async () => {
    const asked: boolean[] = []
    const story = { ...opened('a').story, format: 'html', reader: 'html/1' } as const
    const { actions, runner, store } = openWindow({
      openStory: ({ story: id }) => ok(opened(id, id === 'page' ? { story } : {})),
      showWholePage: ({ whole }) => {
        asked.push(whole)
        return ok(null)
      },
    })
    await actions.begin()
    await actions.open('a' as StoryId)
    expect([runner.can('whole-page'), runner.run('whole-page')]).toEqual([false, false])
    await actions.open('page' as StoryId)
    expect(runner.run('whole-page')).toBe(true)
    await settle()
    expect([asked, store.get().announcement.text]).toEqual([[true], 'The whole page is shown'])
  })

  it('runs the window’s commands', async () => {
    const { actions, runner, store, regions } = openWindow({ chooseStory: () => ok(entry) })
    await actions.begin()
    expect([runner.run('next-region'), regions()]).toEqual([true, 1])
    runner.run('settings')
    expect(store.get().dialog).toBe('settings')
    runner.run('open')
    await settle()
    expect(store.get().open?.opened.id).toBe('a')
    runner.run('export')
    expect(store.get().dialog).toBe('export')
    runner.run('close')
    await settle()
    expect(store.get().open).toBeNull()
  })
})
