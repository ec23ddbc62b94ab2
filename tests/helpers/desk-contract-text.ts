import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import type { StoryVersion, TextToSave } from '../../shared/desk/contract-text.ts'
import { readStory } from '../../shared/story/read-story.ts'
import { type Span, span } from '../../shared/units.ts'
import { ask, type Connect, change, DeskWorld, idOf, openGiven, put, type TestWindow } from './desk-world.ts'

export const TEXT = 'Mayor resigns\n\nThe mayor resigned on Friday, officials said. She left.\n'

/** Where words stand in a text. */
function at(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return span(start, start + words.length)
}

export function place(text: string, words: string): [number, number] {
  const { start, end } = at(text, words)
  return [start, end]
}

/** An edited text as a window hands it over, with marks where it moved them. */
function edited(
  opened: Pick<OpenedStory, 'id'> & Pick<StoryVersion, 'fileSha256'>,
  text: string,
  places: Readonly<Record<number, string | null>> = {},
): TextToSave {
  const { blocks, marks } = readStory('council.txt', text)
  return {
    story: opened.id,
    base: opened.fileSha256,
    edited: { text, blocks, marks },
    places: Object.entries(places).map(([n, words]) => ({
      id: idOf(Number(n)),
      span: words === null ? null : at(text, words),
    })),
  }
}

/** A window on the story with one mark on each of the words, ids from 1. */
export async function marked(connect: Connect, words: readonly string[], text = TEXT) {
  const world = new DeskWorld(connect, text)
  const desk = await world.desk()
  const window = await world.window(desk)
  const opened = await openGiven(window)
  const storyText = opened.story.text
  const puts = words.map((each, n) => put(n + 1, 'fact', place(storyText, each)))
  await change(window, opened.id, ...puts)
  return { world, desk, window, opened }
}

function itemOf(world: DeskWorld, n: number) {
  const name = world.beside().find((file) => file.endsWith('.annotations.json')) ?? ''
  const item = world.sidecar(name).first.items.find(({ id }) => id === idOf(n))
  if (item === undefined) throw new Error(`no item ${n}`)
  return item
}

async function reopened({ window, opened }: { window: TestWindow; opened: OpenedStory }) {
  return ask(window, 'openStory', { story: opened.id })
}

export function contractOfText(connect: Connect): void {
  describe('another text', () => {
    it('is shown when another program wrote it, each mark placed, changed or an orphan', async () => {
      const { world, window, opened } = await marked(connect, ['resigned', 'on Friday', 'She left.'])
      const text = 'Mayor resigns\n\nUpdated.\n\nThe mayor resigned on Monday, officials said.\n'
      world.write('council.txt', text)
      const news = await window.next('story-text')
      expect(news.version.story.text).toBe(text)
      expect(Object.fromEntries(news.places.map(({ id, ...rest }) => [id, rest]))).toEqual({
        [idOf(1)]: { span: at(text, 'resigned'), drift: 'sentence' },
        [idOf(2)]: { span: at(text, 'on Monday'), drift: 'words' },
        [idOf(3)]: { span: null, drift: 'none' },
      })
      expect(news.layers).toMatchObject([{ count: 3, changed: 1, orphans: 1 }])
      // Looking a mark up never writes.
      expect(itemOf(world, 2)).toMatchObject({
        target: { selector: [{ exact: 'on Friday' }, { start: 34, end: 43 }] },
      })
      expect((await reopened({ window, opened })).annotations).toMatchObject([
        { id: idOf(1), quote: 'resigned' },
        { id: idOf(2), quote: 'on Friday' },
        { id: idOf(3), span: null, quote: 'She left.' },
      ])
    })

    it('refuses spans that point into the text of before', async () => {
      const { world, window, opened } = await marked(connect, [])
      world.write('council.txt', `Correction\n\n${TEXT}`)
      await window.next('story-text')
      const { id: story, textSha256: text } = opened
      const late = { story, text, changes: [put(1, 'fact', place(TEXT, 'She left.'))] }
      expect(await window.api.changeAnnotations(late)).toEqual({
        ok: false,
        error: { kind: 'text-moved', file: 'council.txt' },
      })
    })

    it('takes curled quotes, dashes and white space as no change', async () => {
      const before = 'The mayor said: "I am leaving" - at last.\n'
      const { world, window } = await marked(connect, ['"I am leaving" - at last'], before)
      world.write('council.txt', 'The mayor said: “I am leaving” — at  last.\n')
      const { places } = await window.next('story-text')
      expect(places).toEqual([{ id: idOf(1), span: span(16, 41), drift: 'none' }])
    })

    it('finds a colleague’s mark from the text that it was made on', async () => {
      const before = 'Talks failed. She left.\n\nTalks failed. She left.\n'
      const world = new DeskWorld(connect, before)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      const second = before.lastIndexOf('She left.')
      await change(window, id, put(1, 'fact', [second, second + 9]))
      expect(readdirSync(path.join(path.dirname(world.story), '.galley', 'texts'))).toEqual([
        expect.stringMatching(/^[0-9a-f]{64}\.gz$/),
      ])
      const text = `Nobody slept.\n\n${before}`
      world.write('council.txt', text)
      const data = path.join(world.folder, 'other')
      const other = await world.window(await world.desk({ dataFolder: data, localFolder: data }))
      const last = text.lastIndexOf('She left.')
      expect((await openGiven(other, 'Bob Ray')).annotations).toMatchObject([
        { id: idOf(1), span: span(last, last + 9), drift: 'none' },
      ])
    })

    it('is accepted by confirming the words as they are', async () => {
      const { world, window, opened } = await marked(connect, ['on Friday'])
      const text = TEXT.replace('Friday', 'Monday')
      world.write('council.txt', text)
      await window.next('story-text')
      const [start, end] = place(text, 'on Monday')
      const accept = { ...put(1, 'fact', [start, end]), confirm: true } as const
      const reply = await change(window, opened.id, accept)
      expect(reply.annotations).toMatchObject([{ quote: 'on Monday', drift: 'none', revision: 2 }])
      expect(itemOf(world, 1)['galley:confirmed']).toMatchObject({ 'galley:exact': 'on Monday' })
      // An undo brings back what was confirmed before.
      const undo = { ...accept, quote: 'on Friday' }
      expect((await change(window, opened.id, undo)).annotations).toMatchObject([
        { quote: 'on Friday', drift: 'words', revision: 3 },
      ])
    })

    it('accepts a sentence that changed around its words, and takes that back', async () => {
      const { world, window, opened } = await marked(connect, ['resigned'])
      const text = TEXT.replace('Friday', 'Monday')
      world.write('council.txt', text)
      await window.next('story-text')
      const accept = { ...put(1, 'fact', place(text, 'resigned')), confirm: true } as const
      expect((await change(window, opened.id, accept)).annotations).toMatchObject([{ drift: 'none' }])
      const undo = { ...accept, sentenceChanged: true }
      expect((await change(window, opened.id, undo)).annotations).toMatchObject([
        { quote: 'resigned', drift: 'sentence' },
      ])
    })

    it('gives new positions to what was placed, and to nothing else', async () => {
      const { world, window, opened } = await marked(connect, ['resigned', 'on Friday'])
      world.write('council.txt', `Correction\n\n${TEXT.replace('Friday', 'Monday')}`)
      await window.next('story-text')
      const before = itemOf(world, 2)
      expect(await ask(window, 'settlePlaces', { story: opened.id })).toMatchObject({ settled: [idOf(1)] })
      expect(itemOf(world, 1)).toMatchObject({
        'galley:revision': 1,
        target: { selector: [{ exact: 'resigned' }, { start: 37, end: 45 }] },
      })
      expect(itemOf(world, 2)).toEqual(before)
      expect(await ask(window, 'settlePlaces', { story: opened.id })).toMatchObject({ settled: [] })
    })
  })

  describe('an edited text', () => {
    it('is written with its BOM and line ends, and the marks with the places that they have on the screen', async () => {
      const source = '\ufeffMayor resigns\r\n\r\nThe mayor resigned.\r\n'
      const { world, window, opened } = await marked(connect, ['resigned'], source)
      const text = opened.story.text.replace('The mayor', 'On Monday the mayor')
      const saved = await ask(window, 'saveText', edited(opened, text, { 1: 'resigned' }))
      expect(world.read('council.txt')).toBe('\ufeffMayor resigns\r\n\r\nOn Monday the mayor resigned.\r\n')
      expect(saved.save).toMatchObject({ kind: 'saved' })
      expect(saved.places).toEqual([{ id: idOf(1), span: at(text, 'resigned'), drift: 'sentence' }])
      expect(itemOf(world, 1)).toMatchObject({
        'galley:revision': 1,
        target: { 'galley:text': saved.version.textSha256 },
        'galley:confirmed': { 'galley:exact': 'resigned' },
      })
      // It goes on from there.
      const { version } = saved
      const next = {
        ...edited({ ...version, id: opened.id }, text.replace('Monday', 'Tuesday'), { 1: 'resigned' }),
      }
      await ask(window, 'saveText', next)
      expect(world.read('council.txt')).toContain('On Tuesday the mayor')
    })

    it('leaves no text behind for each pause of typing, and the last one at the end', async () => {
      const { world, window, opened } = await marked(connect, ['She left.'])
      const kept = () => readdirSync(path.join(path.dirname(world.story), '.galley', 'texts')).length
      let { fileSha256 } = opened
      for (const word of ['One', 'Two', 'Three']) {
        const text = TEXT.replace('The mayor', `${word} mayor`)
        const saved = await ask(
          window,
          'saveText',
          edited({ id: opened.id, fileSha256 }, text, { 1: 'She left.' }),
        )
        fileSha256 = saved.version.fileSha256
      }
      expect(kept()).toBe(1)
      await ask(window, 'closeStory', { story: opened.id })
      expect(kept()).toBe(2)
    })

    it('keeps the words that were confirmed where a mark was typed over', async () => {
      const { world, window, opened } = await marked(connect, ['on Friday'])
      const text = TEXT.replace('on Friday', 'last week')
      const saved = await ask(window, 'saveText', edited(opened, text, { 1: 'last week' }))
      expect(saved.places).toMatchObject([{ span: at(text, 'last week'), drift: 'words' }])
      expect(itemOf(world, 1)['galley:confirmed']).toMatchObject({ 'galley:exact': 'on Friday' })
    })

    it('reaches the other window of the same desk', async () => {
      const { world, desk, window, opened } = await marked(connect, ['She left.'])
      const other = await world.window(desk)
      await openGiven(other)
      const text = TEXT.replace('She left.', 'So she left. She left.')
      const long = text.lastIndexOf('She left.')
      const moved = edited(opened, text)
      const places = [{ id: idOf(1), span: span(long, long + 9) }]
      await ask(window, 'saveText', { ...moved, places })
      const news = await other.next('story-text')
      expect(news.version.story.text).toBe(text)
      expect(news.places).toMatchObject(places)
      expect(window.heard.filter(({ event }) => event === 'story-text')).toEqual([])
    })

    it('is not written over what another program wrote; both are kept, whichever goes on', async () => {
      const mine = TEXT.replace('Friday', 'Monday')
      const theirs = TEXT.replace('She left.', 'She stayed.')
      for (const goOn of ['disk', 'mine'] as const) {
        const { world, window, opened } = await marked(connect, ['resigned'])
        world.write('council.txt', theirs)
        const text = edited(opened, mine, { 1: 'resigned' })
        expect(await window.api.saveText(text)).toEqual({
          ok: false,
          error: { kind: 'text-conflict', file: 'council.txt' },
        })
        expect(world.read('council.txt')).toBe(theirs)
        await window.next('story-text')
        const { copy, version } = await ask(window, 'keepBoth', { ...text, goOn })
        const [shown, kept] = goOn === 'mine' ? [mine, theirs] : [theirs, mine]
        expect([world.read('council.txt'), version.story.text, world.read(copy)]).toEqual([
          shown,
          shown,
          kept,
        ])
        expect(copy).toMatch(
          goOn === 'mine' ? /^council \(on disk .*\)\.txt$/ : /^council \(Jane Doe’s text\)\.txt$/,
        )
      }
    })

    it('is refused where the encoding is only read', async () => {
      const world = new DeskWorld(connect)
      world.write('council.txt', Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x62, 0x61, 0x72, 0x0a]))
      const window = await world.window(await world.desk())
      const opened = await openGiven(window)
      expect(opened.editing).toEqual({ can: false, reason: 'encoding', encoding: 'Windows-1252' })
      expect(await window.api.saveText(edited(opened, 'Cafe bar\n'))).toEqual({
        ok: false,
        error: { kind: 'text-encoding', file: 'council.txt', encoding: 'Windows-1252' },
      })
    })
  })
}
