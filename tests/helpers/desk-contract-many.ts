import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import { ask, type Connect, change, DeskWorld, idOf, openGiven, put, type TestWindow } from './desk-world.ts'

// Enough for a sidecar that is not read before the story is shown, and for more than one part.
const MANY = 1800
const LINE = 10
const TEXT = `${Array.from({ length: MANY }, (_, n) => `Word ${String(n).padStart(4, '0')}`).join('\n')}\n`

/** A colleague's thousands of marks, one on each line. */
async function marked(connect: Connect): Promise<{ world: DeskWorld; bob: TestWindow; theirs: OpenedStory }> {
  const world = new DeskWorld(connect, TEXT)
  const data = path.join(world.folder, 'other')
  const bob = await world.window(await world.desk({ dataFolder: data, localFolder: data }))
  const theirs = await openGiven(bob, 'Bob Ray')
  const note = 'Said twice, and on record both times; the minutes of the council have it as well. '.repeat(3)
  const marks = Array.from({ length: MANY }, (_, n) => put(n, 'fact', [n * LINE, n * LINE + LINE - 1], note))
  await change(bob, theirs.id, ...marks)
  return { world, bob, theirs }
}

async function openSoon(window: TestWindow): Promise<OpenedStory> {
  await ask(window, 'nameAnnotator', { name: 'Jane Doe' })
  const { opening } = await ask(window, 'begin', {})
  if (opening === null) throw new Error('no story was given')
  return ask(window, 'openStory', { story: opening, soon: true })
}

/** Every part, and how many they were. */
async function readAll(window: TestWindow, { id: story }: OpenedStory) {
  const annotations: Annotation[] = []
  let parts = 0
  for (let from: number | null = 0; from !== null; parts++) {
    const part: Awaited<ReturnType<typeof ask<'readMarks'>>> = await ask(window, 'readMarks', { story, from })
    expect(part.from).toBe(from)
    annotations.push(...part.annotations)
    from = part.next
    if (from === null) return { ...part, annotations, parts: parts + 1 }
  }
  throw new Error('there was no last part')
}

export function contractOfMany(connect: Connect): void {
  describe('a story with thousands of marks', () => {
    it('is there with the first of them, and hands over all; a mark made at once is kept', async () => {
      const { world } = await marked(connect)
      const window = await world.window(await world.desk())
      const opened = await openSoon(window)
      const shown = opened.annotations
      expect(opened).toMatchObject({ reading: true, layers: [{ mine: true }, { name: 'Bob Ray' }] })
      expect(shown.length).toBeGreaterThan(100)
      expect(shown.length).toBeLessThan(MANY / 2)

      const [made, read] = await Promise.all([
        change(window, opened.id, put(5000, 'assessment', [4, 9])),
        readAll(window, opened),
      ])
      expect(made).toMatchObject({ save: { kind: 'saved' }, annotations: [{ quote: ' 0000' }] })
      expect(read.parts).toBeGreaterThan(1)
      const theirs = read.annotations.filter(({ id }) => id !== idOf(5000))
      expect(theirs.map(({ id }) => id)).toEqual(Array.from({ length: MANY }, (_, n) => idOf(n)))
      // What was shown first is what is there.
      expect(theirs.slice(0, shown.length)).toEqual(shown)
      expect(window.heard.filter(({ event }) => event === 'story-changed')).toEqual([])

      await ask(window, 'closeStory', { story: opened.id })
      const again = await ask(window, 'openStory', { story: opened.id })
      expect([again.reading, again.annotations.length]).toEqual([undefined, MANY + 1])
      // Known by now to the desk, and still not sent at once.
      const soon = await ask(window, 'openStory', { story: opened.id, soon: true })
      expect([soon.reading, soon.annotations.length < MANY]).toEqual([true, true])
      expect((await readAll(window, soon)).annotations).toEqual(again.annotations)
    })

    it('tells what else the reading found: a file that can’t be read, who has the same name', async () => {
      const { world } = await marked(connect)
      const window = await world.window(await world.desk())
      const opened = await openSoon(window)
      const [file = ''] = world.beside()
      world.write(file, world.read(file).slice(0, -200))
      const { annotations, unreadable, layers } = await readAll(window, opened)
      expect(annotations).toEqual([])
      expect(unreadable).toMatchObject([{ kind: 'sidecar-json', file }])
      expect(layers).toMatchObject([{ mine: true, count: 0 }])
    })

    it('begins anew for a window when the text became another one', async () => {
      const { world, bob, theirs } = await marked(connect)
      const first = await ask(bob, 'readMarks', { story: theirs.id, from: 0 })
      expect(first.next).not.toBeNull()
      world.write('council.txt', `First\n${TEXT}`)
      await bob.next('story-text')
      const next = await ask(bob, 'readMarks', { story: theirs.id, from: first.next ?? 0 })
      expect(next.from).toBe(0)
      expect(next.textSha256).not.toBe(first.textSha256)
      expect(next.annotations[0]?.span).toEqual({ start: 6, end: 6 + LINE - 1 })
    })

    it('is read whole where the many are one’s own, so that a key means what it always does', async () => {
      const { bob, theirs } = await marked(connect)
      await ask(bob, 'closeStory', { story: theirs.id })
      const again = await openSoon(bob)
      expect([again.reading, again.annotations.length]).toEqual([undefined, MANY])
      expect(again.layers).toMatchObject([{ mine: true, count: MANY }])
    })
  })
}
