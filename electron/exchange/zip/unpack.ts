import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { packedBytes, type ZipEntry } from './directory.ts'

/**
 * Beyond this many bytes a part that unpacks to more than {@link MOST_RATIO} times its size is taken for a bomb. The
 * XML of real documents packs to a tenth or a twentieth.
 */
const SMALL = 1_000_000
/** Unpacked bytes to packed ones. */
export const MOST_RATIO = 200
/** Deflate makes at most a thousand bytes of one: 16 MB are unpacked before the next look at the count. */
const CHUNK = 16_384

/** Why an entry was not unpacked. `size`: more than the room that was left; `ratio`: see {@link MOST_RATIO}. */
export type UnpackProblem = 'damaged' | 'size' | 'ratio'

/** Whether the sizes are those of a bomb. */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > SMALL && unpacked > packed * MOST_RATIO
}

/**
 * Unpacks one entry and counts while it does, since the sizes in the archive may lie.
 * @param room bytes that may come out at most
 */
export function unpack(archive: Uint8Array, entry: ZipEntry, room: number): Uint8Array | UnpackProblem {
  const packed = packedBytes(archive, entry)
  if (packed === null) return 'damaged'
  if (entry.method !== 0 && entry.method !== 8) return 'damaged'
  const unpacked = entry.method === 0 ? stored(packed, room) : inflated(packed, room)
  if (typeof unpacked === 'string') return unpacked
  return crc32(unpacked) === entry.crc ? unpacked : 'damaged'
}

function stored(packed: Uint8Array, room: number): Uint8Array | UnpackProblem {
  return packed.length > room ? 'size' : packed
}

function inflated(packed: Uint8Array, room: number): Uint8Array | UnpackProblem {
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new Inflate((chunk) => {
    chunks.push(chunk)
    length += chunk.length
  })
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length)
      if (length > room) return 'size'
      if (isBomb(Math.min(at + CHUNK, packed.length), length)) return 'ratio'
    }
  } catch {
    return 'damaged'
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
