import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { BODY, page } from './desk-contract-web-pages.ts'
import { ask, type Connect, DeskWorld, openGiven } from './desk-world.ts'

const STAND_IN = path.join(import.meta.dirname, 'children/reader-stand-in.mjs')

export function contractOfFormats(connect: Connect): void {
  describe('the comments in a document', () => {
    it('are layers of their authors, which nobody changes here and nothing writes', async () => {
      const world = new DeskWorld(connect)
      const text = 'The mayor resigned on Friday, officials said.'
      world.write('council.docx', text)
      const given = [path.join(path.dirname(world.story), 'council.docx')]
      const window = await world.window(await world.desk({ given, readerProgram: STAND_IN }))
      const opened = await openGiven(window)
      expect(opened.layers).toMatchObject([
        { name: 'Jane Doe', mine: true },
        { name: 'Ana Ruiz', mine: false, source: 'document', files: [], count: 1, orphans: 0, changed: 0 },
        { name: 'Ben Ito', mine: false, source: 'document', count: 1 },
      ])
      expect(opened.annotations).toMatchObject([
        { tag: 'fact', note: 'Call the port.\n\nBen Ito answered: Done: Friday it is.', quote: 'on Friday' },
        { tag: 'comment', note: 'Who are they?', span: { start: 30, end: 44 }, drift: 'none' },
      ])
      const [first] = opened.annotations
      if (first === undefined) throw new Error('no comment')
      const change = { kind: 'delete', id: first.id } as const
      expect(await window.api.changeAnnotations({ story: opened.id, changes: [change] })).toMatchObject({
        error: { kind: 'not-yours' },
      })
      expect(world.beside()).toEqual(['council.docx'])
      // Saved again by Word, the comments are the same ones.
      world.write('council.docx', `Update\n${text}`)
      await window.next('story-text')
      const again = await ask(window, 'openStory', { story: opened.id })
      expect(again.annotations.map(({ id }) => id)).toEqual(opened.annotations.map(({ id }) => id))
      expect(again.annotations.map(({ span }) => span?.start)).toEqual([26, 37])
    })
  })

  describe('a picture of a story', () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\n…', 'latin1')

    it('comes from beside the story, or from inside it, and from nowhere else', async () => {
      const inline = `data:image/png;base64,${png.toString('base64')}`
      const sources = ['quay.png', '../quay.png', 'https://example.org/quay.png', 'gone.png', inline]
      const world = new DeskWorld(connect)
      world.write('pictures.md', sources.map((source) => `![The quay](${source})\n`).join('\n'))
      world.write('quay.png', png)
      const given = [path.join(path.dirname(world.story), 'pictures.md')]
      const window = await world.window(await world.desk({ given }))
      const { id: story, story: opened } = await openGiven(window)
      expect(opened.images.map(({ source }) => source)).toEqual(sources)
      const replies = await Promise.all(
        [...sources, 'pictures.md'].map((source) => window.api.storyImage({ story, source })),
      )
      const shown = { ok: true, value: { mediaType: 'image/png', base64: png.toString('base64') } }
      const refused = (kind: string, file: string) => ({ ok: false, error: { kind, file } })
      expect(replies).toEqual([
        shown,
        refused('image-outside', '../quay.png'),
        refused('image-remote', 'https://example.org/quay.png'),
        refused('image-missing', 'gone.png'),
        shown,
        // A file that is there, and no picture of the story.
        refused('image-missing', 'pictures.md'),
      ])
    })
  })

  describe('an opening that is cancelled', () => {
    it('leaves nothing', async () => {
      const world = new DeskWorld(connect)
      world.write('endless.html', page(BODY))
      const folder = path.dirname(world.story)
      const given = [path.join(folder, 'endless.html'), world.story]
      const window = await world.window(await world.desk({ given, readerProgram: STAND_IN }))
      await ask(window, 'nameAnnotator', { name: 'Jane Doe' })
      const stories = await ask(window, 'listStories', {})
      const idOfName = (name: string) => stories.find((entry) => entry.name === name)?.story
      const [endless, council] = [idOfName('endless.html'), idOfName('council.txt')]
      if (endless === undefined || council === undefined) throw new Error('not listed')
      const before = readdirSync(folder)
      const opening = window.api.openStory({ story: endless })
      // Another story opens meanwhile.
      expect((await ask(window, 'openStory', { story: council })).story.name).toBe('council.txt')
      await ask(window, 'cancelOpening', {})
      expect(await opening).toEqual({
        ok: false,
        error: { kind: 'reading-cancelled', file: 'endless.html' },
      })
      expect(readdirSync(folder)).toEqual(before)
      const change = { story: endless, changes: [] }
      expect(await window.api.changeAnnotations(change)).toMatchObject({ error: { kind: 'unknown-story' } })
    })
  })

  describe('a desk that ends', () => {
    it('does not wait for what is being opened', async () => {
      const world = new DeskWorld(connect)
      world.write('endless.html', page(BODY))
      const given = [path.join(path.dirname(world.story), 'endless.html')]
      const desk = await world.desk({ given, readerProgram: STAND_IN })
      const window = await world.window(desk)
      const { opening } = await ask(window, 'begin', {})
      if (opening === null) throw new Error('no story was given')
      const reply = window.api.openStory({ story: opening })
      // The call is at the desk when another one is answered.
      await ask(window, 'listStories', {})
      await desk.close()
      expect(await reply).toMatchObject({ error: { kind: 'reading-cancelled' } })
    })
  })

  describe('the list of stories', () => {
    it('has the files of every format, and none that only ends like one', async () => {
      const world = new DeskWorld(connect)
      const files: Readonly<Record<string, string>> = {
        'a.html': page(BODY),
        'b.docx': 'PK',
        'c.json': '{ "uri": "urn:wire:1", "body_text": "…", "headline": "Quay closed" }',
        'd.xml': '<?xml version="1.0"?>\n<!DOCTYPE nitf>\n<nitf><body/></nitf>',
        'package.json': '{ "name": "quay", "version": "1.0.0" }',
        'feed.xml': '<rss version="2.0"><channel/></rss>',
        'galley.tags.json': '{ "tags": [] }',
        'council.txt.jane-doe-0a1b2c3d.annotations.json': '{ "uri": 1, "headline": 1 }',
        'council.report.html': page(BODY),
        'kept.html': '<meta name="generator" content="Galley 0.1.0">',
      }
      for (const [name, content] of Object.entries(files)) world.write(name, content)
      const window = await world.window(await world.desk())
      const stories = await ask(window, 'listStories', {})
      expect(stories.map(({ name }) => name)).toEqual(['a.html', 'b.docx', 'c.json', 'council.txt', 'd.xml'])
      expect(stories.map(({ headline }) => headline)).toEqual(['', '', '', 'Mayor resigns', ''])
    })
  })
}
