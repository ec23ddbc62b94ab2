import path from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createDesk } from '../../electron/desk/desk.ts'
import type { Desk } from '../../electron/desk/host.ts'
import { createDeskClient } from '../../renderer/desk/client.ts'
import { createIpcTransport } from '../../renderer/desk/ipc-transport.ts'
import type { AnnotationChange } from '../../shared/desk/contract.ts'
import type { AnnotationId, StoryId, TagId } from '../../shared/units.ts'
import { span } from '../../shared/units.ts'
import { deskDeps } from '../helpers/desk-deps.ts'
import { ipcWindow } from '../helpers/ipc-wire.ts'
import { builtPreload } from '../helpers/preload.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { writeStory } from '../helpers/write-story.ts'

let preload = ''
beforeAll(() => {
  preload = builtPreload()
}, 60_000)

const desks: Desk[] = []
afterEach(() => Promise.all(desks.splice(0).map((desk) => desk.close())))

/** A desk with one story, and as many windows on it as asked for, each over the built preload and our switchboard. */
async function windows(count: number) {
  const folder = tempFolder()
  const storyPath = writeStory(folder)
  const desk = await createDesk(deskDeps(folder))
  desks.push(desk)
  const admitted = await desk.admit(storyPath)
  if (!admitted.ok) throw new Error('the story was not let in')
  const open = Array.from({ length: count }, () => {
    const { bridge, client } = ipcWindow(desk, preload)
    const transport = createIpcTransport({
      ...bridge,
      openDropped: async () => ({ ok: false, error: { kind: 'forbidden' } }),
    })
    return { bridge, client, transport, desk: createDeskClient(transport) }
  })
  const [first] = open
  if (first === undefined) throw new Error('no window')
  await first.desk.nameAnnotator({ name: 'Jane Doe' })
  return { storyPath, story: admitted.value, open, first }
}

const fact = (id: string, start: number, end: number): AnnotationChange => ({
  kind: 'put',
  id: `urn:uuid:00000000-0000-4000-8000-${id.padStart(12, '0')}` as AnnotationId,
  content: { tag: 'fact' as TagId, note: 'Who says so? 🙂', fields: { status: 'verified' } },
  span: span(start, end),
})

describe('the desk over Electron’s wire', () => {
  it('opens, marks and reads back, equal after both clones', async () => {
    const { story, first } = await windows(1)
    const opened = await first.desk.openStory({ story })
    expect(opened).toMatchObject({
      ok: true,
      value: { id: story, story: { name: 'harbour-tunnel.txt' }, annotations: [] },
    })
    const changed = await first.desk.changeAnnotations({ story, changes: [fact('1', 0, 6)] })
    expect(changed).toMatchObject({
      ok: true,
      value: {
        save: { kind: 'saved' },
        annotations: [
          {
            quote: 'Harbou',
            note: 'Who says so? 🙂',
            fields: { status: 'verified' },
            span: { start: 0, end: 6 },
          },
        ],
      },
    })
    const again = await first.desk.openStory({ story })
    expect(again.ok && again.value.annotations).toEqual(changed.ok && changed.value.annotations)
  })

  it('tells the other window of a change, and not the one that made it', async () => {
    const { story, open } = await windows(2)
    const heard: [number, unknown][] = []
    for (const [index, window] of open.entries()) {
      await window.desk.openStory({ story })
      window.transport.on('story-changed', ({ put }) => heard.push([index, put.map(({ quote }) => quote)]))
    }
    await open[0]?.desk.changeAnnotations({ story, changes: [fact('1', 0, 7)] })
    expect(heard).toEqual([[1, ['Harbour']]])
  })

  it('carries failures as the data they are', async () => {
    const { first } = await windows(1)
    expect(await first.desk.openStory({ story: 'nothing' as StoryId })).toEqual({
      ok: false,
      error: { kind: 'unknown-story' },
    })
    expect(await first.desk.nameAnnotator({ name: ' ' })).toEqual({
      ok: false,
      error: { kind: 'name-empty' },
    })
  })

  it('lets no page script open a path, only the preload with a file that was dropped', async () => {
    const { storyPath, first } = await windows(1)
    expect((await first.transport.call('openDropped', { path: storyPath })).ok).toBe(false)
    expect(await first.bridge.openDropped({ path: storyPath })).toMatchObject({
      ok: true,
      value: { story: { name: 'harbour-tunnel.txt' } },
    })
    expect(await first.bridge.openDropped({ path: path.join(storyPath, '..') })).toMatchObject({
      ok: false,
      error: { kind: 'is-folder' },
    })
    // A File that a script made has no path.
    expect((await first.bridge.openDropped({ path: '' })).ok).toBe(false)
  })

  it('asks the page to hand over and waits until it did', async () => {
    const { story, first } = await windows(1)
    await first.desk.openStory({ story })
    const done: string[] = []
    first.transport.on('flush', async ({ token }) => {
      await first.desk.changeAnnotations({ story, changes: [fact('2', 0, 7)] })
      done.push('handed over')
      await first.desk.flushed({ token })
    })
    expect(await first.client.flush()).toBe(true)
    expect(done).toEqual(['handed over'])
    expect(first.client.isDirty()).toBe(false)
  })
})
