import type { DeskApi, OpenedStory } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, type Result } from '../../shared/result.ts'
import type { Sha256 } from '../../shared/units.ts'

/**
 * Browser: opens the listed story that a dropped file is. The page never learns the file's path, so the desk
 * looks for one of the same name, size and content among the stories that it may open.
 */
export async function openDroppedByContent(desk: DeskApi, file: File): Promise<Result<OpenedStory, Failure>> {
  const bytes = await file.arrayBuffer().catch(() => null)
  // A dropped folder arrives as a file that cannot be read.
  if (bytes === null) return err({ kind: 'unreadable', file: file.name, code: 'drop' })
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes)) as Sha256
  const entry = await desk.matchDropped({ name: file.name, size: file.size, sha256 })
  return entry.ok ? desk.openStory({ story: entry.value.story, soon: true }) : entry
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
