import type { SaveFailure } from '../../shared/failure.ts'
import { ChangedOnDisk, Unreadable } from './durable-json-file.ts'
import { codeOf, saveFailure } from './io-error.ts'
import { Busy, NoLock } from './lock.ts'

/** Why a sidecar could not be written beside its story. `file`: the sidecar's name. */
export function explainSave(error: unknown, file: string, log: (error: unknown) => void): SaveFailure {
  if (error instanceof Unreadable) {
    const because = error.failure
    const damaged: SaveFailure = { kind: 'damaged-in-place', file, because }
    if (because.kind !== 'sidecar-io') return damaged
    // The share went away; or something stands there that is no file, or that nobody lets us read.
    const away = saveFailure(Object.assign(new Error(), { code: because.code }), file)
    return away.kind === 'folder-gone' ? away : damaged
  }
  if (error instanceof NoLock) return { kind: 'save-io', file, code: error.code }
  if (error instanceof Busy || error instanceof ChangedOnDisk) return { kind: 'busy', file }
  if (codeOf(error) === 'EUNKNOWN') log(error)
  return saveFailure(error, file)
}
