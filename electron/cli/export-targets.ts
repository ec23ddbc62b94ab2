import fsp from 'node:fs/promises'
import path from 'node:path'
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
  /** The last one chosen, absolute. */
  last = ''

  /** @param out absolute; null: beside each story. */
  constructor(out: string | null, tally: BatchTally) {
    this.#out = out
    this.#tally = tally
  }

  /** null: this call wrote a file of that name already, for another story. */
  readonly choose = async (name: string, folder: string): Promise<string | null> => {
    this.last = path.join(this.#out ?? folder, name)
    return this.#tally.take(this.last) ? this.last : null
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
