import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SaveState } from '../../shared/desk/contract.ts'
import type { ImportPreview, PickedFile } from '../../shared/desk/contract-import.ts'
import type { StoryId, TagId } from '../../shared/units.ts'
import { quietHost } from './desk-deps.ts'
import { ask, type Connect, change, DeskWorld, openGiven, put, type TestWindow, take } from './desk-world.ts'

const STAND_IN = path.join(import.meta.dirname, 'children/reader-stand-in.mjs')

const COLUMNS = 'id,annotator,tag,start,end,quote,note,created,modified'
const CSV = [
  COLUMNS,
  '7,Ana Ruiz,Claim,15,33,The mayor resigned,Check the date,,',
  '8,Ana Ruiz,Weather,,,on Friday,,,',
  '9,Ben Okoro,source,45,59,officials said,,,',
  '10,Ana Ruiz,Claim,,,The harbour is closed,,,',
].join('\r\n')

const named = (...names: string[]) => names.map((name) => ({ author: name, name }))

function picked(text: string, name = 'desk.csv'): PickedFile {
  return { name, base64: Buffer.from(text).toString('base64') }
}

async function opened(connect: Connect) {
  const world = new DeskWorld(connect)
  const window = await world.window(await world.desk())
  const { id } = await openGiven(window)
  return { world, window, story: id }
}

async function read(window: TestWindow, story: StoryId, text = CSV): Promise<ImportPreview> {
  const preview = await ask(window, 'readImport', { story, file: picked(text) })
  if (preview === null) throw new Error('cancelled')
  return preview
}

/** Annotations of another program become layers. */
export function contractOfImports(connect: Connect): void {
  describe('annotations of another program', () => {
    it('are shown before anything is written: authors, words with their tags, what is found', async () => {
      const { world, window, story } = await opened(connect)
      expect(await read(window, story)).toMatchObject({
        file: 'desk.csv',
        format: 'csv',
        authors: [
          { author: 'Ana Ruiz', count: 3, mine: false },
          { author: 'Ben Okoro', count: 1, mine: false },
        ],
        words: [
          { word: 'Claim', tag: 'fact', known: true, count: 2 },
          { word: 'Weather', tag: 'weather', known: false, count: 1 },
          { word: 'source', tag: 'attribution', known: true, count: 1 },
        ],
        placed: 3,
        orphans: 1,
        nowhere: 0,
        replies: 0,
        warnings: [],
      })
      expect(world.beside()).toEqual([])
    })

    it('become a layer of each author, in a file of its own, shown at once in every window', async () => {
      const { world, window, story } = await opened(connect)
      const { token } = await read(window, story)
      const tags = [{ word: 'Weather', tag: 'assessment' as TagId }]
      const done = await ask(window, 'importMarks', {
        story,
        token,
        authors: named('Ana Ruiz', 'Ben Okoro'),
        tags,
      })
      expect(done).toMatchObject({
        save: { kind: 'saved' },
        placed: 3,
        orphans: [{ quote: 'The harbour is closed', annotator: 'Ana Ruiz' }],
        already: 0,
        leftOut: [],
        layers: ['Ana Ruiz', 'Ben Okoro'],
      })
      const news = await window.next('story-changed', ({ put }) => put.length > 0)
      expect(news.layers).toMatchObject([
        { name: 'Jane Doe', mine: true, count: 0 },
        { name: 'Ana Ruiz', mine: false, count: 3, orphans: 1 },
        { name: 'Ben Okoro', mine: false, count: 1 },
      ])
      const again = await ask(window, 'openStory', { story })
      expect(again.annotations.map(({ tag, quote, note }) => [tag, quote, note])).toEqual([
        ['fact', 'The mayor resigned', 'Check the date'],
        ['assessment', 'on Friday', ''],
        ['attribution', 'officials said', ''],
        ['fact', 'The harbour is closed', ''],
      ])
      expect(world.beside().map((name) => name.replace(/-[0-9a-f]{8}\./, '-…'))).toEqual([
        'council.txt.ana-ruiz-…annotations.json',
        'council.txt.ben-okoro-…annotations.json',
      ])
    })

    it('come in once: what is there is not touched, and what was deleted stays deleted', async () => {
      const { window, story } = await opened(connect)
      const mine = { story, authors: [{ author: 'Ana Ruiz', name: 'Jane Doe', own: true }], tags: [] }
      const text = CSV.replace(/\r\n9,.*/, '')
      const first = await ask(window, 'importMarks', {
        ...mine,
        token: (await read(window, story, text)).token,
      })
      expect([first.placed, first.orphans.length]).toEqual([2, 1])
      const { annotations } = await ask(window, 'openStory', { story })
      const [resigned, friday] = annotations
      if (resigned === undefined || friday === undefined) throw new Error('nothing came in')
      const content = { tag: 'assessment' as TagId, note: 'It was Thursday', fields: {} }
      await change(
        window,
        story,
        { kind: 'put', id: resigned.id, content, span: resigned.span },
        { kind: 'delete', id: friday.id },
      )

      const second = await ask(window, 'importMarks', {
        ...mine,
        token: (await read(window, story, text)).token,
      })
      expect(second).toMatchObject({
        placed: 0,
        orphans: [],
        already: 2,
        deleted: [{ quote: 'on Friday' }],
        layers: [],
      })
      const now = await ask(window, 'openStory', { story })
      expect(now.annotations.map(({ quote, note }) => [quote, note])).toEqual([
        ['The mayor resigned', 'It was Thursday'],
        ['The harbour is closed', ''],
      ])
    })

    it('go into the person’s own layer only when the person says so', async () => {
      const { world, window, story } = await opened(connect)
      await change(window, story, put(1, 'fact', [0, 5]))
      const before = world.beside().map((name) => world.read(name))
      const { token, authors } = await read(window, story, CSV.replaceAll('Ana Ruiz', 'jane  doe'))
      expect(authors[0]).toMatchObject({ author: 'jane doe', mine: true })
      const names = named('jane doe', 'Ben Okoro')
      const refused = await window.api.importMarks({ story, token, authors: names, tags: [] })
      expect(refused).toEqual({ ok: false, error: { kind: 'import-own-name', name: 'jane doe' } })
      expect(world.beside().map((name) => world.read(name))).toEqual(before)

      const own = names.map((one) => ({ ...one, own: true }))
      const done = take(await window.api.importMarks({ story, token, authors: own, tags: [] }))
      expect(done.layers).toEqual(['Jane Doe', 'Ben Okoro'])
      const { layers } = await ask(window, 'openStory', { story })
      expect(layers.map(({ name, mine, count }) => [name, mine, count])).toEqual([
        ['Jane Doe', true, 4],
        ['Ben Okoro', false, 1],
      ])
    })

    it('can be tried without writing or making anybody known', async () => {
      const { world, window, story } = await opened(connect)
      const { token } = await read(window, story)
      const authors = named('Ana Ruiz', 'Ben Okoro')
      const dry = await ask(window, 'importMarks', { story, token, authors, tags: [], dry: true })
      expect([dry.placed, dry.orphans.length, dry.save]).toEqual([
        3,
        1,
        { kind: 'saved', at: null } as SaveState,
      ])
      expect(world.beside()).toEqual([])
      const people = path.join(world.folder, 'data', 'people.json')
      expect(world.read(path.relative(path.dirname(world.story), people))).not.toContain('Ana Ruiz')
    })

    it('are chosen by a dialog where the host has one', async () => {
      const world = new DeskWorld(connect)
      const file = path.join(world.folder, 'from-a-colleague.csv')
      writeFileSync(file, CSV)
      const answers = [file, null, path.join(world.folder, 'gone.csv')]
      const host = quietHost({ chooseImport: async () => answers.shift() ?? null })
      const window = await world.window(await world.desk({ host }))
      const { id: story } = await openGiven(window)
      expect(await ask(window, 'readImport', { story })).toMatchObject({
        file: 'from-a-colleague.csv',
        placed: 3,
      })
      expect(await ask(window, 'readImport', { story })).toBeNull()
      const gone = { ok: false, error: { kind: 'import-io', file: 'gone.csv', code: 'ENOENT' } }
      expect(await window.api.readImport({ story })).toEqual(gone)
    })

    it('can be cancelled while they are read, and nothing is left of them', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk({ readerProgram: STAND_IN }))
      const { id: story } = await openGiven(window)
      const reading = window.api.readImport({ story, file: picked(CSV, 'endless.csv') })
      // The desk goes on meanwhile.
      await change(window, story, put(1, 'fact', [0, 5]))
      const before = world.beside()
      await ask(window, 'cancelImport', {})
      expect(await reading).toEqual({ ok: true, value: null })
      expect(world.beside()).toEqual(before)
    })

    it('give way to the next file', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk({ readerProgram: STAND_IN }))
      const { id: story } = await openGiven(window)
      const first = window.api.readImport({ story, file: picked(CSV, 'endless.csv') })
      await ask(window, 'listStories', {})
      const broken = await window.api.readImport({ story, file: picked(CSV, 'broken.html') })
      expect(await first).toEqual({ ok: true, value: null })
      expect(broken).toEqual({ ok: false, error: { kind: 'import-broken', file: 'broken.html' } })
    })

    it('are looked for again where the story changed since they were read', async () => {
      const { world, window, story } = await opened(connect)
      const { token } = await read(window, story)
      world.write('council.txt', `At last\n\n${world.read('council.txt')}`)
      await window.next('story-text')
      const authors = named('Ana Ruiz', 'Ben Okoro')
      const done = await ask(window, 'importMarks', { story, token, authors, tags: [] })
      expect([done.placed, done.orphans.length]).toEqual([3, 1])
      const { annotations, story: shown } = await ask(window, 'openStory', { story })
      const found = annotations.map(({ span }) => span && shown.text.slice(span.start, span.end))
      expect(found).toEqual(['The mayor resigned', 'on Friday', 'officials said', null])
    })

    it('are refused with the reason, and nothing is written', async () => {
      const { world, window, story } = await opened(connect)
      const refuse = async (file: PickedFile) => {
        const reply = await window.api.readImport({ story, file })
        return reply.ok ? 'read' : reply.error.kind
      }
      expect(await refuse(picked('Dear all, please find attached', 'letter.txt'))).toBe('import-unknown')
      expect(await refuse(picked('\u0000\u0001\u0002', 'noise.csv'))).toBe('import-not-text')
      const { token } = await read(window, story)
      const wrong = { story, token: `${token}0`, authors: named('Ana Ruiz', 'Ben Okoro'), tags: [] }
      expect(await window.api.importMarks(wrong)).toEqual({ ok: false, error: { kind: 'import-forgotten' } })
      const unnamed = { story, token, authors: named('Ana Ruiz'), tags: [] }
      expect(await window.api.importMarks(unnamed)).toEqual({ ok: false, error: { kind: 'name-empty' } })
      expect(world.beside()).toEqual([])
    })
  })
}
