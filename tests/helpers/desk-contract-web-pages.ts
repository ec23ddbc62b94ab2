import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import { place } from './desk-contract-text.ts'
import { ask, type Connect, change, DeskWorld, idOf, openGiven, put, type TestWindow } from './desk-world.ts'

/** Paragraphs of an article. */
export const BODY = [
  'The harbour authority closed the east quay on Friday after divers found cracks in three of its piles.',
  '“Nobody was in danger at any time,” said Mara Lind, who leads the authority, on Friday evening.',
  'Ferries to the islands leave from the west quay until further notice, and the fish market moves as well.',
  'The authority expects the repair to take until spring; it has not said what it will cost the city.',
]
/** A saved web page with an article of these paragraphs, and a menu. */
export const page = (body: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>East quay closed</title></head><body>
<nav><ul><li><a href="/">Menu</a></li></ul></nav>
<article><h1>East quay closed</h1>${body.map((words) => `<p>${words}</p>`).join('\n')}</article></body></html>`

/** A folder with a web page, and a window that has it open. */
async function openPage(connect: Connect) {
  const world = new DeskWorld(connect)
  world.write('quay.html', page(BODY))
  const given = [path.join(path.dirname(world.story), 'quay.html')]
  const window = await world.window(await world.desk({ given }))
  return { world, window, opened: await openGiven(window) }
}

async function markWords(window: TestWindow, { id, story }: OpenedStory, words: string): Promise<void> {
  await change(window, id, put(1, 'attribution', place(story.text, words)))
}

/** A web page is shown as the article in it, or whole. */
export function contractOfWebPages(connect: Connect): void {
  describe('a web page', () => {
    it('opens for annotating only', async () => {
      const { window, opened } = await openPage(connect)
      expect(opened).toMatchObject({
        story: { format: 'html', reader: 'html/1' },
        encoding: 'UTF-8',
        editing: { can: false, reason: 'format' },
      })
      await markWords(window, opened, 'said Mara Lind')
      const { text, blocks, marks } = opened.story
      const edited = { text, blocks, marks }
      const save = { story: opened.id, base: opened.fileSha256, edited, places: [] }
      expect(await window.api.saveText(save)).toEqual({
        ok: false,
        error: { kind: 'text-format', file: 'quay.html', format: 'html' },
      })
    })

    it('is followed when another program saves it', async () => {
      const { world, window, opened } = await openPage(connect)
      await markWords(window, opened, 'said Mara Lind')
      world.write('quay.html', page(['Updated on Saturday with the words of the mayor.', ...BODY]))
      const { version, places } = await window.next('story-text')
      const [start, end] = place(version.story.text, 'said Mara Lind')
      expect(places).toEqual([{ id: idOf(1), span: { start, end }, drift: 'none' }])
      world.write('quay.html', '')
      expect(await window.next('story-problem')).toMatchObject({ problem: 'unreadable' })
      world.write('quay.html', page(BODY))
      expect(await window.next('story-problem', ({ problem }) => problem === null)).toBeDefined()
    })

    it('is shown whole and as its article, with its marks', async () => {
      const { window, opened } = await openPage(connect)
      await markWords(window, opened, 'said Mara Lind')
      await ask(window, 'showWholePage', { story: opened.id, whole: true })
      const whole = await window.next('story-text')
      expect(whole.version.story).toMatchObject({ reader: 'html-page/1' })
      expect([opened.story.text.includes('Menu'), whole.version.story.text.includes('Menu')]).toEqual([
        false,
        true,
      ])
      const [start, end] = place(whole.version.story.text, 'said Mara Lind')
      expect(whole.places).toEqual([{ id: idOf(1), span: { start, end }, drift: 'none' }])
      const again = await ask(window, 'openStory', { story: opened.id })
      expect(again.story.reader).toBe('html-page/1')
      const article = await ask(window, 'openStory', { story: opened.id, wholePage: false })
      expect(article.story.text).toBe(opened.story.text)
    })

    it('is found as it was chosen, also by another Galley, until another choice', async () => {
      const { world, window, opened } = await openPage(connect)
      await ask(window, 'showWholePage', { story: opened.id, whole: true })
      await ask(window, 'closeStory', { story: opened.id })
      const given = [path.join(path.dirname(world.story), 'quay.html')]
      const readers = async () => {
        const here = await openGiven(await world.window(await world.desk({ given })))
        const again = await ask(window, 'openStory', { story: opened.id })
        await ask(window, 'closeStory', { story: opened.id })
        return [here.story.reader, again.story.reader]
      }
      expect(await readers()).toEqual(['html-page/1', 'html-page/1'])
      await ask(window, 'openStory', { story: opened.id })
      await ask(window, 'showWholePage', { story: opened.id, whole: false })
      await ask(window, 'closeStory', { story: opened.id })
      expect(await readers()).toEqual([opened.story.reader, opened.story.reader])
    })

    it('is shown to colleagues as it was marked', async () => {
      const { world, window, opened } = await openPage(connect)
      await ask(window, 'showWholePage', { story: opened.id, whole: true })
      const whole = await ask(window, 'openStory', { story: opened.id })
      const given = [path.join(path.dirname(world.story), 'quay.html')]
      const elsewhere = {
        dataFolder: path.join(world.folder, 'ben'),
        localFolder: path.join(world.folder, 'ben'),
      }
      const colleague = async () => {
        const there = await world.window(await world.desk({ given, ...elsewhere }))
        const { story, annotations } = await openGiven(there)
        await there.close()
        return [story.reader, annotations.map(({ span }) => span && story.text.slice(span.start, span.end))]
      }
      expect(await colleague()).toEqual([opened.story.reader, []])
      await markWords(window, whole, 'Menu')
      expect(await colleague()).toEqual(['html-page/1', ['Menu']])
    })

    it('is what alone can be shown whole', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      expect(await window.api.showWholePage({ story: id, whole: true })).toMatchObject({
        error: { kind: 'bad-request' },
      })
    })
  })
}
