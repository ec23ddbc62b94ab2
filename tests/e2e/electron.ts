import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../../scripts/find-electron.mjs'

const root = path.resolve(import.meta.dirname, '../..')

/** Electron's program, found by file; undefined: not on this machine, then no test may start it. */
export const electronProgram: string | undefined = findElectron()

/**
 * For the suite's global setup: without Electron's program it prints one line, once per run.
 * @throws with REQUIRE_ELECTRON=1, where an Electron that isn't there is a failure
 */
export function announceElectron(env: NodeJS.ProcessEnv = process.env): void {
  if (electronProgram !== undefined) return
  const line =
    'Electron is not installed, so the Electron shell was not exercised; `npx install-electron` fetches it.'
  if (env.REQUIRE_ELECTRON === '1') throw new Error(line)
  console.log(line)
}

/** The built Galley in Electron, as a person would start it. */
export interface ElectronGalley {
  readonly app: ElectronApplication
  readonly page: Page
  /** Lets the open dialog answer with this file. */
  choose(file: string): Promise<void>
  close(): Promise<void>
}

/**
 * Only where `electronProgram` is there: without it Playwright would start a download.
 * @param options.dataFolder one of its own per test, else the second start would hand over to the first
 */
export async function openInElectron(options: {
  readonly words?: readonly string[]
  readonly dataFolder: string
}): Promise<ElectronGalley> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  // No executablePath: Playwright then holds Electron's `ready` back until it listens.
  const app = await _electron.launch({
    args: [root, ...(options.words ?? [])],
    cwd: root,
    env: { ...env, GALLEY_DATA: options.dataFolder },
  })
  return {
    app,
    page: await app.firstWindow(),
    async choose(file) {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      }, file)
    },
    close: () => app.close(),
  }
}
