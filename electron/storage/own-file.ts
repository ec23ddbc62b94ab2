import fsp from 'node:fs/promises'
import path from 'node:path'
import { Low } from 'lowdb'
import type * as z from 'zod'
import { err, ok } from '../../shared/result.ts'
import { makePrivate } from './data-folder.ts'
import { type Codec, DurableJsonFile, Unreadable } from './durable-json-file.ts'
import { withLock } from './lock.ts'

export interface OwnFileOptions<T> {
  readonly folder: string
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly fallback: T
  readonly log: (error: unknown) => void
}

// Settings, names, a short list: what is larger was not written by Galley.
const LIMIT = 1_000_000

/**
 * A small file of Galley's own in its data folder, shared by all Galleys of this person. A damaged one is renamed
 * aside, never overwritten; where nothing can be written, the value holds as long as the program runs.
 */
export class OwnFile<T> {
  readonly #options: OwnFileOptions<T>
  readonly #low: Low<T>
  /** Reading and writing must not meet: lowdb and its adapter hold one state each. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: OwnFileOptions<T>) {
    this.#options = options
    const file = new DurableJsonFile(path.join(options.folder, options.name), codecOf(options.schema), {
      newFileMode: 0o600,
      limit: LIMIT,
    })
    this.#low = new Low<T>(file, options.fallback)
  }

  /** What the file holds now; what was last known if it can't be read. */
  read(): Promise<T> {
    return this.#next(() => this.#read())
  }

  async #read(): Promise<T> {
    try {
      await this.#low.read()
    } catch (error) {
      this.#options.log(error)
      if (isDamage(error)) await this.#setAside().catch(this.#options.log)
    }
    return this.#low.data
  }

  /** Reads, changes, writes, with no other Galley in between. @returns the new value, also if it was not written. */
  update(change: (value: T) => T): Promise<T> {
    return this.#next(() => this.#update(change))
  }

  async #update(change: (value: T) => T): Promise<T> {
    const { folder, name, log } = this.#options
    try {
      await makePrivate(folder)
      await withLock(path.join(folder, 'locks'), path.join(folder, name), async () => {
        this.#low.data = change(await this.#read())
        await this.#low.write()
      })
    } catch (error) {
      log(error)
      this.#low.data = change(this.#low.data)
    }
    return this.#low.data
  }

  #next<R>(task: () => Promise<R>): Promise<R> {
    const done = this.#last.then(task)
    this.#last = done.catch(() => {})
    return done
  }

  async #setAside(): Promise<void> {
    const file = path.join(this.#options.folder, this.#options.name)
    await fsp.rename(file, `${file}.damaged-${Date.now()}`)
    await this.#low.read()
  }
}

/** The content is wrong; not merely out of reach for the moment. */
function isDamage(error: unknown): boolean {
  return error instanceof Unreadable && error.failure.kind !== 'sidecar-io'
}

function codecOf<T>(schema: z.ZodType<T>): Codec<T> {
  return {
    parse(text, file) {
      try {
        const checked = schema.safeParse(JSON.parse(text))
        if (checked.success) return ok(checked.data)
        return err({ kind: 'sidecar-invalid', file, detail: checked.error.message })
      } catch (error) {
        return err({ kind: 'sidecar-json', file, detail: String(error) })
      }
    },
    serialise: (value) => `${JSON.stringify(value, null, 1)}\n`,
  }
}
