import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../../shared/desk/contract-settings.ts'
import { sentenceFor } from '../../shared/messages.ts'
import { checkTags } from '../../shared/tags/scheme-text.ts'
import { builtInTags, SCHEME_FILE, type Tag } from '../../shared/tags.ts'
import { ask, type Connect, change, DeskWorld, openGiven, put, take, wholeExport } from './desk-world.ts'

const scheme = (...labels: string[]) =>
  JSON.stringify({ tags: labels.map((label) => ({ id: label.toLowerCase(), label })) }, null, 2)

function tagsCalled(...labels: string[]): readonly Tag[] {
  const checked = checkTags(labels.map((label) => ({ id: label.toLowerCase(), label })))
  if (!checked.ok) throw new Error(checked.error.detail)
  return checked.value
}

export function contractOfTags(connect: Connect): void {
  describe('tags', () => {
    it('are the built-in ones where nobody has others', async () => {
      const world = new DeskWorld(connect)
      const opened = await openGiven(await world.window(await world.desk()))
      expect(opened.scheme).toEqual({ tags: builtInTags, source: 'built-in', problem: null })
    })

    it('are those of the folder, and no annotations of anybody', async () => {
      const world = new DeskWorld(connect)
      world.write(SCHEME_FILE, JSON.stringify({ 'galley:tags': 1, tags: [{ id: 'claim', label: 'Claim' }] }))
      const opened = await openGiven(await world.window(await world.desk()))
      expect(opened.scheme).toEqual({ tags: tagsCalled('Claim'), source: 'folder', problem: null })
      expect([opened.unreadable, opened.strays]).toEqual([[], []])
    })

    it('come before the person’s own, which come before the built-in ones', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      await ask(window, 'changeSettings', { tags: tagsCalled('Mine') })
      const { id, scheme: own } = await openGiven(window)
      expect(own).toEqual({ tags: tagsCalled('Mine'), source: 'settings', problem: null })
      world.write(SCHEME_FILE, scheme('Theirs'))
      const told = await window.next('story-tags')
      expect(told).toEqual({
        story: id,
        scheme: { tags: tagsCalled('Theirs'), source: 'folder', problem: null },
      })
    })

    it('are told to every window as the file changes, has a fault, is mended and goes', async () => {
      const world = new DeskWorld(connect)
      const desk = await world.desk()
      const [left, right] = [await world.window(desk), await world.window(desk)]
      await openGiven(left)
      await openGiven(right)
      const hear = (fits: (labels: string, hasProblem: boolean) => boolean) =>
        Promise.all(
          [left, right].map((window) =>
            window.next('story-tags', ({ scheme: { tags, problem } }) =>
              fits(tags.map(({ label }) => label).join(), problem !== null),
            ),
          ),
        )
      world.write(SCHEME_FILE, scheme('One', 'Two'))
      await hear((labels) => labels === 'One,Two')
      world.write(SCHEME_FILE, '{\n  "tags": [,]\n}\n')
      const [{ scheme: faulty } = { scheme: null }] = await hear((_labels, hasProblem) => hasProblem)
      expect(faulty).toEqual({
        tags: builtInTags,
        source: 'built-in',
        problem: {
          kind: 'scheme-json',
          file: SCHEME_FILE,
          line: 2,
          column: 12,
          detail: 'there is a comma too many',
        },
      })
      world.write(SCHEME_FILE, scheme('Three'))
      await hear((labels) => labels === 'Three')
      rmSync(path.join(path.dirname(world.story), SCHEME_FILE))
      await hear((labels, hasProblem) => labels.startsWith('Fact,') && !hasProblem)
    })

    it('with a fault let the story open with the others, and are left as they are', async () => {
      const world = new DeskWorld(connect)
      const bad = '{ "tags": [\n  { "id": "a", "label": "A" },\n  { "id": "a", "label": "B" }\n] }'
      world.write(SCHEME_FILE, bad)
      const window = await world.window(await world.desk())
      const { id, scheme: found } = await openGiven(window)
      expect(found).toMatchObject({
        source: 'built-in',
        problem: { kind: 'scheme-invalid', line: 3, where: 'tags[1].id' },
      })
      expect((await change(window, id, put(1, 'fact', [15, 24]))).save.kind).toBe('saved')
      expect(world.read(SCHEME_FILE)).toBe(bad)
    })

    it('may be a folder of that name, which is a fault', async () => {
      const world = new DeskWorld(connect)
      mkdirSync(path.join(path.dirname(world.story), SCHEME_FILE))
      const { scheme: found } = await openGiven(await world.window(await world.desk()))
      expect(found.problem === null ? '' : sentenceFor(found.problem)).toContain('it is a folder')
    })

    it('that the story does not have stay on the marks that have them', async () => {
      const world = new DeskWorld(connect)
      world.write(SCHEME_FILE, scheme('Claim'))
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      await change(window, id, put(1, 'rumour', [15, 24]))
      await ask(window, 'closeStory', { story: id })
      const again = await openGiven(window)
      expect(again.annotations).toMatchObject([{ tag: 'rumour' }])
      const report = take(await window.api.exportStory({ ...wholeExport, story: id, format: 'html' }))
      if (report?.kind === 'download') expect(report.content).toContain('rumour')
    })

    it('are shared with the folder once, in all windows on stories there', async () => {
      const world = new DeskWorld(connect)
      world.write('beside.txt', 'The fair was held in Overton.\n')
      const desk = await world.desk()
      const [window, other] = [await world.window(desk), await world.window(desk)]
      await ask(window, 'changeSettings', { tags: tagsCalled('Mine') })
      const { id } = await openGiven(window)
      const beside = (await ask(other, 'listStories', {})).find(({ name }) => name === 'beside.txt')
      if (beside === undefined) throw new Error('the story beside it is not listed')
      await ask(other, 'openStory', { story: beside.story })

      const shared = { tags: tagsCalled('Mine'), source: 'folder', problem: null }
      expect(await ask(window, 'shareTags', { story: id })).toEqual(shared)
      expect(await other.next('story-tags')).toEqual({ story: beside.story, scheme: shared })
      const made = world.read(SCHEME_FILE)
      expect(JSON.parse(made)).toMatchObject({
        'galley:tags': 1,
        tags: [{ id: 'mine', label: 'Mine', key: '1' }],
      })

      await ask(window, 'changeSettings', { tags: null })
      expect(await window.api.shareTags({ story: id })).toEqual({
        ok: false,
        error: { kind: 'scheme-exists', file: SCHEME_FILE },
      })
      expect(world.read(SCHEME_FILE)).toBe(made)
    })

    it('are the built-in ones when somebody without own tags shares them', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id } = await openGiven(window)
      expect(await ask(window, 'shareTags', { story: id })).toEqual({
        tags: builtInTags,
        source: 'folder',
        problem: null,
      })
    })
  })

  describe('settings', () => {
    const changed: Settings = {
      theme: 'dark',
      contrast: 'more',
      singleKeys: false,
      keys: { note: ['m'], help: [] },
      zoom: 240,
      paper: 'wide',
      snap: false,
      allMarks: true,
      tagColours: { fact: { light: '#0b6bb0', dark: '#6db7f2' } },
      tags: builtInTags,
    }

    it('come back as they were changed, in the next window too', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      expect(await ask(window, 'changeSettings', changed)).toEqual(changed)
      const next = await world.window(await world.desk())
      expect((await ask(next, 'begin', {})).settings).toEqual(changed)
    })

    it.each<readonly [string, object]>([
      ['a size out of range', { zoom: 59 }],
      ['a size that is no whole number', { zoom: 100.5 }],
      ['a width that there is none of', { paper: 'huge' }],
      ['five keys for a command', { keys: { note: ['a', 'b', 'c', 'd', 'e'] } }],
      ['keys without end', { keys: { note: ['x'.repeat(41)] } }],
      ['a colour by name', { tagColours: { fact: { light: 'red', dark: '#ffffff' } } }],
      ['half a colour', { tagColours: { fact: { light: '#000000' } } }],
      ['ten tags', { tags: Array.from({ length: 10 }, (_, n) => ({ id: `t${n}`, label: 'T' })) }],
      ['no tags', { tags: [] }],
      ['a tag without a label', { tags: [{ id: 'a' }] }],
      ['a setting that there is none of', { font: 'large' }],
    ])('are refused with %s, and stay', async (_what, wrong) => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const before = (await ask(window, 'begin', {})).settings
      expect(await window.transport.call('changeSettings', wrong)).toMatchObject({
        ok: false,
        error: { kind: 'bad-request' },
      })
      expect((await ask(window, 'begin', {})).settings).toEqual(before)
    })
  })
}
