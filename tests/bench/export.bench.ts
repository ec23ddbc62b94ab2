import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from '@playwright/test'
import { root } from '../e2e/served-galley.ts'
import { makeArchive } from './made-archive.ts'

/** As `galley export --json` prints it. */
interface Figures {
  readonly done: number
  readonly files: readonly string[]
  readonly skipped: readonly unknown[]
  readonly seconds: number
  readonly storiesPerSecond: number
  readonly peakMemoryMb: number
}

// The same folder, a fifth of it first: memory that grew with the number of stories would show.
for (const { stories, to } of [
  { stories: 100, to: 'html,csv,jsonld' },
  { stories: 500, to: 'html,csv,jsonld' },
  { stories: 40, to: 'pdf' },
]) {
  test(`${stories} stories of 800 words × 20 marks as ${to}`, async () => {
    test.setTimeout(600_000)
    const folder = await mkdtemp(path.join(tmpdir(), 'galley-bench-'))
    await makeArchive(path.join(folder, 'stories'), stories)
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(root, 'dist/cli/galley.js'), 'export', 'stories', '--to', to, '--out', 'out', '--json'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, GALLEY_DATA: path.join(folder, 'data'), GALLEY_NO_SANDBOX: '1' },
      },
    )
    const { done, files, skipped, seconds, storiesPerSecond, peakMemoryMb }: Figures = JSON.parse(stdout)
    console.log(
      `\n${test.info().title}: ${done} stories, ${files.length} files, ${skipped.length} skipped in ${seconds.toFixed(1)} s, ${storiesPerSecond} stories a second, at most ${peakMemoryMb} MB\n${stderr}`,
    )
    await rm(folder, { recursive: true, force: true })
  })
}
