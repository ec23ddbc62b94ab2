// Is the build newer than its sources? The build leaves a stamp that bears the time when it began, so that what was
// changed meanwhile counts as newer.
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'scripts/targets.mjs',
  'scripts/licences.mjs',
  'scripts/build.mjs',
  'package.json',
  'package-lock.json',
]
const STAMP = '.built'

/** Call after a build. `began`: milliseconds since 1970. */
export function stampBuild(dist, began) {
  mkdirSync(dist, { recursive: true })
  const stamp = path.join(dist, STAMP)
  writeFileSync(stamp, '')
  utimesSync(stamp, new Date(began), new Date(began))
}

/** Call before a build: until it is stamped again there is only part of one. */
export function unstampBuild(dist) {
  rmSync(path.join(dist, STAMP), { force: true })
}

/** False too if there is no build, or only half of one. */
export function isFresh(root, dist = path.join(root, 'dist')) {
  const built = modified(path.join(dist, STAMP))
  return built !== undefined && SOURCES.every((source) => newest(path.join(root, source)) <= built)
}

/** Time of the newest file or folder, so that a deleted file counts as a change; 0 if there is none. */
function newest(file) {
  const time = modified(file) ?? 0
  if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) return time
  return readdirSync(file).reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), time)
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}
