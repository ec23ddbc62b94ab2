import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PrivatePart } from '../../shared/annotation/annotation.ts'
import type { AnnotationChange } from '../../shared/desk/contract.ts'
import type { AnnotationId } from '../../shared/units.ts'
import { ask, type Connect, change, DeskWorld, idOf, openGiven, put } from './desk-world.ts'

const secret: PrivatePart = { note: 'Her brother told me.', fields: { source: 'the brother' } }

/** A mark with something private about it. */
function whisper(n: number, place: [number, number] | null, part: PrivatePart, note = ''): AnnotationChange {
  const made = put(n, 'fact', place, note)
  return made.kind === 'put' ? { ...made, content: { ...made.content, private: part } } : made
}

const folderOf = (world: DeskWorld) => path.join(world.folder, 'data', 'private')

/** What lies in the data folder, and who may read it. */
function notesOf(world: DeskWorld) {
  const [name = ''] = readdirSync(folderOf(world))
  const file = path.join(folderOf(world), name)
  const mode = statSync(file).mode & 0o777
  return { name, file, mode, text: readFileSync(file, 'utf8') }
}

/** What a person keeps to themself. */
export function contractOfPrivate(connect: Connect): void {
  describe('private notes', () => {
    it('stay on this computer, for this person alone, and are there again', async () => {
      const world = new DeskWorld(connect)
      const desk = await world.desk()
      const window = await world.window(desk)
      const { id } = await openGiven(window)
      const { save, annotations } = await change(window, id, whisper(1, [15, 24], secret, 'On record.'))
      expect(save.kind).toBe('saved')
      expect(annotations).toMatchObject([{ note: 'On record.', fields: {}, private: secret }])
      const [sidecar = ''] = world.beside()
      expect(world.read(sidecar)).toContain('On record.')
      expect(world.read(sidecar)).not.toContain('brother')
      expect(notesOf(world).text).toContain('Her brother told me.')
      await desk.close()

      const again = await openGiven(await world.window(await world.desk()))
      expect(again.annotations).toMatchObject([{ id: idOf(1), note: 'On record.', private: secret }])
      const bob = await openGiven(await world.window(await world.desk({ person: 'Bob Ray' })))
      expect(JSON.stringify(bob)).not.toContain('brother')
    })

    it.skipIf(process.platform === 'win32')(
      'can be read by nobody else, whatever a backup left',
      async () => {
        const world = new DeskWorld(connect)
        const window = await world.window(await world.desk())
        const { id } = await openGiven(window)
        await change(window, id, whisper(1, [15, 24], secret))
        const { file, mode } = notesOf(world)
        const modes = () => [statSync(file).mode & 0o777, statSync(folderOf(world)).mode & 0o777]
        expect(mode).toBe(0o600)
        expect(modes()).toEqual([0o600, 0o700])
        chmodSync(file, 0o644)
        chmodSync(folderOf(world), 0o755)
        await change(window, id, whisper(2, [0, 5], secret))
        expect(modes()).toEqual([0o600, 0o700])
      },
    )

    it('leave the sidecar as it is where nothing else is changed', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24]))
      const [sidecar = ''] = world.beside()
      const before = world.read(sidecar)
      const { save, annotations } = await change(window, id, whisper(1, [15, 24], secret))
      expect([save.kind, world.read(sidecar)]).toEqual(['saved', before])
      expect(annotations).toMatchObject([{ id: idOf(1), revision: 1, private: secret }])
      const [gone] = (await change(window, id, put(1, 'fact', [15, 24]))).annotations
      expect(gone).not.toHaveProperty('private')
      expect([world.read(sidecar), notesOf(world).text.includes('brother')]).toEqual([before, false])
    })

    it('are told to the other windows of the same person', async () => {
      const world = new DeskWorld(connect)
      const desk = await world.desk()
      const first = await world.window(desk)
      const second = await world.window(desk)
      const { id } = await openGiven(first)
      await openGiven(second)
      await change(first, id, put(1, 'fact', [15, 24]))
      await change(first, id, whisper(1, [15, 24], secret))
      const heard = await second.next('story-changed', ({ put: news }) => news[0]?.private !== undefined)
      expect(heard.put).toMatchObject([{ id: idOf(1), private: secret }])
      expect((await openGiven(second)).annotations).toMatchObject([{ private: secret }])
    })

    it('go from the sidecar into the data folder and back again', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24], 'Who says so?'))
      const [sidecar = ''] = world.beside()
      const where = () => [world.read(sidecar), notesOf(world).text].map((text) => text.includes('Who says'))
      await change(window, id, whisper(1, [15, 24], { note: 'Who says so?', fields: {} }))
      expect(where()).toEqual([false, true])
      await change(window, id, put(1, 'fact', [15, 24], 'Who says so?'))
      expect(where()).toEqual([true, false])
    })

    it('go with the annotation, and come back with the undo of its deletion', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      await change(window, id, whisper(1, [15, 24], secret))
      await change(window, id, { kind: 'delete', id: idOf(1) })
      expect(notesOf(world).text).not.toContain('brother')
      const { annotations } = await change(window, id, whisper(1, [15, 24], secret))
      expect(annotations).toMatchObject([{ id: idOf(1), private: secret }])
      expect(notesOf(world).text).toContain('brother')
    })

    it('follow the person who takes over the id of another computer', async () => {
      const world = new DeskWorld(connect)
      const away = path.join(world.folder, 'laptop')
      const laptop = await world.desk({ dataFolder: `${away}/data`, localFolder: `${away}/local` })
      const there = await world.window(laptop)
      await change(there, (await openGiven(there)).id, put(9, 'fact', [0, 5]))
      const window = await world.window(await world.desk())
      const opened = await openGiven(window)
      await change(window, opened.id, whisper(1, [15, 24], secret))
      const [other] = opened.sameName
      if (other === undefined) throw new Error('nobody was asked about')
      const answer = { story: opened.id, annotator: other.id, same: true }
      const adopted = await ask(window, 'answerIdentity', answer)
      expect(partOf(adopted.annotations, idOf(1))).toEqual(secret)
      const texts = readdirSync(folderOf(world)).map((name) =>
        readFileSync(path.join(folderOf(world), name), 'utf8'),
      )
      expect(texts.filter((text) => text.includes('brother'))).toHaveLength(1)
    })

    it('come with the first marks of a story that is still being read', async () => {
      const world = new DeskWorld(connect)
      const first = await world.desk()
      const window = await world.window(first)
      const { id } = await openGiven(window)
      await change(window, id, whisper(1, [15, 24], secret))
      await first.close()
      const again = await world.window(await world.desk())
      const { opening } = await ask(again, 'begin', {})
      if (opening === null) throw new Error('no story was given')
      const soon = await ask(again, 'openStory', { story: opening, soon: true })
      expect(soon.annotations).toMatchObject([{ private: secret }])
      const { annotations } = await ask(again, 'readMarks', { story: opening, from: 0 })
      expect(annotations).toMatchObject([{ private: secret }])
    })

    it('stay in the sidecar, and are not called saved, while they can’t be kept', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'fact', [15, 24], 'Who says so?'))
      const [sidecar = ''] = world.beside()
      const before = world.read(sidecar)
      writeFileSync(folderOf(world), 'in the way')
      const hidden = whisper(1, [15, 24], { note: 'Who says so?', fields: {} })
      const { save } = await change(window, id, hidden)
      expect(save).toMatchObject({ kind: 'not-saved', reason: { kind: 'save-io' } })
      expect(world.read(sidecar)).toBe(before)
      rmSync(folderOf(world))
      expect(await ask(window, 'retrySave', { story: id })).toMatchObject({ kind: 'saved' })
      expect(world.read(sidecar)).not.toContain('Who says so?')
      expect(notesOf(world).text).toContain('Who says so?')
    })

    it('are never written over when they can’t be read, until the person sets them aside', async () => {
      const world = new DeskWorld(connect)
      const first = await world.desk()
      const window = await world.window(first)
      const { id } = await openGiven(window)
      await change(window, id, whisper(1, [15, 24], secret))
      await first.close()
      const { file, name, text } = notesOf(world)
      const damaged = text.slice(0, -20)
      writeFileSync(file, damaged)

      const logged: unknown[] = []
      const again = await world.window(await world.desk({ log: (error) => logged.push(error) }))
      const opened = await openGiven(again)
      expect(opened.unreadable).toMatchObject([{ kind: 'sidecar-json', file: name }])
      const { save } = await change(again, opened.id, whisper(2, [0, 5], secret))
      expect(save).toMatchObject({ kind: 'not-saved', reason: { kind: 'damaged-in-place', file: name } })
      expect(readFileSync(file, 'utf8')).toBe(damaged)
      const aside = await ask(again, 'setAside', { story: opened.id, file: name })
      expect(aside).toMatchObject({ unreadable: [], save: { kind: 'saved' } })
      const kept = readdirSync(folderOf(world)).find((one) => one.startsWith(`${name}.damaged-`)) ?? ''
      expect(readFileSync(path.join(folderOf(world), kept), 'utf8')).toBe(damaged)
      expect(partOf(aside.annotations, idOf(2))).toEqual(secret)
      // What a parser says of a broken file quotes it.
      expect(
        JSON.stringify(logged.map((error) => ({ ...(error as object), said: String(error) }))),
      ).not.toContain('brother')
    })

    it('of another Galley on this computer are kept, and seen at the next look', async () => {
      const world = new DeskWorld(connect)
      const one = await world.window(await world.desk())
      const { id } = await openGiven(one)
      const other = await world.window(await world.desk())
      const there = await openGiven(other)
      await change(one, id, whisper(1, [15, 24], secret))
      await change(other, there.id, whisper(2, [0, 5], { note: 'Ask the clerk.', fields: {} }))
      const { text } = notesOf(world)
      expect(['Her brother', 'Ask the clerk'].map((words) => text.includes(words))).toEqual([true, true])
      const { annotations } = await openGiven(one)
      expect(partOf(annotations, idOf(2))).toEqual({ note: 'Ask the clerk.', fields: {} })
    })
  })
}

function partOf(
  annotations: readonly { readonly id: AnnotationId; readonly private?: PrivatePart }[],
  id: AnnotationId,
): PrivatePart | undefined {
  return annotations.find((annotation) => annotation.id === id)?.private
}
