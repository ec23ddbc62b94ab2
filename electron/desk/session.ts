import path from 'node:path'
import type { Annotation, PublicAnnotation } from '../../shared/annotation/annotation.ts'
import { isCandidate } from '../../shared/annotation/sidecar-name.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import type {
  Input,
  MarksRead,
  OpenedStory,
  Output,
  Person,
  SaveState,
  Stray,
} from '../../shared/desk/contract.ts'
import type { TextSaved, TextToSave } from '../../shared/desk/contract-text.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { SCHEME_FILE } from '../../shared/tags.ts'
import type { AnnotationId, StoryId } from '../../shared/units.ts'
import { nameHash8, type Writer } from '../storage/sidecar-file.ts'
import type { SaveOutcome } from '../storage/sidecar-store.ts'
import { type LayerSource, StorySidecars } from '../storage/story-sidecars.ts'
import { watchFolder } from '../storage/watch.ts'
import { Audience } from './audience.ts'
import { DocumentComments } from './document-comments.ts'
import { type FirstMarks, firstMarks } from './first-marks.ts'
import { HandingOver } from './handing-over.ts'
import type { Emit } from './host.ts'
import { type Difference, Layers } from './layers.ts'
import { OwnMarks } from './own-marks.ts'
import { PrivateView } from './private-view.ts'
import { Queue } from './queue.ts'
import { Revisions } from './revisions.ts'
import { SaveStatus } from './save-status.ts'
import type { SessionOptions } from './session-options.ts'
import { SessionText } from './session-text.ts'
import { StoryState } from './story-state.ts'
import { StoryTags } from './story-tags.ts'
import type { StoryText } from './story-text.ts'
import { findStrays, textsOf } from './strays.ts'
import { unreadableOf } from './unreadable.ts'

/** One open story, shared by all windows that show it. */
export class Session {
  readonly id: StoryId
  readonly path: string
  readonly sidecars: StorySidecars
  readonly status: SaveStatus
  readonly tags: StoryTags
  readonly privates: PrivateView
  readonly #options: SessionOptions
  readonly #state: StoryState
  readonly #layers: Layers
  readonly #comments = new DocumentComments()
  readonly #audience = new Audience()
  readonly #revisions = new Revisions()
  #stopWatching: () => void = () => {}
  readonly #marks: OwnMarks
  readonly #text: SessionText
  #strays: readonly Stray[] = []
  /** Who annotates here, before the annotations are read. */
  #writer: Writer | null = null
  /** What is shown until they are; null: nothing has to be. */
  #first: FirstMarks | null = null
  #reading: Promise<void> | null = null
  #isRead = false
  readonly #handing = new HandingOver()
  /** Looking at the disk and writing the story must not meet. */
  readonly #queue = new Queue()

  private constructor(options: SessionOptions) {
    const { id, dataFolder, reader, wholePage, newId, now, log } = options
    const { file } = options.read
    this.id = id
    this.path = file.path
    this.#options = options
    this.#state = new StoryState(options.read, { dataFolder, reader, wholePage, log })
    this.tags = new StoryTags({ ...options, path: file.path, audience: this.#audience })
    this.privates = new PrivateView(options.privateNotes)
    this.#layers = new Layers((items, annotator) => this.text.show(items, annotator))
    this.#text = new SessionText({
      id,
      state: this.#state,
      layers: this.#layers,
      audience: this.#audience,
      made: () => textsOf(this.sidecars.sources()),
      write: (plan, from) => this.#marks.write(plan, from),
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
    this.#marks = new OwnMarks({
      sidecars: this.sidecars,
      layers: this.#layers,
      state: this.#state,
      revisions: this.#revisions,
      privates: this.privates,
      announce: (difference, except) => this.#announce(difference, except),
      save: () => this.status.save(),
      saveState: () => this.status.state,
      update: () => this.#layers.update(this.#sources(), this.me),
      now,
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

  /**
   * @param writer null: nobody gave a name yet; the story can be read.
   * @param soon where there are many annotations, only the first are looked at: {@link read} is for later.
   */
  static async open(options: SessionOptions, writer: Writer | null, soon: boolean): Promise<Session> {
    const session = new Session(options)
    session.#writer = writer
    await session.privates.become(writer?.annotator ?? null)
    const [first] = await Promise.all([
      soon ? firstMarks(session.text, writer, session.sidecars.keptFolder) : null,
      session.tags.look(),
    ])
    session.#first = first
    if (first === null) await session.read()
    return session
  }

  /** Reads the annotations, once: nothing may be asked or changed before, other than what {@link opened} gives. */
  read(): Promise<void> {
    this.#reading ??= this.#read().catch((error) => {
      // Asked for again, it is tried again.
      this.#reading = null
      throw error
    })
    return this.#reading
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
    await this.read()
    await this.#become(writer)
  }

  async #become(writer: Writer | null): Promise<void> {
    if (this.status.isWaiting) await this.status.tryAgain()
    if (writer !== null && writer.annotator === this.sidecars.writer?.annotator) this.sidecars.rename(writer)
    else {
      this.#marks.forget()
      await this.sidecars.open(writer)
      await this.#findStrays()
    }
    await this.#learn()
    const noted = await this.privates.become(writer?.annotator ?? null)
    this.#announce(this.#update(), undefined, true)
    this.#announceNoted(noted)
    const kept = this.sidecars.own?.hasKept === true || this.sidecars.hasWaiting
    if (kept) await this.status.tryAgain()
  }

  /** @param soon many annotations are handed over later, in parts. */
  opened(sameName: readonly Person[], soon = false): OpenedStory {
    const opened = { ...this.text.version, id: this.id, scheme: this.tags.now }
    if (!this.#isRead && this.#first !== null) {
      const nothing = { unreadable: [], save: this.status.state, sameName: [], strays: [] }
      const annotations = this.privates.join(this.#first.annotations)
      return { ...opened, ...this.#first, annotations, ...nothing, reading: true }
    }
    const annotations = this.#shown()
    const all = { ...opened, ...this.#around(sameName), annotations }
    if (!soon) return all
    const first = this.#handing.first(annotations, this.me?.id)
    return first.length === annotations.length ? all : { ...all, annotations: first, reading: true }
  }

  /** Of all layers, in reading order, as the sidecars have them: what is private is not there. */
  annotations(): readonly PublicAnnotation[] {
    return this.#layers.annotations()
  }

  /** Of all layers, in reading order, as this person's windows show them. */
  #shown(): readonly Annotation[] {
    return this.privates.join(this.#layers.annotations())
  }

  /**
   * A part of the annotations. What changes while a window takes them comes to it as an event; another text begins
   * the reading anew.
   */
  marks(wanted: number, sameName: readonly Person[], window: Emit): MarksRead {
    const { textSha256 } = this.text
    const part = this.#handing.part(window, wanted, textSha256, () => this.#shown())
    return { ...this.#around(sameName), textSha256, ...part }
  }

  #around(sameName: readonly Person[]) {
    const layers = this.#layers.list()
    return { layers, unreadable: unreadableOf(this), save: this.status.state, sameName, strays: this.#strays }
  }

  change(input: Pick<Input<'changeAnnotations'>, 'changes' | 'text'>, from: Emit) {
    return this.#marks.change(input, from)
  }

  /** New positions for the person's marks that were found with their confirmed words. */
  settle(from: Emit) {
    return this.#marks.settle(from)
  }

  /** Writes the edited story. */
  saveText(input: TextToSave, from: Emit): Promise<Result<TextSaved, Failure>> {
    return this.#queue.run(() => this.#text.save(input, from))
  }

  /** The story was edited and changed on the disk: one goes on, the other is kept beside it. */
  keepBoth(input: Input<'keepBoth'>, from: Emit): Promise<Result<Output<'keepBoth'>, Failure>> {
    return this.#queue.run(() => this.#text.keepBoth(input, from))
  }

  /** Is the whole of a web page shown, and not only the article found in it? */
  get wholePage(): boolean {
    return this.text.story.reader === 'html-page/1'
  }

  /** Shows the whole of a web page, or the article found in it. */
  showWholePage(wholePage: boolean): Promise<Result<null, Failure>> {
    return this.#queue.run(() => this.#text.readAs(wholePage))
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

  /**
   * Adds to the layers of any writers on this device, as an import does, and tells all windows.
   * @param edits what becomes of each writer's sidecar
   * @param texts texts that marks were made on, to be kept with the story's own
   */
  addToLayers(
    edits: readonly { readonly writer: Writer; readonly edit: (sidecar: Sidecar) => Sidecar }[],
    texts: readonly string[],
  ): Promise<SaveState> {
    return this.#queue.run(async () => {
      for (const { writer, edit } of edits) await this.sidecars.changeAs(writer, edit)
      await Promise.all([this.#state.keep(), ...texts.map((text) => this.#state.keepText(text))])
      const save = await this.status.save()
      await this.sidecars.refresh()
      await this.#learn()
      this.#announce(this.#update(), undefined, true)
      return save
    })
  }

  /** Looks at the disk again, at once. */
  look(): Promise<void> {
    return this.#queue.run(() => this.#look()).catch(this.#options.log)
  }

  /** Writes what is left to write. Afterwards the session does nothing any more. */
  async close(): Promise<void> {
    // What was never read was never changed.
    if (this.#reading === null) return
    await this.#reading.catch(this.#options.log)
    this.#stopWatching()
    if (this.status.isWaiting) await this.status.tryAgain()
    this.status.stop()
    await this.#queue.idle
    if (this.#text.isEdited) await this.#text.keepIfNeeded()
  }

  async #read(): Promise<void> {
    await this.#become(this.#writer)
    this.#isRead = true
    this.#startWatching()
  }

  #save(): Promise<SaveOutcome> {
    return this.privates.save(async () => {
      const own = await this.sidecars.own?.save()
      const others = await this.sidecars.handOver()
      return own === undefined || own.kind === 'beside' ? others : own
    })
  }

  async #look(): Promise<void> {
    await this.read()
    await this.tags.look()
    await this.#text.follow()
    const before = JSON.stringify(unreadableOf(this))
    await this.sidecars.refresh()
    const noted = await this.privates.look()
    const learned = await this.#learn()
    const changed = this.#update()
    this.#announce(changed, undefined, before !== JSON.stringify(unreadableOf(this)))
    this.#announceNoted(noted)
    if (learned) this.#announce(this.#layers.placeAgain())
  }

  #learn(): Promise<boolean> {
    return this.#state.learn(textsOf(this.sidecars.sources()))
  }

  async #findStrays(): Promise<void> {
    this.#strays = await findStrays(this.sidecars, this.#state, this.me)
  }

  /** All that has annotations: the sidecars, and the comments in the document itself. */
  #sources(): readonly LayerSource[] {
    return [...this.sidecars.sources(), ...this.#comments.of(this.text, this.tags.now.tags)]
  }

  #update(): Difference {
    const sources = this.#sources()
    this.#revisions.count(sources.map(({ sidecar }) => sidecar))
    return this.#layers.update(sources, this.me)
  }

  #announce({ put, removed }: Difference, except?: Emit, anyway = false): void {
    // Windows that already show the story ask for what is read.
    if (!this.#isRead) return
    if (put.length === 0 && removed.length === 0 && !anyway) return
    const shown = { put: this.privates.join(put), removed, layers: this.#layers.list() }
    const payload = { story: this.id, ...shown, unreadable: unreadableOf(this) }
    this.#audience.tell('story-changed', payload, except)
  }

  /** Something else is private of these than before. */
  #announceNoted(ids: readonly AnnotationId[]): void {
    const put = ids.flatMap((id) => this.#layers.annotation(id) ?? [])
    this.#announce({ put, removed: [] })
  }

  #startWatching(): void {
    const { name } = this.text.story
    const hash = nameHash8(name)
    const isRelevant = (file: string) =>
      file === name || file === SCHEME_FILE || isCandidate(name, hash, file) || this.sidecars.isAdopted(file)
    this.#stopWatching = watchFolder(path.dirname(this.path), isRelevant, () => void this.look())
  }
}
