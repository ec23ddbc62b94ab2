import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { forbidden, importsOf, walkImports } from '../../scripts/import-walk.mjs'

const root = path.resolve(import.meta.dirname, '../..')

describe('the import walk', () => {
  it('finds no forbidden arrow in the sources', () => {
    expect(walkImports(root)).toEqual([])
  })

  it.each([
    ["import x from 'electron'", ['electron']],
    ["import type { A } from '../a.ts'", ['../a.ts']],
    ["import {\n  a,\n  b,\n} from './b.ts'", ['./b.ts']],
    ["export * from './c.ts'", ['./c.ts']],
    ["import './styles/app.css'", ['./styles/app.css']],
    ["const m = await import('node:fs')", ['node:fs']],
  ])('reads %j', (source, expected) => {
    expect(importsOf(source)).toEqual(expected)
  })

  it.each([
    ['renderer/App.tsx', '../electron/desk/answer.ts'],
    ['renderer/App.tsx', 'electron'],
    ['renderer/App.tsx', 'node:fs'],
    ['shared/story/story.ts', 'node:crypto'],
    ['shared/story/story.ts', '../../renderer/App.tsx'],
    ['shared/story/story.ts', 'react'],
    ['electron/storage/lock.ts', '../desk/desk.ts'],
    ['electron/desk/desk.ts', 'electron'],
    ['electron/browser/serve.ts', '../main/window.ts'],
    ['electron/preload/index.ts', '../../shared/annotation/merge.ts'],
    ['electron/preload/index.ts', 'zod'],
  ])('refuses %s → %s', (file, specifier) => {
    expect(forbidden(file, specifier)).toBeDefined()
  })

  it.each([
    ['electron/main/window.ts', 'electron'],
    ['electron/main/ipc.ts', '../desk/host.ts'],
    ['renderer/editor/positions.ts', 'prosemirror-model'],
    ['electron/preload/index.ts', '../../shared/desk/methods.ts'],
  ])('allows %s → %s', (file, specifier) => {
    expect(forbidden(file, specifier)).toBeUndefined()
  })
})
