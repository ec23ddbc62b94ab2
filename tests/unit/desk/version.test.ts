import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { GALLEY_VERSION } from '../../../electron/desk/version.ts'

it('reports name the version of package.json', () => {
  const manifest = readFileSync(path.resolve(import.meta.dirname, '../../../package.json'), 'utf8')
  expect(GALLEY_VERSION).toBe(JSON.parse(manifest).version)
})
