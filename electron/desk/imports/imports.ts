import path from 'node:path'
import { isWrittenBy } from '../../../shared/annotation/ownership.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import type { Sidecar } from '../../../shared/annotation/sidecar-schema.ts'
import type {
  ImportOutcome,
  ImportPreview,
  Input,
  PickedFile,
  SaveState,
} from '../../../shared/desk/contract.ts'
import { personName } from '../../../shared/desk/person-name.ts'
import { fieldsInNote } from '../../../shared/exchange/fields-in-note.ts'
import type { ImportFormat } from '../../../shared/exchange/formats.ts'
import type { Carried } from '../../../shared/exchange/imported.ts'
import { IMPORT_LIMIT } from '../../../shared/exchange/input.ts'
import { type PlacedImport, placeImported } from '../../../shared/exchange/place-imported.ts'
import { ownTag, proposeTags } from '../../../shared/exchange/tag-table.ts'
import type { Failure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Tag } from '../../../shared/tags.ts'
import type { AnnotatorId, DeviceId, Sha256 } from '../../../shared/units.ts'
import { SIDECAR_LIMIT } from '../../storage/durable-json-file.ts'
import { sha256 } from '../../storage/hash.ts'
import { type ImportFile, readImportFile, tooLarge } from '../../storage/import-file.ts'
import type { Writer } from '../../storage/sidecar-file.ts'
import type { DeskDeps } from '../host.ts'
import type { Persona } from '../persona.ts'
import type { Session } from '../session.ts'
import { addToSidecar, carriedInTheWay } from './add-to-sidecar.ts'
import { hereIn } from './here.ts'
import { type AnyItem, type ImportPlan, planImport } from './import-plan.ts'
import { previewOf } from './preview.ts'
import { type ReadImport, readImport } from './read-import.ts'

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
  readonly #persona: Persona
  #held: Held | null = null

  constructor(deps: DeskDeps, persona: Persona) {
    this.#deps = deps
    this.#persona = persona
  }

  /**
   * @param picked absent: the host asks for the file
   * @param format null: told by name and content
   * @returns null: cancelled.
   */
  async read(
    session: Session,
    picked: PickedFile | undefined,
    format: ImportFormat | null,
  ): Promise<Result<ImportPreview | null, Failure>> {
    const file = picked === undefined ? await this.#choose(session) : fileOf(picked)
    if (!file.ok) return file
    if (file.value === null) return ok(null)
    const asRead = await readImport(file.value, format)
    if (!asRead.ok) return asRead
    const read = ok(withFields(asRead.value, session.tags.now.tags))
    const held: Held = {
      token: this.#deps.newId(),
      session,
      file: file.value.name,
      read: read.value,
      foreignText: sha256(read.value.old ?? file.value.bytes),
      placed: place(read.value, session),
    }
    this.#held = held
    const me = await this.#persona.person()
    return ok(
      previewOf({ ...held, ...read.value, placed: held.placed.import, tags: session.tags.now.tags, me }),
    )
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
    const writers = await this.#writers(wanted)
    if (!writers.ok) return writers
    const { textSha256 } = session.text
    const placed = held.placed.textSha256 === textSha256 ? held.placed : place(held.read, session)
    this.#held = { ...held, placed }
    if (held.read.set.marks.some(({ author }) => !writers.value.has(author)))
      return err({ kind: 'name-empty' })
    const plan = this.#plan(held.read, session, {
      ...held,
      placed,
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

  /** Who writes for each author of the file. Nobody is made known by a dry run. */
  async #writers({
    authors,
    dry = false,
  }: Pick<Input<'importMarks'>, 'authors' | 'dry'>): Promise<
    Result<ReadonlyMap<string | null, Writer>, Failure>
  > {
    const me = await this.#persona.person()
    const writers = new Map<string | null, Writer>()
    for (const { author, name: typed, own = false } of authors) {
      const name = personName(typed)
      if (!name.ok) return name
      const known = await this.#persona.writerKnownAs(name.value)
      if (known !== null && known.annotator === me?.id && !own) {
        return err({ kind: 'import-own-name', name: name.value })
      }
      writers.set(author, known ?? (dry ? nobody(name.value) : await this.#persona.writerNamed(name.value)))
    }
    return ok(writers)
  }

  #plan(
    { set, format }: ReadImport,
    session: Session,
    decided: Pick<Held, 'placed' | 'foreignText'> & {
      readonly writers: ReadonlyMap<string | null, Writer>
      readonly tags: Input<'importMarks'>['tags']
    },
  ): ImportPlan {
    const proposed = proposeTags(
      set.marks.map(({ tag }) => tag),
      session.tags.now.tags,
    )
    const table = new Map([...proposed, ...decided.tags].map(({ word, tag }) => [word, tag]))
    const { story, textSha256 } = session.text
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

/** What is added to one writer's sidecar. */
interface Edit {
  readonly writer: Writer
  readonly items: readonly AnyItem[]
  readonly carried: Carried | undefined
  /** What the writer has beside the story so far. */
  readonly before: Sidecar | undefined
}

function fileOf({ name, base64, companion }: PickedFile): Result<ImportFile, Failure> {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > IMPORT_LIMIT) return err(tooLarge(name, bytes.length))
  return ok({ name, bytes, companion: companion === undefined ? null : Buffer.from(companion, 'utf8') })
}

function place({ set, old }: ReadImport, session: Session): Held['placed'] {
  const { story, textSha256 } = session.text
  return { import: placeImported(set.marks, story.text, old), textSha256 }
}

/** Galley's own Word reports have the fields in their comments. A comment without a tag is nobody's but a person's. */
function withFields(read: ReadImport, tags: readonly Tag[]): ReadImport {
  if (read.format !== 'docx') return read
  const marks = read.set.marks.map((mark) => {
    if (mark.tag === '') return mark
    const { note, fields } = fieldsInNote(mark.note, tags)
    return { ...mark, note, fields: { ...fields, ...mark.fields } }
  })
  return { ...read, set: { ...read.set, marks } }
}

/** Somebody who is not known on this computer, for a dry run. */
function nobody(name: string): Writer {
  return { annotator: `nobody: ${name}` as AnnotatorId, name, device: '' as DeviceId }
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
