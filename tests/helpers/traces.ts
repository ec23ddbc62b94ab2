import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'

/** All that bytes say: as text, and as what they are packed from. */
export function saidBy(content: string | Uint8Array): string {
  if (typeof content === 'string') return content
  const bytes = Buffer.from(content)
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) {
    return Object.entries(unzipSync(content))
      .map(([name, inside]) => `${name}\n${saidBy(inside)}`)
      .join('\n')
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return saidBy(new Uint8Array(gunzipSync(bytes)))
  return bytes.toString('utf8')
}

/** Names, from `folder`, of all files in and below it that say some words. */
export function filesSaying(folder: string, words: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => saidBy(new Uint8Array(readFileSync(file))).includes(words))
    .map((file) => path.relative(folder, file))
    .sort()
}
