import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { isFresh } from '../../scripts/freshness.mjs'

export const root = path.resolve(import.meta.dirname, '../..')

/** The folders of a build, in the order in which they are built. */
type Bundle = 'main' | 'preload' | 'cli' | 'reader' | 'renderer'

/**
 * Folder with the built bundles: `dist/` where it is newer than the sources, as after `npm ci` and in `npm test`;
 * else they are built into a folder of this test's own.
 * @throws with the build's words if it fails
 */
export function builtDist(test: string, bundles: readonly Bundle[]): string {
  if (isFresh(root)) return path.join(root, 'dist')
  // Test files that run at the same time must not build over each other.
  const into = path.join(root, 'tests/.build', `${test}-${process.env.VITEST_POOL_ID ?? 0}`, 'dist')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts/build.mjs'), '--into', into, '--only', bundles.join(',')],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (status !== 0) throw new Error(`the build for ${test} failed:\n${stdout}${stderr}`)
  return into
}
