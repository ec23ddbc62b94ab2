import { describe, expect, it } from 'vitest'
import { ok } from '../../../shared/result.ts'
import { type StoryId, span } from '../../../shared/units.ts'
import { anAnnotation, annotationId } from '../../helpers/annotation.ts'
import { settle } from '../../helpers/hand-desk.ts'
import { opened, openWindow } from '../../helpers/open-window.ts'
import { colleague } from '../../helpers/test-editor.ts'

describe('what the desk tells unasked', () => {
  const mine = anAnnotation({ id: annotationId(1) })
  const theirs = anAnnotation({ id: annotationId(2), creator: colleague.id, span: span(0, 3) })
  const layer = {
    annotator: colleague.id,
    name: colleague.name,
    mine: false,
    files: ['x'],
    count: 1,
    orphans: 0,
    changed: 0,
  }

  it('changes the open story, also before its editor is on the screen', async () => {
    const { actions, store, hand } = openWindow({ openStory: () => ok(opened('a', { annotations: [mine] })) })
    await actions.begin()
    await actions.open('a' as StoryId)
    hand.emit('story-changed', {
      story: 'a' as StoryId,
      put: [theirs],
      removed: [mine.id],
      layers: [layer],
      unreadable: [],
    })
    hand.emit('save-state', { story: 'a' as StoryId, save: { kind: 'saving' } })
    hand.emit('story-problem', { story: 'a' as StoryId, problem: 'vanished' })
    const { open } = store.get()
    expect([
      open?.editor.annotations,
      open?.layers.map(({ name }) => name),
      open?.save,
      open?.problem,
    ]).toEqual([[theirs], ['Jane Doe', 'M. Okafor'], { kind: 'saving' }, 'vanished'])
  })

  it('about another story is not for this window', async () => {
    const { actions, store, hand } = openWindow()
    await actions.open('a' as StoryId)
    const before = store.get()
    hand.emit('save-state', { story: 'b' as StoryId, save: { kind: 'saving' } })
    hand.emit('story-problem', { story: 'b' as StoryId, problem: 'unreadable' })
    expect(store.get()).toBe(before)
  })

  it('is answered: a flush when everything was handed over, a story by opening it, a command by running it', async () => {
    const { actions, store, hand } = openWindow()
    await actions.begin()
    hand.emit('open-story', { story: 'c' as StoryId })
    await settle()
    hand.emit('flush', { token: 't' })
    hand.emit('command', { command: 'help' })
    await settle()
    expect([store.get().open?.opened.id, hand.calls.includes('flushed'), store.get().dialog]).toEqual([
      'c',
      true,
      'help',
    ])
    actions.destroy()
    hand.emit('open-story', { story: 'd' as StoryId })
    await settle()
    expect(store.get().open?.opened.id).toBe('c')
  })
})
