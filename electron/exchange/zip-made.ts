import { type Zippable, zipSync } from 'fflate'
import { bytesOf, type Made } from '../../shared/exchange/made.ts'

// Zip keeps years from 1980 on in local time. A fixed moment instead of now: the same export gives the same bytes.
const MOMENT = new Date(1980, 0, 1)

/** The files of an export in a folder of its name, as one zip, for a window that can be handed only one file. */
export function zipMade({ name, files }: Made): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    files.map((file) => [`${name}/${file.name}`, [bytesOf(file), { mtime: MOMENT }]]),
  )
  return zipSync(entries)
}
