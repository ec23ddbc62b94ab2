import fsp from 'node:fs/promises'
import path from 'node:path'
import type { Input } from '../../shared/desk/contract.ts'
import type { FolderExported } from '../../shared/desk/contract-export.ts'
import type { ExportFormat } from '../../shared/exchange/formats.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { saveFailure } from '../storage/io-error.ts'
import { storyNamesIn } from '../storage/listed-stories.ts'
import { sweepTemps } from '../storage/sweep-temps.ts'
import { BatchTally } from './batch-tally.ts'
import type { DeskParts } from './desk.ts'
import { makeFor, writeMade } from './exports.ts'
import type { Emit } from './host.ts'
import type { Session } from './session.ts'

/** Exports all stories of a folder for one window, one run at a time. */
export class FolderExport {
  readonly #parts: Pick<DeskParts, 'deps' | 'registry' | 'sessions' | 'persona'>
  readonly #emit: Emit
  #running: AbortController | null = null

  constructor(parts: Pick<DeskParts, 'deps' | 'registry' | 'sessions' | 'persona'>, emit: Emit) {
    this.#parts = parts
    this.#emit = emit
  }

  /** After the file that it is at. */
  cancel(): void {
    this.#running?.abort()
  }

  /** @param folder of the stories, absolute. null: no folder was chosen to write into. */
  async run(
    folder: string,
    wanted: Pick<Input<'exportFolder'>, 'formats' | 'notes'>,
  ): Promise<Result<FolderExported | null, Failure>> {
    if (this.#running !== null) return err({ kind: 'bad-request', detail: 'an export is under way' })
    const running = new AbortController()
    this.#running = running
    try {
      const out = await this.#parts.deps.host.chooseExportFolder(folder)
      return out === null ? ok(null) : ok(await this.#all(folder, out, wanted, running.signal))
    } catch (error) {
      return err(saveFailure(error, path.basename(folder)))
    } finally {
      this.#running = null
    }
  }

  async #all(
    folder: string,
    out: string,
    wanted: Pick<Input<'exportFolder'>, 'formats' | 'notes'>,
    signal: AbortSignal,
  ): Promise<FolderExported> {
    await fsp.mkdir(out, { recursive: true })
    await sweepTemps(out, Date.now())
    const names = await storyNamesIn(folder)
    const tally = new BatchTally()
    let done = 0
    // One after the other: a story of thousands of marks is large, and the disk is the bottleneck anyway.
    for (const name of names) {
      if (signal.aborted) break
      this.#emit('export-progress', { done, total: names.length, name })
      await this.#one(path.join(folder, name), out, wanted, tally, signal)
      done += 1
    }
    const cancelled = signal.aborted
    return { folder: path.basename(out), total: names.length, ...tally.summary(), cancelled }
  }

  async #one(
    file: string,
    out: string,
    { formats, notes }: Pick<Input<'exportFolder'>, 'formats' | 'notes'>,
    tally: BatchTally,
    signal: AbortSignal,
  ): Promise<void> {
    const story = path.basename(file)
    const opened = await this.#opened(file, signal, async (session) => {
      tally.cantRead(session.sidecars.unreadable())
      for (const format of formats) {
        if (signal.aborted) return
        const outcome = await this.#write(session, format, notes, out, tally, signal)
        if (!outcome.ok && !signal.aborted) tally.skip({ story, format, why: outcome.error })
      }
    })
    if (!opened.ok) tally.skip({ story, format: null, why: opened.error })
  }

  async #write(
    session: Session,
    format: ExportFormat,
    notes: boolean,
    out: string,
    tally: BatchTally,
    signal: AbortSignal,
  ): Promise<Result<null, Failure>> {
    const choice = { format, layers: null, tags: null, notes, compare: null }
    const made = await makeFor(session, choice, this.#parts.deps, signal)
    if (!made.ok) return made
    const target = path.join(out, made.value.name)
    if (!tally.take(target)) return err({ kind: 'export-twice', file: made.value.name })
    const written = await writeMade(target, made.value, session)
    if (written.ok) tally.wrote(format, made.value.leftOut)
    return written
  }

  /** Opens a story for as long as the work takes; nobody sees it, and it is not among the recent ones. */
  async #opened(
    file: string,
    signal: AbortSignal,
    work: (session: Session) => Promise<void>,
  ): Promise<Result<null, Failure>> {
    const { registry, sessions, persona } = this.#parts
    const admitted = await registry.admit(file)
    if (!admitted.ok) return admitted
    const unseen: Emit = () => {}
    const found = await sessions.open(admitted.value, await persona.writer(), unseen, { soon: false, signal })
    if (!found.ok) return found
    try {
      await found.value.read()
      await work(found.value)
    } finally {
      found.value.detach(unseen)
      await sessions.release(found.value)
    }
    return ok(null)
  }
}
