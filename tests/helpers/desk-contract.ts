import { describe } from 'vitest'
import { contractOfColleagues } from './desk-contract-colleagues.ts'
import { contractOfIdentity } from './desk-contract-identity.ts'
import { contractOfMarks } from './desk-contract-marks.ts'
import { contractOfSaving } from './desk-contract-saving.ts'
import { contractOfWindows } from './desk-contract-windows.ts'
import type { Connect } from './desk-world.ts'

/** What every window may rely on, whichever wire lies between it and the desk. */
export function deskContract(wire: string, connect: Connect): void {
  describe(`the desk over ${wire}`, () => {
    contractOfMarks(connect)
    contractOfColleagues(connect)
    contractOfSaving(connect)
    contractOfWindows(connect)
    contractOfIdentity(connect)
  })
}
