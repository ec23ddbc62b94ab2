import fsp from 'node:fs/promises'
import path from 'node:path'
import { Low } from 'lowdb'
import { mergeSidecars } from '../../shared/annotation/merge.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import type { SaveFailure, SidecarFailure } from '../../shared/failure.ts'
import { makePrivate } from './data-folder.ts'
import { ChangedOnDisk, type DurableJsonFile, Unreadable } from './durable-json-file.ts'
import { explainSave } from './explain-save.ts'
import { isMissing } from './io-error.ts'
import { withLock } from './lock.ts'
import { ownSidecar, pendingPath } from './sidecar-file.ts'
import { syncFolder } from './sync-folder.ts'

export interface StoreOptions {
  /** Where the sidecar stands or is going to stand: the story's real folder and the sidecar's name. */
  readonly path: string
  readonly dataFolder: string
  /** What it holds before anything was read. Names the writer: nobody else's file is ever written. */
  readonly initial: Sidecar
  /** Called after something that another process wrote was merged in. */
  readonly merged: () => void
  readonly log: (error: unknown) => void
}

/** How a save ended. `beside`: beside the story. `kept`: in the data folder. `failed`: in memory only. */
export type SaveOutcome =
  | { readonly kind: 'beside' }
  | { readonly kind: 'kept'; readonly reason: SaveFailure }
  | { readonly kind: 'failed'; readonly reason: SaveFailure }

// Each attempt that finds the file changed has taken the change in; a file that changes this often is no sidecar.
const ATTEMPTS = 8

/**
 * One writer's sidecar for one story: the newest state in memory, and the way to the disk. Writes go one after
 * the other; those asked for meanwhile become one. Each takes the lock, reads the file again, merges, replaces
 * it durably and lets go; what other processes wrote is merged in, never overwritten.
 */
export class SidecarStore {
  readonly path: string
  readonly #options: StoreOptions
  readonly #beside: DurableJsonFile<Sidecar>
  readonly #pending: DurableJsonFile<Sidecar>
  readonly #low: Low<Sidecar>
  readonly #lowPending: Low<Sidecar>
  /** What stands beside the story, as far as it is known to hold all that this value holds. */
  #durable: Sidecar | null = null
  /** The same of the data folder. */
  #kept: Sidecar | null = null
  #damage: SidecarFailure | null = null
  #exists = false
  #last: Promise<unknown> = Promise.resolve()
  #next: Promise<SaveOutcome> | null = null

  constructor(options: StoreOptions) {
    this.path = options.path
    this.#options = options
    this.#beside = ownSidecar(options.path, options.initial, 0o666)
    const kept = pendingPath(options.dataFolder, options.path)
    this.#pending = ownSidecar(kept, options.initial, 0o600)
    this.#low = new Low<Sidecar>(this.#beside, options.initial)
    this.#lowPending = new Low<Sidecar>(this.#pending, options.initial)
  }

  /** The newest state, also what is not yet written. */
  get sidecar(): Sidecar {
    return this.#low.data
  }

  /** Why the file beside the story could not be read when it was last looked at; null: it could, or is not there. */
  get damage(): SidecarFailure | null {
    return this.#damage
  }

  /** There is a readable file beside the story. */
  get exists(): boolean {
    return this.#exists && this.#damage === null
  }

  /** Something in memory is not beside the story. */
  get isDirty(): boolean {
    return this.#durable !== this.#low.data
  }

  /** Something waits in the data folder. */
  get hasKept(): boolean {
    return this.#kept !== null
  }

  /** Reads what is there: the file beside the story and what waits in the data folder. */
  async load(): Promise<void> {
    await this.#enqueue(async () => {
      const initial = this.#low.data
      await this.#look(this.#beside)
      // Nothing was written yet, and there is nothing to write.
      if (this.#low.data === initial) this.#durable = initial
      await this.#lookAtPending()
    })
  }

  /** Looks again at the file beside the story and takes in what another process wrote. */
  async refresh(): Promise<void> {
    await this.#enqueue(() => this.#look(this.#beside))
  }

  /** Changes the state in memory; {@link save} makes it durable. */
  change(edit: (sidecar: Sidecar) => Sidecar): void {
    this.#low.data = edit(this.#low.data)
  }

  /** Takes in what a copy of this sidecar holds, e.g. of a sync tool; written with the next save. */
  absorb(copy: Sidecar): void {
    this.#low.data = mergeSidecars(this.#low.data, copy)
  }

  /** Settles when everything changed before the call is safe, or with why it is not. Never rejects. */
  save(): Promise<SaveOutcome> {
    this.#next ??= this.#enqueue(() => {
      this.#next = null
      return this.#save()
    })
    return this.#next
  }

  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#last.then(task)
    this.#last = run.catch(() => {})
    return run
  }

  async #save(): Promise<SaveOutcome> {
    const locks = path.join(this.#options.dataFolder, 'locks')
    let reason: SaveFailure
    try {
      await withLock(locks, this.path, () => this.#writeBeside(locks))
      return { kind: 'beside' }
    } catch (error) {
      reason = explainSave(error, path.basename(this.path), this.#options.log)
    }
    try {
      await makePrivate(path.dirname(this.#pending.path))
      await withLock(locks, this.#pending.path, () => this.#write(this.#lowPending, this.#pending))
      return { kind: 'kept', reason }
    } catch (error) {
      this.#options.log(error)
      return { kind: 'failed', reason }
    }
  }

  async #writeBeside(locks: string): Promise<void> {
    if (!(await exists(this.#pending.path))) return this.#write(this.#low, this.#beside)
    await withLock(locks, this.#pending.path, async () => {
      await this.#lookAtPending()
      await this.#write(this.#low, this.#beside)
      await fsp.unlink(this.#pending.path)
      this.#kept = null
      await syncFolder(path.dirname(this.#pending.path))
    })
  }

  /** Reads, merges, writes, until nobody wrote in between. */
  async #write(low: Low<Sidecar>, file: DurableJsonFile<Sidecar>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.#look(file, true)
      const data = this.#low.data
      if (data === (file === this.#beside ? this.#durable : this.#kept)) return
      low.data = data
      try {
        await low.write()
        this.#noteWritten(file, data)
        return
      } catch (error) {
        if (!(error instanceof ChangedOnDisk) || attempt === ATTEMPTS) throw error
      }
    }
  }

  #noteWritten(file: DurableJsonFile<Sidecar>, data: Sidecar): void {
    if (file === this.#pending) this.#kept = data
    else {
      this.#durable = data
      this.#exists = true
    }
  }

  /**
   * Takes in what the file holds. A file that is gone takes nothing away: absence is never a deletion.
   * @param strict throws Unreadable instead of only remembering it.
   */
  async #look(file: DurableJsonFile<Sidecar>, strict = false): Promise<void> {
    try {
      const found = await file.readIfChanged()
      if (file === this.#beside) this.#damage = null
      if (found.unchanged) return
      if (found.value === null) this.#noteAbsent(file)
      else this.#takeIn(found.value, file)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      if (file === this.#beside) this.#damage = error.failure
      if (strict) throw error
    }
  }

  #noteAbsent(file: DurableJsonFile<Sidecar>): void {
    if (file === this.#pending) this.#kept = null
    else {
      this.#durable = null
      this.#exists = false
    }
  }

  #takeIn(found: Sidecar, file: DurableJsonFile<Sidecar>): void {
    const before = this.#low.data
    const isFirst = before === this.#options.initial
    const data = isFirst ? found : mergeSidecars(before, found)
    this.#low.data = data
    // After a merge memory may hold more than the file: the next save writes it all.
    const written = isFirst ? data : null
    this.#durable = file === this.#beside ? written : null
    this.#kept = file === this.#pending ? written : null
    if (file === this.#beside) this.#exists = true
    if (!isFirst) this.#options.merged()
  }

  async #lookAtPending(): Promise<void> {
    try {
      await this.#look(this.#pending, true)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      // Ours alone, and in the way of what is to be kept next: moved aside, never removed.
      this.#options.log(error)
      await fsp.rename(this.#pending.path, `${this.#pending.path}.damaged-${Date.now()}`)
    }
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await fsp.lstat(file)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
