import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { StoryId } from '../../shared/units.ts'
import { type BootedMain, bootMain } from './booted-main.ts'
import { builtDist } from './built-dist.ts'

/** Boots of the built main process for one test file, each with a data folder of its own; all end with their test. */
export interface Boots {
  /** Folder with the story; what a test marks is written here. */
  readonly folder: string
  readonly storyPath: string
  /** Folder of the bundles. */
  dist(): string
  /** Data folder of the latest boot. */
  dataFolder(): string
  /** `words`: command line; `env` on top of this process's own. */
  boot(words?: readonly string[], env?: Readonly<Record<string, string>>): Promise<BootedMain>
  /** Boots with the story and does what the page does at its start. */
  begun(): Promise<{ readonly main: BootedMain; readonly story: StoryId }>
}

/** Call at the top of a test file: it adds hooks. */
export function boots(): Boots {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'galley-boot-')))
  const storyPath = path.join(folder, 'quay.txt')
  const running: BootedMain[] = []
  let dist = ''
  let runs = 0
  const dataFolder = () => path.join(folder, `data-${runs}`)

  beforeAll(() => {
    dist = builtDist('boot', ['main', 'preload', 'reader', 'renderer'])
    writeFileSync(storyPath, 'Quay closed\n\nThe quay is closed, the mayor said.\n')
  }, 120_000)
  afterEach(async () => {
    for (const main of running.splice(0)) await main.end()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const boot: Boots['boot'] = async (words = [], env = {}) => {
    runs += 1
    const main = await bootMain({
      bundle: path.join(dist, 'main/index.js'),
      words,
      env: { GALLEY_DATA: dataFolder(), ...env },
    })
    running.push(main)
    return main
  }

  return {
    folder,
    storyPath,
    dist: () => dist,
    dataFolder,
    boot,
    async begun() {
      const main = await boot([storyPath])
      const beginning = await main.call('begin', {})
      await main.call('nameAnnotator', { name: 'Jane Doe' })
      if (!beginning.ok || beginning.value.opening === null) throw new Error('the story was not let in')
      return { main, story: beginning.value.opening }
    },
  }
}
