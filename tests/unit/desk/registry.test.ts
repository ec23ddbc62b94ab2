import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Registry } from '../../../electron/desk/registry.ts'
import type { StoryId } from '../../../shared/units.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { writeStory } from '../../helpers/write-story.ts'

describe('the registry of stories', () => {
  it('gives one id to one file, whichever way leads to it, and none that tells the path', async () => {
    const folder = tempFolder()
    const story = writeStory(folder)
    symlinkSync(story, path.join(folder, 'link.txt'))
    const registry = new Registry()
    const ids = await Promise.all(
      [story, path.join(folder, 'link.txt'), `${folder}/./harbour-tunnel.txt`].map((file) =>
        registry.admit(file),
      ),
    )
    const [first] = ids
    expect(ids).toEqual([first, first, first])
    if (first?.ok !== true) throw new Error('not let in')
    expect(registry.pathOf(first.value)).toBe(story)
    expect(first.value).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each([
    ['a relative path', 'story.txt', 'not-a-file'],
    ['nothing', '', 'not-a-file'],
    ['a path with a NUL', '/tmp/story.txt\0.md', 'not-a-file'],
    ['a Windows device', '\\\\.\\pipe\\x.txt', 'not-a-file'],
    ['a device path with slashes', '//?/C:/story.txt', 'not-a-file'],
    ['a device', '/dev/zero', 'not-a-file'],
    ['a file of the system', '/etc/passwd', 'unsupported'],
    ['a file that is not there', '/nowhere/story.txt', 'not-found'],
  ])('refuses %s', async (_name, file, kind) => {
    expect(await new Registry().admit(file)).toMatchObject({ ok: false, error: { kind } })
  })

  it('goes by what a link leads to, not by its name', async () => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'secret.key'), 'secret')
    symlinkSync(path.join(folder, 'secret.key'), path.join(folder, 'story.txt'))
    mkdirSync(path.join(folder, 'folder'))
    symlinkSync(path.join(folder, 'folder'), path.join(folder, 'folder.txt'))
    symlinkSync(path.join(folder, 'loop.txt'), path.join(folder, 'loop.txt'))
    const registry = new Registry()
    for (const [name, kind] of [
      ['story.txt', 'unsupported'],
      ['folder.txt', 'is-folder'],
      ['loop.txt', 'unreadable'],
    ]) {
      const admitted = await registry.admit(path.join(folder, name ?? ''))
      expect(admitted).toMatchObject({ ok: false, error: { kind, file: name } })
    }
  })

  it('knows no id that it did not give', () => {
    expect(new Registry().pathOf('/etc/passwd' as StoryId)).toBeUndefined()
  })
})
