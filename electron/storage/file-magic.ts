/** How files of other kinds begin. Only beginnings that no story text has. */
const beginnings: readonly (readonly [found: string, ...head: (number | string)[]])[] = [
  ['a PNG image', 0x89, 'PNG'],
  ['a JPEG image', 0xff, 0xd8, 0xff],
  ['a GIF image', 'GIF8'],
  ['a TIFF image', 'II*', 0],
  ['a TIFF image', 'MM', 0, '*'],
  ['a PDF document', '%PDF-'],
  ['an RTF document', '{\\rtf'],
  ['an old Word or Excel document', 0xd0, 0xcf, 0x11, 0xe0],
  ['a gzip archive', 0x1f, 0x8b],
  ['a 7-Zip archive', '7z', 0xbc, 0xaf],
  ['a RAR archive', 'Rar!', 0x1a],
  ['an SQLite database', 'SQLite format 3', 0],
  ['a Linux program', 0x7f, 'ELF'],
  ['a Windows program', 'MZ', 0x90, 0],
  ['a macOS program', 0xcf, 0xfa, 0xed, 0xfe],
  ['an MP3 sound', 'ID3', 3],
  ['an MP3 sound', 'ID3', 4],
  ['UTF-32 text', 0xff, 0xfe, 0, 0],
  ['UTF-32 text', 0, 0, 0xfe, 0xff],
]

/** What the bytes are by their beginning, as words for a sentence; null: it may be text. */
export function looksLike(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (head.startsWith('PK\x03\x04')) return describeZip(head)
  if (head.startsWith('RIFF') && head.includes('\0')) return 'a picture or sound (RIFF)'
  if (head.slice(4, 8) === 'ftyp') return 'a video or picture (ISO media)'
  for (const [found, ...parts] of beginnings) {
    const start = parts.map((part) => (typeof part === 'string' ? part : String.fromCharCode(part))).join('')
    if (head.startsWith(start)) return found
  }
  return null
}

function describeZip(head: string): string {
  if (head.includes('word/') || head.includes('[Content_Types].xml')) return 'a Word document'
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'an OpenDocument file'
  return 'a Zip archive'
}
