/** Media types of the pictures that are shown: kinds that run no script and fetch nothing, unlike SVG. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif'

/** What kind of picture bytes are by their beginning, whatever a name or a document says; null: none of these. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (/^GIF8[79]a/.test(head)) return 'image/gif'
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'image/webp'
  // The brands of an ISO media file: the major one, its version, those that it goes with.
  const isAvif = head.slice(4, 8) === 'ftyp' && /avi[fs]/.test(head.slice(8, 12) + head.slice(16))
  return isAvif ? 'image/avif' : null
}
