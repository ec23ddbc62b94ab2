import path from 'node:path'
import { isItem } from '../../shared/annotation/item.ts'
import { refreshSidecar } from '../../shared/annotation/new-sidecar.ts'
import { isCandidate } from '../../shared/annotation/sidecar-name.ts'
import type { SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import type {
  Changed,
  Input,
  OpenedStory,
  Output,
  Person,
  SaveState,
  Settled,
  Stray,
  TextSaved,
  TextToSave,
} from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { AnnotationId, IsoTime, Span, StoryId } from '../../shared/units.ts'
import { nameHash8, type Writer } from '../storage/sidecar-file.ts'
import type { SaveOutcome } from '../storage/sidecar-store.ts'
import type { StoryFile } from '../storage/story-file.ts'
import { StorySidecars } from '../storage/story-sidecars.ts'
import { watchFolder } from '../storage/watch.ts'
import { Audience } from './audience.ts'
import type { Emit } from './host.ts'
import { type Difference, Layers } from './layers.ts'
import { type Plan, planChanges } from './marks.ts'
import { type OwnMarks, planSettling } from './moves.ts'
import { Queue } from './queue.ts'
import { Revisions } from './revisions.ts'
import { SaveStatus } from './save-status.ts'
import { SessionText } from './session-text.ts'
import { StoryState } from './story-state.ts'
import type { StoryText } from './story-text.ts'
import { findStrays, textsOf } from './strays.ts'
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
  readonly sidecars: StorySidecars
  readonly status: SaveStatus
  readonly #options: SessionOptions
  readonly #state: StoryState
  readonly #layers: Layers
  readonly #audience = new Audience()
  /** What this person deleted since opening: an undo brings back members that we do not know as well. */
  readonly #removed = new Map<AnnotationId, SidecarItem>()
  readonly #revisions = new Revisions()
  #stopWatching: () => void = () => {}
  readonly #ownMarks: OwnMarks
  readonly #text: SessionText
  #strays: readonly Stray[] = []
  /** Looking at the disk and writing the story must not meet. */
  readonly #queue = new Queue()

  private constructor(options: SessionOptions) {
    const { id, file, dataFolder, newId, now, log } = options
    this.id = id
    this.path = file.path
    this.#options = options
    this.#state = new StoryState(file, { dataFolder, log })
    this.#layers = new Layers((items, annotator) => this.text.show(items, annotator))
    this.#ownMarks = {
      item: (annotation) => this.#layers.ownItem(annotation),
      annotation: (annotation) => this.#layers.annotation(annotation),
      items: () => this.#layers.ownItems(),
    }
    this.#text = new SessionText({
      id,
      state: this.#state,
      layers: this.#layers,
      audience: this.#audience,
      own: this.#ownMarks,
      made: () => textsOf(this.sidecars.sources()),
      write: (plan, from) => this.#write(plan, from),
      saveState: () => this.status.state,
      look: () => void this.look(),
      personName: () => this.me?.name ?? 'edited',
      now,
    })
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
        this.#audience.tell('save-state', { story: this.id, save })
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
    this.#audience.join(window)
  }

  detach(window: Emit): void {
    this.#audience.leave(window)
  }

  get isShown(): boolean {
    return !this.#audience.isEmpty
  }

  /** As it is shown. */
  get text(): StoryText {
    return this.#state.current
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
      await this.#findStrays()
    }
    await this.#learn()
    this.#announce(this.#update(), undefined, true)
    const kept = this.sidecars.own?.hasKept === true || this.sidecars.hasWaiting
    if (kept) await this.status.tryAgain()
  }

  opened(sameName: readonly Person[]): OpenedStory {
    return {
      ...this.text.version,
      id: this.id,
      layers: this.#layers.list(),
      annotations: this.#layers.annotations(),
      unreadable: this.sidecars.unreadable(),
      save: this.status.state,
      sameName,
      strays: this.#strays,
    }
  }

  /** Makes the changes in memory, all or none, and answers when they are safe or with why they are not. */
  async change(
    { changes, text }: Pick<Input<'changeAnnotations'>, 'changes' | 'text'>,
    from: Emit,
  ): Promise<Result<Changed, Failure>> {
    const { own, writer } = this.sidecars
    if (own === null || writer === null) return err({ kind: 'no-name-yet' })
    const { textSha256, story, index } = this.text
    if (text !== undefined && text !== textSha256) return err({ kind: 'text-moved', file: story.name })
    const carried = new Set(own.sidecar.first.items.filter((item) => !isItem(item)).map((item) => item.id))
    const plan = planChanges(changes, {
      story,
      index,
      textSha256,
      annotator: writer.annotator,
      now: this.#options.now(),
      own: (id) => this.#layers.ownItem(id),
      removed: (id) => this.#removed.get(id),
      place: (item) => this.#placeOf(item),
      isForeign: (id) => carried.has(id) || this.#layers.annotation(id) !== undefined,
      highest: (id) => this.#revisions.of(id),
    })
    if (!plan.ok) return plan
    const { put } = plan.value
    const save = await this.#write(plan.value, from)
    // The file may be there only now, and another process may have written at the same time.
    this.#announce(this.#layers.update(this.sidecars.sources(), this.me))
    return ok({ save, annotations: [...put.keys()].flatMap((id) => this.#layers.annotation(id) ?? []) })
  }

  /** New positions for the person's marks that were found with their confirmed words. */
  async settle(from: Emit): Promise<Result<Settled, Failure>> {
    if (this.sidecars.own === null) return err({ kind: 'no-name-yet' })
    const plan = planSettling(this.#ownMarks, this.text)
    return ok({ save: await this.#write(plan, from), settled: [...plan.put.keys()] })
  }

  /** Writes the edited story. */
  saveText(input: TextToSave, from: Emit): Promise<Result<TextSaved, Failure>> {
    return this.#queue.run(() => this.#text.save(input, from))
  }

  /** The story was edited and changed on the disk: one goes on, the other is kept beside it. */
  keepBoth(input: Input<'keepBoth'>, from: Emit): Promise<Result<Output<'keepBoth'>, Failure>> {
    return this.#queue.run(() => this.#text.keepBoth(input, from))
  }

  /** Takes over sidecars that lay in the folder without their story. */
  async adopt(files: readonly string[]): Promise<Result<null, Failure>> {
    if (this.sidecars.own === null) return err({ kind: 'no-name-yet' })
    const asked = this.#strays.filter(({ file }) => files.includes(file)).map(({ file }) => file)
    if (asked.length < files.length) {
      return err({ kind: 'bad-request', detail: 'only annotations that were offered are taken over' })
    }
    await this.sidecars.adopt(asked)
    await this.#learn()
    this.#announce(this.#update(), undefined, true)
    await this.#findStrays()
    await this.status.save()
    this.#announce(this.#update(), undefined, true)
    return ok(null)
  }

  /** Looks at the disk again, at once. */
  look(): Promise<void> {
    return this.#queue.run(() => this.#look()).catch(this.#options.log)
  }

  /** Writes what is left to write. Afterwards the session does nothing any more. */
  async close(): Promise<void> {
    this.#stopWatching()
    if (this.status.isWaiting) await this.status.tryAgain()
    this.status.stop()
    await this.#queue.idle
  }

  async #save(): Promise<SaveOutcome> {
    const own = await this.sidecars.own?.save()
    const others = await this.sidecars.handOver()
    return own === undefined || own.kind === 'beside' ? others : own
  }

  async #look(): Promise<void> {
    await this.#text.follow()
    const before = JSON.stringify(this.sidecars.unreadable())
    await this.sidecars.refresh()
    const learned = await this.#learn()
    const changed = this.#update()
    this.#announce(changed, undefined, before !== JSON.stringify(this.sidecars.unreadable()))
    if (learned) this.#announce(this.#layers.placeAgain())
  }

  #learn(): Promise<boolean> {
    return this.#state.learn(textsOf(this.sidecars.sources()))
  }

  async #findStrays(): Promise<void> {
    this.#strays = await findStrays(this.sidecars, this.#state, this.me)
  }

  /** Writes a plan into the person's sidecar and tells the other windows; settles when it is safe, or with why not. */
  async #write(plan: Plan, from: Emit): Promise<SaveState> {
    const { own, writer } = this.sidecars
    const { put, deleted } = plan
    if (own === null || writer === null || put.size + deleted.size === 0) return this.status.state
    for (const id of deleted.keys()) {
      const item = this.#layers.ownItem(id)
      if (item !== undefined) this.#removed.set(id, item)
    }
    own.change((sidecar) => refreshSidecar(writePlan(sidecar, plan), this.text.facts, writer.name))
    const sources = this.sidecars.sources()
    this.#revisions.note(
      plan,
      sources.map(({ sidecar }) => sidecar),
    )
    this.#layers.patchOwn([...put.values()], [...deleted.keys()], sources)
    const changed = [...put.keys()].flatMap((id) => this.#layers.annotation(id) ?? [])
    this.#announce({ put: changed, removed: [...deleted.keys()] }, from)
    const [save] = await Promise.all([this.status.save(), put.size === 0 ? null : this.#state.keep()])
    return save
  }

  /** As it is shown: marks are looked up together, and one by itself might be found elsewhere. */
  #placeOf(item: SidecarItem): Span | null {
    const id = item.id as AnnotationId
    const shown = this.#layers.ownItem(id) === item ? this.#layers.annotation(id) : undefined
    return shown === undefined ? (this.text.place([item])[0] ?? null) : shown.span
  }

  #update(): Difference {
    const sources = this.sidecars.sources()
    this.#revisions.count(sources.map(({ sidecar }) => sidecar))
    return this.#layers.update(sources, this.me)
  }

  #announce({ put, removed }: Difference, except?: Emit, anyway = false): void {
    if (put.length === 0 && removed.length === 0 && !anyway) return
    const payload = { story: this.id, put, removed, layers: this.#layers.list() }
    this.#audience.tell('story-changed', { ...payload, unreadable: this.sidecars.unreadable() }, except)
  }

  #startWatching(): void {
    const { name } = this.text.story
    const hash = nameHash8(name)
    const isRelevant = (file: string) =>
      file === name || isCandidate(name, hash, file) || this.sidecars.isAdopted(file)
    this.#stopWatching = watchFolder(path.dirname(this.path), isRelevant, () => void this.look())
  }
}
