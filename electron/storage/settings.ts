import * as z from 'zod'
import type { Settings } from '../../shared/desk/contract-settings.ts'
import { defaultSettings } from '../../shared/desk/settings.ts'
import { settingSchemas } from '../../shared/desk/settings-schema.ts'
import { OwnFile } from './own-file.ts'

// Loose: a setting that a later Galley knows survives this one. One that is not understood falls back alone.
const schema = z.looseObject({
  theme: settingSchemas.theme.catch(defaultSettings.theme),
  contrast: settingSchemas.contrast.catch(defaultSettings.contrast),
  singleKeys: settingSchemas.singleKeys.catch(defaultSettings.singleKeys),
  keys: settingSchemas.keys.catch(defaultSettings.keys),
  zoom: settingSchemas.zoom.catch(defaultSettings.zoom),
  paper: settingSchemas.paper.catch(defaultSettings.paper),
  snap: settingSchemas.snap.catch(defaultSettings.snap),
  allMarks: settingSchemas.allMarks.catch(defaultSettings.allMarks),
  tagColours: settingSchemas.tagColours.catch(defaultSettings.tagColours),
  tags: settingSchemas.tags.catch(defaultSettings.tags),
})

/** Settings of this person on all computers that share the data folder. */
export class SettingsFile {
  readonly #file: OwnFile<z.infer<typeof schema>>

  constructor(folder: string, log: (error: unknown) => void) {
    const fallback = { ...defaultSettings }
    this.#file = new OwnFile({ folder, name: 'settings.json', schema, fallback, log })
  }

  async read(): Promise<Settings> {
    return onlyOurs(await this.#file.read())
  }

  async change(change: Partial<Settings>): Promise<Settings> {
    return onlyOurs(await this.#file.update((settings) => ({ ...settings, ...change })))
  }
}

/** Without what only a later Galley knows. */
function onlyOurs(found: Settings): Settings {
  const { theme, contrast, singleKeys, keys, zoom, paper, snap, allMarks, tagColours, tags } = found
  return { theme, contrast, singleKeys, keys, zoom, paper, snap, allMarks, tagColours, tags }
}
