import { constants } from 'node:fs'
import fsp, { type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { StoryFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Sha256 } from '../../shared/units.ts'
import { type Decoded, decodeStory } from './decode-story.ts'
import { type Tag, tagOf } from './durable-replace.ts'
import { sha256 } from './hash.ts'
import { codeOf } from './io-error.ts'

/** Kinds of story that this Galley reads, lower case. */
export const storyExtensions: readonly string[] = ['.txt', '.text', '.md', '.markdown']

/** Largest story, in bytes: three million words; more is not a story but a log. */
export const STORY_LIMIT = 20_000_000

export interface StoryFile extends Decoded {
  /** Real path: links resolved. */
  readonly path: string
  readonly name: string
  /** Of the bytes as they are in the file. */
  readonly sha256: Sha256
  readonly tag: Tag
}

/**
 * Resolves links and looks at what is there without opening it: a pipe or a device would hang or act.
 * @returns the real path of a regular file of a known kind and size.
 */
export async function locateStory(file: string): Promise<Result<string, StoryFailure>> {
  const name = path.basename(file)
  try {
    const real = await fsp.realpath(file)
    const stat = await fsp.stat(real)
    if (stat.isDirectory()) return err({ kind: 'is-folder', file: name })
    if (!stat.isFile()) return err({ kind: 'not-a-file', file: name })
    const extension = path.extname(real).toLowerCase()
    if (!storyExtensions.includes(extension)) return err({ kind: 'unsupported', file: name, extension })
    if (stat.size > STORY_LIMIT) return err(tooLarge(name, stat.size))
    return ok(real)
  } catch (error) {
    return err(storyFailure(error, name))
  }
}

/** Reads a story. `saveStoryFile` alone writes one. */
export async function readStoryFile(file: string): Promise<Result<StoryFile, StoryFailure>> {
  const located = await locateStory(file)
  if (!located.ok) return located
  const name = path.basename(located.value)
  try {
    const found = await readWhole(located.value, name)
    if (!found.ok) return found
    const decoded = decodeStory(found.value.bytes, name)
    if (!decoded.ok) return decoded
    const { bytes, tag } = found.value
    return ok({ ...decoded.value, path: located.value, name, sha256: sha256(bytes), tag })
  } catch (error) {
    return err(storyFailure(error, name))
  }
}

async function readWhole(
  real: string,
  name: string,
): Promise<Result<{ readonly bytes: Buffer; readonly tag: Tag }, StoryFailure>> {
  // Something else may have taken the name since it was looked at: do not wait on a pipe, look once more.
  const handle: FileHandle = await fsp.open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = await handle.stat({ bigint: true })
    if (!stat.isFile()) return err({ kind: 'not-a-file', file: name })
    if (stat.size > BigInt(STORY_LIMIT)) return err(tooLarge(name, Number(stat.size)))
    return ok({ bytes: await handle.readFile(), tag: tagOf(stat) })
  } finally {
    await handle.close()
  }
}

function tooLarge(file: string, bytes: number): StoryFailure {
  return { kind: 'too-large', file, bytes, limit: STORY_LIMIT }
}

function storyFailure(error: unknown, file: string): StoryFailure {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'not-found', file }
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'no-permission', file }
  return { kind: 'unreadable', file, code }
}
