import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import type { StoryEntry } from '../../shared/desk/contract.ts'
import { formatFacts } from '../../shared/story/formats.ts'
import { headlineOf } from '../../shared/story/headline.ts'
import { readStory } from '../../shared/story/read-story.ts'
import type { Sha256 } from '../../shared/units.ts'
import { type Tag, tagAt } from '../storage/durable-replace.ts'
import { storiesIn } from '../storage/listed-stories.ts'
import type { RecentFile } from '../storage/recent.ts'
import { readStoryFile } from '../storage/story-file.ts'
import type { Registry } from './registry.ts'
import type { ReadStory } from './story-reader.ts'

// A longer story is listed without its headline, so that listing stays quick on a share.
const HEADLINE_BYTES = 500_000

/** The stories that a window may open without a dialog. */
export class Stories {
  readonly #registry: Registry
  readonly #recent: RecentFile
  /** Folders of the stories that were given or opened. */
  readonly #folders = new Set<string>()
  readonly #headlines = new Map<string, { readonly tag: Tag; readonly headline: string }>()

  constructor(registry: Registry, recent: RecentFile) {
    this.#registry = registry
    this.#recent = recent
  }

  /** The stories beside this one are listed from now on. @param file real path. */
  showFolderOf(file: string): void {
    this.#folders.add(path.dirname(file))
  }

  /** Those of the folders by name, then the recent ones, latest first; no story twice. */
  async list(): Promise<readonly StoryEntry[]> {
    const inFolders = (await Promise.all([...this.#folders].map(storiesIn))).flat()
    const recent = (await this.#recent.list()).filter((file) => !inFolders.includes(file))
    const entries = await Promise.all([
      ...inFolders.map((file) => this.entry(file, 'folder')),
      ...recent.map((file) => this.entry(file, 'recent')),
    ])
    // Links may give one story two names.
    return [...new Map(entries.flatMap((entry) => (entry === null ? [] : [[entry.story, entry]]))).values()]
  }

  /** @returns null: it is not there any more, or not a story. */
  async entry(file: string, group: StoryEntry['group']): Promise<StoryEntry | null> {
    const admitted = await this.#registry.admit(file)
    if (!admitted.ok) return null
    const real = this.#registry.pathOf(admitted.value) ?? file
    const folder = path.basename(path.dirname(real))
    const headline = await this.#headlineOf(real)
    return { story: admitted.value, name: path.basename(real), folder, group, headline }
  }

  /** Is a file with this name, size and hash among the listed ones? */
  async match(wanted: { name: string; size: number; sha256: Sha256 }): Promise<StoryEntry | null> {
    for (const entry of await this.list()) {
      const file = this.#registry.pathOf(entry.story)
      if (file === undefined || entry.name.normalize('NFC') !== wanted.name.normalize('NFC')) continue
      const isSame = await hasContent(file, wanted.size, wanted.sha256).catch(() => false)
      if (isSame) return entry
    }
    return null
  }

  /** A story was read: its headline is known, also where only its format's own reader finds it. */
  learn({ file, story }: ReadStory): void {
    this.#headlines.set(file.path, { tag: file.tag, headline: headlineOf(story) })
  }

  async #headlineOf(file: string): Promise<string> {
    const tag = await tagAt(file).catch(() => '')
    const known = this.#headlines.get(file)
    if (known !== undefined && known.tag === tag) return known.headline
    const headline = await readHeadline(file)
    this.#headlines.set(file, { tag, headline })
    return headline
  }
}

async function readHeadline(file: string): Promise<string> {
  // The others take a thread of their own; their headlines are known once they were open.
  if (formatFacts(file)?.editable !== true) return ''
  try {
    if ((await fsp.stat(file)).size > HEADLINE_BYTES) return ''
    const read = await readStoryFile(file)
    return read.ok ? headlineOf(readStory(read.value.name, read.value.raw)) : ''
  } catch {
    return ''
  }
}

async function hasContent(file: string, size: number, sha256: Sha256): Promise<boolean> {
  if ((await fsp.stat(file)).size !== size) return false
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex') === sha256
}
