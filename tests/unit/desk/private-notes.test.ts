import { copyFileSync, readdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { directTransport } from '../../../electron/desk/direct.ts'
import type { AnnotationChange } from '../../../shared/desk/contract.ts'
import { exportFormats } from '../../../shared/exchange/formats.ts'
import { ok } from '../../../shared/result.ts'
import type { TagId } from '../../../shared/units.ts'
import { commandLine } from '../../helpers/cli.ts'
import { quietHost } from '../../helpers/desk-deps.ts'
import { ask, change, DeskWorld, idOf, openGiven, wholeExport } from '../../helpers/desk-world.ts'
import { filesSaying, saidBy } from '../../helpers/traces.ts'

// Words that stand nowhere else by chance; the numbers are random.
const NOTE = 'quillfeather-38114071'
const FIELD = 'marshlamp-90276355'
const DESK = 'open-secret-51820934'
const SECRETS = [NOTE, FIELD]

const planted = (n: number, place: [number, number]): AnnotationChange => ({
  kind: 'put',
  id: idOf(n),
  content: {
    tag: 'fact' as TagId,
    note: DESK,
    fields: { status: 'verified' },
    private: { note: `She said ${NOTE}.`, fields: { source: FIELD } },
  },
  span: { start: place[0], end: place[1] } as never,
})

/** A window on a desk that writes down all that leaves it by another way than a file. */
async function newsroom() {
  const world = new DeskWorld(async (desk) => {
    const { transport, client } = directTransport(desk)
    return { transport, close: () => client.close() }
  })
  const left: string[] = []
  const host = quietHost({
    chooseExportFolder: async () => path.join(world.folder, 'out'),
    printPdf: async (html) => {
      left.push(html)
      return ok(new TextEncoder().encode(html))
    },
  })
  const desk = await world.desk({ host, log: (error) => left.push(JSON.stringify(error), String(error)) })
  const window = await world.window(desk)
  return { world, desk, window, left, opened: await openGiven(window) }
}

describe('a private note', () => {
  it('is found in the data folder alone, whatever is done with the story', async () => {
    const { world, desk, window, left, opened } = await newsroom()
    const story = opened.id
    expect((await change(window, story, planted(1, [15, 24]))).save.kind).toBe('saved')

    // Every format, with the notes in it.
    for (const format of exportFormats) {
      const made = await ask(window, 'exportStory', { ...wholeExport, story, format })
      left.push(`${format}: ${made?.kind === 'download' ? saidBy(made.content) : ''}`)
    }
    await ask(window, 'exportFolder', { story, formats: exportFormats, notes: true })
    expect(readdirSync(path.join(world.folder, 'out')).length).toBeGreaterThanOrEqual(exportFormats.length)

    // A sync tool keeps a copy of the sidecar, which is merged in.
    const folder = path.dirname(world.story)
    const [sidecar = ''] = world.beside()
    const copy = path.join(folder, sidecar.replace('.json', ' (conflicted copy).json'))
    copyFileSync(path.join(folder, sidecar), copy)
    await change(window, story, planted(2, [0, 5]))

    // The share goes away: the sidecar waits in the data folder, and the log hears of it.
    renameSync(folder, `${folder}.away`)
    expect((await change(window, story, planted(3, [6, 13]))).save.kind).toBe('kept')
    expect(filesSaying(path.join(world.folder, 'data', 'pending'), DESK)).toHaveLength(1)
    for (const words of SECRETS)
      expect(filesSaying(path.join(world.folder, 'data', 'pending'), words)).toEqual([])
    renameSync(`${folder}.away`, folder)
    await ask(window, 'retrySave', { story })

    // Deleted, brought back, and shown to another person of this computer.
    await change(window, story, { kind: 'delete', id: idOf(2) })
    await change(window, story, planted(2, [0, 5]))
    await desk.close()
    const bob = await world.window(await world.desk({ person: 'Bob Ray' }))
    left.push(JSON.stringify(await openGiven(bob)), JSON.stringify(bob.heard))

    for (const words of SECRETS) {
      const found = filesSaying(world.folder, words)
      expect(found).toEqual([
        expect.stringMatching(/^data[/\\]private[/\\]private-notes-[0-9a-f]{16}\.json$/),
      ])
      expect(left.filter((said) => said.includes(words)).map((said) => said.slice(0, 40))).toEqual([])
      for (const name of found) {
        const mode = statSync(path.join(world.folder, name)).mode & 0o777
        if (process.platform !== 'win32') expect(mode).toBe(0o600)
      }
    }
    // What the same search finds of a note for everybody.
    const shared = filesSaying(world.folder, DESK)
    expect(shared).toContain(path.join('stories', sidecar))
    expect(shared.filter((name) => name.startsWith('out'))).toHaveLength(exportFormats.length)
    expect(left.filter((said) => said.includes(DESK)).length).toBeGreaterThan(exportFormats.length)
  })

  it('is printed by no command', async () => {
    const { world, desk, window, opened } = await newsroom()
    await change(window, opened.id, planted(1, [15, 24]))
    await desk.close()
    const galley = commandLine(path.dirname(world.story), {
      env: { GALLEY_DATA: path.join(world.folder, 'data') },
    })
    const words = ['--to', exportFormats.filter((format) => format !== 'pdf').join(','), '--out', 'reports']
    const ended = [
      await galley('list', 'council.txt'),
      await galley('list', 'council.txt', '--json'),
      await galley('check', 'council.txt', '--json'),
      await galley('export', 'council.txt', ...words),
    ]
    const said = JSON.stringify(ended)
    expect(said).toContain(DESK)
    for (const secret of SECRETS) {
      expect(said).not.toContain(secret)
      expect(filesSaying(path.dirname(world.story), secret)).toEqual([])
    }
    expect(filesSaying(path.join(path.dirname(world.story), 'reports'), DESK).length).toBeGreaterThan(5)
  })
})
