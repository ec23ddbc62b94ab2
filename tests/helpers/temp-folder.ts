import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A new folder with a real path; removed when the test is over. */
export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'galley-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
