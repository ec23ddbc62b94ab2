import { constants } from 'node:fs'
import fsp, { type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { StoryFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { formatFacts } from '../../shared/story/formats.ts'
import { SCHEME_FILE } from '../../shared/tags.ts'
import type { Sha256 } from '../../shared/units.ts'
import { type Decoded, decodeStory } from './decode-story.ts'
import { type Tag, tagOf } from './durable-replace.ts'
import { sha256 } from './hash.ts'
import { codeOf } from './io-error.ts'

/** A story's file as it was when it was read. */
export interface FileState {
  /** Real path: links resolved. */
  readonly path: string
  readonly name: string
  /** Of the bytes as they are in the file. */
  readonly sha256: Sha256
  readonly tag: Tag
}

/** A file with what is in it. */
export interface StoryBytes extends FileState {
  readonly bytes: Uint8Array
}

/** A file that is text. */
export interface StoryFile extends FileState, Decoded {}

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
    const facts = formatFacts(real)
    if (facts === null) {
      return err({ kind: 'unsupported', file: name, extension: path.extname(real).toLowerCase() })
    }
    const own = ownFile(path.basename(real))
    if (own !== null) return err({ kind: 'not-a-story', file: name, found: own })
    if (stat.size > facts.limit) return err(tooLarge(name, stat.size, facts.limit))
    return ok(real)
  } catch (error) {
    return err(storyFailure(error, name))
  }
}

/** Reads a story's file, whatever its format. */
export async function readStoryBytes(file: string): Promise<Result<StoryBytes, StoryFailure>> {
  const located = await locateStory(file)
  if (!located.ok) return located
  const name = path.basename(located.value)
  try {
    const found = await readWhole(located.value, name)
    if (!found.ok) return found
    const { bytes, tag } = found.value
    return ok({ path: located.value, name, sha256: sha256(bytes), tag, bytes })
  } catch (error) {
    return err(storyFailure(error, name))
  }
}

/** The text of a file whose format is text. */
export function decodeFile({ bytes, ...state }: StoryBytes): Result<StoryFile, StoryFailure> {
  const decoded = decodeStory(bytes, state.name)
  return decoded.ok ? ok({ ...decoded.value, ...state }) : decoded
}

/** Reads a story that is text. `saveStoryFile` alone writes one. */
export async function readStoryFile(file: string): Promise<Result<StoryFile, StoryFailure>> {
  const found = await readStoryBytes(file)
  return found.ok ? decodeFile(found.value) : found
}

async function readWhole(
  real: string,
  name: string,
): Promise<Result<{ readonly bytes: Buffer; readonly tag: Tag }, StoryFailure>> {
  const limit = formatFacts(name)?.limit ?? 0
  // Something else may have taken the name since it was looked at: do not wait on a pipe, look once more.
  const handle: FileHandle = await fsp.open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = await handle.stat({ bigint: true })
    if (!stat.isFile()) return err({ kind: 'not-a-file', file: name })
    if (stat.size > BigInt(limit)) return err(tooLarge(name, Number(stat.size), limit))
    return ok({ bytes: await handle.readFile(), tag: tagOf(stat) })
  } finally {
    await handle.close()
  }
}

/** What a file of Galley's own is that has a name like a story's; null: it is none. */
function ownFile(name: string): string | null {
  if (/\.annotations\.json$/i.test(name)) return 'annotations of Galley'
  return name.toLowerCase() === SCHEME_FILE ? 'tags of Galley' : null
}

function tooLarge(file: string, bytes: number, limit: number): StoryFailure {
  return { kind: 'too-large', file, bytes, limit }
}

function storyFailure(error: unknown, file: string): StoryFailure {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'not-found', file }
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'no-permission', file }
  return { kind: 'unreadable', file, code }
}
