import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StoryId } from '../../../shared/units.ts'
import { ask, change, openGiven, type TestWindow, wholeExport } from '../../helpers/desk-world.ts'
import { contentOf, newsroom, takeIn } from '../../helpers/newsroom.ts'
import { filesSaying, saidBy } from '../../helpers/traces.ts'

const NOTE = 'lanternmoth-70415532'
const PLACE = { start: 15, end: 33, text: 'The mayor resigned' }

/** Files with one mark that says {@link NOTE}, each in a format of which more is carried than Galley shows. */
const files = {
  jsonld: JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://example.org/anno/7',
    type: 'Annotation',
    rights: 'https://example.org/rights',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: 'Claim' },
      { type: 'TextualBody', purpose: 'commenting', value: NOTE, language: 'en' },
    ],
    target: {
      source: 'https://example.org/story',
      selector: { type: 'TextQuoteSelector', exact: PLACE.text, prefix: '', suffix: '' },
    },
  }),
  brat: `T1\tClaim 15 33\t${PLACE.text}\n#1\tAnnotatorNotes T1\t${NOTE}\n`,
  'label-studio': JSON.stringify([
    {
      id: 1,
      data: { text: 'Mayor resigns\n\nThe mayor resigned on Friday, officials said. She left.\n' },
      annotations: [
        {
          id: 1,
          result: [
            { id: 'a', type: 'labels', from_name: 'label', value: { ...PLACE, labels: ['Claim'] } },
            { id: 'a', type: 'textarea', from_name: 'comment', value: { ...PLACE, text: [NOTE] } },
          ],
        },
      ],
    },
  ]),
} as const

/** A window with the mark of a file in the person's own layer. */
async function taken(name: string, file: string) {
  const { world, desk } = await newsroom()
  const window = await world.window(desk)
  const { id: story } = await openGiven(window)
  await takeIn(window, story, [name, file], 'Jane Doe')
  const [mark] = (await ask(window, 'openStory', { story })).annotations
  if (mark === undefined) throw new Error('nothing came in')
  return { window, story, mark, folder: path.dirname(world.story), data: path.join(world.folder, 'data') }
}

/** In the formats that give back what they carried, as text; without what another version of a mark changes. */
async function exported(window: TestWindow, story: StoryId): Promise<readonly string[]> {
  const changing = /\d{4}-\d\d-\d\dT[\d:.]+Z|"galley:revision": \d+/g
  const said: string[] = []
  for (const format of ['jsonld', 'brat', 'hypothesis'] as const) {
    const made = await ask(window, 'exportStory', { ...wholeExport, story, format })
    said.push(saidBy(contentOf(made)).replace(changing, ''))
  }
  return said
}

describe('what came in from a file', () => {
  it.each([
    ['jsonld', 'in.json'],
    ['brat', 'in.ann'],
    ['label-studio', 'in.json'],
  ] as const)(
    'is not beside the story once the note is private, and comes back with it: %s',
    async (kind, name) => {
      const { window, story, mark, folder, data } = await taken(name, files[kind])
      const { id, span, tag, fields } = mark
      expect(mark).toMatchObject({ note: NOTE, carried: { [kind]: expect.anything() } })
      const before = await exported(window, story)

      const hidden = { tag, note: '', fields, private: { note: NOTE, fields: {} } }
      await change(window, story, { kind: 'put', id, content: hidden, span })
      expect(filesSaying(folder, NOTE)).toEqual([])
      expect((await exported(window, story)).join('\n')).not.toContain(NOTE)

      await change(window, story, { kind: 'put', id, content: { tag, note: NOTE, fields }, span })
      expect(await exported(window, story)).toEqual(before)
      expect(filesSaying(data, NOTE)).toEqual([])
    },
  )

  it('keeps its fields for everybody when one of them becomes private', async () => {
    const file = `T1\tClaim 15 33\t${PLACE.text}\n#1\tField-source T1\t${NOTE}\nN1\tRef T1 Wiki:1\tmayor\n`
    const { window, story, mark, folder } = await taken('in.ann', file)
    const { source = '', ...fields } = mark.fields
    expect(source).toBe(NOTE)
    const content = { tag: mark.tag, note: '', fields, private: { note: null, fields: { source } } }
    await change(window, story, { kind: 'put', id: mark.id, content, span: mark.span })
    expect(filesSaying(folder, NOTE)).toEqual([])
    expect((await exported(window, story)).join('\n')).toContain('Wiki:1 mayor')
  })

  it('is kept as it was where only what is new is private', async () => {
    const { window, story, mark, folder } = await taken('in.ann', files.brat)
    const { id, span, tag, note, fields } = mark
    const before = await exported(window, story)
    const content = { tag, note, fields, private: { note: null, fields: { source: 'the clerk' } } }
    await change(window, story, { kind: 'put', id, content, span })
    expect(await exported(window, story)).toEqual(before)
    expect(filesSaying(folder, 'the clerk')).toEqual([])
  })
})
