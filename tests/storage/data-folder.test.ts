import { statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder, type Env, localFolder, makePrivate } from '../../electron/storage/data-folder.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const home = '/home/jane'
const cases: readonly [NodeJS.Platform, Env, string, string][] = [
  ['linux', {}, '/home/jane/.config/Galley', '/home/jane/.local/state/Galley'],
  ['linux', { XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s' }, '/c/Galley', '/s/Galley'],
  [
    'linux',
    { XDG_CONFIG_HOME: 'c', XDG_STATE_HOME: '' },
    '/home/jane/.config/Galley',
    '/home/jane/.local/state/Galley',
  ],
  [
    'darwin',
    { XDG_CONFIG_HOME: '/c' },
    '/home/jane/Library/Application Support/Galley',
    '/home/jane/Library/Application Support/Galley/local',
  ],
  ['linux', { GALLEY_DATA: '/g' }, '/g', '/g/local'],
  ['darwin', { GALLEY_DATA: '/g' }, '/g', '/g/local'],
]

describe('Galley’s own folders', () => {
  it.each(cases)('are on %s with %j in %s and %s', (platform, env, data, local) => {
    expect([dataFolder(env, platform, home), localFolder(env, platform, home)]).toEqual([data, local])
  })

  it('are on Windows the roaming and the local part of the profile', () => {
    const env = {
      APPDATA: 'C:\\Users\\jane\\AppData\\Roaming',
      LOCALAPPDATA: 'C:\\Users\\jane\\AppData\\Local',
    }
    const folders = ['C:\\Users\\jane\\AppData\\Roaming\\Galley', 'C:\\Users\\jane\\AppData\\Local\\Galley']
    for (const given of [env, {}]) {
      expect([
        dataFolder(given, 'win32', 'C:\\Users\\jane'),
        localFolder(given, 'win32', 'C:\\Users\\jane'),
      ]).toEqual(folders)
    }
  })

  it('are made for this person alone', async () => {
    const folder = path.join(tempFolder(), 'a', 'b')
    await makePrivate(folder)
    await makePrivate(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })
})
