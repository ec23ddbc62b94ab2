import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../../shared/material')

/** A file of the shared test material that may lie beside the checkout; null: it is not there. */
export function materialIfPresent(name: string): string | null {
  const file = path.join(root, name)
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}

/** … as bytes. */
export function materialBytesIfPresent(name: string): Uint8Array | null {
  const file = path.join(root, name)
  return fs.existsSync(file) ? fs.readFileSync(file) : null
}
