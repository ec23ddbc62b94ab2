import fsp from 'node:fs/promises'
import path from 'node:path'
import { isCandidate } from '../../shared/annotation/sidecar-name.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import type { SidecarFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { Unreadable } from './durable-json-file.ts'
import { type Tag, tagAt } from './durable-replace.ts'
import { codeOf, isMissing } from './io-error.ts'
import { foreignSidecar, nameHash8 } from './sidecar-file.ts'

/** One file beside a story that may hold annotations of it. */
export interface FoundSidecar {
  readonly file: string
  readonly tag: Tag
  /** null: it is whole and none of those that were asked for, mostly because it is about another story. */
  readonly content: Result<Sidecar, SidecarFailure> | null
}

/**
 * Names of the files of a folder that may hold a story's annotations, sorted.
 * @returns null: the folder can't be listed, so nothing is known; a share that is away has not been emptied.
 */
export async function candidates(folder: string, storyName: string): Promise<readonly string[] | null> {
  const hash = nameHash8(storyName)
  try {
    const names = await fsp.readdir(folder)
    return names.filter((name) => isCandidate(storyName, hash, name)).sort()
  } catch {
    return null
  }
}

/** Is this whole sidecar one of those that are asked for? */
export type Belongs = (sidecar: Sidecar, file: string) => boolean

/**
 * Reads sidecars. Nothing is written, whatever is found.
 * @param files of the folder, e.g. as listed by {@link candidates}.
 * @param before what was read last time for the same question: files that did not change since are not read again.
 */
export async function readSidecars(
  folder: string,
  belongs: Belongs,
  files: readonly string[],
  before: readonly FoundSidecar[],
): Promise<readonly FoundSidecar[]> {
  const known = new Map(before.map((found) => [found.file, found]))
  const found = await Promise.all(files.map((file) => readOne(folder, belongs, file, known.get(file))))
  return found.filter((one) => one !== null)
}

async function readOne(
  folder: string,
  belongs: Belongs,
  file: string,
  before: FoundSidecar | undefined,
): Promise<FoundSidecar | null> {
  const full = path.join(folder, file)
  let tag: Tag = 'unknown'
  try {
    tag = await tagAt(full)
    if (before !== undefined && before.tag === tag && before.content?.ok !== false) return before
    const sidecar = await foreignSidecar(full).read()
    if (sidecar === null) return null
    return { file, tag, content: belongs(sidecar, file) ? ok(sidecar) : null }
  } catch (error) {
    if (isMissing(error)) return null
    const failure: SidecarFailure =
      error instanceof Unreadable ? error.failure : { kind: 'sidecar-io', file, code: codeOf(error) }
    return { file, tag, content: err(failure) }
  }
}
