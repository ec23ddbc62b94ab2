import { type Zippable, zipSync } from 'fflate'

// A zip has no time before 1980. Parts have none of their own, and a zip's is local.
const PART_TIME = new Date(1980, 0, 1)

/** Packs parts by path. The same parts give the same bytes. */
export function zipOf(parts: Zippable): Uint8Array {
  return zipSync(parts, { mtime: PART_TIME })
}
