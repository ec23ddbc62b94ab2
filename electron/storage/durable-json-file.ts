import { isUtf8 } from 'node:buffer'
import fsp from 'node:fs/promises'
import path from 'node:path'
import type { Adapter } from 'lowdb'
import type { SidecarFailure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { ABSENT, durableReplace, type Tag, tagAt, tagOf } from './durable-replace.ts'
import { sha256 } from './hash.ts'
import { codeOf, isMissing } from './io-error.ts'

/** How a value stands in a file. */
export interface Codec<T> {
  /** @param text without a byte order mark. @param file the file's name, for the failure. */
  parse(text: string, file: string): Result<T, SidecarFailure>
  serialise(value: T): string
}

/** The file is there and could not be read; it will not be written either. */
export class Unreadable extends Error {
  readonly failure: SidecarFailure
  constructor(failure: SidecarFailure) {
    super(`${failure.kind}: ${failure.file}`)
    this.failure = failure
  }
}

/** Somebody else wrote the file since it was read: read again, merge, write again. */
export class ChangedOnDisk extends Error {}

export interface JsonFileOptions {
  readonly newFileMode: number
  /** Largest file that is read, in bytes. */
  readonly limit: number
}

/** A sidecar of 100,000 annotations takes about 60 MB. */
export const SIDECAR_LIMIT = 64 * 1024 * 1024

/** What was last seen at the path. */
interface Seen {
  readonly tag: Tag
  /** Of the bytes; null: there was no file. */
  readonly hash: string | null
}

/**
 * lowdb's adapter for one JSON file, with what lowdb's own leaves out: it reads strictly, never writes where it
 * could not read, never over what it has not seen, and returns from a write when the bytes are on the disk.
 */
export class DurableJsonFile<T> implements Adapter<T> {
  readonly path: string
  readonly #codec: Codec<T>
  readonly #options: JsonFileOptions
  #seen: Seen | null = null

  constructor(file: string, codec: Codec<T>, options: JsonFileOptions) {
    this.path = file
    this.#codec = codec
    this.#options = options
  }

  /** @returns null: there is no file. @throws Unreadable, and from then on every write does, until a read succeeds. */
  async read(): Promise<T | null> {
    this.#seen = null
    const found = await readBytes(this.path, this.#options.limit)
    const value = found === null ? null : this.#parse(found.bytes)
    this.#seen = found === null ? { tag: ABSENT, hash: null } : { tag: found.tag, hash: sha256(found.bytes) }
    return value
  }

  /**
   * Looks again. `unchanged`: the bytes are those last read or written. A tag that did not change is believed,
   * a changed one is not: then the content decides, since times drift. @throws Unreadable, with the effect of a
   * failed {@link read}.
   */
  async readIfChanged(): Promise<
    { readonly unchanged: true } | { readonly unchanged: false; value: T | null }
  > {
    const before = this.#seen
    if (before !== null && before.tag !== ABSENT && (await this.#isAt(before.tag))) return { unchanged: true }
    this.#seen = null
    const found = await readBytes(this.path, this.#options.limit)
    const seen: Seen =
      found === null ? { tag: ABSENT, hash: null } : { tag: found.tag, hash: sha256(found.bytes) }
    if (before !== null && before.hash === seen.hash) {
      this.#seen = seen
      return { unchanged: true }
    }
    const value = found === null ? null : this.#parse(found.bytes)
    this.#seen = seen
    return { unchanged: false, value }
  }

  /** @throws Unreadable, ChangedOnDisk, or the system's error; the file is then as it was. */
  async write(value: T): Promise<void> {
    const seen = this.#seen
    if (seen === null) throw new Unreadable({ kind: 'sidecar-io', file: this.name, code: 'not read' })
    const bytes = Buffer.from(this.#codec.serialise(value), 'utf8')
    // What could not be read again would be lost in plain sight.
    if (bytes.length > this.#options.limit) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
    const tag = await durableReplace(this.path, bytes, {
      newFileMode: this.#options.newFileMode,
      beforeRename: async (target) => {
        if (!(await this.#isStill(seen, target))) throw new ChangedOnDisk(this.name)
      },
    })
    this.#seen = { tag, hash: sha256(bytes) }
  }

  get name(): string {
    return path.basename(this.path)
  }

  #parse(bytes: Buffer): T {
    const parsed = this.#codec.parse(decode(bytes, this.name), this.name)
    if (!parsed.ok) throw new Unreadable(parsed.error)
    return parsed.value
  }

  async #isAt(tag: Tag): Promise<boolean> {
    return tagAt(this.path).then(
      (now) => now === tag,
      () => false,
    )
  }

  async #isStill(seen: Seen, target: string): Promise<boolean> {
    if ((await tagAt(target)) === seen.tag) return true
    const found = await readBytes(target, this.#options.limit)
    return (found === null ? null : sha256(found.bytes)) === seen.hash
  }
}

/** @returns null: there is no file. @throws Unreadable */
export async function readBytes(file: string, limit: number): Promise<{ bytes: Buffer; tag: Tag } | null> {
  const name = path.basename(file)
  try {
    const stat = await fsp.stat(file, { bigint: true })
    // Opening a pipe or a device can hang or act; a folder has no bytes.
    if (!stat.isFile()) throw new Unreadable({ kind: 'sidecar-io', file: name, code: 'not a file' })
    if (stat.size > BigInt(limit)) {
      throw new Unreadable({ kind: 'sidecar-too-large', file: name, bytes: Number(stat.size), limit })
    }
    return { bytes: await fsp.readFile(file), tag: tagOf(stat) }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    if (isMissing(error) && !(await isLink(file))) return null
    throw new Unreadable({ kind: 'sidecar-io', file: name, code: codeOf(error) })
  }
}

/** A link to nowhere is not "no file": a write would put a file in its place. */
async function isLink(file: string): Promise<boolean> {
  return fsp.lstat(file).then(
    (stat) => stat.isSymbolicLink(),
    () => false,
  )
}

function decode(bytes: Buffer, file: string): string {
  if (!isUtf8(bytes)) throw new Unreadable({ kind: 'sidecar-encoding', file })
  const text = bytes.toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
