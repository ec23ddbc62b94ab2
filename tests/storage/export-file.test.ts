import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Occupied, writeExport } from '../../electron/storage/export-file.ts'
import { mayReplace } from '../../electron/storage/may-replace.ts'
import type { Made } from '../../shared/exchange/made.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const file = (name: string, content: string | Uint8Array) => ({ name, mediaType: 'text/plain', content })
const one = (content: string | Uint8Array): Made => {
  return { name: 'a.report.html', files: [file('a.report.html', content)], leftOut: [] }
}
const several = (...names: readonly string[]): Made => {
  return { name: 'a.brat', files: names.map((name) => file(name, `new ${name}`)), leftOut: [] }
}

describe('an export of one file', () => {
  it('is written as it is, over an earlier one, and leaves nothing else', async () => {
    const folder = tempFolder()
    const target = path.join(folder, 'a.report.html')
    await writeExport(target, one('é 🏮\n'))
    expect(readFileSync(target, 'utf8')).toBe('é 🏮\n')
    await writeExport(target, one(new Uint8Array([0, 0xff, 0x0a])))
    expect([...readFileSync(target)]).toEqual([0, 0xff, 0x0a])
    expect(readdirSync(folder)).toEqual(['a.report.html'])
  })
})

describe('an export of several files', () => {
  it('becomes a folder, which takes the place of an earlier one as a whole', async () => {
    const folder = tempFolder()
    const target = path.join(folder, 'a.brat')
    await writeExport(target, several('a.txt', 'a.ann', 'annotation.conf'))
    writeFileSync(path.join(target, 'a.ann'), 'old')
    await writeExport(target, several('a.txt', 'a.ann', 'annotation.conf', 'visual.conf'))
    expect(readdirSync(target).sort()).toEqual(['a.ann', 'a.txt', 'annotation.conf', 'visual.conf'])
    expect(readFileSync(path.join(target, 'a.ann'), 'utf8')).toBe('new a.ann')
    expect(readdirSync(folder)).toEqual(['a.brat'])
  })

  it.each<[string, (target: string) => void]>([
    [
      'a folder with anything else in it',
      (target) => mkdirSync(path.join(target, 'more'), { recursive: true }),
    ],
    [
      'a folder whose text somebody annotates',
      (target) => {
        mkdirSync(target)
        writeFileSync(path.join(target, 'a.txt'), 'old')
        writeFileSync(path.join(target, 'a.txt.jane-3f9a1c07.annotations.json'), '{}')
      },
    ],
    ['a file', (target) => writeFileSync(target, 'mine')],
  ])('never takes the place of %s', async (_what, make) => {
    const folder = tempFolder()
    const target = path.join(folder, 'a.brat')
    make(target)
    const before = readdirSync(folder, { recursive: true })
    await expect(writeExport(target, several('a.txt', 'a.ann'))).rejects.toBeInstanceOf(Occupied)
    expect(readdirSync(folder, { recursive: true })).toEqual(before)
  })

  it('leaves nothing where it can’t be written', async () => {
    const folder = tempFolder()
    const target = path.join(folder, 'a.brat')
    await expect(writeExport(target, several('a.txt', 'x'.repeat(300)))).rejects.toMatchObject({
      code: 'ENAMETOOLONG',
    })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the place of an export', () => {
  const allowed = async (target: string, suffix: string, ...there: readonly string[]) => {
    const folder = tempFolder()
    for (const name of there) writeFileSync(path.join(folder, name), 'x')
    return mayReplace(path.join(folder, target), suffix)
  }

  it.each([
    ['nothing yet', 'a.report.html', '.report.html', []],
    ['an earlier one', 'a.report.html', '.report.html', ['a.report.html']],
    ['an earlier one in Markdown', 'a.report.md', '.report.md', ['a.report.md']],
    ['a table that a person named', 'mine.csv', '.annotations.csv', ['mine.csv']],
    ['a new file that a person named', 'mine.md', '.report.md', []],
  ] as const)('may be that of %s', async (_what, target, suffix, there) => {
    expect(await allowed(target, suffix, ...there)).toBe(true)
  })

  it.each([
    ['a story', 'a.md', '.report.md', ['a.md']],
    ['a story, by another format', 'a.txt', '.report.html', ['a.txt']],
    ['a story that is not there yet', 'a.txt', '.report.html', []],
    ['the tags', 'Galley.Tags.json', '.hypothesis.json', []],
    ['annotations', 'a.txt.jane-3f9a1c07.annotations.json', '.hypothesis.json', []],
    [
      'a conflict copy of annotations',
      'a.txt.jane (copy).json',
      '.hypothesis.json',
      ['a.txt.jane (copy).json'],
    ],
    [
      'an earlier one that somebody annotates',
      'a.report.md',
      '.report.md',
      ['a.report.md', 'a.report.md.jane-3f9a1c07.annotations.json'],
    ],
  ] as const)('is never that of %s', async (_what, target, suffix, there) => {
    expect(await allowed(target, suffix, ...there)).toBe(false)
  })

  it('is never that of a story that a link leads to', async () => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'a.txt'), 'x')
    symlinkSync('a.txt', path.join(folder, 'b.report.html'))
    expect(await mayReplace(path.join(folder, 'b.report.html'), '.report.html')).toBe(false)
    expect(existsSync(path.join(folder, 'a.txt'))).toBe(true)
  })
})
