import path from 'node:path'
import type { TextToSave } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, type Result } from '../../shared/result.ts'
import type { Sha256 } from '../../shared/units.ts'
import { keepCopy, saveStoryFile } from '../storage/save-story.ts'
import type { StoryFile } from '../storage/story-file.ts'
import { TextStore } from '../storage/text-store.ts'
import { KnownTexts } from './known-texts.ts'
import { sourceOf } from './source-of.ts'
import { StoryText } from './story-text.ts'
import { type StoryNews, StoryWatch } from './story-watch.ts'

interface StoryStateOptions {
  readonly dataFolder: string
  log(error: unknown): void
}

// Versions that a window may still be editing; each is some hundred kilobytes.
const MOST_VERSIONS = 8

/** The story's text as it is, as it was, and the way into its file. */
export class StoryState {
  readonly #options: StoryStateOptions
  readonly #watch: StoryWatch
  /** Texts that marks were made on: those in memory, and those on the disk. */
  readonly #texts: KnownTexts
  readonly #kept: TextStore
  readonly #versions = new Map<Sha256, StoryFile>()
  #current: StoryText

  constructor(file: StoryFile, options: StoryStateOptions) {
    const { dataFolder, log } = options
    this.#options = options
    this.#kept = new TextStore({ folder: path.dirname(file.path), dataFolder, log })
    this.#texts = new KnownTexts((hash) => this.#kept.read(hash))
    this.#watch = new StoryWatch(file)
    this.#current = new StoryText(file, this.#texts.get)
  }

  /** What is shown. */
  get current(): StoryText {
    return this.#current
  }

  look(): Promise<StoryNews> {
    return this.#watch.look()
  }

  /**
   * Shows another version from now on.
   * @param made texts that marks were made on
   */
  async show(file: StoryFile, made: Iterable<Sha256>): Promise<void> {
    const before = this.#current
    this.#versions.set(before.file.sha256, before.file)
    for (const oldest of this.#versions.keys()) {
      if (this.#versions.size <= MOST_VERSIONS) break
      this.#versions.delete(oldest)
    }
    this.#texts.remember(before.textSha256, before.story.text)
    const next = new StoryText(file, this.#texts.get)
    await this.learn(made, next.textSha256)
    this.#watch.expect(file)
    this.#current = next
  }

  /** Makes known the texts that marks were made on, today's left out. True: some were not known before. */
  async learn(made: Iterable<Sha256>, today = this.#current.textSha256): Promise<boolean> {
    const earlier = new Set(made)
    earlier.delete(today)
    return earlier.size > 0 && (await this.#texts.learn(earlier))
  }

  /** Keeps the text that is shown, so that marks made on it can be found again from it. */
  keep({ story, textSha256 }: StoryText = this.#current): Promise<void> {
    return this.#kept.keep(story.text, textSha256)
  }

  /** Writes the edited story where the one that was edited is still the file's; the new file is not yet shown. */
  async write({ base, edited }: TextToSave): Promise<Result<StoryFile, Failure>> {
    const { version, file } = this.#current
    if (!version.editing.can) {
      return err({ kind: 'text-encoding', file: file.name, encoding: version.editing.encoding })
    }
    if (base !== version.fileSha256) return err({ kind: 'text-conflict', file: file.name })
    const source = sourceOf(file, edited)
    return source.ok ? this.#put(source.value) : source
  }

  /** The edited story takes the file's place; what stands there is kept under a name that says `label`. */
  async writeOver(text: TextToSave, label: string): Promise<Result<Replaced, Failure>> {
    const { file } = this.#current
    const source = this.#sourceOfAny(text)
    if (!source.ok) return source
    const copy = await keepCopy(file, file.raw, label)
    if (!copy.ok) return copy
    const written = await this.#put(source.value)
    return written.ok ? { ok: true, value: { file: written.value, copy: copy.value } } : written
  }

  /** The edited story is written under a name that says `label`. @returns the name. */
  async writeBeside(text: TextToSave, label: string): Promise<Result<string, Failure>> {
    const source = this.#sourceOfAny(text)
    return source.ok ? keepCopy(this.#current.file, source.value, label) : source
  }

  /** The source of a story that was edited on this version or on an earlier one. */
  #sourceOfAny({ base, edited }: TextToSave): Result<string, Failure> {
    return sourceOf(this.#versions.get(base) ?? this.#current.file, edited)
  }

  /** Nothing is written where nothing changed. */
  async #put(source: string): Promise<Result<StoryFile, Failure>> {
    const { file } = this.#current
    if (source === file.raw) return { ok: true, value: file }
    return saveStoryFile(file, source, this.#options.dataFolder)
  }
}

interface Replaced {
  readonly file: StoryFile
  /** Name of the file that keeps what stood there. */
  readonly copy: string
}
