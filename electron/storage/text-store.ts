import { isUtf8 } from 'node:buffer'
import fsp from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { TEXT_LIMIT } from '../../shared/story/formats.ts'
import type { Sha256 } from '../../shared/units.ts'
import { makePrivate } from './data-folder.ts'
import { durableReplace } from './durable-replace.ts'
import { sha256 as hashOf } from './hash.ts'
import { codeOf, isMissing } from './io-error.ts'
import { textsFolder } from './story-folder.ts'
import { syncFolder } from './sync-folder.ts'

const gzip = promisify(zlib.gzip)
const gunzip = promisify(zlib.gunzip)

/** A byte of Windows-1252 is up to three of UTF-8. */
const KEPT_LIMIT = 3 * TEXT_LIMIT
// Text that does not shrink at all grows by a few bytes in each block.
const FILE_LIMIT = KEPT_LIMIT + 1_000_000
// The story's own text and those that its marks were made on: the desk keeps more where it needs them.
const MOST_IN_MEMORY = 4

export interface TextStoreOptions {
  /** Real path of the story's folder. */
  readonly folder: string
  readonly dataFolder: string
  readonly log: (error: unknown) => void
}

/**
 * Story texts that marks were made on, so that everybody who has the folder can follow the marks into an edited
 * story in the same way. A file's name is the hash of what it holds, so it never changes, and two writers can't
 * disagree: `.galley/texts/<sha256>.gz` beside the story, or in the data folder where that can't be written.
 */
export class TextStore {
  readonly #beside: string
  readonly #kept: string
  readonly #log: (error: unknown) => void
  /** In the order in which they were last used. */
  readonly #memory = new Map<Sha256, string>()
  /** Found whole beside the story, or written in one of the two places. */
  readonly #safe = new Set<Sha256>()

  constructor({ folder, dataFolder, log }: TextStoreOptions) {
    this.#beside = textsFolder(folder)
    this.#kept = path.join(dataFolder, 'texts')
    this.#log = log
  }

  /**
   * Keeps a story text. Settles when it is on the disk, or when it can't be: then it is logged and marks are
   * followed by their words alone. A text with half a surrogate pair has no UTF-8 form and is not kept; no story
   * file that Galley opens or writes holds one.
   * @param sha256 of the text, as `hash.ts` makes it.
   */
  async keep(text: string, sha256: Sha256): Promise<void> {
    if (this.#safe.has(sha256) && (await this.#isThere(sha256))) return
    try {
      const bytes = Buffer.from(text, 'utf8')
      if (/\p{Surrogate}/u.test(text) || hashOf(bytes) !== sha256)
        throw new Error('not the text of this hash')
      // A damaged one is as if absent, and is put right; one that only this computer has is brought to where
      // colleagues find it.
      if ((await readText(this.#beside, sha256)) === null) await this.#write(await gzip(bytes), sha256)
      this.#safe.add(sha256)
      this.#remember(sha256, text)
    } catch (error) {
      this.#log(error)
    }
  }

  /** The story text of that hash; null: it was not kept, or what was kept is damaged. Never rejects. */
  async read(sha256: Sha256): Promise<string | null> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null
    const known = this.#memory.get(sha256)
    const text = known ?? (await readText(this.#beside, sha256)) ?? (await readText(this.#kept, sha256))
    if (text === null) return null
    this.#remember(sha256, text)
    return text
  }

  /** Somebody may have removed it since. */
  async #isThere(sha256: Sha256): Promise<boolean> {
    const places = [this.#beside, this.#kept].map((folder) => fsp.access(fileOf(folder, sha256)))
    return Promise.any(places).then(
      () => true,
      () => false,
    )
  }

  async #write(bytes: Uint8Array, sha256: Sha256): Promise<void> {
    try {
      await makeOpen(this.#beside)
      await put(this.#beside, bytes, sha256, 0o666)
    } catch {
      // A folder that is read-only, or a share that is away: no failure as long as the text is kept at all.
      await makePrivate(this.#kept)
      await put(this.#kept, bytes, sha256, 0o600)
    }
  }

  #remember(sha256: Sha256, text: string): void {
    this.#memory.delete(sha256)
    this.#memory.set(sha256, text)
    for (const oldest of this.#memory.keys()) {
      if (this.#memory.size <= MOST_IN_MEMORY) break
      this.#memory.delete(oldest)
    }
  }
}

function fileOf(folder: string, sha256: Sha256): string {
  return path.join(folder, `${sha256}.gz`)
}

/** Two who write the same text at once put the same one in place. */
async function put(folder: string, bytes: Uint8Array, sha256: Sha256, newFileMode: number): Promise<void> {
  const file = fileOf(folder, sha256)
  const there = await fsp.lstat(file).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  // A link could lead to anything: what it leads to is not ours to replace.
  if (there !== null && !there.isFile()) throw new Error(`not a file: ${sha256}.gz`)
  await durableReplace(file, bytes, { newFileMode })
}

/**
 * Makes the folder for texts, durably, open to others as far as the mask opens the story's. Never the story's own
 * folder: where that is away (a share, a renamed folder), a new one would stand in its place.
 */
async function makeOpen(folder: string): Promise<void> {
  for (const made of [path.dirname(folder), folder]) {
    try {
      await fsp.mkdir(made)
      await syncFolder(path.dirname(made))
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

/** null: not there, not to be read, or not the text of that hash. */
async function readText(folder: string, sha256: Sha256): Promise<string | null> {
  try {
    const file = fileOf(folder, sha256)
    // Opening a pipe or a device can hang or act.
    const stat = await fsp.stat(file)
    if (!stat.isFile() || stat.size > FILE_LIMIT) return null
    const bytes = await gunzip(await fsp.readFile(file), { maxOutputLength: KEPT_LIMIT })
    return hashOf(bytes) === sha256 && isUtf8(bytes) ? bytes.toString('utf8') : null
  } catch {
    return null
  }
}
