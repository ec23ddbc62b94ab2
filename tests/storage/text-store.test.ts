import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TextStore } from '../../electron/storage/text-store.ts'
import type { Sha256 } from '../../shared/units.ts'
import { failNthCall } from '../helpers/failing-fs.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const TEXT = 'Fähre\n\u2028“left” 👩‍🚒\ufeff\n'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex') as Sha256
const SHA = hashOf(TEXT)

/** A folder of stories and a data folder; `store()` is a Galley that has not read anything yet. */
function aFolder() {
  const root = tempFolder()
  const folder = path.join(root, 'stories')
  const dataFolder = path.join(root, 'data')
  mkdirSync(folder)
  const logged: unknown[] = []
  return {
    folder,
    dataFolder,
    logged,
    file: path.join(folder, '.galley', 'texts', `${SHA}.gz`),
    kept: path.join(dataFolder, 'texts', `${SHA}.gz`),
    store: () => new TextStore({ folder, dataFolder, log: (error) => logged.push(error) }),
  }
}

/** From now on nothing can be written below this folder. */
function lock(folder: string): void {
  const refuse = Object.assign(new Error('EROFS'), { code: 'EROFS' })
  for (const name of ['open', 'mkdir'] as const) {
    const call = fsp[name] as (...given: unknown[]) => Promise<unknown>
    vi.spyOn(fsp, name).mockImplementation((async (...given: unknown[]) => {
      if (String(given[0]).startsWith(folder)) throw refuse
      return call(...given)
    }) as never)
  }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the texts that marks were made on', () => {
  it('are kept beside the story under their hash, for everybody who may read the folder', async () => {
    const { folder, dataFolder, logged, file, store } = aFolder()
    await store().keep(TEXT, SHA)
    expect(gunzipSync(readFileSync(file)).toString('utf8')).toBe(TEXT)
    expect(readdirSync(folder)).toEqual(['.galley'])
    expect(readdirSync(path.dirname(file))).toEqual([`${SHA}.gz`])
    expect(statSync(file).mode & 0o777).toBe(0o666 & ~process.umask())
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o777 & ~process.umask())
    expect(existsSync(dataFolder)).toBe(false)
    expect(await store().read(SHA)).toBe(TEXT)
    expect(logged).toEqual([])
  })

  it('are written once', async () => {
    const { file, store } = aFolder()
    await store().keep(TEXT, SHA)
    const { ino, mtimeNs } = statSync(file, { bigint: true })
    await store().keep(TEXT, SHA)
    await Promise.all([store().keep(TEXT, SHA), store().keep(TEXT, SHA)])
    expect(statSync(file, { bigint: true })).toMatchObject({ ino, mtimeNs })
  })

  it('go to the data folder where the story’s can’t be written, for this person only', async () => {
    const { folder, kept, logged, store } = aFolder()
    lock(folder)
    await store().keep(TEXT, SHA)
    expect(statSync(kept).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual([])
    expect(await store().read(SHA)).toBe(TEXT)
    expect(logged).toEqual([])
  })

  it('that can be kept nowhere are logged, and tried again', async () => {
    const { folder, dataFolder, file, logged, store } = aFolder()
    lock(path.dirname(folder))
    const one = store()
    await one.keep(TEXT, SHA)
    expect(logged).toHaveLength(1)
    expect(existsSync(dataFolder)).toBe(false)
    vi.restoreAllMocks()
    await one.keep(TEXT, SHA)
    expect(existsSync(file)).toBe(true)
  })

  it.each([
    ['absent', null],
    ['empty', Buffer.alloc(0)],
    ['cut', gzipSync(TEXT).subarray(0, 30)],
    ['another text', gzipSync('Another text')],
    ['not compressed', Buffer.from(TEXT)],
    ['not the text’s own encoding', gzipSync(Buffer.from(TEXT, 'utf16le'))],
  ])('that are damaged are as if absent, and put right: %s', async (_name, bytes) => {
    const { file, store } = aFolder()
    mkdirSync(path.dirname(file), { recursive: true })
    if (bytes !== null) writeFileSync(file, bytes)
    expect(await store().read(SHA)).toBeNull()
    await store().keep(TEXT, SHA)
    expect(await store().read(SHA)).toBe(TEXT)
  })

  it('are read from the data folder where those beside the story are damaged', async () => {
    const { file, kept, store } = aFolder()
    await store().keep(TEXT, SHA)
    mkdirSync(path.dirname(kept), { recursive: true })
    writeFileSync(kept, readFileSync(file))
    writeFileSync(file, 'damaged')
    expect(await store().read(SHA)).toBe(TEXT)
  })

  it('do not fill the memory, whatever a small file swells to', async () => {
    const { file, store } = aFolder()
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, gzipSync(Buffer.alloc(61_000_000)))
    expect(await store().read(SHA)).toBeNull()
  })

  it('never go through a link that somebody planted', async () => {
    const { folder, file, kept, store } = aFolder()
    const victim = path.join(folder, 'victim.txt')
    writeFileSync(victim, 'precious')
    mkdirSync(path.dirname(file), { recursive: true })
    symlinkSync(victim, file)
    await store().keep(TEXT, SHA)
    expect(readFileSync(victim, 'utf8')).toBe('precious')
    expect(existsSync(kept)).toBe(true)
  })

  it.each([
    ['half a surrogate pair', '\ud83d', hashOf('\ud83d')],
    ['another hash', 'One', hashOf('Two')],
  ])('are not kept with %s', async (_name, text, sha256) => {
    const { folder, logged, store } = aFolder()
    await store().keep(text, sha256)
    expect(readdirSync(folder)).toEqual([])
    expect(logged).toHaveLength(1)
  })

  it.each(['', '../../secret', SHA.toUpperCase()])(
    'are asked for by a hash only, not by %j',
    async (name) => {
      const { folder, dataFolder, store } = aFolder()
      const secret = path.join(folder, 'secret.gz')
      writeFileSync(secret, gzipSync('secret'))
      mkdirSync(path.join(dataFolder, 'texts'), { recursive: true })
      expect(await store().read(name as Sha256)).toBeNull()
    },
  )

  it('come beside the story as soon as it can be written to', async () => {
    const { folder, file, store } = aFolder()
    lock(folder)
    await store().keep(TEXT, SHA)
    vi.restoreAllMocks()
    await store().keep(TEXT, SHA)
    expect(existsSync(file)).toBe(true)
  })

  it('are written again where somebody removed them', async () => {
    const { folder, file, store } = aFolder()
    const one = store()
    await one.keep(TEXT, SHA)
    rmSync(path.join(folder, '.galley'), { recursive: true })
    await one.keep(TEXT, SHA)
    expect(existsSync(file)).toBe(true)
  })

  it('stay in memory as long as they are among the last few', async () => {
    const { file, store } = aFolder()
    const one = store()
    await one.keep(TEXT, SHA)
    rmSync(file)
    expect(await one.read(SHA)).toBe(TEXT)
    for (const text of ['a', 'b', 'c', 'd']) await one.keep(text, hashOf(text))
    expect(await one.read(SHA)).toBeNull()
  })

  it('are whole or absent, whichever call to the disk fails, and no temporary file stays', async () => {
    for (let nth = 1; ; nth++) {
      const { folder, dataFolder, store } = aFolder()
      const wasReached = failNthCall(nth, 'EIO')
      await store().keep(TEXT, SHA)
      vi.restoreAllMocks()
      expect(await store().read(SHA)).toBe(TEXT)
      const files = [folder, dataFolder].flatMap((root) =>
        existsSync(root) ? readdirSync(root, { recursive: true }).map(String) : [],
      )
      expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([])
      if (!wasReached()) break
    }
  })
})
