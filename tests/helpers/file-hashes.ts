import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Everything in a folder by name, with a hash of its bytes: shows whether anything was changed. */
export function fileHashes(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(names.map((name) => [name, hashOf(path.join(folder, name))]))
}

function hashOf(file: string): string {
  const stat = lstatSync(file)
  const mode = (stat.mode & 0o777).toString(8)
  if (!stat.isFile()) return `${mode} ${stat.isDirectory() ? 'folder' : 'special'}`
  try {
    return `${mode} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`
  } catch {
    // Without root's rights a file without permission keeps its secret, and its size.
    return `${mode} ${stat.size} bytes`
  }
}
