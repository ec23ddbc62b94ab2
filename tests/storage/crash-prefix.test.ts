import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Acknowledged } from '../helpers/acknowledged.ts'
import { startChild } from '../helpers/child.ts'
import { type CrashState, crashStates } from '../helpers/crash-states.ts'
import { type Marks, marksIn } from '../helpers/read-marks.ts'
import type { FsOp } from '../helpers/record-fs.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { writeStory } from '../helpers/write-story.ts'

interface Outcome {
  readonly states: number
  readonly unreadable: number
  /** States that miss something that had been acknowledged. */
  readonly lost: number
  readonly acknowledged: number
  /** The first state that is wrong, for whoever has to find out why. */
  readonly first: unknown
}

/** Records a writer at work, then looks at every disk that a power cut could have left. */
async function cutPower(
  job: { readonly writer: 'desk' | 'lowdb'; readonly refuse: boolean },
  read: (state: CrashState, story: string) => Marks,
): Promise<Outcome> {
  const root = tempFolder()
  const stories = path.join(root, 'stories')
  mkdirSync(stories)
  const story = writeStory(stories)
  let ops: readonly FsOp[] = []
  const onLine = (line: string) => {
    const all: FsOp[] = JSON.parse(line)
    // Locks mean nothing after a power cut: what is left of them names a process that is gone.
    ops = all.filter((op) => op.kind === 'acknowledged' || !op.path.includes(`${path.sep}locks${path.sep}`))
  }
  const { code, errors } = await startChild('recorded', { ...job, root, story }, { onLine }).ended
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  let states = 0
  let unreadable = 0
  let lost = 0
  let first: unknown = null
  for (const state of crashStates(ops, new Map([root, stories].map((folder) => [folder, null])))) {
    states++
    const said = new Acknowledged()
    state.acknowledged.forEach((line) => {
      said.hear(line)
    })
    const marks = read(state, story)
    const missing = said.lostFrom(marks)
    if (marks.unreadable.length > 0) unreadable++
    if (missing.length > 0) lost++
    if (marks.unreadable.length + missing.length > 0) {
      first ??= {
        after: ops.slice(Math.max(0, state.after - 6), state.after),
        unreadable: marks.unreadable,
        missing,
      }
    }
  }
  const acknowledged = ops.filter((op) => op.kind === 'acknowledged' && op.line.startsWith('ACK')).length
  return { states, unreadable, lost, acknowledged, first }
}

/** As the desk reads: what stands beside the story, and what waits. */
function readSidecars({ files }: CrashState, story: string): Marks {
  const isSidecar = (file: string) =>
    file.endsWith('.json') && (file.startsWith(`${story}.`) || file.includes(`${path.sep}pending${path.sep}`))
  const found = [...files].filter(([file]) => isSidecar(file))
  return marksIn(found.map(([name, bytes]) => ({ name, text: bytes.toString('utf8') })))
}

function readLowdb({ files }: CrashState, story: string): Marks {
  const file = `${story}.lowdb.json`
  const bytes = files.get(file)
  const nothing: Marks = { live: new Map(), deleted: new Set(), unreadable: [] }
  if (bytes === undefined) return nothing
  try {
    const { marks } = JSON.parse(bytes.toString('utf8')) as { marks: string[] }
    return { ...nothing, live: new Map(marks.map((id) => [id, 'there'])) }
  } catch {
    return { ...nothing, unreadable: [file] }
  }
}

describe('a power cut at any moment', () => {
  it('leaves every sidecar readable and everything acknowledged in it; plain lowdb does not', async () => {
    const beside = await cutPower({ writer: 'desk', refuse: false }, readSidecars)
    const kept = await cutPower({ writer: 'desk', refuse: true }, readSidecars)
    const control = await cutPower({ writer: 'lowdb', refuse: false }, readLowdb)
    const line = (name: string, { states, unreadable, lost, acknowledged }: Outcome) =>
      `${name}: acknowledged=${acknowledged} states=${states} unreadable=${unreadable} lost=${lost}`
    console.log(
      `power cut, ${line('beside the story', beside)}; ${line('kept, then handed over', kept)}; ${line('control plain lowdb', control)}`,
    )
    expect(beside).toEqual({ ...beside, acknowledged: 9, unreadable: 0, lost: 0, first: null })
    expect(kept).toEqual({ ...kept, acknowledged: 9, unreadable: 0, lost: 0, first: null })
    expect(beside.states).toBeGreaterThan(50)
    expect(control.unreadable).toBeGreaterThan(0)
    expect(control.lost).toBeGreaterThan(0)
  }, 60_000)
})
