import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { setAside } from '../../electron/storage/set-aside.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

it('renames a damaged file without ever replacing one that was set aside before', async () => {
  const folder = tempFolder()
  const names: string[] = []
  for (const content of ['first', 'second', 'third']) {
    writeFileSync(path.join(folder, 'a.json'), content)
    names.push(await setAside(folder, 'a.json', '2026-11-20T10:42:00.123Z'))
  }
  expect(names).toEqual([
    'a.json.damaged-2026-11-20T10-42-00Z',
    'a.json.damaged-2026-11-20T10-42-00Z-2',
    'a.json.damaged-2026-11-20T10-42-00Z-3',
  ])
  expect(readdirSync(folder).sort()).toEqual(names)
  expect(names.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([
    'first',
    'second',
    'third',
  ])
})
