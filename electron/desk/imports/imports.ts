import path from 'node:path'
import { isWrittenBy } from '../../../shared/annotation/ownership.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import type { Sidecar } from '../../../shared/annotation/sidecar-schema.ts'
import type { Input, SaveState } from '../../../shared/desk/contract.ts'
import type { ImportOutcome, ImportPreview, PickedFile } from '../../../shared/desk/contract-import.ts'
import type { ImportFormat } from '../../../shared/exchange/formats.ts'
import type { Carried } from '../../../shared/exchange/imported.ts'
import type { PlacedImport } from '../../../shared/exchange/place-imported.ts'
import { ownTag, proposeTags } from '../../../shared/exchange/tag-table.ts'
import type { Failure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Sha256 } from '../../../shared/units.ts'
import type { ReadingThread } from '../../exchange/reading/reading-thread.ts'
import { SIDECAR_LIMIT } from '../../storage/durable-json-file.ts'
import { sha256 } from '../../storage/hash.ts'
import { fileOfPage, type ImportFile, readImportFile } from '../../storage/import-file.ts'
import type { Writer } from '../../storage/sidecar-file.ts'
import type { DeskParts } from '../desk.ts'
import type { DeskDeps } from '../host.ts'
import type { Persona } from '../persona.ts'
import type { Session } from '../session.ts'
import type { StoryText } from '../story-text.ts'
import { addToSidecar, carriedInTheWay } from './add-to-sidecar.ts'
import { hereIn } from './here.ts'
import { type AnyItem, type ImportPlan, planImport } from './import-plan.ts'
import { nobody, writersFor } from './import-writers.ts'
import { previewOf } from './preview.ts'
import { placeImport, readImport } from './read-import.ts'
import { type ReadImport, withFields } from './with-fields.ts'

/** What was read last, until it is taken in or another file is read. */
interface Held {
  readonly token: string
  readonly session: Session
  readonly file: string
  readonly read: ReadImport
  /** Names the text that the file's positions point into. */
  readonly foreignText: Sha256
  /** Where the marks stand, in the text of this hash. */
  readonly placed: { readonly import: PlacedImport; readonly textSha256: Sha256 }
}

/** The imports of one window: read first, then taken in with what the person decided. */
export class Imports {
  readonly #deps: DeskDeps
  readonly #thread: ReadingThread
  readonly #persona: Persona
  #held: Held | null = null
  /** What is being read. */
  #reading: AbortController | null = null

  constructor({ deps, thread, persona }: Pick<DeskParts, 'deps' | 'thread' | 'persona'>) {
    this.#deps = deps
    this.#thread = thread
    this.#persona = persona
  }

  /** Gives up what is being read: `read` then answers null, and nothing is left of it. */
  cancel(): void {
    this.#reading?.abort()
  }

  /** What is still being read is given up. @returns the signal for the `read` that begins. */
  begin(): AbortSignal {
    this.cancel()
    this.#reading = new AbortController()
    return this.#reading.signal
  }

  /**
   * Reads a file and finds its annotations in the story.
   * @param picked absent: the host asks for the file
   * @param format null: told by name and content
   * @returns null: cancelled.
   */
  async read(
    session: Session,
    picked: PickedFile | undefined,
    format: ImportFormat | null,
    signal: AbortSignal,
  ): Promise<Result<ImportPreview | null, Failure>> {
    if (signal.aborted) return ok(null)
    const file = picked === undefined ? await this.#choose(session) : fileOfPage(picked)
    if (signal.aborted) return ok(null)
    if (!file.ok) return file
    if (file.value === null) return ok(null)
    const { story, textSha256 } = session.text
    const options = { thread: this.#thread, wanted: format, text: story.text, signal }
    const asRead = await readImport(file.value, options)
    // Also where the answer was on its way already.
    if (signal.aborted) return ok(null)
    if (!asRead.ok) return asRead
    const { placed, ...unsorted } = asRead.value
    const read = withFields(unsorted, session.tags.now.tags)
    const held: Held = {
      token: this.#deps.newId(),
      session,
      file: file.value.name,
      read,
      foreignText: sha256(read.old ?? file.value.bytes),
      placed: { import: placed, textSha256 },
    }
    this.#held = held
    const me = await this.#persona.person()
    return ok(previewOf({ ...held, ...read, placed, tags: session.tags.now.tags, me }))
  }

  /** Takes in what was read; nothing of it that is there already is changed. */
  async take(
    session: Session,
    wanted: Omit<Input<'importMarks'>, 'story'>,
  ): Promise<Result<ImportOutcome, Failure>> {
    const held = this.#held
    if (held === null || held.token !== wanted.token || held.session !== session) {
      return err({ kind: 'import-forgotten' })
    }
    const writers = await writersFor(wanted, this.#persona)
    if (!writers.ok) return writers
    const found = await this.#placedToday(held)
    if (!found.ok) return found
    const { placed, text } = found.value
    if (held.read.set.marks.some(({ author }) => !writers.value.has(author)))
      return err({ kind: 'name-empty' })
    const plan = this.#plan(held.read, session, {
      ...held,
      placed,
      text,
      writers: writers.value,
      tags: wanted.tags,
    })
    const { set, old } = held.read
    const edits = plan.layers.map(({ writer, items }, at) => {
      // What is carried of the whole file is kept once.
      const carried = at === 0 ? set.carried : undefined
      return { writer, items, carried, before: sidecarOf(writer, session) }
    })
    if (!edits.every(fits)) return err({ kind: 'import-too-much', file: held.file, limit: SIDECAR_LIMIT })
    const save = wanted.dry === true ? session.status.state : await this.#write(edits, session, old)
    const { layers, ...counts } = plan
    return ok({
      ...counts,
      save,
      leftOut: [...counts.leftOut, ...edits.flatMap(({ before, carried }) => inTheWay(before, carried))],
      warnings: [...set.warnings, ...placed.import.warnings],
      layers: layers.map(({ writer }) => writer.name),
    })
  }

  /** Where the marks stand in the text that is shown now. It may change while they are looked for. */
  async #placedToday(held: Held): Promise<Result<PlacedIn, Failure>> {
    const { session, read, file } = held
    for (let { placed } = held; ; ) {
      const { text } = session
      const { story, textSha256 } = text
      if (placed.textSha256 === textSha256) return ok({ placed, text })
      const places = read.set.marks.map(({ place }) => ({ place }))
      const job = { name: file, places, old: read.old, text: story.text }
      const found = await placeImport(this.#thread, job)
      if (!found.ok) return found
      placed = { import: found.value, textSha256 }
      if (this.#held?.token === held.token) this.#held = { ...this.#held, placed }
    }
  }

  #write(edits: readonly Edit[], session: Session, old: string | null): Promise<SaveState> {
    const { facts } = session.text
    return session.addToLayers(
      edits.map(({ writer, items, carried }) => ({
        writer,
        edit: (sidecar) => addToSidecar(sidecar, { items, carried, facts, name: writer.name }),
      })),
      old === null ? [] : [old],
    )
  }

  async #choose(session: Session): Promise<Result<ImportFile | null, Failure>> {
    const chosen = await this.#deps.host.chooseImport(path.dirname(session.path))
    return chosen === null ? ok(null) : readImportFile(chosen)
  }

  #plan(
    { set, format }: ReadImport,
    session: Session,
    decided: PlacedIn & {
      readonly foreignText: Sha256
      readonly writers: ReadonlyMap<string | null, Writer>
      readonly tags: Input<'importMarks'>['tags']
    },
  ): ImportPlan {
    const proposed = proposeTags(
      set.marks.map(({ tag }) => tag),
      session.tags.now.tags,
    )
    const table = new Map([...proposed, ...decided.tags].map(({ word, tag }) => [word, tag]))
    const { story, textSha256 } = decided.text
    return planImport({
      format,
      marks: set.marks,
      standings: decided.placed.import.standings,
      story,
      textSha256,
      foreignText: decided.foreignText,
      here: hereIn(session.sidecars.sources()),
      now: this.#deps.now(),
      writerOf: (author) => decided.writers.get(author) ?? nobody(''),
      tagOf: (word) => table.get(word) ?? ownTag(word),
    })
  }
}

/** Where the marks stand, and in which text of the story. */
interface PlacedIn {
  readonly placed: Held['placed']
  readonly text: StoryText
}

/** What is added to one writer's sidecar. */
interface Edit {
  readonly writer: Writer
  readonly items: readonly AnyItem[]
  readonly carried: Carried | undefined
  /** What the writer has beside the story so far. */
  readonly before: Sidecar | undefined
}

function sidecarOf({ annotator, device }: Writer, session: Session): Sidecar | undefined {
  return session.sidecars.sources().find(({ sidecar }) => isWrittenBy(sidecar, annotator, device))?.sidecar
}

/** A sidecar larger than what is read again would be lost. */
function fits({ items, before }: Edit): boolean {
  const added = Buffer.byteLength(JSON.stringify(items, null, 2))
  const there = before === undefined ? 0 : Buffer.byteLength(serialiseSidecar(before))
  return added + there < SIDECAR_LIMIT
}

function inTheWay(before: Sidecar | undefined, carried: Carried | undefined): readonly string[] {
  return carriedInTheWay(before, carried).map(
    (format) =>
      `What the file holds beside its marks (${format}) was left out: the layer carries that of another file.`,
  )
}
