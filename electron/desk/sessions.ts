import path from 'node:path'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Tag } from '../../shared/tags.ts'
import type { StoryId } from '../../shared/units.ts'
import type { PageChoicesFile } from '../storage/page-choices.ts'
import type { PrivateNotes } from '../storage/private-notes.ts'
import type { Writer } from '../storage/sidecar-file.ts'
import { readStoryBytes } from '../storage/story-file.ts'
import { sweepTemps } from '../storage/sweep-temps.ts'
import type { DeskDeps, Emit } from './host.ts'
import type { Registry } from './registry.ts'
import { Session } from './session.ts'
import type { StoryReader } from './story-reader.ts'
import { wantsWholePage } from './whole-page.ts'

/** How a window wants to see a story. */
export interface Opening {
  /** Many annotations may be read later. */
  readonly soon: boolean
  /** Of a web page everything, or the article found in it; absent: as it is shown, else as was chosen for it. */
  readonly wholePage?: boolean
  /** Aborted: the person does not want to wait any more. */
  readonly signal: AbortSignal
}

/** What of the desk the open stories share. */
interface SessionParts {
  readonly registry: Registry
  readonly reader: StoryReader
  readonly pageChoices: PageChoicesFile
  /** This person's; null: none. */
  ownTags(): Promise<readonly Tag[] | null>
  readonly privateNotes: PrivateNotes
}

/** The open stories. */
export class Sessions {
  readonly #deps: DeskDeps
  readonly #parts: SessionParts
  readonly #newest = new Map<StoryId, Session>()
  /** All that are not closed: also those that wait for something to be written. */
  readonly #alive = new Set<Session>()
  /** The last opening of each story that is under way. */
  readonly #opening = new Map<StoryId, Promise<unknown>>()

  constructor(deps: DeskDeps, parts: SessionParts) {
    this.#deps = deps
    this.#parts = parts
  }

  /**
   * Shows a story, as it is on the disk now, in a window. One after the other, so that two windows get the same
   * session and none that is just ending.
   */
  async open(
    id: StoryId,
    writer: Writer | null,
    window: Emit,
    opening: Opening,
  ): Promise<Result<Session, Failure>> {
    const before = this.#opening.get(id) ?? Promise.resolve()
    const opened = before.then(() => this.#open(id, writer, window, opening))
    const settled = opened.catch(() => {})
    this.#opening.set(id, settled)
    try {
      return await opened
    } finally {
      if (this.#opening.get(id) === settled) this.#opening.delete(id)
    }
  }

  /** Ends what no window shows any more. What is in memory only stays until it is written. */
  async release(session: Session): Promise<void> {
    if (session.isShown) return
    if (session.status.isWaiting) await session.status.tryAgain()
    if (session.isShown || session.status.isUnsaved) return
    await this.#close(session)
  }

  [Symbol.iterator](): Iterator<Session> {
    return [...this.#alive][Symbol.iterator]()
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.#opening.values())
    await Promise.all([...this.#alive].map((session) => this.#close(session)))
  }

  async #open(
    id: StoryId,
    writer: Writer | null,
    window: Emit,
    { soon, wholePage, signal }: Opening,
  ): Promise<Result<Session, Failure>> {
    const file = this.#parts.registry.pathOf(id)
    if (file === undefined) return err({ kind: 'unknown-story' })
    const found = await readStoryBytes(file)
    // It was there when the id was made.
    if (!found.ok) return found.error.kind === 'not-found' ? err({ ...found.error, kind: 'vanished' }) : found
    const known = this.#newest.get(id)
    const isShown = known?.text.file.sha256 === found.value.sha256
    if (known !== undefined && isShown && (wholePage ?? known.wholePage) === known.wholePage) {
      return ok(await this.#join(known, window))
    }
    const whole = wholePage ?? known?.wholePage ?? (await wantsWholePage(file, this.#parts.pageChoices))
    const read = await this.#parts.reader.parse(found.value, { wholePage: whole, signal })
    if (!read.ok) return read
    if (known !== undefined) {
      if (whole !== known.wholePage) await known.showWholePage(whole)
      return ok(await this.#join(known, window))
    }
    const { dataFolder, now, newId, log } = this.#deps
    await sweepTemps(path.dirname(read.value.file.path), Date.now())
    const idle = (session: Session) => void this.#endIdle(session)
    const own = { ownTags: this.#parts.ownTags, privateNotes: this.#parts.privateNotes }
    const common = { dataFolder, now, newId, log, idle, reader: this.#parts.reader, ...own }
    const options = { id, read: read.value, wholePage: whole, ...common }
    const session = await Session.open(options, writer, soon)
    session.attach(window)
    this.#newest.set(id, session)
    this.#alive.add(session)
    return ok(session)
  }

  /** One more window shows a story, as it is on the disk now. */
  async #join(known: Session, window: Emit): Promise<Session> {
    known.attach(window)
    await known.read()
    await known.look()
    return known
  }

  /** A story whose last window went while something could not be written ends when it is. */
  async #endIdle(session: Session): Promise<void> {
    await this.#opening.get(session.id)
    if (this.#alive.has(session) && !session.isShown) await this.#close(session)
  }

  async #close(session: Session): Promise<void> {
    this.#alive.delete(session)
    if (this.#newest.get(session.id) === session) this.#newest.delete(session.id)
    await session.close()
  }
}
