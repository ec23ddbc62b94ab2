import path from 'node:path'
import { newSidecar, type StoryFacts } from '../../shared/annotation/new-sidecar.ts'
import { isWrittenBy } from '../../shared/annotation/ownership.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import type { SidecarFailure } from '../../shared/failure.ts'
import { freshSidecarName, isOwnName, pendingFolder, type Writer } from './sidecar-file.ts'
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
}

/** All sidecars of one story: our own, which is written, those of others, and what still waits to get there. */
export class StorySidecars {
  readonly #options: StorySidecarsOptions
  #writer: Writer | null = null
  #own: SidecarStore | null = null
  /** Sidecars that were kept in the data folder and are not ours, or not ours any more. */
  #waiting: readonly SidecarStore[] = []
  #found: readonly FoundSidecar[] = []

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

  /** Reads everything for this writer; what waits in the data folder is read too. */
  async open(writer: Writer | null): Promise<void> {
    const files = (await candidates(this.#options.folder, this.#options.facts.storyName)) ?? []
    if (this.#own?.isDirty === true) this.#waiting = [...this.#waiting, this.#own]
    this.#writer = writer
    this.#own = writer === null ? null : this.#ownStore(writer, files)
    await this.#own?.load()
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
    this.#found = await readSidecars(folder, facts.storyName, others, this.#found)
    this.#absorbCopies()
  }

  /** Everything that holds annotations; the same file twice gives the same object while it is unchanged. */
  sources(): readonly LayerSource[] {
    const own = this.#own
    const sources: LayerSource[] = []
    if (own !== null) {
      sources.push({ file: own.exists ? path.basename(own.path) : null, sidecar: own.sidecar })
    }
    for (const { file, content } of this.#found) {
      if (content?.ok) sources.push({ file, sidecar: content.value })
    }
    for (const store of this.#waiting) sources.push({ file: null, sidecar: store.sidecar })
    return sources
  }

  /** Files that could not be read, by name. */
  unreadable(): readonly SidecarFailure[] {
    const damage = this.#own?.damage ?? null
    const failures = this.#found.flatMap(({ content }) => (content?.ok === false ? [content.error] : []))
    return damage === null ? failures : [damage, ...failures]
  }

  /** Tries to bring beside the story what waits in the data folder and is not our own. */
  async handOver(): Promise<SaveOutcome> {
    const left: SidecarStore[] = []
    let worst: SaveOutcome = { kind: 'beside' }
    for (const store of this.#waiting) {
      const outcome = await store.save()
      if (outcome.kind === 'beside') continue
      left.push(store)
      if (worst.kind !== 'failed') worst = outcome
    }
    this.#waiting = left
    return worst
  }

  /** Something waits in the data folder or in memory that is not our own. */
  get hasWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /** The file that is there; the standard name comes first, then what an earlier name of the person left. */
  #ownStore(writer: Writer, files: readonly string[]): SidecarStore {
    const { folder, facts, newId } = this.#options
    const standard = freshSidecarName(facts.storyName, writer)
    const there = files.filter((file) => isOwnName(file, facts.storyName, writer))
    const name = there.find((file) => file === standard) ?? there[0] ?? standard
    const person = { id: writer.annotator, name: writer.name }
    const initial = newSidecar({ ...facts, newId, person, device: writer.device })
    return this.#store(path.join(folder, name), initial)
  }

  #store(file: string, initial: Sidecar): SidecarStore {
    const { dataFolder, merged, log } = this.#options
    return new SidecarStore({ path: file, dataFolder, initial, merged, log })
  }

  async #findWaiting(): Promise<void> {
    const { dataFolder, folder, facts } = this.#options
    const kept = pendingFolder(dataFolder, folder)
    const files = await candidates(kept, facts.storyName)
    if (files === null) return
    const taken = new Set([this.#own, ...this.#waiting].map((store) => store?.path))
    const waiting: SidecarStore[] = [...this.#waiting]
    for (const { file, content } of await readSidecars(kept, facts.storyName, files, [])) {
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
