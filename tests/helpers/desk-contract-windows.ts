import { describe, expect, it } from 'vitest'
import { ask, type Connect, change, DeskWorld, idOf, openGiven, put } from './desk-world.ts'

export function contractOfWindows(connect: Connect): void {
  describe('two windows', () => {
    it('tells each of the other’s changes, and none of its own', async () => {
      const world = new DeskWorld(connect)
      const desk = await world.desk()
      const left = await world.window(desk)
      const right = await world.window(desk)
      const { id } = await openGiven(left)
      await openGiven(right)
      await change(left, id, put(1, 'fact', [15, 24]))
      expect(await right.next('story-changed', ({ put }) => put.length > 0)).toMatchObject({
        put: [{ id: idOf(1) }],
        removed: [],
        layers: [{ mine: true, count: 1 }],
      })
      await change(right, id, { kind: 'delete', id: idOf(1) })
      expect(await left.next('story-changed', ({ removed }) => removed.length > 0)).toMatchObject({
        put: [],
        removed: [idOf(1)],
      })
      const own = left.heard.filter(
        ({ event, payload }) => event === 'story-changed' && 'put' in payload && payload.put.length > 0,
      )
      expect(own).toEqual([])
    })

    it('tells both how saving goes', async () => {
      const world = new DeskWorld(connect)
      const desk = await world.desk()
      const left = await world.window(desk)
      const right = await world.window(desk)
      const { id } = await openGiven(left)
      await openGiven(right)
      await change(left, id, put(1, 'fact', [15, 24]))
      for (const window of [left, right]) {
        await window.next('save-state', ({ save }) => save.kind === 'saved')
        const states = window.heard.flatMap((one) =>
          one.event === 'save-state' ? [one.payload.save.kind] : [],
        )
        expect(states).toEqual(['saving', 'saved'])
      }
    })

    it('shows the window what a command wrote into the same sidecar', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24]))
      const command = await world.window(await world.desk())
      await openGiven(command)
      await change(command, (await ask(command, 'begin', {})).opening ?? id, put(2, 'fact', [0, 5]))
      expect(await window.next('story-changed', ({ put }) => put.length > 0)).toMatchObject({
        put: [{ id: idOf(2) }],
        layers: [{ mine: true, count: 2 }],
      })
      await change(window, id, put(3, 'fact', [6, 13]))
      const [file = ''] = world.beside()
      expect(world.beside()).toHaveLength(1)
      expect(world.sidecar(file).first.items.map((item) => item.id)).toEqual([idOf(2), idOf(3), idOf(1)])
    })

    it('raises the revision above what a command wrote meanwhile', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24]))
      const command = await world.window(await world.desk())
      const other = await openGiven(command)
      await change(command, other.id, put(1, 'assessment', [15, 24]))
      await window.next('story-changed', ({ put }) => put.some((one) => one.revision === 2))
      const { annotations } = await change(window, id, put(1, 'attribution', [15, 24]))
      expect(annotations).toMatchObject([{ tag: 'attribution', revision: 3, alternatives: [] }])
    })

    it('keeps the story of one window open when the other closes it', async () => {
      const world = new DeskWorld(connect)
      const desk = await world.desk()
      const left = await world.window(desk)
      const right = await world.window(desk)
      const { id } = await openGiven(left)
      await openGiven(right)
      await ask(left, 'closeStory', { story: id })
      expect(await left.api.changeAnnotations({ story: id, changes: [] })).toEqual({
        ok: false,
        error: { kind: 'unknown-story' },
      })
      expect((await change(right, id, put(1, 'fact', [15, 24]))).save.kind).toBe('saved')
    })
  })
}
