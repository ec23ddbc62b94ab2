import path from 'node:path'
import { isItem } from '../../shared/annotation/item.ts'
import { highestRevisions } from '../../shared/annotation/merge.ts'
import { refreshSidecar } from '../../shared/annotation/new-sidecar.ts'
import { isCandidate } from '../../shared/annotation/sidecar-name.ts'
import type { Sidecar, SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import type {
  AnnotationChange,
  Changed,
  DeskEvents,
  OpenedStory,
  Person,
} from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { AnnotationId, IsoTime, StoryId } from '../../shared/units.ts'
import { nameHash8, type Writer } from '../storage/sidecar-file.ts'
import type { SaveOutcome } from '../storage/sidecar-store.ts'
import type { StoryFile } from '../storage/story-file.ts'
import { StorySidecars } from '../storage/story-sidecars.ts'
import { watchFolder } from '../storage/watch.ts'
import type { Emit } from './host.ts'
import { type Difference, Layers, sameObjects } from './layers.ts'
import { planChanges } from './marks.ts'
import { SaveStatus } from './save-status.ts'
import { StoryText } from './story-text.ts'
import { StoryWatch } from './story-watch.ts'
import { writePlan } from './write-plan.ts'

export interface SessionOptions {
  readonly id: StoryId
  readonly file: StoryFile
  readonly dataFolder: string
  now(): IsoTime
  newId(): string
  log(error: unknown): void
  /** Everything is written and no window shows the story. */
  idle(session: Session): void
}

/** One open story, shared by all windows that show it. */
export class Session {
  readonly id: StoryId
  readonly path: string
  readonly text: StoryText
  readonly sidecars: StorySidecars
  readonly status: SaveStatus
  readonly #options: SessionOptions
  readonly #layers: Layers
  readonly #windows = new Set<Emit>()
  readonly #watch: StoryWatch
  /** What this person deleted since opening: an undo brings back members that we do not know as well. */
  readonly #removed = new Map<AnnotationId, SidecarItem>()
  /** Per id, over all sidecars. */
  #highest = new Map<string, number>()
  /** The sidecars that `#highest` was counted from. */
  #counted: readonly Sidecar[] = []
  #stopWatching: () => void = () => {}
  #looking: Promise<void> = Promise.resolve()

  private constructor(options: SessionOptions) {
    const { id, file, dataFolder, newId, now, log } = options
    this.id = id
    this.path = file.path
    this.#options = options
    this.text = new StoryText(file)
    this.#layers = new Layers((item, annotator) => this.text.show(item, annotator))
    this.#watch = new StoryWatch(file)
    this.sidecars = new StorySidecars({
      folder: path.dirname(file.path),
      facts: this.text.facts,
      dataFolder,
      newId,
      merged: () => this.#announce(this.#update()),
      log,
    })
    this.status = new SaveStatus({
      save: () => this.#save(),
      now,
      show: (save) => {
        this.#tell('save-state', { story: this.id, save })
        if (save.kind === 'saved' && !this.isShown) options.idle(this)
      },
    })
  }

  /** @param writer null: nobody gave a name yet; the story can be read. */
  static async open(options: SessionOptions, writer: Writer | null): Promise<Session> {
    const session = new Session(options)
    await session.become(writer)
    session.#startWatching()
    return session
  }

  attach(window: Emit): void {
    this.#windows.add(window)
  }

  detach(window: Emit): void {
    this.#windows.delete(window)
  }

  get isShown(): boolean {
    return this.#windows.size > 0
  }

  get me(): Person | null {
    const { writer } = this.sidecars
    return writer === null ? null : { id: writer.annotator, name: writer.name }
  }

  /** From now on this writer's changes are taken. What was kept for the story earlier is brought beside it. */
  async become(writer: Writer | null): Promise<void> {
    if (this.status.isWaiting) await this.status.tryAgain()
    if (writer !== null && writer.annotator === this.sidecars.writer?.annotator) this.sidecars.rename(writer)
    else {
      this.#removed.clear()
      await this.sidecars.open(writer)
    }
    this.#announce(this.#update(), undefined, true)
    const kept = this.sidecars.own?.hasKept === true || this.sidecars.hasWaiting
    if (kept) await this.status.tryAgain()
  }

  opened(sameName: readonly Person[]): OpenedStory {
    const { story, encoding, lineEnds, textSha256 } = this.text
    return {
      id: this.id,
      story,
      encoding,
      lineEnds,
      textSha256,
      layers: this.#layers.list(),
      annotations: this.#layers.annotations(),
      unreadable: this.sidecars.unreadable(),
      save: this.status.state,
      sameName,
    }
  }

  /** Makes the changes in memory, all or none, and answers when they are safe or with why they are not. */
  async change(changes: readonly AnnotationChange[], from: Emit): Promise<Result<Changed, Failure>> {
    const { own, writer } = this.sidecars
    if (own === null || writer === null) return err({ kind: 'no-name-yet' })
    const carried = new Set(own.sidecar.first.items.filter((item) => !isItem(item)).map((item) => item.id))
    const plan = planChanges(changes, {
      story: this.text.story,
      index: this.text.index,
      textSha256: this.text.textSha256,
      annotator: writer.annotator,
      now: this.#options.now(),
      own: (id) => this.#layers.ownItem(id),
      removed: (id) => this.#removed.get(id),
      place: (item) => this.text.place(item),
      isForeign: (id) => carried.has(id) || this.#layers.annotation(id) !== undefined,
      highest: (id) => this.#highest.get(id) ?? 0,
    })
    if (!plan.ok) return plan
    const { put, deleted } = plan.value
    if (put.size + deleted.size === 0) return ok({ save: this.status.state, annotations: [] })
    for (const id of deleted.keys()) {
      const item = this.#layers.ownItem(id)
      if (item !== undefined) this.#removed.set(id, item)
    }
    for (const [id, item] of put) this.#highest.set(id, item['galley:revision'])
    for (const [id, tombstone] of deleted) this.#highest.set(id, tombstone['galley:revision'])
    own.change((sidecar) => refreshSidecar(writePlan(sidecar, plan.value), this.text.facts, writer.name))
    const sources = this.sidecars.sources()
    this.#counted = sources.map(({ sidecar }) => sidecar)
    this.#layers.patchOwn([...put.values()], [...deleted.keys()], sources)
    const changed = () => [...put.keys()].flatMap((id) => this.#layers.annotation(id) ?? [])
    this.#announce({ put: changed(), removed: [...deleted.keys()] }, from)
    const save = await this.status.save()
    // The file may be there only now, and another process may have written at the same time.
    this.#announce(this.#layers.update(this.sidecars.sources(), this.me))
    return ok({ save, annotations: changed() })
  }

  /** Looks at the disk again, at once. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look()).catch(this.#options.log)
    return this.#looking
  }

  /** Writes what is left to write. Afterwards the session does nothing any more. */
  async close(): Promise<void> {
    this.#stopWatching()
    if (this.status.isWaiting) await this.status.tryAgain()
    this.status.stop()
    await this.#looking
  }

  async #save(): Promise<SaveOutcome> {
    const own = await this.sidecars.own?.save()
    const others = await this.sidecars.handOver()
    return own === undefined || own.kind === 'beside' ? others : own
  }

  async #look(): Promise<void> {
    const problem = await this.#watch.look()
    if (problem !== undefined) this.#tell('story-problem', { story: this.id, problem })
    const before = JSON.stringify(this.sidecars.unreadable())
    await this.sidecars.refresh()
    this.#announce(this.#update(), undefined, before !== JSON.stringify(this.sidecars.unreadable()))
  }

  #update(): Difference {
    const sources = this.sidecars.sources()
    const counted = sources.map(({ sidecar }) => sidecar)
    if (!sameObjects(counted, this.#counted)) this.#highest = new Map(highestRevisions(counted))
    this.#counted = counted
    return this.#layers.update(sources, this.me)
  }

  #announce({ put, removed }: Difference, except?: Emit, anyway = false): void {
    if (put.length === 0 && removed.length === 0 && !anyway) return
    const payload = { story: this.id, put, removed, layers: this.#layers.list() }
    this.#tell('story-changed', { ...payload, unreadable: this.sidecars.unreadable() }, except)
  }

  #tell<E extends keyof DeskEvents>(event: E, payload: DeskEvents[E], except?: Emit): void {
    for (const window of this.#windows) if (window !== except) window(event, payload)
  }

  #startWatching(): void {
    const { name } = this.text.story
    const hash = nameHash8(name)
    const isRelevant = (file: string) => file === name || isCandidate(name, hash, file)
    this.#stopWatching = watchFolder(path.dirname(this.path), isRelevant, () => void this.look())
  }
}
