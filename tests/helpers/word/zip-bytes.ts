/** Where the list of an archive says something of an entry, for tests that make it lie. */
const UNPACKED_IN_LIST = 24
const FLAGS_IN_LIST = 8

/** A copy in which the list gives every entry an unpacked size of that many bytes. */
export function claimingSize(archive: Uint8Array, size: number): Uint8Array {
  return changed(archive, (view, at) => view.setUint32(at + UNPACKED_IN_LIST, size, true))
}

/** A copy in which every entry says that it is encrypted. */
export function claimingPassword(archive: Uint8Array): Uint8Array {
  return changed(archive, (view, at) => view.setUint16(at + FLAGS_IN_LIST, 1, true))
}

/** A copy in which every entry of the first name has the second, of the same length. */
export function renamed(archive: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(archive)
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) copy.write(to, at)
  return copy
}

function changed(archive: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = Buffer.from(archive)
  const view = new DataView(copy.buffer, copy.byteOffset, copy.length)
  for (let at = copy.indexOf('PK\x01\x02'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4)) change(view, at)
  return copy
}
