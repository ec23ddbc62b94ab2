import path from 'node:path'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Tag } from '../../shared/tags.ts'
import type { StoryId } from '../../shared/units.ts'
import type { Writer } from '../storage/sidecar-file.ts'
import { readStoryFile } from '../storage/story-file.ts'
import { sweepTemps } from '../storage/sweep-temps.ts'
import type { DeskDeps, Emit } from './host.ts'
import type { Registry } from './registry.ts'
import { Session } from './session.ts'

/** The open stories. */
export class Sessions {
  readonly #deps: DeskDeps
  readonly #registry: Registry
  readonly #ownTags: () => Promise<readonly Tag[] | null>
  readonly #newest = new Map<StoryId, Session>()
  /** All that are not closed: also those that wait for something to be written. */
  readonly #alive = new Set<Session>()
  /** The last opening of each story that is under way. */
  readonly #opening = new Map<StoryId, Promise<unknown>>()

  /** @param ownTags this person's; null: none. */
  constructor(deps: DeskDeps, registry: Registry, ownTags: () => Promise<readonly Tag[] | null>) {
    this.#deps = deps
    this.#ownTags = ownTags
    this.#registry = registry
  }

  /**
   * Shows a story, as it is on the disk now, in a window. One after the other, so that two windows get the same
   * session and none that is just ending.
   * @param soon many annotations may be read later.
   */
  async open(
    id: StoryId,
    writer: Writer | null,
    window: Emit,
    soon: boolean,
  ): Promise<Result<Session, Failure>> {
    const before = this.#opening.get(id) ?? Promise.resolve()
    const opened = before.then(() => this.#open(id, writer, window, soon))
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
    soon: boolean,
  ): Promise<Result<Session, Failure>> {
    const file = this.#registry.pathOf(id)
    if (file === undefined) return err({ kind: 'unknown-story' })
    const read = await readStoryFile(file)
    // It was there when the id was made.
    if (!read.ok) return read.error.kind === 'not-found' ? err({ ...read.error, kind: 'vanished' }) : read
    const known = this.#newest.get(id)
    if (known !== undefined) {
      known.attach(window)
      await known.read()
      await known.look()
      return ok(known)
    }
    const { dataFolder, now, newId, log } = this.#deps
    await sweepTemps(path.dirname(read.value.path), Date.now())
    const idle = (session: Session) => void this.#endIdle(session)
    const ownTags = this.#ownTags
    const options = { id, file: read.value, dataFolder, now, newId, ownTags, log, idle }
    const session = await Session.open(options, writer, soon)
    session.attach(window)
    this.#newest.set(id, session)
    this.#alive.add(session)
    return ok(session)
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
