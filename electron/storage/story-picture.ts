import { constants } from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import type { ImageFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isRemoteImage } from '../../shared/story/image-source.ts'
import { type PictureType, pictureType } from './picture-kind.ts'

/** Largest picture that is shown, in bytes: what a camera makes, not a scan of a wall. */
const PICTURE_LIMIT = 30_000_000

export interface PictureBytes {
  readonly mediaType: PictureType
  readonly bytes: Uint8Array
}

/**
 * A picture that lies in the folder of its story, or below. Nothing outside is looked at, be it to say that it is
 * not there: a story that somebody sent must not learn what lies on this computer.
 * @param folder real path of the story's folder
 * @param source as the story names it
 */
export async function readPicture(
  folder: string,
  source: string,
): Promise<Result<PictureBytes, ImageFailure>> {
  if (isRemoteImage(source)) return err({ kind: 'image-remote', file: source })
  // An address says a blank as %20; a file may have that very name, too.
  for (const name of new Set([source, decoded(source)])) {
    const read = await readInside(folder, name, source)
    if (read.ok || read.error.kind !== 'image-missing') return read
  }
  return err({ kind: 'image-missing', file: source })
}

/** Is it a picture that is shown, and what kind? */
export function checkPicture(bytes: Uint8Array, source: string): Result<PictureBytes, ImageFailure> {
  if (bytes.length > PICTURE_LIMIT) return err(tooLarge(source, bytes.length))
  const mediaType = pictureType(bytes)
  return mediaType === null ? err({ kind: 'image-unknown', file: source }) : ok({ mediaType, bytes })
}

async function readInside(
  folder: string,
  name: string,
  source: string,
): Promise<Result<PictureBytes, ImageFailure>> {
  const file = path.resolve(folder, name)
  const isRooted = path.isAbsolute(name) || /^(?:[\\/]|[a-z]+:)/i.test(name)
  if (isRooted || !isInside(folder, file)) return err({ kind: 'image-outside', file: source })
  try {
    const real = await fsp.realpath(file)
    // A link may lead out.
    if (!isInside(folder, real)) return err({ kind: 'image-outside', file: source })
    const handle = await fsp.open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stat = await handle.stat()
      if (!stat.isFile()) return err({ kind: 'image-unknown', file: source })
      if (stat.size > PICTURE_LIMIT) return err(tooLarge(source, stat.size))
      return checkPicture(await handle.readFile(), source)
    } finally {
      await handle.close()
    }
  } catch {
    return err({ kind: 'image-missing', file: source })
  }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '' && !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..'
}

/** Without the query that a page's address may have. */
function decoded(source: string): string {
  const address = source.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function tooLarge(file: string, bytes: number): ImageFailure {
  return { kind: 'image-too-large', file, bytes, limit: PICTURE_LIMIT }
}
