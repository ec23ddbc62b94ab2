// Tags a story through a desk, as a process of its own, and says on stdout what the desk acknowledged.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createDesk } from '../../../electron/desk/desk.ts'
import { directDesk, directTransport } from '../../../electron/desk/direct.ts'
import type { AnnotationChange } from '../../../shared/desk/contract.ts'
import { type AnnotationId, type IsoTime, type StoryId, span, type TagId } from '../../../shared/units.ts'

interface Job {
  readonly story: string
  readonly dataFolder: string
  readonly localFolder: string
  readonly person: string
  /** How many changes; null: until killed. */
  readonly changes: number | null
  /** `window`: one desk for all changes. `command`: a new desk for each, as when `galley tag` is run again. */
  readonly as: 'window' | 'command'
  /** Also deletes and retags what it made. */
  readonly mixed: boolean
}

const job: Job = JSON.parse(process.argv[2] ?? '')
/** One line, in one write: a line that a parent can read was said whole. */
const say = (line: string) => writeSync(1, `${line}\n`)

async function openDesk() {
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
    dataFolder: job.dataFolder,
    localFolder: job.localFolder,
    readerProgram: '',
    sampleStory: '',
    given: [job.story],
    person: job.person,
    systemName: () => '',
    now: () => new Date().toISOString() as IsoTime,
    newId: () => `urn:uuid:${randomUUID()}`,
    log: (error) => writeSync(2, `${String(error)}\n`),
  })
  const { client } = directTransport(desk)
  const api = directDesk(client)
  const begin = await api.begin({})
  if (!begin.ok || begin.value.opening === null) throw new Error(JSON.stringify(begin))
  const story: StoryId = begin.value.opening
  const opened = await api.openStory({ story })
  if (!opened.ok) throw new Error(JSON.stringify(opened))
  return { desk, client, api, story, length: opened.value.story.text.length }
}

const made: AnnotationId[] = []

function nextChange(count: number, length: number): AnnotationChange {
  const known = made[Math.floor(Math.random() * made.length)]
  const tag = `tag-${count}` as TagId
  if (job.mixed && known !== undefined && count % 5 === 4) return { kind: 'delete', id: known }
  const start = Math.floor(Math.random() * (length - 40))
  const place = span(start, start + 1 + Math.floor(Math.random() * 30))
  const content = { tag, note: `note ${count}`, fields: {} }
  if (job.mixed && known !== undefined && count % 5 === 2)
    return { kind: 'put', id: known, content, span: place }
  const id = `urn:uuid:${randomUUID()}` as AnnotationId
  made.push(id)
  return { kind: 'put', id, content, span: place }
}

let open = await openDesk()
say('READY')
for (let count = 0; job.changes === null || count < job.changes; count++) {
  const change = nextChange(count, open.length)
  const what = change.kind === 'delete' ? 'deleted' : change.content.tag
  say(`TRY ${change.id} ${what}`)
  const reply = await open.api.changeAnnotations({ story: open.story, changes: [change] })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  const { save } = reply.value
  if (save.kind === 'saved' || save.kind === 'kept') say(`ACK ${change.id} ${what} ${save.kind}`)
  else say(`NOT ${change.id} ${JSON.stringify(save)}`)
  if (job.as === 'command') {
    await open.desk.close()
    open = await openDesk()
  }
}
await open.client.close()
await open.desk.close()
say('DONE')
