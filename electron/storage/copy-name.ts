import path from 'node:path'
import { cutAtGrapheme, MAX_NAME_BYTES, utf8Length } from '../../shared/annotation/sidecar-name.ts'

const MAX_LABEL_BYTES = 100

/** A name of at most 240 bytes; the stem gives way. */
export function copyName(name: string, label: string, number: number): string {
  const extension = path.extname(name)
  const stem = name.slice(0, name.length - extension.length)
  const words = cutAtGrapheme(plain(label), MAX_LABEL_BYTES).trim() || 'copy'
  const tail = ` (${words}${number === 1 ? '' : ` ${number}`})${extension}`
  return cutAtGrapheme(stem, MAX_NAME_BYTES - utf8Length(tail)).trimEnd() + tail
}

/**
 * Without what Windows allows in no name, what changes the reading direction, and half surrogate pairs.
 * Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
function plain(label: string): string {
  return label
    .replace(/[<>:"/\\|?*\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Surrogate}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
