// The two icon containers, which both hold PNG files as they are.

/** Windows: `pngs` are `{ size, png }`, sizes up to 256. Source: the ICONDIR structure, with PNG entries since Vista. */
export function icoFile(pngs) {
  const header = Buffer.alloc(6 + 16 * pngs.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pngs.length, 4)
  let offset = header.length
  pngs.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    // One byte each; 0 stands for 256.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...pngs.map(({ png }) => png)])
}

/** Type of an entry by pixels. 32 to 1024 also serve as the sharp versions of half their size. */
export const ICNS_TYPES = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
}

/** macOS: `pngOf(size)` gives the PNG of a size. Source: the Apple Icon Image format, PNG since 10.7. */
export function icnsFile(pngOf) {
  const entries = Object.entries(ICNS_TYPES).map(([type, size]) => chunk(type, pngOf(size)))
  return chunk('icns', Buffer.concat(entries))
}

function chunk(type, data) {
  const header = Buffer.alloc(8)
  header.write(type, 'latin1')
  header.writeUInt32BE(header.length + data.length, 4)
  return Buffer.concat([header, data])
}
