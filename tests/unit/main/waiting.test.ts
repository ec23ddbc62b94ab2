import { describe, expect, it } from 'vitest'
import { arrivals } from '../../../electron/main/arrivals.ts'
import { crashLimit } from '../../../electron/main/crash-limit.ts'
import { mailbox } from '../../../electron/main/mailbox.ts'
import type { StoryId } from '../../../shared/units.ts'

describe('story files on their way in', () => {
  it('wait until they are taken, then until someone opens them, then are opened at once', () => {
    const files = arrivals()
    files.add(['/a.txt'])
    files.add(['/b.txt'])
    expect(files.take()).toEqual(['/a.txt', '/b.txt'])
    expect(files.take()).toEqual([])
    files.add(['/c.txt'])
    const opened: (readonly string[])[] = []
    files.passTo((these) => opened.push(these))
    files.add([])
    files.add(['/d.txt', '/e.txt'])
    expect(opened).toEqual([['/c.txt'], ['/d.txt', '/e.txt']])
  })
})

describe('events for a page', () => {
  const story = 's1' as StoryId
  const saved = { story, save: { kind: 'saved', at: null } } as const

  it('keep wishes and drop news until it listens, and again while it is loaded anew', () => {
    const sent: [string, unknown][] = []
    const post = mailbox((event, payload) => sent.push([event, payload]))
    post.emit('open-story', { story })
    post.emit('save-state', saved)
    post.emit('command', { command: 'help' })
    expect(sent).toEqual([])
    post.listening()
    expect(sent).toEqual([
      ['open-story', { story }],
      ['command', { command: 'help' }],
    ])
    post.emit('save-state', saved)
    post.deaf()
    post.emit('save-state', saved)
    post.emit('command', { command: 'save' })
    post.listening()
    expect(sent.slice(2)).toEqual([
      ['save-state', saved],
      ['command', { command: 'save' }],
    ])
  })
})

describe('a page that dies', () => {
  it.each([
    ['now and then', [0, 70_000, 140_000, 210_000], [true, true, true, true]],
    ['three times within a minute', [0, 10_000, 20_000], [true, true, false]],
    ['twice, and once when the first is a minute old', [0, 10_000, 60_000], [true, true, true]],
  ])('%s', (_what, deaths, reloads) => {
    const mayReload = crashLimit()
    expect(deaths.map(mayReload)).toEqual(reloads)
  })
})
