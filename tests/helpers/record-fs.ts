import fsp, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'

/** One thing that happened to the disk, in order. Paths are absolute; bytes are base64. */
export type FsOp =
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'truncate'; readonly path: string }
  | { readonly kind: 'data'; readonly path: string; readonly at: number; readonly bytes: string }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'mkdir'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'link'; readonly path: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'acknowledged'; readonly line: string }

/**
 * Notes every change that this process makes under `root` through node:fs/promises, at the level at which a file
 * system may keep or lose it. Must run before the code under test is imported.
 */
export function recordFs(root: string, ops: FsOp[]): void {
  const inside = (file: unknown): file is string =>
    typeof file === 'string' && (file === root || file.startsWith(root + path.sep))
  const real = { ...fsp }

  async function open(file: string, flags: string | number = 'r', mode?: number): Promise<FileHandle> {
    const isNew = inside(file) && typeof flags === 'string' && /^[wax]/.test(flags) && !(await exists(file))
    const handle = await real.open(file, flags, mode)
    if (!inside(file)) return handle
    if (isNew) ops.push({ kind: 'create', path: file })
    else if (typeof flags === 'string' && flags.startsWith('w')) ops.push({ kind: 'truncate', path: file })
    const write = handle.write.bind(handle)
    const sync = handle.sync.bind(handle)
    // The storage code writes with (bytes, offset, length, position) only; anything else must be noticed.
    const recordedWrite = async (bytes: Uint8Array, from: number, length: number, at: number) => {
      const done = await write(bytes, from, length, at)
      const written = Buffer.from(bytes.subarray(from, from + done.bytesWritten)).toString('base64')
      ops.push({ kind: 'data', path: file, at, bytes: written })
      return done
    }
    const recordedSync = async () => {
      await sync()
      ops.push({ kind: 'sync', path: file })
    }
    const unexpected = () => {
      throw new Error('a way of writing that the recorder does not know')
    }
    return Object.assign(handle, {
      write: recordedWrite,
      sync: recordedSync,
      datasync: recordedSync,
      writeFile: unexpected,
      appendFile: unexpected,
      truncate: unexpected,
      writev: unexpected,
    })
  }

  async function writeFile(file: string, data: string | Uint8Array, options?: unknown): Promise<void> {
    const before = inside(file) && (await exists(file))
    await real.writeFile(file, data, options as undefined)
    if (!inside(file)) return
    ops.push(before ? { kind: 'truncate', path: file } : { kind: 'create', path: file })
    ops.push({ kind: 'data', path: file, at: 0, bytes: Buffer.from(data as string).toString('base64') })
  }

  async function rename(from: string, to: string): Promise<void> {
    await real.rename(from, to)
    if (inside(from)) ops.push({ kind: 'rename', path: from, to })
  }

  async function link(from: string, to: string): Promise<void> {
    await real.link(from, to)
    if (inside(from)) ops.push({ kind: 'link', path: from, to })
  }

  async function unlink(file: string): Promise<void> {
    await real.unlink(file)
    if (inside(file)) ops.push({ kind: 'unlink', path: file })
  }

  async function mkdir(
    folder: string,
    options?: { recursive?: boolean; mode?: number },
  ): Promise<string | undefined> {
    const first = await real.mkdir(folder, { recursive: false, ...options })
    if (!inside(folder) || first === undefined) return first
    for (const made of between(first, folder)) ops.push({ kind: 'mkdir', path: made })
    return first
  }

  async function exists(file: string): Promise<boolean> {
    return real.lstat(file).then(
      () => true,
      () => false,
    )
  }

  const notRecorded = (name: string) => () => {
    throw new Error(`the recorder does not know ${name}`)
  }
  Object.assign(fsp, { open, writeFile, rename, link, unlink, mkdir })
  for (const name of ['appendFile', 'truncate', 'rm', 'rmdir', 'symlink', 'cp', 'mkdtemp'] as const) {
    Object.assign(fsp, { [name]: notRecorded(name) })
  }
  syncBuiltinESMExports()
}

/** The folders from the first one made down to the last. */
function between(first: string, last: string): readonly string[] {
  const made = [last]
  while (made[0] !== undefined && made[0] !== first) made.unshift(path.dirname(made[0]))
  return made
}
