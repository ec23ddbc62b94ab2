import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import * as z from 'zod'
import type { DeviceId } from '../../shared/units.ts'
import { sha256 } from './hash.ts'
import { OwnFile } from './own-file.ts'

const schema = z.looseObject({
  id: z
    .string()
    .regex(/^urn:uuid:[0-9a-f-]{36}$/)
    .nullable(),
  machine: z.string(),
})

/**
 * The id of this computer. It lies where nothing roams, beside a fingerprint of the machine: a profile that was
 * copied to another computer, or a cloned disk, gets an id of its own, since two computers with one id would
 * write one sidecar.
 */
export async function deviceId(
  localFolder: string,
  machine: string,
  newId: () => string,
  log: (error: unknown) => void,
): Promise<DeviceId> {
  const fallback = { id: null, machine }
  const file = new OwnFile<z.infer<typeof schema>>({
    folder: localFolder,
    name: 'device.json',
    schema,
    fallback,
    log,
  })
  const known = await file.read()
  if (known.id !== null && known.machine === machine) return known.id as DeviceId
  const made = await file.update((before) =>
    before.id !== null && before.machine === machine ? before : { ...before, id: newId(), machine },
  )
  return (made.id ?? newId()) as DeviceId
}

/** Hash of what tells this machine from another: its name, and its id where the system has a readable one. */
export function machineFingerprint(): string {
  const full = hostname().toLowerCase()
  // A Mac changes its name with the network: "desk.local", "desk-2.local".
  const name = process.platform === 'darwin' ? full.replace(/(-\d+)?\..*$/, '') : full
  return sha256(`${name}\n${machineId()}`)
}

function machineId(): string {
  for (const file of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      return readFileSync(file, 'utf8').trim()
    } catch {
      // Not this kind of system.
    }
  }
  return ''
}
