import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, type Connect, change, DeskWorld, idOf, openGiven, put } from './desk-world.ts'

export function contractOfSaving(connect: Connect): void {
  describe('saving', () => {
    it('keeps marks on this computer while the folder is away, and brings them beside the story afterwards', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24]))
      const [file = ''] = world.beside()
      const folder = path.dirname(world.story)
      renameSync(folder, `${folder}.away`)
      expect((await change(window, id, put(2, 'fact', [0, 5]))).save).toEqual({
        kind: 'kept',
        at: expect.any(String),
        reason: { kind: 'folder-gone', file },
      })
      expect(await window.next('story-problem')).toEqual({ story: id, problem: 'vanished' })
      renameSync(`${folder}.away`, folder)
      expect(await ask(window, 'retrySave', { story: id })).toMatchObject({ kind: 'saved' })
      expect(world.sidecar(file).first.items.map((item) => item.id)).toEqual([idOf(2), idOf(1)])
      expect(filesIn(path.join(world.folder, 'data', 'pending'))).toEqual([])
    })

    it('shows what was kept at the next opening, and hands it over', async () => {
      const world = new DeskWorld(connect)
      const first = await world.desk()
      const window = await world.window(first)
      const { id } = await openGiven(window)
      const folder = path.dirname(world.story)
      renameSync(folder, `${folder}.away`)
      await change(window, id, put(1, 'fact', [15, 24]))
      await first.close()
      renameSync(`${folder}.away`, folder)
      expect(world.beside()).toEqual([])

      // Also to somebody else on this computer: the marks are there, whoever looks.
      const again = await world.window(await world.desk({ person: 'Bob Ray' }))
      const opened = await openGiven(again)
      expect(opened.annotations).toMatchObject([{ id: idOf(1), quote: 'The mayor' }])
      expect(opened.layers).toMatchObject([{ name: 'Bob Ray' }, { name: 'Jane Doe', count: 1 }])
      expect(world.beside()).toHaveLength(1)
      expect(filesIn(path.join(world.folder, 'data', 'pending'))).toEqual([])
    })

    it('says that nothing is saved when both places fail, and loses nothing', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      const folder = path.dirname(world.story)
      const pending = path.join(world.folder, 'data', 'pending')
      renameSync(folder, `${folder}.away`)
      writeFileSync(pending, 'in the way')
      const { save, annotations } = await change(window, id, put(1, 'fact', [15, 24]))
      expect(save).toMatchObject({ kind: 'not-saved', reason: { kind: 'folder-gone' } })
      expect(annotations).toMatchObject([{ id: idOf(1), quote: 'The mayor' }])
      expect((await change(window, id, put(2, 'fact', [0, 5]))).save.kind).toBe('not-saved')
      rmSync(pending)
      expect(await ask(window, 'retrySave', { story: id })).toMatchObject({ kind: 'kept' })
      renameSync(`${folder}.away`, folder)
      expect(await ask(window, 'retrySave', { story: id })).toMatchObject({ kind: 'saved' })
      const [file = ''] = world.beside()
      expect(world.sidecar(file).first.items.map((item) => item.id)).toEqual([idOf(2), idOf(1)])
    })

    it('never writes over an own sidecar that it cannot read, until the person sets it aside', async () => {
      const world = new DeskWorld(connect)
      const first = await world.desk()
      const window = await world.window(first)
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24]))
      await first.close()
      const [file = ''] = world.beside()
      const damaged = world.read(file).slice(0, -40)
      world.write(file, damaged)

      const again = await world.window(await world.desk())
      const opened = await openGiven(again)
      expect(opened).toMatchObject({ annotations: [], unreadable: [{ kind: 'sidecar-json', file }] })
      const kept = await change(again, opened.id, put(2, 'fact', [0, 5]))
      expect(kept.save).toMatchObject({
        kind: 'kept',
        reason: { kind: 'damaged-in-place', file, because: { kind: 'sidecar-json' } },
      })
      expect(world.read(file)).toBe(damaged)
      const aside = await ask(again, 'setAside', { story: opened.id, file })
      expect(aside).toMatchObject({ unreadable: [], save: { kind: 'saved' }, annotations: [{ id: idOf(2) }] })
      const moved = world.beside().find((name) => name.startsWith(`${file}.damaged-`)) ?? ''
      expect(world.read(moved)).toBe(damaged)
      expect(world.sidecar(file).first.items.map((item) => item.id)).toEqual([idOf(2)])
    })

    it('writes everything again when the own sidecar was deleted by somebody', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24]))
      const [file = ''] = world.beside()
      rmSync(path.join(path.dirname(world.story), file))
      await change(window, id, put(2, 'fact', [0, 5]))
      expect(world.sidecar(file).first.items.map((item) => item.id)).toEqual([idOf(2), idOf(1)])
    })

    it('tells when the story can no longer be read, and when it can again', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      const text = world.read('council.txt')
      world.write('council.txt', '')
      await window.next('story-problem', ({ problem }) => problem === 'unreadable')
      world.write('council.txt', text)
      expect(await window.next('story-problem', ({ problem }) => problem === null)).toEqual({
        story: id,
        problem: null,
      })
    })

    it('opens the story of a folder that holds a folder of its sidecar’s name', async () => {
      const world = new DeskWorld(connect)
      mkdirSync(path.join(path.dirname(world.story), 'council.txt.eve-0a1b2c3d.annotations.json'))
      const window = await world.window(await world.desk())
      expect((await openGiven(window)).unreadable).toMatchObject([{ kind: 'sidecar-io' }])
    })
  })
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
}
