// Opens stories one after the other, tags each that opens, and says how it went: one line of JSON each.
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { createDesk } from '../../../electron/desk/desk.ts'
import { directDesk } from '../../../electron/desk/direct.ts'
import type { SaveState } from '../../../shared/desk/contract.ts'
import type { Failure } from '../../../shared/failure.ts'
import { type AnnotationId, type IsoTime, span, type TagId } from '../../../shared/units.ts'

interface Job {
  readonly story: string
  /** For the data of this Galley. */
  readonly own: string
  /** Remove the story once it is open, and open it again. */
  readonly vanish: boolean
}

export interface Opened {
  /** Why the story did not open. */
  readonly problem: Failure | null
  /** Files beside it that could not be read: annotations, tags. */
  readonly unreadable: readonly Failure[]
  /** After a mark was made; null: the story did not open. */
  readonly save: SaveState | null
}

async function open({ story, own, vanish }: Job): Promise<Opened> {
  const desk = await createDesk({
    host: {
      kind: 'direct',
      chooseStory: async () => null,
      chooseImport: async () => null,
      chooseExportTarget: async () => null,
      chooseExportFolder: async () => null,
      printPdf: async () => ({ ok: false, error: { kind: 'pdf-no-browser' } }),
      storyOpened: () => {},
    },
    platform: 'linux',
    dataFolder: path.join(own, 'data'),
    localFolder: path.join(own, 'local'),
    readerProgram: path.join(import.meta.dirname, 'reader.mjs'),
    sampleStory: '',
    given: [story],
    person: 'Jane Doe',
    systemName: () => '',
    now: () => new Date().toISOString() as IsoTime,
    newId: () => `urn:uuid:${randomUUID()}`,
    log: () => {},
  })
  const api = directDesk(desk.connect(() => {}))
  try {
    const begin = await api.begin({})
    if (!begin.ok) return { problem: begin.error, unreadable: [], save: null }
    const { opening, problem } = begin.value
    if (opening === null) return { problem, unreadable: [], save: null }
    const opened = await api.openStory({ story: opening })
    if (!opened.ok) return { problem: opened.error, unreadable: [], save: null }
    const { scheme } = opened.value
    const unreadable = [...opened.value.unreadable, ...(scheme.problem === null ? [] : [scheme.problem])]
    if (vanish) rmSync(story)
    const id = `urn:uuid:${randomUUID()}` as AnnotationId
    const content = { tag: 'fact' as TagId, note: '', fields: {} }
    const reply = await api.changeAnnotations({
      story: opening,
      changes: [{ kind: 'put', id, content, span: span(0, 5) }],
    })
    if (!reply.ok) return { problem: reply.error, unreadable, save: null }
    const again = vanish ? await api.openStory({ story: opening }) : opened
    return { problem: again.ok ? null : again.error, unreadable, save: reply.value.save }
  } finally {
    await desk.close()
  }
}

const jobs: readonly Job[] = JSON.parse(process.argv[2] ?? '[]')
for (const job of jobs) console.log(JSON.stringify(await open(job)))
