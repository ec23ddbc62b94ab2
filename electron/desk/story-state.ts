import path from 'node:path'
import type { TextToSave } from '../../shared/desk/contract-text.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Sha256 } from '../../shared/units.ts'
import { sha256 } from '../storage/hash.ts'
import { keepCopy, saveStoryFile } from '../storage/save-story.ts'
import type { StoryFile } from '../storage/story-file.ts'
import { TextStore } from '../storage/text-store.ts'
import { KnownTexts } from './known-texts.ts'
import { sourceOf } from './source-of.ts'
import { ownStory, type ReadStory, type StoryReader } from './story-reader.ts'
import { StoryText } from './story-text.ts'
import { type StoryNews, StoryWatch } from './story-watch.ts'

interface StoryStateOptions {
  readonly dataFolder: string
  readonly reader: StoryReader
  /** Of a web page everything is shown, not only the article found in it. */
  readonly wholePage: boolean
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
  #wholePage: boolean

  constructor(read: ReadStory, options: StoryStateOptions) {
    const { file } = read
    const { dataFolder, reader, wholePage, log } = options
    this.#options = options
    this.#kept = new TextStore({ folder: path.dirname(file.path), dataFolder, log })
    this.#texts = new KnownTexts((hash) => this.#kept.read(hash))
    this.#wholePage = wholePage
    this.#watch = new StoryWatch(file, (found) => reader.parse(found, { wholePage: this.#wholePage }))
    this.#current = new StoryText(read, this.#texts.get)
  }

  /** What is shown. */
  get current(): StoryText {
    return this.#current
  }

  look(): Promise<StoryNews> {
    return this.#watch.look()
  }

  /** The file as it is now, read so. What is shown stays; a change of the file is from now on read so too. */
  async readAs(wholePage: boolean): Promise<Result<ReadStory, Failure>> {
    const read = await this.#options.reader.read(this.#current.file.path, { wholePage })
    if (read.ok) this.#wholePage = wholePage
    return read
  }

  /**
   * Shows another version from now on.
   * @param made texts that marks were made on
   */
  async show(read: ReadStory, made: Iterable<Sha256>): Promise<void> {
    const before = this.#current
    const { source } = before.read
    if (source !== null) this.#versions.set(source.sha256, source)
    for (const oldest of this.#versions.keys()) {
      if (this.#versions.size <= MOST_VERSIONS) break
      this.#versions.delete(oldest)
    }
    this.#texts.remember(before.textSha256, before.story.text)
    const next = new StoryText(read, this.#texts.get)
    await this.learn(made, next.textSha256)
    this.#watch.expect(read.file)
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

  /** Keeps a text that marks were made on elsewhere. */
  async keepText(text: string): Promise<void> {
    const hash = sha256(text)
    this.#texts.remember(hash, text)
    await this.#kept.keep(text, hash)
  }

  /** Writes the edited story where the one that was edited is still the file's; the new file is not yet shown. */
  async write({ base, edited }: TextToSave): Promise<Result<ReadStory, Failure>> {
    const { version } = this.#current
    const file = this.#writable()
    if (!file.ok) return file
    const { name, encoding } = file.value
    if (!version.editing.can) return err({ kind: 'text-encoding', file: name, encoding })
    if (base !== version.fileSha256) return err({ kind: 'text-conflict', file: name })
    const source = sourceOf(file.value, edited)
    return source.ok ? this.#put(file.value, source.value) : source
  }

  /** The edited story takes the file's place; what stands there is kept under a name that says `label`. */
  async writeOver(text: TextToSave, label: string): Promise<Result<Replaced, Failure>> {
    const file = this.#writable()
    if (!file.ok) return file
    const source = this.#sourceOfAny(text, file.value)
    if (!source.ok) return source
    const copy = await keepCopy(file.value, file.value.raw, label)
    if (!copy.ok) return copy
    const written = await this.#put(file.value, source.value)
    return written.ok ? ok({ read: written.value, copy: copy.value }) : written
  }

  /** The edited story is written under a name that says `label`. @returns the name. */
  async writeBeside(text: TextToSave, label: string): Promise<Result<string, Failure>> {
    const file = this.#writable()
    if (!file.ok) return file
    const source = this.#sourceOfAny(text, file.value)
    return source.ok ? keepCopy(file.value, source.value, label) : source
  }

  /** The source of a story that was edited on this version or on an earlier one. */
  #sourceOfAny({ base, edited }: TextToSave, current: StoryFile): Result<string, Failure> {
    return sourceOf(this.#versions.get(base) ?? current, edited)
  }

  /** The file that is shown, where files of its format are written at all. */
  #writable(): Result<StoryFile, Failure> {
    const { read, story } = this.#current
    const { source } = read
    return source === null ? err({ kind: 'text-format', file: story.name, format: story.format }) : ok(source)
  }

  /** Nothing is written where nothing changed. */
  async #put(file: StoryFile, source: string): Promise<Result<ReadStory, Failure>> {
    if (source === file.raw) return ok(this.#current.read)
    const saved = await saveStoryFile(file, source, this.#options.dataFolder)
    return saved.ok ? ok(ownStory(saved.value)) : saved
  }
}

interface Replaced {
  readonly read: ReadStory
  /** Name of the file that keeps what stood there. */
  readonly copy: string
}
