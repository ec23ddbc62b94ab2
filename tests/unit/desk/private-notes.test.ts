import { copyFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import type { OpenedStory } from '../../../shared/desk/contract.ts'
import { exportFormats } from '../../../shared/exchange/formats.ts'
import { writeReply } from '../../../shared/review/write-reply.ts'
import type { AnnotatorId, IsoTime, StoryId } from '../../../shared/units.ts'
import {
  ask,
  change,
  type DeskWorld,
  idOf,
  openGiven,
  put,
  type TestWindow,
  wholeExport,
} from '../../helpers/desk-world.ts'
import { contentOf, newsroom, takeIn } from '../../helpers/newsroom.ts'
import { expectKept, expectSilent, OPEN, planted, SECRETS } from '../../helpers/secrets.ts'
import { filesSaying, saidBy } from '../../helpers/traces.ts'

/** Bob's mark, and what he answers to Jane's. */
async function answered(world: DeskWorld): Promise<AnnotatorId> {
  const away = path.join(world.folder, 'laptop')
  const desk = await world.desk({ dataFolder: `${away}/data`, localFolder: `${away}/local` })
  const window = await world.window(desk)
  const { id } = await openGiven(window, 'Bob Ray')
  await change(window, id, put(51, 'assessment', [25, 33], 'Who says so?'))
  await desk.close()
  const file = world.beside().find((name) => name.includes('bob-ray')) ?? ''
  const sidecar = world.sidecar(file)
  const creator = sidecar.creator.id as AnnotatorId
  const now = '2026-11-20T10:04:00Z' as IsoTime
  const said = { id: idOf(52), creator, to: idOf(1), verdict: 'asks' as const, note: 'On record?' }
  const items = [...sidecar.first.items, writeReply({ ...said, created: now, modified: now })]
  const more = { ...sidecar, total: items.length, first: { ...sidecar.first, items } }
  world.write(file, serialiseSidecar(more))
  return creator
}

/** The story in every format, with all that is in it and with two annotators side by side. @returns what was made */
async function exportAll(window: TestWindow, story: StoryId, pair: readonly [AnnotatorId, AnnotatorId]) {
  const made = new Map<string, string | Uint8Array>()
  for (const format of exportFormats) {
    made.set(format, contentOf(await ask(window, 'exportStory', { ...wholeExport, story, format })))
  }
  for (const format of ['html', 'pdf'] as const) {
    const compared = { ...wholeExport, compare: pair, story, format }
    made.set(`${format}, compared`, contentOf(await ask(window, 'exportStory', compared)))
  }
  return made
}

async function openFerry(window: TestWindow): Promise<OpenedStory> {
  const ferry = (await ask(window, 'listStories', {})).find(({ name }) => name === 'ferry.md')
  if (ferry === undefined) throw new Error('the ferry is not listed')
  return ask(window, 'openStory', { story: ferry.story })
}

describe('a private note', () => {
  // More than sixty exports, and imports of them.
  it('is found in the data folder alone, whatever is done with the story', { timeout: 60_000 }, async () => {
    const { world, desk, left } = await newsroom()
    const bob = await answered(world)
    const window = await world.window(desk)
    await openGiven(window)
    // One more in a story that no window shows when the folder is exported.
    expect((await change(window, (await openFerry(window)).id, planted(9, [0, 5]))).save.kind).toBe('saved')
    const { id: story, layers } = await openGiven(window)
    const jane = layers.find(({ mine }) => mine)?.annotator ?? bob
    expect((await change(window, story, planted(1, [15, 24]))).save.kind).toBe('saved')

    // Every format, alone and of the whole folder, before and after annotations came in.
    for (const round of ['first', 'after imports']) {
      const made = await exportAll(window, story, [jane, bob])
      for (const [name, content] of made) left.push(`${round}, ${name}: ${saidBy(content)}`)
      const done = await ask(window, 'exportFolder', { story, formats: exportFormats, notes: true })
      expect(done).toMatchObject({ written: 2 * exportFormats.length, skipped: [] })
      left.push(JSON.stringify(done))
      const files = [
        ['in.jsonld', made.get('jsonld') ?? ''],
        ['in.csv', made.get('csv') ?? ''],
        ['in.hypothesis.json', made.get('hypothesis') ?? ''],
        ['in.docx', made.get('docx') ?? ''],
      ] as const
      for (const file of files) {
        left.push(
          await takeIn(window, story, file, 'Ana Ruiz'),
          await takeIn(window, story, file, 'Jane Doe'),
        )
      }
    }

    // A sync tool keeps a copy of the sidecar, which is merged in.
    const folder = path.dirname(world.story)
    const sidecar = world.beside().find((name) => name.startsWith('council.txt.jane-doe')) ?? ''
    const copy = path.join(folder, sidecar.replace('.json', ' (conflicted copy).json'))
    copyFileSync(path.join(folder, sidecar), copy)
    await change(window, story, planted(2, [0, 5]))

    // The share goes away: the sidecar waits in the data folder, and the log hears of it.
    renameSync(folder, `${folder}.away`)
    expect((await change(window, story, planted(3, [6, 13]))).save.kind).toBe('kept')
    const pending = path.join(world.folder, 'data', 'pending')
    expect(filesSaying(pending, OPEN)).toHaveLength(1)
    for (const words of SECRETS) expect(filesSaying(pending, words)).toEqual([])
    renameSync(`${folder}.away`, folder)
    await ask(window, 'retrySave', { story })

    // Deleted, brought back, and shown to another person of this computer.
    await change(window, story, { kind: 'delete', id: idOf(2) })
    await change(window, story, planted(2, [0, 5]))
    await desk.close()
    const other = await world.window(await world.desk({ person: 'Cy Okoro' }))
    left.push(JSON.stringify(await openGiven(other)), JSON.stringify(other.heard))

    expectKept(world.folder, 'data')
    expectSilent(left)
    // What the same search finds of a note for everybody.
    const shared = filesSaying(world.folder, OPEN)
    expect(shared).toContain(path.join('stories', sidecar))
    const out = new Set(shared.filter((name) => name.startsWith('out')))
    expect(out.size).toBe(2 * exportFormats.length)
    for (const format of exportFormats) {
      const said = left.filter((one) => one.startsWith(`first, ${format}: `) && one.includes(OPEN))
      expect([format, said.length]).toEqual([format, 1])
    }
  })
})
