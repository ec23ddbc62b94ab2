import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import type { IsoTime } from '../../shared/units.ts'
import type { DeskDeps } from './host.ts'

/** The real clock, ids, platform and person, for hosts; tests hand in their own. */
export const systemDeps: Pick<DeskDeps, 'platform' | 'systemName' | 'now' | 'newId'> = {
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  systemName() {
    try {
      return userInfo().username
    } catch {
      // A container may run as a user whom the system doesn't know by name.
      return ''
    }
  },
  now: () => new Date().toISOString() as IsoTime,
  newId: () => `urn:uuid:${randomUUID()}`,
}
