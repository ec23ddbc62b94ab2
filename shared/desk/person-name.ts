import type { Failure } from '../failure.ts'
import { err, ok, type Result } from '../result.ts'
import { NAME_LIMIT } from './schemas.ts'

/** A name as it is kept: composed letters (NFC), single blanks, none at the ends. Refuses empty and endless ones. */
export function personName(typed: string): Result<string, Failure> {
  const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (name === '') return err({ kind: 'name-empty' })
  return name.length > NAME_LIMIT ? err({ kind: 'name-too-long-for-person', limit: NAME_LIMIT }) : ok(name)
}
