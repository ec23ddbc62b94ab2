import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import fsp, { type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  ChangedOnDisk,
  type Codec,
  DurableJsonFile,
  Unreadable,
} from '../../electron/storage/durable-json-file.ts'
import { err, ok } from '../../shared/result.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

type Value = { readonly n: number; readonly pad?: string }

const codec: Codec<Value> = {
  parse(text, file) {
    try {
      return ok(JSON.parse(text))
    } catch {
      return err({ kind: 'sidecar-json', file, detail: 'not JSON' })
    }
  },
  serialise: (value) => JSON.stringify(value),
}

function fileIn(folder: string, name = 'value.json') {
  return new DurableJsonFile(path.join(folder, name), codec, { newFileMode: 0o640, limit: 10_000 })
}

afterEach(() => {
  vi.restoreAllMocks()
})

/** The next file that is opened for writing behaves as told. */
function onNextTemp(change: (handle: FileHandle) => void): void {
  const open = fsp.open
  vi.spyOn(fsp, 'open').mockImplementation(async (...given) => {
    const handle = await open(...given)
    if (given[1] === 'wx') change(handle)
    return handle
  })
}

const failure = (code: string) => Object.assign(new Error(code), { code })

describe('a durable JSON file', () => {
  it('reads nothing where there is none, and writes a file of the wanted mode', async () => {
    const folder = tempFolder()
    const file = fileIn(folder)
    expect(await file.read()).toBeNull()
    await file.write({ n: 1 })
    expect(readdirSync(folder)).toEqual(['value.json'])
    expect(statSync(file.path).mode & 0o777).toBe(0o640)
    expect(await fileIn(folder).read()).toEqual({ n: 1 })
  })

  it('is on the disk also while tests run', async () => {
    expect(process.env.NODE_ENV).toBe('test')
    const folder = tempFolder()
    const file = fileIn(folder)
    await file.read()
    await file.write({ n: 7 })
    expect(readFileSync(path.join(folder, 'value.json'), 'utf8')).toBe('{"n":7}')
  })

  it('keeps the permissions of the old file, whatever the mask takes away', async () => {
    const file = fileIn(tempFolder())
    await file.read()
    await file.write({ n: 1 })
    chmodSync(file.path, 0o666)
    await file.write({ n: 2 })
    expect(statSync(file.path).mode & 0o777).toBe(0o666)
  })

  it('replaces what a link points to and leaves the link', async () => {
    const folder = tempFolder()
    const target = path.join(folder, 'elsewhere.json')
    writeFileSync(target, '{"n":1}')
    symlinkSync(target, path.join(folder, 'value.json'))
    const file = fileIn(folder)
    await file.read()
    await file.write({ n: 2 })
    expect(lstatSync(file.path).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('{"n":2}')
  })

  it('never follows a link that was planted under a temporary name', async () => {
    const folder = tempFolder()
    const open = fsp.open
    const victim = path.join(folder, 'victim.txt')
    writeFileSync(victim, 'precious')
    vi.spyOn(fsp, 'open').mockImplementation(async (...given) => {
      if (given[1] === 'wx' && typeof given[0] === 'string') symlinkSync(victim, given[0])
      return open(...given)
    })
    const file = fileIn(folder)
    await file.read()
    await expect(file.write({ n: 1 })).rejects.toMatchObject({ code: 'EEXIST' })
    expect(readFileSync(victim, 'utf8')).toBe('precious')
  })

  it.each([
    ['a broken file', '{"n":'],
    ['an empty file', ''],
    ['a file that is not UTF-8', Buffer.from('{"n":"\xe9"}', 'latin1')],
    ['a file beyond the limit', `{"n":1,"pad":"${'x'.repeat(10_000)}"}`],
  ])('never writes over %s', async (_name, content) => {
    const folder = tempFolder()
    const full = path.join(folder, 'value.json')
    writeFileSync(full, content)
    const file = fileIn(folder)
    await expect(file.read()).rejects.toThrow(Unreadable)
    await expect(file.write({ n: 1 })).rejects.toThrow(Unreadable)
    await expect(file.readIfChanged()).rejects.toThrow(Unreadable)
    await expect(file.write({ n: 1 })).rejects.toThrow(Unreadable)
    expect(readFileSync(full)).toEqual(Buffer.from(content))
    writeFileSync(full, '{"n":3}')
    expect(await file.read()).toEqual({ n: 3 })
    await file.write({ n: 4 })
  })

  it('writes nothing before it has read', async () => {
    const file = fileIn(tempFolder())
    await expect(file.write({ n: 1 })).rejects.toThrow(Unreadable)
  })

  it('reads no folder, and no link to nowhere', async () => {
    const folder = tempFolder()
    mkdirSync(path.join(folder, 'value.json'))
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'link.json'))
    for (const name of ['value.json', 'link.json'])
      await expect(fileIn(folder, name).read()).rejects.toThrow(Unreadable)
  })

  it.each([
    ['another text', (file: string) => writeFileSync(file, '{"n":9}')],
    ['no file any more', (file: string) => rmSync(file)],
  ])('does not write over what it has not seen: %s', async (_name, meanwhile) => {
    const file = fileIn(tempFolder())
    await file.read()
    await file.write({ n: 1 })
    meanwhile(file.path)
    await expect(file.write({ n: 2 })).rejects.toThrow(ChangedOnDisk)
    expect(readdirSync(path.dirname(file.path)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    await file.readIfChanged()
    await file.write({ n: 3 })
    expect(await fileIn(path.dirname(file.path)).read()).toEqual({ n: 3 })
  })

  it('writes when only the time of the file changed', async () => {
    const file = fileIn(tempFolder())
    await file.read()
    await file.write({ n: 1 })
    await fsp.utimes(file.path, 1, 1)
    await file.write({ n: 2 })
    expect(await file.readIfChanged()).toEqual({ unchanged: true })
  })

  it('goes on when a write takes only some of the bytes', async () => {
    const file = fileIn(tempFolder())
    await file.read()
    onNextTemp((handle) => {
      const write = handle.write.bind(handle)
      const atMostThree = (bytes: Uint8Array, from: number, length: number, at: number) =>
        write(bytes, from, Math.min(length, 3), at)
      Object.assign(handle, { write: atMostThree })
    })
    await file.write({ n: 1, pad: 'abcdefgh' })
    expect(readFileSync(file.path, 'utf8')).toBe('{"n":1,"pad":"abcdefgh"}')
  })

  it.each(['write', 'sync', 'stat', 'chmod'] as const)(
    'leaves the old file and no rest when %s fails',
    async (name) => {
      const file = fileIn(tempFolder())
      await file.read()
      await file.write({ n: 1 })
      onNextTemp((handle) => {
        vi.spyOn(handle, name).mockRejectedValue(failure('ENOSPC'))
      })
      await expect(file.write({ n: 2 })).rejects.toMatchObject({ code: 'ENOSPC' })
      expect(readFileSync(file.path, 'utf8')).toBe('{"n":1}')
      expect(readdirSync(path.dirname(file.path))).toEqual(['value.json'])
    },
  )

  it('does not believe a file that is shorter than what was written', async () => {
    const file = fileIn(tempFolder())
    await file.read()
    onNextTemp((handle) => {
      vi.spyOn(handle, 'sync').mockImplementation(() => handle.truncate(3))
    })
    await expect(file.write({ n: 1 })).rejects.toMatchObject({ code: 'EIO' })
    expect(readdirSync(path.dirname(file.path))).toEqual([])
  })

  it('tries a rename again while something else holds the file', async () => {
    const file = fileIn(tempFolder())
    await file.read()
    vi.spyOn(fsp, 'rename').mockRejectedValueOnce(failure('EBUSY')).mockRejectedValueOnce(failure('EBUSY'))
    await file.write({ n: 1 })
    expect(await fileIn(path.dirname(file.path)).read()).toEqual({ n: 1 })
  })
})
