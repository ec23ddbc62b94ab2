import fsp from 'node:fs/promises'
import path from 'node:path'
import { adopt, adoptedFiles } from '../../shared/annotation/adopts.ts'
import { isItem, moveItem, placeOf } from '../../shared/annotation/item.ts'
import { mergeSidecars } from '../../shared/annotation/merge.ts'
import { newSidecar, type StoryFacts } from '../../shared/annotation/new-sidecar.ts'
import { isAbout, isWrittenBy } from '../../shared/annotation/ownership.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import type { SidecarFailure } from '../../shared/failure.ts'
import { foreignSidecar, freshSidecarName, isOwnName, pendingFolder, type Writer } from './sidecar-file.ts'
import { candidates, type FoundSidecar, readSidecars } from './sidecar-folder.ts'
import { type SaveOutcome, SidecarStore } from './sidecar-store.ts'

export interface StorySidecarsOptions {
  /** Real path of the story's folder. */
  readonly folder: string
  readonly facts: StoryFacts
  readonly dataFolder: string
  readonly newId: () => string
  /** Called after something that another process wrote into our sidecar was merged in. */
  readonly merged: () => void
  readonly log: (error: unknown) => void
}

/** One sidecar that was read, and the file beside the story that it came from; null: it waits in the data folder. */
export interface LayerSource {
  readonly file: string | null
  readonly sidecar: Sidecar
  /** It stands for comments inside the story's document. */
  readonly isDocument?: true
}

/** All sidecars of one story: our own, which is written, those of others, and what still waits to get there. */
export class StorySidecars {
  readonly #options: StorySidecarsOptions
  #writer: Writer | null = null
  #own: SidecarStore | null = null
  /** Sidecars that were kept in the data folder and are not ours, or not ours any more. */
  #waiting: readonly SidecarStore[] = []
  #found: readonly FoundSidecar[] = []
  /** Those that our own names in `galley:adopts`. */
  #adopted: readonly FoundSidecar[] = []

  constructor(options: StorySidecarsOptions) {
    this.#options = options
  }

  /** Where this person's changes go; null: nobody gave a name yet. */
  get own(): SidecarStore | null {
    return this.#own
  }

  get writer(): Writer | null {
    return this.#writer
  }

  /** Where sidecars wait that could not be written into the story's folder. */
  get keptFolder(): string {
    return pendingFolder(this.#options.dataFolder, this.#options.folder)
  }

  /** Reads everything for this writer; what waits in the data folder is read too. */
  async open(writer: Writer | null): Promise<void> {
    const files = (await candidates(this.#options.folder, this.#options.facts.storyName)) ?? []
    if (this.#own?.isDirty === true) this.#waiting = [...this.#waiting, this.#own]
    this.#writer = writer
    this.#own = writer === null ? null : await this.#openOwn(writer, files)
    await this.#findWaiting()
    await this.refresh()
  }

  /** The same person under another name. */
  rename(writer: Writer): void {
    this.#writer = writer
  }

  /** Looks again at all files beside the story. A folder that can't be listed changes nothing. */
  async refresh(): Promise<void> {
    const { folder, facts } = this.#options
    const files = await candidates(folder, facts.storyName)
    if (files === null) return
    await this.#own?.refresh()
    const own = this.#own === null ? null : path.basename(this.#own.path).normalize('NFC')
    const others = files.filter((file) => file.normalize('NFC') !== own)
    const isOurs = (sidecar: Sidecar) => isAbout(sidecar, facts.storyName)
    this.#found = await readSidecars(folder, isOurs, others, this.#found)
    this.#absorbCopies()
    await this.#readAdopted()
  }

  /** Is this a file that is read because it was adopted? Its name says another story. */
  isAdopted(file: string): boolean {
    const own = this.#own
    return own !== null && adoptedFiles(own.sidecar).has(file.normalize('NFC'))
  }

  /**
   * Takes over sidecars of the folder that name another story. The person's own marks go into the own sidecar;
   * the files of others are noted there and read from then on. In memory: the next save writes it.
   * @param files names in the story's folder, or of what waits for it in the data folder. What can't be read, or is gone, is left out.
   */
  async adopt(files: readonly string[]): Promise<void> {
    const isMine = (sidecar: Sidecar) => sidecar.creator.id === this.#writer?.annotator
    const beside = await readSidecars(this.#options.folder, () => true, files, [])
    const kept = await readSidecars(this.keptFolder, isMine, files, [])
    for (const { file, content } of [...beside, ...kept]) {
      if (!content?.ok) continue
      if (isMine(content.value)) this.adoptOwn(content.value)
      else this.#own?.change((own) => adopt(own, [{ file, collection: content.value.id }]))
    }
    await this.#readAdopted()
  }

  /** Marks and tombstones that the person made for the story under another name go into the own sidecar. */
  adoptOwn(stray: Sidecar): void {
    const { storyName } = this.#options.facts
    this.#own?.change((own) => mergeSidecars(own, readdressed(stray, storyName)))
  }

  /** Everything that holds annotations; the same file twice gives the same object while it is unchanged. */
  sources(): readonly LayerSource[] {
    const own = this.#own
    const sources: LayerSource[] = []
    if (own !== null) {
      sources.push({ file: own.exists ? path.basename(own.path) : null, sidecar: own.sidecar })
    }
    for (const { file, content } of [...this.#found, ...this.#adopted]) {
      if (content?.ok) sources.push({ file, sidecar: content.value })
    }
    for (const store of this.#waiting) sources.push({ file: null, sidecar: store.sidecar })
    return sources
  }

  /** Files that could not be read, by name. */
  unreadable(): readonly SidecarFailure[] {
    const damage = this.#own?.damage ?? null
    const all = [...this.#found, ...this.#adopted]
    const failures = all.flatMap(({ content }) => (content?.ok === false ? [content.error] : []))
    return damage === null ? failures : [damage, ...failures]
  }

  /**
   * Changes the sidecar that a writer has on this device, be it another than the own one: an import writes in the
   * name of others. In memory: the own one is written with its next save, another with the next {@link handOver}.
   */
  async changeAs(writer: Writer, edit: (sidecar: Sidecar) => Sidecar): Promise<void> {
    if (this.#own !== null && this.#writer?.annotator === writer.annotator) return this.#own.change(edit)
    const isTheirs = ({ sidecar }: SidecarStore) => isWrittenBy(sidecar, writer.annotator, writer.device)
    const waiting = this.#waiting.find(isTheirs)
    if (waiting !== undefined) return waiting.change(edit)
    const files = (await candidates(this.#options.folder, this.#options.facts.storyName)) ?? []
    const store = await this.#openOwn(writer, files)
    store.change(edit)
    this.#waiting = [...this.#waiting, store]
  }

  /** Tries to bring beside the story what waits in the data folder and is not our own. */
  async handOver(): Promise<SaveOutcome> {
    const beside = new Set<SidecarStore>()
    let worst: SaveOutcome = { kind: 'beside' }
    for (const store of this.#waiting) {
      const outcome = await store.save()
      if (outcome.kind === 'beside') beside.add(store)
      else if (worst.kind !== 'failed') worst = outcome
    }
    // Others may have come meanwhile, and what was written may have been changed again.
    this.#waiting = this.#waiting.filter((store) => !beside.has(store) || store.isDirty)
    return worst
  }

  /** Something waits in the data folder or in memory that is not our own. */
  get hasWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /**
   * The file that is there; the standard name comes first, then what an earlier name of the person left. A name
   * that is taken by what this writer made for another story (both files were renamed by hand) is left alone.
   */
  async #openOwn(writer: Writer, files: readonly string[]): Promise<SidecarStore> {
    const { folder, facts, newId } = this.#options
    const standard = freshSidecarName(facts.storyName, writer)
    const there = files.filter((file) => isOwnName(file, facts.storyName, writer))
    const first = there.find((file) => file === standard) ?? there[0] ?? standard
    const fresh = [1, 2, 3].map((number) => freshSidecarName(facts.storyName, writer, number))
    const person = { id: writer.annotator, name: writer.name }
    const open = async (name: string) => {
      const initial = newSidecar({ ...facts, newId, person, device: writer.device })
      const store = this.#store(path.join(folder, name), initial)
      await store.load()
      return store
    }
    const store = await open(first)
    if (!(await this.#isOfAnotherStory(store, writer))) return store
    for (const name of new Set([...there, ...fresh].filter((name) => name !== first))) {
      const other = await open(name)
      if (!(await this.#isOfAnotherStory(other, writer))) return other
    }
    return store
  }

  async #isOfAnotherStory(store: SidecarStore, writer: Writer): Promise<boolean> {
    if (store.damage?.kind !== 'sidecar-foreign') return false
    const sidecar = await foreignSidecar(store.path)
      .read()
      .catch(() => null)
    if (sidecar === null || isAbout(sidecar, this.#options.facts.storyName)) return false
    return isWrittenBy(sidecar, writer.annotator, writer.device)
  }

  async #readAdopted(): Promise<void> {
    const own = this.#own
    const wanted = own === null ? new Map<string, ReadonlySet<string>>() : adoptedFiles(own.sidecar)
    if (wanted.size === 0) {
      this.#adopted = []
      return
    }
    const { folder } = this.#options
    const names = await fsp.readdir(folder).catch(() => null)
    // A share that is away has not been emptied.
    if (names === null) return
    const taken = new Set(this.#found.flatMap(({ file, content }) => (content === null ? [] : [file])))
    const files = names.filter((name) => wanted.has(name.normalize('NFC')) && !taken.has(name))
    // Under the same name may lie another file by now: then it is none that the person has seen.
    const isWanted = (sidecar: Sidecar, file: string) =>
      wanted.get(file.normalize('NFC'))?.has(sidecar.id) === true
    const before = this.#adopted.filter(({ content }) => content !== null)
    this.#adopted = await readSidecars(folder, isWanted, files, before)
  }

  #store(file: string, initial: Sidecar): SidecarStore {
    const { dataFolder, merged, log } = this.#options
    return new SidecarStore({ path: file, dataFolder, initial, merged, log })
  }

  async #findWaiting(): Promise<void> {
    const { folder, facts } = this.#options
    const kept = this.keptFolder
    const files = await candidates(kept, facts.storyName)
    if (files === null) return
    const taken = new Set([this.#own, ...this.#waiting].map((store) => store?.path))
    const waiting: SidecarStore[] = [...this.#waiting]
    const isOurs = (sidecar: Sidecar) => isAbout(sidecar, facts.storyName)
    for (const { file, content } of await readSidecars(kept, isOurs, files, [])) {
      const target = path.join(folder, file)
      if (!content?.ok || taken.has(target)) continue
      const store = this.#store(target, content.value)
      await store.load()
      waiting.push(store)
    }
    this.#waiting = waiting
  }

  /** A sync tool's copy of our own sidecar stays where it is; what it holds goes into ours with the next save. */
  #absorbCopies(): void {
    const { writer } = this
    if (writer === null || this.#own === null) return
    for (const found of this.#found) {
      if (!found.content?.ok || this.#absorbed.has(found)) continue
      this.#absorbed.add(found)
      const copy = found.content.value
      if (isWrittenBy(copy, writer.annotator, writer.device)) this.#own.absorb(copy)
    }
  }

  readonly #absorbed = new WeakSet<FoundSidecar>()
}

/** The same marks as targets of this story; their places stay as they are, on the text that they were made on. */
function readdressed(sidecar: Sidecar, storyName: string): Sidecar {
  if (isAbout(sidecar, storyName)) return sidecar
  const items = sidecar.first.items.map((item) => {
    if (!isItem(item)) return item
    const place = placeOf(item)
    return moveItem(item, { anchor: place, textSha256: place.textSha256, storyName })
  })
  return { ...sidecar, first: { ...sidecar.first, items } }
}
