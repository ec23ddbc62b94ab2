import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AnnotatorId } from '../../shared/units.ts'
import { ask, type Connect, change, DeskWorld, idOf, openGiven, put, type TestWindow } from './desk-world.ts'

/** Another person's marks beside the story, made by a desk on another computer. */
async function colleague(
  world: DeskWorld,
  name: string,
  ...marks: Parameters<typeof put>[]
): Promise<TestWindow> {
  const desk = await world.desk({
    dataFolder: path.join(world.folder, name, 'data'),
    localFolder: path.join(world.folder, name, 'local'),
  })
  const window = await world.window(desk)
  const { id } = await openGiven(window, name)
  await change(window, id, ...marks.map((mark) => put(...mark)))
  return window
}

export function contractOfColleagues(connect: Connect): void {
  describe('colleagues', () => {
    it('shows their marks as layers that are not to be changed', async () => {
      const world = new DeskWorld(connect)
      await colleague(world, 'Bob Ray', [1, 'fact', [15, 24], 'Seen it'])
      const [file = ''] = world.beside()
      const before = world.read(file)
      const window = await world.window(await world.desk())
      const opened = await openGiven(window)
      expect(opened).toMatchObject({
        layers: [
          { name: 'Jane Doe', mine: true, files: [], count: 0 },
          { name: 'Bob Ray', mine: false, files: [file], count: 1 },
        ],
        annotations: [{ id: idOf(1), note: 'Seen it', creator: opened.layers[1]?.annotator }],
      })
      const notYours = { ok: false, error: { kind: 'not-yours', id: idOf(1) } }
      for (const one of [put(1, 'fact', null), { kind: 'delete', id: idOf(1) } as const]) {
        expect(await window.api.changeAnnotations({ story: opened.id, changes: [one] })).toEqual(notYours)
      }
      expect(world.read(file)).toBe(before)
    })

    it('tells of marks that a colleague makes while the story is open', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const opened = await openGiven(window)
      await colleague(world, 'Bob Ray', [1, 'fact', [15, 24]])
      const news = await window.next('story-changed', ({ put }) => put.length > 0)
      expect(news).toMatchObject({
        story: opened.id,
        put: [{ id: idOf(1), quote: 'The mayor' }],
        removed: [],
        layers: [
          { name: 'Jane Doe', count: 0 },
          { name: 'Bob Ray', count: 1 },
        ],
        unreadable: [],
      })
    })

    it('names a sidecar that it cannot read and opens all the rest', async () => {
      const world = new DeskWorld(connect)
      await colleague(world, 'Bob Ray', [1, 'fact', [15, 24]])
      const damaged = 'council.txt.eve-0a1b2c3d.annotations.json'
      world.write(damaged, '{ "type": "Annot')
      const window = await world.window(await world.desk())
      const opened = await openGiven(window)
      expect(opened).toMatchObject({
        annotations: [{ id: idOf(1) }],
        unreadable: [{ kind: 'sidecar-json', file: damaged }],
      })
      const aside = await ask(window, 'setAside', { story: opened.id, file: damaged })
      expect(aside.unreadable).toEqual([])
      const moved = world.beside().find((name) => name.startsWith(`${damaged}.damaged-`)) ?? ''
      expect(world.read(moved)).toBe('{ "type": "Annot')
    })

    it('sets nothing aside but what it could not read', async () => {
      const world = new DeskWorld(connect)
      await colleague(world, 'Bob Ray', [1, 'fact', [15, 24]])
      const before = world.beside()
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      for (const file of [...before, 'council.txt', '../council.txt']) {
        expect((await window.api.setAside({ story: id, file })).ok).toBe(false)
      }
      expect(world.beside()).toEqual(before)
    })

    it('merges the copy that a sync tool made of an own sidecar, and keeps it when the copy is removed', async () => {
      const world = new DeskWorld(connect)
      const first = await world.desk()
      const window = await world.window(first)
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24]))
      const [file = ''] = world.beside()
      const earlier = world.read(file)
      await change(window, id, put(2, 'fact', [0, 5]), { kind: 'delete', id: idOf(1) })
      await first.close()
      // The main file is the earlier state, the later one sits in the copy.
      const copy = file.replace('.json', '.sync-conflict-20261122-090352-EVLD5PH.json')
      const folder = path.dirname(world.story)
      renameSync(path.join(folder, file), path.join(folder, copy))
      world.write(file, earlier)

      const again = await world.window(await world.desk())
      const opened = await openGiven(again)
      expect(opened.annotations.map((annotation) => annotation.id)).toEqual([idOf(2)])
      expect(opened.layers).toMatchObject([{ mine: true, files: [file, copy], count: 1 }])
      expect(world.read(file)).toBe(earlier)
      await change(again, opened.id, put(3, 'fact', [6, 13]))
      expect(world.sidecar(file).first.items.map((item) => item.id)).toEqual([idOf(2), idOf(3)])
      expect(world.beside()).toEqual([file, copy])
      rmSync(path.join(folder, copy))
      const last = await ask(again, 'openStory', { story: opened.id })
      expect(last.annotations.map((annotation) => annotation.id)).toEqual([idOf(2), idOf(3)])
    })

    it('lets a command act as somebody else without changing who works in the window', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const mine = await openGiven(window)
      const command = await world.window(await world.desk({ person: 'Bob Ray' }))
      const { id } = await openGiven(command)
      await change(command, id, put(1, 'fact', [15, 24]))
      const again = await world.window(await world.desk({ person: 'Bob Ray' }))
      const bobs = await openGiven(again)
      expect(bobs.layers[0]).toMatchObject({ name: 'Bob Ray', mine: true, count: 1 })
      const begin = await ask(window, 'begin', {})
      expect(begin.person).toEqual({ id: mine.layers[0]?.annotator as AnnotatorId, name: 'Jane Doe' })
    })
  })
}
