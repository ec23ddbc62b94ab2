import * as z from 'zod'
import type { Settings } from '../../shared/desk/contract.ts'
import { OwnFile } from './own-file.ts'

// Loose: a setting that a later Galley knows survives this one. One that is not understood falls back alone.
const schema = z.looseObject({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  singleKeys: z.boolean().catch(true),
})

/** Settings of this person on all computers that share the data folder. */
export class SettingsFile {
  readonly #file: OwnFile<z.infer<typeof schema>>

  constructor(folder: string, log: (error: unknown) => void) {
    const fallback = { theme: 'system' as const, singleKeys: true }
    this.#file = new OwnFile({ folder, name: 'settings.json', schema, fallback, log })
  }

  async read(): Promise<Settings> {
    return onlyOurs(await this.#file.read())
  }

  async change(change: Partial<Settings>): Promise<Settings> {
    return onlyOurs(await this.#file.update((settings) => ({ ...settings, ...change })))
  }
}

function onlyOurs({ theme, singleKeys }: Settings): Settings {
  return { theme, singleKeys }
}
