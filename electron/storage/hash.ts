import { createHash } from 'node:crypto'
import type { Sha256 } from '../../shared/units.ts'

/** SHA-256 as lower-case hex; a string is hashed as UTF-8. */
export function sha256(data: string | Uint8Array): Sha256 {
  return createHash('sha256').update(data).digest('hex') as Sha256
}
