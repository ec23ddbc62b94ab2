/** One file of a Zip archive as its central directory names it. Sizes are what the archive claims. */
export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated (APPNOTE.TXT §4.4.5). */
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  /** Bytes in the archive. */
  readonly packed: number
  /** Bytes when unpacked. */
  readonly unpacked: number
  /** Of the local header, from the start of the archive. */
  readonly offset: number
}

/** Sizes and signatures of APPNOTE.TXT §4.3. */
const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const LOCAL_LENGTH = 30
/** The comment behind the end record has a length of 16 bits. */
const LONGEST_COMMENT = 0xffff

/**
 * Reads the list of files at the end of a Zip archive. Nothing is unpacked. The list goes by its own length, not by
 * the number that the archive states, and ends after `most` + 1 entries.
 * @returns null: not a Zip archive, or its list is damaged, or of the kind for archives beyond 4 GB
 */
export function readDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return null
  const length = view.getUint32(end + 12, true)
  let at = view.getUint32(end + 16, true)
  if (at + length > end) return null
  const entries: ZipEntry[] = []
  const stop = at + length
  while (at < stop && entries.length <= most) {
    if (at + ENTRY_LENGTH > stop || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null
    const nameLength = view.getUint16(at + 28, true)
    const next =
      at + ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > stop) return null
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  return -1
}

/** The packed bytes of an entry, a view of the archive; null: they don't lie where the list says. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const { offset, packed } = entry
  if (offset + LOCAL_LENGTH > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, LOCAL_LENGTH)
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE) return null
  const start = offset + LOCAL_LENGTH + view.getUint16(26, true) + view.getUint16(28, true)
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed)
}
