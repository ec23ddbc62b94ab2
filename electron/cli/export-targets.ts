import fsp from 'node:fs/promises'
import path from 'node:path'
import { exportStem } from '../../shared/exchange/export-stem.ts'
import { folded, stemOf, suffixOf } from '../../shared/exchange/made.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { BatchTally } from '../desk/batch-tally.ts'
import { codeOf, saveFailure } from '../storage/io-error.ts'
import { storyNamesIn } from '../storage/listed-stories.ts'
import { sweepTemps } from '../storage/sweep-temps.ts'
import type { Io } from './io.ts'

/** Where the files of a call go. */
export class Targets {
  readonly #out: string | null
  readonly #tally: BatchTally
  /** Names of all stories of the call, by their stems. */
  readonly #byStem = new Map<string, string[]>()
  /** Name of the story that is exported. */
  story = ''
  /** The last one chosen, absolute. */
  last = ''

  /**
   * @param out absolute; null: beside each story.
   * @param stories paths of all that the call will export.
   */
  constructor(out: string | null, stories: readonly string[], tally: BatchTally) {
    this.#out = out
    this.#tally = tally
    for (const name of stories.map((story) => path.basename(story))) {
      const stem = folded(stemOf(name))
      this.#byStem.set(stem, [...(this.#byStem.get(stem) ?? []), name])
    }
  }

  /** null: this call wrote a file of that name already, for another story. */
  readonly choose = async (name: string, folder: string): Promise<string | null> => {
    this.last = path.join(this.#out ?? folder, this.#out === null ? name : this.#amongAll(name))
    return this.#tally.take(this.last) ? this.last : null
  }

  /** The desk knows of the stories of one folder; those of several may meet in one. */
  #amongAll(suggested: string): string {
    const stem = folded(stemOf(this.story))
    const alike = [stem, stemOf(stem)].flatMap((one) => this.#byStem.get(one) ?? [])
    const named = exportStem(this.story, alike)
    return named === this.story ? named + suffixOf(suggested, this.story) : suggested
  }
}

/** Makes the folder of `--out`, and takes out what a killed Galley left there. */
export async function makeFolder(folder: string): Promise<Result<null, Failure>> {
  try {
    await fsp.mkdir(folder, { recursive: true })
    await sweepTemps(folder, Date.now())
    return ok(null)
  } catch (error) {
    return err(saveFailure(error, path.basename(folder)))
  }
}

/** The stories that are meant, as they were named; `folders`: among the words were some. */
export interface Meant {
  readonly stories: readonly string[]
  readonly folders: boolean
}

/** A folder stands for the stories in it, not for those of its own folders, nor for earlier exports. */
export async function storiesMeant(
  words: readonly string[],
  { cwd }: Pick<Io, 'cwd'>,
): Promise<Result<Meant, Failure>> {
  const stories: string[] = []
  let folders = false
  for (const word of words) {
    const full = path.resolve(cwd, word)
    const isFolder = await fsp.stat(full).then(
      (stat) => stat.isDirectory(),
      () => false,
    )
    if (!isFolder) {
      stories.push(word)
      continue
    }
    folders = true
    try {
      const names = await storyNamesIn(full)
      stories.push(...names.map((name) => path.join(word, name)))
    } catch (error) {
      return err({ kind: 'unreadable', file: path.basename(full), code: codeOf(error) })
    }
  }
  return ok({ stories, folders })
}

/** From the working folder where the file lies below it, else absolute. */
export function shown(file: string, { cwd }: Pick<Io, 'cwd'>): string {
  const relative = path.relative(cwd, file)
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative
}
