import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, type Connect, change, DeskWorld, idOf, openGiven, put } from './desk-world.ts'

/** Jane on two computers: this one, and a laptop whose marks lie beside the story already. */
async function twoComputers(connect: Connect) {
  const world = new DeskWorld(connect)
  const laptop = await world.window(
    await world.desk({
      dataFolder: path.join(world.folder, 'laptop/data'),
      localFolder: path.join(world.folder, 'laptop/local'),
    }),
  )
  const { id } = await openGiven(laptop, 'Jane Doe')
  await change(laptop, id, put(1, 'fact', [15, 24]))
  const window = await world.window(await world.desk())
  const opened = await openGiven(window, 'jane  doe')
  return { world, laptop, window, opened }
}

export function contractOfIdentity(connect: Connect): void {
  describe('identity', () => {
    it('asks whether an annotator of the same name is this person', async () => {
      const { opened } = await twoComputers(connect)
      expect(opened.sameName).toEqual([{ id: opened.annotations[0]?.creator, name: 'Jane Doe' }])
      expect(opened.layers.map((layer) => layer.mine)).toEqual([true, false])
    })

    it('makes one layer of both after a yes, in two files', async () => {
      const { world, window, opened } = await twoComputers(connect)
      await change(window, opened.id, put(2, 'fact', [0, 5]))
      const [other] = opened.sameName
      if (other === undefined) throw new Error('nobody was asked about')
      const adopted = await ask(window, 'answerIdentity', {
        story: opened.id,
        annotator: other.id,
        same: true,
      })
      expect(adopted.sameName).toEqual([])
      expect((await ask(window, 'begin', {})).person).toEqual({ id: other.id, name: 'jane doe' })
      // What was made under the earlier id stays in its file, as a layer to read.
      expect(adopted.layers).toMatchObject([
        { annotator: other.id, mine: true, count: 1 },
        { mine: false, count: 1 },
      ])
      const { annotations } = await change(
        window,
        opened.id,
        put(1, 'attribution', [15, 24]),
        put(3, 'fact', [6, 13]),
      )
      expect(annotations).toMatchObject([
        { id: idOf(1), creator: other.id, revision: 2 },
        { id: idOf(3), creator: other.id, revision: 1 },
      ])
      expect(world.beside()).toHaveLength(3)
      const again = await ask(window, 'openStory', { story: opened.id })
      expect(again.annotations.map((annotation) => annotation.id)).toEqual([idOf(2), idOf(3), idOf(1)])
    })

    it('does not ask again after a no', async () => {
      const { window, opened } = await twoComputers(connect)
      const [other] = opened.sameName
      if (other === undefined) throw new Error('nobody was asked about')
      const apart = await ask(window, 'answerIdentity', {
        story: opened.id,
        annotator: other.id,
        same: false,
      })
      expect(apart.sameName).toEqual([])
      expect(apart.layers.map((layer) => layer.mine)).toEqual([true, false])
      expect((await ask(window, 'openStory', { story: opened.id })).sameName).toEqual([])
    })

    it('keeps the id when the name changes, and goes on writing the same file', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const opened = await openGiven(window, 'Jane Doe')
      await change(window, opened.id, put(1, 'fact', [15, 24]))
      const files = world.beside()
      const renamed = await ask(window, 'nameAnnotator', { name: 'Jane Roe' })
      expect(renamed).toEqual({ id: opened.layers[0]?.annotator, name: 'Jane Roe' })
      await change(window, opened.id, put(2, 'fact', [0, 5]))
      expect(world.beside()).toEqual(files)
      expect(world.sidecar(files[0] ?? '').creator).toMatchObject({ id: renamed.id, name: 'Jane Roe' })
    })
  })
}
