import { describe, expect, it } from 'vitest'
import { type Noticed, noticed } from '../../../electron/main/noticed.ts'
import { recentStories } from '../../../electron/main/recent-stories.ts'
import { windowTitle } from '../../../electron/main/window.ts'
import { defaultSettings } from '../../../shared/desk/settings.ts'
import type { Failure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { builtInTags } from '../../../shared/tags.ts'

const tags = builtInTags.slice(0, 2)
const opened = { id: 's1', story: { name: 'harbour-tunnel.txt', text: '' }, scheme: { tags } }
const keys = { note: ['m'] }

describe('what an answer tells the shell', () => {
  it.each<[string, Result<unknown, Failure>, Noticed]>([
    ['begin', ok({ settings: { theme: 'dark', keys } }), { began: true, story: null, theme: 'dark', keys }],
    ['changeSettings', ok({ ...defaultSettings, theme: 'light' }), { theme: 'light', keys: {} }],
    ['openStory', ok(opened), { story: 'harbour-tunnel.txt', tags }],
    ['openSample', ok(opened), { story: 'harbour-tunnel.txt', tags }],
    ['openDropped', ok(opened), { story: 'harbour-tunnel.txt', tags }],
    ['openStory', err({ kind: 'unknown-story' }), {}],
    ['openStory', ok(null), {}],
    ['closeStory', ok(null), { story: null }],
    ['listStories', ok([]), {}],
  ])('%s %j', (method, reply, expected) => {
    expect(noticed(method, reply)).toEqual(expected)
  })

  it('names the program beside the story, except on a Mac', () => {
    expect([
      windowTitle('a.txt', 'linux'),
      windowTitle('a.txt', 'darwin'),
      windowTitle(null, 'win32'),
    ]).toEqual(['a.txt — Galley', 'a.txt', 'Galley'])
  })
})

describe('recent stories for the menu', () => {
  const entry = (story: string, group: string) => ({
    story,
    group,
    name: `${story}.txt`,
    folder: '',
    headline: '',
  })
  it.each<[string, Result<unknown, Failure>, string[]]>([
    [
      'those of the recent group',
      ok([entry('a', 'recent'), entry('b', 'folder'), entry('c', 'recent')]),
      ['a', 'c'],
    ],
    ['none after a failure', err({ kind: 'internal' }), []],
    ['none from an answer of another form', ok({}), []],
  ])('are %s', async (_what, reply, expected) => {
    const recent = await recentStories({ answer: async () => reply })
    expect(recent.map(({ story }) => story)).toEqual(expected)
  })
})
