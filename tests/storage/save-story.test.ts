import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyName } from '../../electron/storage/copy-name.ts'
import { keepCopy, saveStoryFile } from '../../electron/storage/save-story.ts'
import { readStoryFile, type StoryFile } from '../../electron/storage/story-file.ts'
import { crashStates } from '../helpers/crash-states.ts'
import { failNthCall } from '../helpers/failing-fs.ts'
import { type FsOp, recordFs } from '../helpers/record-fs.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const OLD = 'The ferry left.\r\nNobody saw it.\r\n'
const NEW = 'The ferry left at noon.\r\nNobody saw it.\r\n'

/** A story in a folder of its own, and a data folder beside that. */
async function aStory(content: string | Uint8Array = OLD, name = 'ferry.txt') {
  const root = tempFolder()
  const folder = path.join(root, 'stories')
  mkdirSync(folder)
  const full = path.join(folder, name)
  writeFileSync(full, content)
  const dataFolder = path.join(root, 'data')
  const file = await opened(full)
  return { folder, full, file, dataFolder, save: (raw: string) => saveStoryFile(file, raw, dataFolder) }
}

async function opened(full: string): Promise<StoryFile> {
  const read = await readStoryFile(full)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('an edited story', () => {
  it.each([
    ['UTF-8', '', 'utf8'],
    ['UTF-8 with a byte order mark', '\ufeff', 'utf8'],
  ] as const)('is written as %s, its line ends untouched', async (_name, mark, encoding) => {
    const { folder, full, save } = await aStory(`${mark}${OLD}`)
    const raw = 'Zoë\r\n\tsaid\u2028“yes” 👩‍🚒\rand\nleft\n'
    const saved = await save(raw)
    expect(readFileSync(full, encoding)).toBe(mark + raw)
    expect(saved).toEqual({ ok: true, value: await opened(full) })
    expect(readdirSync(folder)).toEqual(['ferry.txt'])
  })

  it('keeps its permissions, and a link that leads to it', async () => {
    const { folder, full, file, dataFolder } = await aStory()
    chmodSync(full, 0o664)
    const link = path.join(folder, 'link.txt')
    symlinkSync(full, link)
    expect((await saveStoryFile({ ...file, path: link }, NEW, dataFolder)).ok).toBe(true)
    expect(readFileSync(full, 'utf8')).toBe(NEW)
    expect(statSync(full).mode & 0o777).toBe(0o664)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
  })

  it('can be saved again and again from what the last save answered', async () => {
    const { full, file, dataFolder } = await aStory()
    const first = await saveStoryFile(file, NEW, dataFolder)
    const second = first.ok ? await saveStoryFile(first.value, OLD, dataFolder) : first
    expect(second.ok).toBe(true)
    expect(readFileSync(full, 'utf8')).toBe(OLD)
  })

  it('is not written over another text, whatever size and time that has', async () => {
    const { folder, full, save } = await aStory()
    const { atime, mtime } = statSync(full)
    const other = OLD.replace('saw', 'SAW')
    writeFileSync(full, other)
    await fsp.utimes(full, atime, mtime)
    expect(await save(NEW)).toEqual({ ok: false, error: { kind: 'text-conflict', file: 'ferry.txt' } })
    expect(readFileSync(full, 'utf8')).toBe(other)
    expect(readdirSync(folder)).toEqual(['ferry.txt'])
  })

  it('is written where only the time of the file changed, or another file has the same bytes', async () => {
    const { full, save } = await aStory()
    writeFileSync(`${full}.new`, OLD)
    renameSync(`${full}.new`, full)
    expect((await save(NEW)).ok).toBe(true)
  })

  it('does not come back where the file is gone', async () => {
    const { folder, full, save } = await aStory()
    rmSync(full)
    expect(await save(NEW)).toMatchObject({ ok: false, error: { kind: 'text-not-written' } })
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['nothing', '', { kind: 'text-empty' }],
    ['nothing but white space', ' \r\n\u00a0\n', { kind: 'text-empty' }],
    ['half a surrogate pair', 'One\r\nTwo \ud83d!\r\n', { kind: 'text-differs', words: 'Two \ufffd!' }],
    ['a NUL', 'One\nTwo\nA\0B', { kind: 'text-differs', words: 'A\ufffdB' }],
    ['a mark that would be taken for the encoding', '\ufeffOne\nTwo', { kind: 'text-differs' }],
    [
      'what would be taken for another kind of file',
      '%PDF-1.7\nOne',
      { kind: 'text-differs', words: '%PDF-1.7' },
    ],
    ['more than a story may have', 'x'.repeat(20_000_001), { kind: 'text-not-written' }],
  ])('is not written with %s in it', async (_name, raw, error) => {
    const { folder, full, save } = await aStory()
    expect(await save(raw)).toMatchObject({ ok: false, error: { ...error, file: 'ferry.txt' } })
    expect(readFileSync(full, 'utf8')).toBe(OLD)
    expect(readdirSync(folder)).toEqual(['ferry.txt'])
  })

  it.each([
    ['UTF-16LE', Buffer.from(`\ufeff${OLD}`, 'utf16le')],
    ['Windows-1252', Buffer.from('Zo\xeb left.\n', 'latin1')],
  ])('is not written in %s', async (encoding, bytes) => {
    const { full, save } = await aStory(bytes)
    expect(await save(NEW)).toEqual({
      ok: false,
      error: { kind: 'text-encoding', file: 'ferry.txt', encoding },
    })
    expect(readFileSync(full)).toEqual(bytes)
  })

  it('is old or new, whole, whichever call to the disk fails, and the failure is answered', async () => {
    const outcomes = new Set<string>()
    for (let nth = 1; ; nth++) {
      const { folder, full, save } = await aStory()
      const wasReached = failNthCall(nth, 'EIO')
      const saved = await save(NEW)
      vi.restoreAllMocks()
      if (!wasReached()) {
        expect(saved.ok).toBe(true)
        break
      }
      const text = readFileSync(full, 'utf8')
      // Only after the rename may a failure leave the new text: its name may not last.
      expect([OLD, NEW]).toContain(text)
      expect(await save(NEW)).toMatchObject({ ok: true, value: { raw: NEW } })
      if (saved.ok) expect(text).toBe(NEW)
      else outcomes.add(`${saved.error.kind} ${text === OLD ? 'old' : 'new'}`)
      expect(readdirSync(folder)).toEqual(['ferry.txt'])
    }
    expect(outcomes).toEqual(new Set(['text-not-written old', 'text-not-written new']))
  })

  it('is old or new, whole, after a power cut at any moment, and new once it was answered', async () => {
    const { folder, full, save } = await aStory()
    const { ops, restore } = recorded(folder)
    await save(NEW)
    ops.push({ kind: 'acknowledged', line: 'saved' })
    restore()
    const seen = new Set<string | undefined>()
    const existing = new Map([
      [folder, null],
      [full, Buffer.from(OLD)],
    ])
    for (const { files, acknowledged } of crashStates(ops, existing)) {
      const text = files.get(full)?.toString('utf8')
      seen.add(text)
      if (acknowledged.length > 0) expect(text).toBe(NEW)
    }
    expect(seen).toEqual(new Set([OLD, NEW]))
  })

  it('of two Galleys that save at once goes to one, and the other is told', async () => {
    const { full, file, dataFolder } = await aStory()
    const texts = [NEW, 'Another text.\r\n']
    const saved = await Promise.all(texts.map((raw) => saveStoryFile(file, raw, dataFolder)))
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
    expect(saved.find(({ ok }) => !ok)).toMatchObject({ error: { kind: 'text-conflict' } })
    expect(readFileSync(full, 'utf8')).toBe(texts[saved.findIndex(({ ok }) => ok)])
  })
})

describe('another version of a story', () => {
  it('is kept beside it under a free name, never over anything', async () => {
    const { folder, file } = await aStory()
    writeFileSync(path.join(folder, 'ferry (on disk 2).txt'), 'precious')
    for (const expected of ['ferry (on disk).txt', 'ferry (on disk 3).txt']) {
      expect(await keepCopy(file, NEW, 'on disk')).toEqual({ ok: true, value: expected })
      expect(readFileSync(path.join(folder, expected), 'utf8')).toBe(NEW)
    }
    expect(readFileSync(path.join(folder, 'ferry (on disk 2).txt'), 'utf8')).toBe('precious')
    expect(readdirSync(folder)).toHaveLength(4)
  })

  it('has the mark and the permissions of the story', async () => {
    const { folder, full } = await aStory(`\ufeff${OLD}`)
    chmodSync(full, 0o640)
    await keepCopy(await opened(full), NEW, 'mine')
    const copy = path.join(folder, 'ferry (mine).txt')
    expect(readFileSync(copy, 'utf8')).toBe(`\ufeff${NEW}`)
    expect(statSync(copy).mode & 0o777).toBe(0o640)
  })

  it('may be bytes as they are, and text in an encoding that is not written goes to UTF-8', async () => {
    const bytes = Buffer.from('Zo\xeb left.\n', 'latin1')
    const { folder, file } = await aStory(bytes)
    await keepCopy(file, bytes, 'as it was')
    await keepCopy(file, file.raw, 'mine')
    expect(readFileSync(path.join(folder, 'ferry (as it was).txt'))).toEqual(bytes)
    expect(readFileSync(path.join(folder, 'ferry (mine).txt'), 'utf8')).toBe('Zoë left.\n')
  })

  it('is made also where the disk knows no links', async () => {
    const { folder, file } = await aStory()
    writeFileSync(path.join(folder, 'ferry (mine).txt'), 'precious')
    vi.spyOn(fsp, 'link').mockRejectedValue(Object.assign(new Error('EPERM'), { code: 'EPERM' }))
    expect(await keepCopy(file, NEW, 'mine')).toEqual({ ok: true, value: 'ferry (mine 2).txt' })
    expect(readFileSync(path.join(folder, 'ferry (mine).txt'), 'utf8')).toBe('precious')
    expect(readdirSync(folder)).toHaveLength(3)
  })

  it('is whole or absent after a power cut at any moment, and there once it was answered', async () => {
    const { folder, file } = await aStory()
    const { ops, restore } = recorded(folder)
    await keepCopy(file, NEW, 'mine')
    ops.push({ kind: 'acknowledged', line: 'kept' })
    restore()
    const copy = path.join(folder, 'ferry (mine).txt')
    const seen = new Set<string | undefined>()
    for (const { files, acknowledged } of crashStates(ops, new Map([[folder, null]]))) {
      const text = files.get(copy)?.toString('utf8')
      seen.add(text)
      if (acknowledged.length > 0) expect(text).toBe(NEW)
    }
    expect(seen).toEqual(new Set([undefined, NEW]))
  })

  it.each(['EROFS', 'ENOSPC'])('that can’t be written (%s) is a failure with its reason', async (code) => {
    const { folder, file } = await aStory()
    vi.spyOn(fsp, 'open').mockRejectedValue(Object.assign(new Error(code), { code }))
    const reason = { kind: code === 'EROFS' ? 'folder-read-only' : 'disk-full', file: 'ferry.txt' }
    expect(await keepCopy(file, NEW, 'mine')).toEqual({
      ok: false,
      error: { kind: 'text-not-written', file: 'ferry.txt', reason },
    })
    expect(readdirSync(folder)).toEqual(['ferry.txt'])
  })

  it.each([
    ['ferry.txt', 'Jane Doe’s text', 1, 'ferry (Jane Doe’s text).txt'],
    ['ferry.tar.md', 'on disk 2026-11-20 10.04', 2, 'ferry.tar (on disk 2026-11-20 10.04 2).md'],
    ['ferry.txt', ' a/b\\c:"d"*\n\u202ee? ', 1, 'ferry (a b c d e).txt'],
    ['ferry.txt', '<|>', 1, 'ferry (copy).txt'],
    ['ferry', 'Åsa \ud800 Ö', 1, 'ferry (Åsa Ö)'],
  ])('of %s with the label %j keeps its stem and ending', (name, label, number, expected) => {
    expect(copyName(name, label, number)).toBe(expected)
  })

  it('has a name of at most 240 bytes, cut between characters', () => {
    const name = copyName(`${'é'.repeat(40)}${'👩‍🚒'.repeat(15)}.txt`, 'x'.repeat(500), 12)
    expect(name).toMatch(/^é+(👩‍🚒)+ \(x+ 12\)\.txt$/u)
    expect(Buffer.byteLength(name)).toBeGreaterThan(225)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240)
  })
})

/** Notes what happens to the disk under a folder until `restore`. */
function recorded(folder: string) {
  const real = { ...fsp }
  const ops: FsOp[] = []
  recordFs(folder, ops)
  return { ops, restore: () => Object.assign(fsp, real) }
}
