import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TagId } from '../../shared/units.ts'
import { quietHost, standInPdf } from './desk-deps.ts'
import { ask, type Connect, change, DeskWorld, openGiven, put, wholeExport } from './desk-world.ts'

/** What leaves Galley, one story or a folder of them. */
export function contractOfExports(connect: Connect): void {
  describe('exports', () => {
    it('hand over text as text and bytes as bytes', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id: story } = await openGiven(window)
      const html = await ask(window, 'exportStory', { ...wholeExport, story, format: 'html' })
      expect(html).toMatchObject({
        kind: 'download',
        name: 'council.report.html',
        mediaType: 'text/html; charset=utf-8',
        content: expect.stringContaining('The mayor resigned'),
        leftOut: [],
      })
      const pdf = await ask(window, 'exportStory', { ...wholeExport, story, format: 'pdf' })
      expect(pdf).toMatchObject({ name: 'council.report.pdf', mediaType: 'application/pdf' })
      const content = pdf?.kind === 'download' ? pdf.content : ''
      expect([typeof content, Buffer.from(content)]).toEqual(['object', Buffer.from(standInPdf)])
    })

    it('have only what was chosen', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id: story } = await openGiven(window)
      await change(window, story, put(1, 'fact', [15, 24], 'Since when?'), put(2, 'assessment', [25, 33]))
      const csv = async (choice: Partial<typeof wholeExport>) => {
        const made = await ask(window, 'exportStory', { ...wholeExport, story, format: 'csv', ...choice })
        const { content } = made?.kind === 'download' ? made : { content: '' }
        return ['fact', 'assessment', 'Since when?'].filter((word) => String(content).includes(word))
      }
      expect(await csv({})).toEqual(['fact', 'assessment', 'Since when?'])
      expect(await csv({ notes: false })).toEqual(['fact', 'assessment'])
      expect(await csv({ tags: ['assessment' as TagId] })).toEqual(['assessment'])
    })

    it('of a folder take every story, tell how far they are, and name what was skipped', async () => {
      const world = new DeskWorld(connect)
      world.write('ferry.md', '# Ferry to stop\n\nThe last ferry sails on Sunday.\n')
      world.write('council.md', '# The council\n\nIt meets on Monday.\n')
      world.write('empty.txt', '')
      world.write('ferry.report.md', '# An earlier report\n')
      const out = path.join(world.folder, 'out')
      const desk = await world.desk({ host: quietHost({ chooseExportFolder: async () => out }) })
      const window = await world.window(desk)
      const { id: story } = await openGiven(window)
      await change(window, story, put(1, 'fact', [15, 24]))

      const done = await ask(window, 'exportFolder', { story, formats: ['html', 'pdf'], notes: true })
      expect(done).toEqual({
        folder: 'out',
        total: 4,
        written: 6,
        skipped: [{ story: 'empty.txt', format: null, why: { kind: 'empty-story', file: 'empty.txt' } }],
        leftOut: [],
        unreadable: [],
        cancelled: false,
      })
      expect(readdirSync(out)).toEqual([
        'council.md.report.html',
        'council.md.report.pdf',
        'council.txt.report.html',
        'council.txt.report.pdf',
        'ferry.report.html',
        'ferry.report.pdf',
      ])
      expect(readFileSync(path.join(out, 'council.txt.report.pdf'))).toEqual(Buffer.from(standInPdf))
      expect(readFileSync(path.join(out, 'council.md.report.html'), 'utf8')).toContain('It meets on Monday.')
      // Alone it is named as in the run.
      expect(await ask(window, 'exportStory', { ...wholeExport, story, format: 'brat' })).toMatchObject({
        name: 'council.txt.brat.zip',
      })
      await window.next('export-progress', ({ name }) => name === 'ferry.md')
      expect(
        window.heard.flatMap(({ event, payload }) => (event === 'export-progress' ? [payload] : [])),
      ).toEqual(
        ['council.md', 'council.txt', 'empty.txt', 'ferry.md'].map((name, number) => ({
          done: number,
          total: 4,
          name,
        })),
      )
      // The story that is shown goes on as it was.
      expect((await change(window, story, put(2, 'fact', [25, 33]))).save.kind).toBe('saved')
    })

    it('of a folder end after the file they are at when they are cancelled, and can begin again', async () => {
      const world = new DeskWorld(connect)
      world.write('ferry.md', '# Ferry to stop\n')
      const out = path.join(world.folder, 'out')
      let printing = (): void => {}
      const begun = new Promise<void>((resolve) => {
        printing = resolve
      })
      const host = quietHost({
        chooseExportFolder: async () => out,
        printPdf: (_html, signal) => {
          printing()
          return new Promise((resolve) => {
            signal.addEventListener('abort', () =>
              resolve({ ok: false, error: { kind: 'export-cancelled' } }),
            )
          })
        },
      })
      const window = await world.window(await world.desk({ host }))
      const { id: story } = await openGiven(window)
      const running = ask(window, 'exportFolder', { story, formats: ['html', 'pdf'], notes: true })
      await begun
      expect(await window.api.exportFolder({ story, formats: ['html'], notes: true })).toMatchObject({
        ok: false,
        error: { kind: 'bad-request' },
      })
      await ask(window, 'cancelExport', {})
      expect(await running).toMatchObject({ total: 2, written: 1, skipped: [], cancelled: true })
      expect(readdirSync(out)).toEqual(['council.report.html'])
      expect(await ask(window, 'exportFolder', { story, formats: ['html'], notes: true })).toMatchObject({
        written: 2,
        cancelled: false,
      })
    })

    it('of a folder write nothing where no folder was chosen', async () => {
      const world = new DeskWorld(connect)
      const window = await world.window(await world.desk())
      const { id: story } = await openGiven(window)
      expect(await ask(window, 'exportFolder', { story, formats: ['html'], notes: true })).toBeNull()
    })
  })
}
