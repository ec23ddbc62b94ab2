import type { StoryFailure } from '../../../shared/failure.ts'
import type { Package } from './open-package.ts'

/** The beginning of a compound file ([MS-CFB] §2.2), the container of old and of encrypted Office files. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

/** Why bytes that are no Zip archive can't be a Word document that can be read. */
export function whatElse(file: string, bytes: Uint8Array): StoryFailure {
  if (compoundFile.every((byte, index) => bytes[index] === byte)) {
    // Streams are named in UTF-16; a name stands wherever the directory happens to lie.
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (all.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return { kind: 'word-locked', file }
    if (all.includes(Buffer.from('WordDocument', 'utf16le'))) return { kind: 'word-old', file }
    return { kind: 'not-word', file, found: 'an old Office file of another kind' }
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { kind: 'word-damaged', file, part: '' }
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  const found = head.startsWith('{\\rtf') ? 'a rich text document' : head === '%PDF-' ? 'a PDF document' : ''
  return { kind: 'not-word', file, found: found === '' ? 'a file of another kind' : found }
}

/** What an archive without a Word document in it is. */
export function otherArchive(file: string, parts: Package, missing: string): StoryFailure {
  if (parts.has('xl/workbook.xml')) return { kind: 'not-word', file, found: 'an Excel workbook' }
  if (parts.has('ppt/presentation.xml')) return { kind: 'not-word', file, found: 'a PowerPoint presentation' }
  if (parts.has('mimetype')) return { kind: 'not-word', file, found: 'an OpenDocument file' }
  if (parts.has('[Content_Types].xml')) return { kind: 'word-missing-part', file, part: missing }
  return { kind: 'not-word', file, found: 'a Zip archive' }
}
