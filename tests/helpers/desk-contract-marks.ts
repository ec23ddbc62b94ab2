import { describe, expect, it } from 'vitest'
import { serialiseSidecar } from '../../shared/annotation/sidecar-print.ts'
import { defaultSettings } from '../../shared/desk/settings.ts'
import { exportFormats } from '../../shared/exchange/formats.ts'
import type { StoryId } from '../../shared/units.ts'
import { ask, type Connect, change, DeskWorld, idOf, openGiven, put, wholeExport } from './desk-world.ts'

export function contractOfMarks(connect: Connect): void {
  describe('marks', () => {
    it('begins with what was given and nobody named', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const beginning = await ask(window, 'begin', {})
      expect(beginning).toEqual({
        person: null,
        suggestedName: 'jane',
        settings: defaultSettings,
        host: 'direct',
        platform: 'linux',
        formats: exportFormats,
        opening: expect.any(String),
        problem: null,
      })
      expect(await ask(window, 'listStories', {})).toEqual([
        {
          story: beginning.opening,
          name: 'council.txt',
          folder: 'stories',
          group: 'folder',
          headline: 'Mayor resigns',
        },
      ])
    })

    it('opens a story with an empty layer of the person', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const opened = await openGiven(window)
      expect(opened).toMatchObject({
        story: { name: 'council.txt', format: 'txt' },
        encoding: 'UTF-8',
        lineEnds: 'LF',
        layers: [{ name: 'Jane Doe', mine: true, files: [], count: 0, orphans: 0 }],
        annotations: [],
        unreadable: [],
        save: { kind: 'saved', at: null },
        sameName: [],
      })
      expect(world.beside()).toEqual([])
    })

    it('keeps tag, note, retag and delete, and shows them again after reopening', async () => {
      const world = new DeskWorld(connect)
      const desk = await world.desk()
      const window = await world.window(desk)
      const { id } = await openGiven(window)
      const made = await change(window, id, put(1, 'fact', [15, 24]), put(2, 'assessment', [25, 33]))
      expect(made).toMatchObject({
        save: { kind: 'saved', at: expect.any(String) },
        annotations: [
          { id: idOf(1), tag: 'fact', quote: 'The mayor', revision: 1, span: { start: 15, end: 24 } },
          { id: idOf(2), tag: 'assessment', quote: 'resigned', revision: 1 },
        ],
      })
      await change(window, id, put(1, 'attribution', [15, 24], 'On record?'), put(3, 'fact', [0, 5]))
      await change(window, id, { kind: 'delete', id: idOf(2) })
      await window.close()
      await desk.close()

      const again = await world.window(await world.desk())
      const opened = await openGiven(again)
      expect(opened.annotations).toMatchObject([
        { id: idOf(3), tag: 'fact', quote: 'Mayor', revision: 1 },
        { id: idOf(1), tag: 'attribution', note: 'On record?', quote: 'The mayor', revision: 2 },
      ])
      expect(opened.layers).toMatchObject([{ mine: true, files: world.beside(), count: 2, orphans: 0 }])
    })

    it('brings a deleted mark back whole, with members that it does not know', async () => {
      const world = new DeskWorld(connect)
      const first = await world.desk()
      const window = await world.window(first)
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24]))
      await first.close()
      const [file = ''] = world.beside()
      const sidecar = world.sidecar(file)
      const items = sidecar.first.items.map((item) => ({ ...item, 'news:desk': { shift: 'night' } }))
      world.write(file, serialiseSidecar({ ...sidecar, first: { ...sidecar.first, items } }))

      const again = await world.window(await world.desk())
      const { id: story } = await openGiven(again)
      await change(again, story, { kind: 'delete', id: idOf(1) })
      expect(world.sidecar(file)).toMatchObject({
        total: 0,
        'galley:deleted': [{ 'galley:id': idOf(1), 'galley:revision': 2 }],
      })
      const { annotations } = await change(again, story, put(1, 'fact', [15, 24]))
      expect(annotations).toMatchObject([{ id: idOf(1), revision: 3, quote: 'The mayor' }])
      expect(world.sidecar(file)).toMatchObject({
        first: { items: [{ id: idOf(1), 'galley:revision': 3, 'news:desk': { shift: 'night' } }] },
        'galley:deleted': [],
      })
    })

    it('takes all changes of a call or none', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id, story } = await openGiven(window)
      const changes = [put(1, 'fact', [15, 24]), put(2, 'fact', [60, story.text.length + 1])]
      expect(await window.api.changeAnnotations({ story: id, changes })).toEqual({
        ok: false,
        error: {
          kind: 'range-outside',
          file: 'council.txt',
          start: 60,
          end: story.text.length + 1,
          length: story.text.length,
        },
      })
      expect(world.beside()).toEqual([])
    })

    it.each([
      ['a place for a mark that is not there', put(1, 'fact', null), 'unknown-annotation'],
      ['a deletion of what never was', { kind: 'delete', id: idOf(9) } as const, 'unknown-annotation'],
    ])('refuses %s', async (_name, one, kind) => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      const reply = await window.api.changeAnnotations({ story: id, changes: [one] })
      expect(reply.ok ? null : reply.error.kind).toBe(kind)
    })

    it('takes a deletion of what is deleted already, as two windows may both say it', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24]), { kind: 'delete', id: idOf(1) })
      const [file = ''] = world.beside()
      const before = world.sidecar(file)
      expect(await change(window, id, { kind: 'delete', id: idOf(1) })).toMatchObject({ annotations: [] })
      expect(world.sidecar(file)).toEqual(before)
    })

    it('exports what is marked', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id: story } = await openGiven(window)
      await change(window, story, put(1, 'fact', [15, 24]))
      const csv = await ask(window, 'exportStory', { ...wholeExport, story, format: 'csv' })
      expect(csv).toMatchObject({ kind: 'download', name: 'council.annotations.csv' })
      expect(csv?.kind === 'download' && csv.content).toContain('The mayor')
      const none = await ask(window, 'exportStory', { ...wholeExport, story, format: 'csv', layers: [] })
      expect(none?.kind === 'download' && none.content).not.toContain('The mayor')
    })

    it.each<[string, unknown, object]>([
      ['openStory', { story: 'nothing' }, { kind: 'unknown-story' }],
      ['openStory', { path: '/etc/passwd' }, { kind: 'bad-request' }],
      ['changeAnnotations', { story: 'x' as StoryId, changes: [] }, { kind: 'unknown-story' }],
      ['nameAnnotator', { name: '  ' }, { kind: 'name-empty' }],
      ['nameAnnotator', { name: 'x'.repeat(201) }, { kind: 'name-too-long-for-person', limit: 200 }],
      [
        'matchDropped',
        { name: 'a.txt', size: 1, sha256: '0'.repeat(64) },
        { kind: 'not-listed', file: 'a.txt' },
      ],
    ])('refuses %s with %j', async (method, input, error) => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      expect(await window.transport.call(method, input)).toMatchObject({ ok: false, error })
    })
  })
}
