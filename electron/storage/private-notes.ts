import fsp from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import type { PrivatePart } from '../../shared/annotation/annotation.ts'
import { samePrivate } from '../../shared/annotation/private-part.ts'
import type { SaveFailure, SidecarFailure } from '../../shared/failure.ts'
import { err, ok } from '../../shared/result.ts'
import type { AnnotationId, AnnotatorId } from '../../shared/units.ts'
import { makePrivate } from './data-folder.ts'
import { type Codec, DurableJsonFile, SIDECAR_LIMIT, Unreadable } from './durable-json-file.ts'
import { explainSave } from './explain-save.ts'
import { sha256 } from './hash.ts'
import { codeOf, isMissing } from './io-error.ts'
import { withLock } from './lock.ts'

/** What is private of some annotations; null: nothing any more. */
export type PrivateParts = ReadonlyMap<AnnotationId, PrivatePart | null>

const schema = z.looseObject({
  /** Rises only when an older Galley would lose or misread something; such a file is then left alone. */
  format: z.literal(1),
  annotator: z.string(),
  notes: z.record(
    z.string(),
    z.looseObject({ note: z.string().nullable(), fields: z.record(z.string(), z.string()) }),
  ),
})
type Stored = z.infer<typeof schema>

const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

export interface PrivateFileOptions {
  readonly dataFolder: string
  readonly annotator: AnnotatorId
  log(error: unknown): void
}

/** Where private notes lie. */
export function privateFolder(dataFolder: string): string {
  return path.join(dataFolder, 'private')
}

/**
 * One annotator's private notes and fields, of all stories, by annotation: a story that is moved or renamed keeps
 * them. Only this person may read file and folder; on Windows the rights of the profile's folder hold. What can't
 * be read is never written over. An annotation that this person deletes takes what is private of it along; one that
 * their other computer deleted leaves it here, unseen, since it may come back.
 *
 * Nothing in here passes the text of a note on: not to a log, not in a failure.
 */
export class PrivateFile {
  readonly path: string
  readonly #options: PrivateFileOptions
  readonly #json: DurableJsonFile<Stored>
  #onDisk = new Map<AnnotationId, PrivatePart>()
  /** What the person changed and the disk does not have yet. */
  readonly #wanted = new Map<AnnotationId, PrivatePart | null>()
  #failure: SidecarFailure | null = null
  /** Reading and writing must not meet: the adapter holds one state. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: PrivateFileOptions) {
    this.#options = options
    // A person may meet the name in a sentence about what went wrong.
    const name = `private-notes-${sha256(options.annotator).slice(0, 16)}.json`
    this.path = path.join(privateFolder(options.dataFolder), name)
    this.#json = new DurableJsonFile(this.path, codec, { newFileMode: FILE_MODE, limit: SIDECAR_LIMIT })
  }

  /** Why the file can't be read; null: it can, or there is none. */
  get failure(): SidecarFailure | null {
    return this.#failure
  }

  /** As the person has it now, be it written or not; undefined: nothing is private. */
  get(id: AnnotationId): PrivatePart | undefined {
    const wanted = this.#wanted.get(id)
    return wanted === undefined ? this.#onDisk.get(id) : (wanted ?? undefined)
  }

  /** All annotations that may have something private. */
  get ids(): readonly AnnotationId[] {
    return [...new Set([...this.#onDisk.keys(), ...this.#wanted.keys()])]
  }

  get isEmpty(): boolean {
    return this.#onDisk.size + this.#wanted.size === 0
  }

  /** In memory; {@link write} makes it safe. */
  set(id: AnnotationId, part: PrivatePart | null): void {
    this.#wanted.set(id, part)
  }

  /** Looks at the file again. @returns the annotations of which something else is private than before. */
  read(): Promise<readonly AnnotationId[]> {
    return this.#next(async () => {
      const before = new Map(this.ids.map((id) => [id, this.get(id)]))
      try {
        const found = await this.#json.readIfChanged()
        this.#failure = null
        if (found.unchanged) return []
        this.#take(found.value)
        if (found.value !== null) await this.#tighten()
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        this.#failure = error.failure
        this.#options.log(error)
      }
      const ids = new Set([...before.keys(), ...this.ids])
      return [...ids].filter((id) => !samePrivate(before.get(id), this.get(id)))
    })
  }

  /**
   * Makes parts durable; other Galleys' changes of others stay.
   * @param how `keep-old`: nothing is taken away that stands there. `exact`: as they are now.
   * @returns null: they are on the disk.
   */
  write(parts: PrivateParts, how: 'keep-old' | 'exact'): Promise<SaveFailure | null> {
    return this.#next(async () => {
      const { dataFolder, log } = this.#options
      try {
        await makePrivate(path.dirname(this.path))
        await withLock(path.join(dataFolder, 'locks'), this.path, () => this.#write(parts, how))
        this.#failure = null
      } catch (error) {
        return explain(error, path.basename(this.path), log)
      }
      if (how === 'exact') {
        for (const [id, part] of parts) if (this.#wanted.get(id) === part) this.#wanted.delete(id)
      }
      return null
    })
  }

  async #write(parts: PrivateParts, how: 'keep-old' | 'exact'): Promise<void> {
    await this.#tighten()
    const stored = (await this.#json.read()) ?? {
      format: 1,
      annotator: this.#options.annotator,
      notes: {},
    }
    const notes = new Map(Object.entries(stored.notes))
    let changes = 0
    for (const [id, part] of parts) {
      const old = notes.get(id)
      const next = how === 'exact' ? part : united(old, part)
      if (samePrivate(next ?? undefined, old)) continue
      changes++
      if (next === null) notes.delete(id)
      else notes.set(id, { ...old, note: next.note, fields: { ...next.fields } })
    }
    const value = { ...stored, notes: Object.fromEntries(notes) }
    if (changes > 0) await this.#json.write(value)
    this.#take(value)
  }

  #take(stored: Stored | null): void {
    const entries = Object.entries(stored?.notes ?? {})
    this.#onDisk = new Map(entries.map(([id, { note, fields }]) => [id as AnnotationId, { note, fields }]))
  }

  /** A backup that was brought back may have let others in. */
  async #tighten(): Promise<void> {
    if (process.platform === 'win32') return
    const ignoreMissing = (error: unknown) => (isMissing(error) ? undefined : this.#options.log(error))
    await fsp.chmod(path.dirname(this.path), FOLDER_MODE).catch(ignoreMissing)
    await fsp.chmod(this.path, FILE_MODE).catch(ignoreMissing)
  }

  #next<R>(task: () => Promise<R>): Promise<R> {
    const done = this.#last.then(task)
    this.#last = done.catch(() => {})
    return done
  }
}

/** What is new, and of what stood there all that it does not replace. */
function united(old: PrivatePart | undefined, part: PrivatePart | null): PrivatePart | null {
  if (old === undefined || part === null) return part ?? old ?? null
  return { note: part.note ?? old.note, fields: { ...old.fields, ...part.fields } }
}

/** The sentences for a folder that is gone or read-only speak of the story's. */
function explain(error: unknown, file: string, log: (error: unknown) => void): SaveFailure {
  const failure = explainSave(error, file, log)
  if (failure.kind !== 'folder-gone' && failure.kind !== 'folder-read-only') return failure
  return { kind: 'save-io', file, code: codeOf(error) }
}

// No detail of what is wrong: the parser's own words quote the file.
const codec: Codec<Stored> = {
  parse(text, file) {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return err({ kind: 'sidecar-json', file, detail: 'it is not JSON' })
    }
    const checked = schema.safeParse(value)
    if (checked.success) return ok(checked.data)
    return err({ kind: 'sidecar-invalid', file, detail: 'it is not a file of private notes' })
  },
  serialise: (value) => `${JSON.stringify(value, null, 1)}\n`,
}

/** The private notes of everybody who annotates at this desk. */
export class PrivateNotes {
  readonly #options: Omit<PrivateFileOptions, 'annotator'>
  readonly #files = new Map<AnnotatorId, PrivateFile>()

  constructor(options: Omit<PrivateFileOptions, 'annotator'>) {
    this.#options = options
  }

  of(annotator: AnnotatorId): PrivateFile {
    const known = this.#files.get(annotator)
    if (known !== undefined) return known
    const file = new PrivateFile({ ...this.#options, annotator })
    this.#files.set(annotator, file)
    return file
  }

  /** The person has another id from now on: what was private under the old one is so under the new one. */
  async adopt(old: AnnotatorId, now: AnnotatorId): Promise<SaveFailure | null> {
    const [from, to] = [this.of(old), this.of(now)]
    await Promise.all([from.read(), to.read()])
    const all = from.ids.flatMap((id) =>
      to.get(id) === undefined ? [[id, from.get(id) ?? null] as const] : [],
    )
    const parts = new Map(all)
    if (parts.size === 0) return null
    for (const [id, part] of parts) to.set(id, part)
    const failure = await to.write(parts, 'exact')
    if (failure !== null) return failure
    // What is deleted later must not stay behind under the old id.
    const gone = new Map([...parts.keys()].map((id) => [id, null] as const))
    for (const id of gone.keys()) from.set(id, null)
    return from.write(gone, 'exact')
  }
}
