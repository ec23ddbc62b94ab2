import { renameSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { marked, place, TEXT } from './desk-contract-text.ts'
import { ask, type Connect, change, openGiven, put, take } from './desk-world.ts'

/** Annotations that lie in the folder without their story. */
export function contractOfStrays(connect: Connect): void {
  describe('a story that was renamed without its annotations', () => {
    it('is offered them; mine go on under the new name, a colleague’s stay and are read from there', async () => {
      const { world, desk, window, opened } = await marked(connect, ['on Friday'])
      const data = path.join(world.folder, 'other')
      const bob = await world.window(await world.desk({ dataFolder: data, localFolder: data }))
      const theirs = await openGiven(bob, 'Bob Ray')
      await change(bob, theirs.id, put(2, 'fact', place(TEXT, 'She left.')))
      const files = world.beside()
      const before = files.map((file) => world.read(file))
      await ask(window, 'closeStory', { story: opened.id })
      await ask(bob, 'closeStory', { story: theirs.id })
      const renamed = path.join(path.dirname(world.story), 'council-final.txt')
      renameSync(world.story, renamed)

      const story = take(await desk.admit(renamed))
      const { strays } = await ask(window, 'openStory', { story })
      expect(
        strays.map(({ annotator, mine, count, found }) => [annotator.name, mine, count, found]).sort(),
      ).toEqual([
        ['Bob Ray', false, 1, 1],
        ['Jane Doe', true, 1, 1],
      ])
      const adopted = await ask(window, 'adopt', { story, files: strays.map(({ file }) => file) })
      expect(adopted.strays).toEqual([])
      expect(adopted.annotations.map(({ quote }) => quote)).toEqual(['on Friday', 'She left.'])
      expect(files.map((file) => world.read(file))).toEqual(before)
      expect(world.beside().filter((file) => file.startsWith('council-final.txt.jane-doe-'))).toHaveLength(1)
      await ask(window, 'closeStory', { story })
      const again = await ask(window, 'openStory', { story })
      expect(again.annotations.map(({ quote }) => quote)).toEqual(['on Friday', 'She left.'])
      expect(again.strays).toEqual([])
    })

    it('takes over nothing that was not offered', async () => {
      const { window, opened } = await marked(connect, [])
      const reply = await window.api.adopt({ story: opened.id, files: ['../../secret.annotations.json'] })
      expect(reply).toMatchObject({ ok: false, error: { kind: 'bad-request' } })
    })
  })
}
