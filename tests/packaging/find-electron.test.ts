import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findElectron } from '../../scripts/find-electron.mjs'
import { isFresh, stampBuild } from '../../scripts/freshness.mjs'
import { tempFolder } from '../helpers/temp-folder.ts'

describe('finding Electron’s program', () => {
  /** An `electron` package without its program. */
  function electron() {
    const home = tempFolder()
    mkdirSync(path.join(home, 'dist'))
    return { home, find: (env = {}) => findElectron({ folder: home, env, platform: 'linux' }) }
  }

  it('needs the note that the installer writes last', () => {
    const { home, find } = electron()
    writeFileSync(path.join(home, 'dist/electron'), '')
    expect(find()).toBeUndefined()
    writeFileSync(path.join(home, 'path.txt'), 'electron')
    expect(find()).toBe(path.join(home, 'dist/electron'))
  })

  it('needs the program', () => {
    const { home, find } = electron()
    writeFileSync(path.join(home, 'path.txt'), 'electron')
    expect(find()).toBeUndefined()
  })

  it('takes another folder where told to', () => {
    const { find } = electron()
    const other = tempFolder()
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: other })).toBeUndefined()
    writeFileSync(path.join(other, 'electron'), '')
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: other })).toBe(path.join(other, 'electron'))
  })
})

describe('a build', () => {
  it('is stale without a stamp, after a change, after a deletion and when sources changed while it ran', () => {
    const project = tempFolder()
    const source = path.join(project, 'shared/a.ts')
    mkdirSync(path.dirname(source), { recursive: true })
    writeFileSync(source, '')
    const dist = path.join(project, 'dist')
    const fresh = () => isFresh(project)
    const later = Date.now() + 60_000
    expect(fresh()).toBe(false)
    stampBuild(dist, later)
    expect(fresh()).toBe(true)
    stampBuild(dist, Date.now() - 60_000)
    expect(fresh()).toBe(false)
    rmSync(source)
    expect(fresh()).toBe(false)
  })
})
