// Saves marks while everything it does to the disk is recorded; prints the record as JSON on stdout.
import { randomUUID } from 'node:crypto'
import fsp from 'node:fs/promises'
import path from 'node:path'
import type { AnnotationChange } from '../../../shared/desk/contract.ts'
import { type AnnotationId, type IsoTime, span, type TagId } from '../../../shared/units.ts'
import { type FsOp, recordFs } from '../record-fs.ts'

interface Job {
  readonly root: string
  readonly story: string
  /** `desk`: ours. `lowdb`: lowdb with its own JSONFile adapter, the control. */
  readonly writer: 'desk' | 'lowdb'
  /** The story's folder refuses to be written to, from the first change to the last but one. */
  readonly refuse: boolean
}

const job: Job = JSON.parse(process.argv[2] ?? '')
const ops: FsOp[] = []
recordFs(job.root, ops)
const acknowledge = (line: string) => ops.push({ kind: 'acknowledged', line })

async function throughDesk(): Promise<void> {
  const { createDesk } = await import('../../../electron/desk/desk.ts')
  const { directDesk, directTransport } = await import('../../../electron/desk/direct.ts')
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
    dataFolder: path.join(job.root, 'data'),
    localFolder: path.join(job.root, 'local'),
    readerProgram: path.join(import.meta.dirname, 'reader.mjs'),
    sampleStory: '',
    given: [job.story],
    person: 'Jane Doe',
    systemName: () => '',
    now: () => new Date().toISOString() as IsoTime,
    newId: () => `urn:uuid:${randomUUID()}`,
    log: () => {},
  })
  const { client } = directTransport(desk)
  const api = directDesk(client)
  const begin = await api.begin({})
  if (!begin.ok || begin.value.opening === null) throw new Error(JSON.stringify(begin))
  const story = begin.value.opening
  await api.openStory({ story })
  const ids = Array.from({ length: 6 }, () => `urn:uuid:${randomUUID()}` as AnnotationId)
  const put = (at: number, tag: string): AnnotationChange => ({
    kind: 'put',
    id: ids[at % ids.length] ?? ('' as AnnotationId),
    content: { tag: tag as TagId, note: 'Name on record?', fields: {} },
    span: span(at * 10, at * 10 + 7),
  })
  const changes: AnnotationChange[] = [
    ...ids.map((_, at) => put(at, `tag-${at}`)),
    put(2, 'changed'),
    { kind: 'delete', id: ids[3] ?? ('' as AnnotationId) },
    put(3, 'undone'),
  ]
  const open = fsp.open
  if (job.refuse) {
    fsp.open = async (file, flags, mode) => {
      const refused = flags === 'wx' && path.dirname(String(file)) === path.dirname(job.story)
      if (refused) throw Object.assign(new Error('EROFS'), { code: 'EROFS', syscall: 'open' })
      return open(file, flags, mode)
    }
  }
  for (const [at, change] of changes.entries()) {
    if (at === changes.length - 1) fsp.open = open
    const what = change.kind === 'delete' ? 'deleted' : change.content.tag
    acknowledge(`TRY ${change.id} ${what}`)
    const reply = await api.changeAnnotations({ story, changes: [change] })
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    acknowledge(`ACK ${change.id} ${what} ${reply.value.save.kind}`)
  }
  await desk.close()
}

/** The same marks as bare ids, the way lowdb's guide shows. */
async function throughLowdb(): Promise<void> {
  const { Low } = await import('lowdb')
  const { JSONFile } = await import('lowdb/node')
  const db = new Low<{ marks: string[] }>(new JSONFile(`${job.story}.lowdb.json`), { marks: [] })
  await db.read()
  for (let at = 0; at < 6; at++) {
    const id = `mark-${at}`
    db.data.marks.push(id)
    await db.write()
    acknowledge(`ACK ${id} there saved`)
  }
}

await (job.writer === 'desk' ? throughDesk() : throughLowdb())
console.log(JSON.stringify(ops))
