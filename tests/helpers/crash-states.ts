import { createHash } from 'node:crypto'
import path from 'node:path'
import type { FsOp } from './record-fs.ts'

/** What a disk may hold after a power cut, and what had been acknowledged by then. */
export interface CrashState {
  /** Contents by path. */
  readonly files: ReadonlyMap<string, Buffer>
  readonly acknowledged: readonly string[]
  /** After how many operations, for a report. */
  readonly after: number
}

interface Inode {
  readonly writes: Extract<FsOp, { kind: 'data' | 'truncate' }>[]
  /** So many of them are durable. */
  synced: number
}

type NameOp =
  | { readonly kind: 'make'; readonly path: string; readonly inode: number }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string }
  | { readonly kind: 'also'; readonly path: string; readonly to: string }
  | { readonly kind: 'drop'; readonly path: string }

/** What happens to bytes that were written and not synced. */
type Fate = 'all' | 'none' | 'zeros' | 'half'
const fates: readonly Fate[] = ['all', 'none', 'zeros', 'half']

/**
 * All states that a file system with weak promises may be in after a power cut: for each prefix of the
 * operations, names that were not made durable by a sync of their folder may be missing from any point on, or any
 * single one of them; bytes that were not synced may be there, not there, zeros, or there by half. The model of
 * ALICE (Pillai et al., OSDI 2014), stricter than any common file system.
 * @param existing paths of folders and files that were there, durable, before the first operation.
 */
export function* crashStates(
  ops: readonly FsOp[],
  existing: ReadonlyMap<string, Buffer | null>,
): Generator<CrashState> {
  const disk = new Disk(existing)
  const acknowledged: string[] = []
  const seen = new Set<string>()
  for (let after = 0; after <= ops.length; after++) {
    const op = ops[after - 1]
    if (op?.kind === 'acknowledged') acknowledged.push(op.line)
    else if (op !== undefined) disk.apply(op)
    for (const files of disk.statesAfterPowerCut()) {
      const key = `${acknowledged.length}\n${fingerprint(files)}`
      if (seen.has(key)) continue
      seen.add(key)
      yield { files, acknowledged: [...acknowledged], after }
    }
  }
}

class Disk {
  readonly #inodes: Inode[] = []
  /** Names that survive: inode, or null for a folder. */
  readonly #durable = new Map<string, number | null>()
  /** Names as the running program sees them. */
  readonly #now = new Map<string, number | null>()
  #pending: NameOp[] = []

  constructor(existing: ReadonlyMap<string, Buffer | null>) {
    for (const [file, bytes] of existing) {
      const inode = bytes === null ? null : this.#inodes.length
      if (bytes !== null) {
        const data = { kind: 'data' as const, path: file, at: 0, bytes: bytes.toString('base64') }
        this.#inodes.push({ writes: [data], synced: 1 })
      }
      this.#durable.set(file, inode)
      this.#now.set(file, inode)
    }
  }

  apply(op: Exclude<FsOp, { kind: 'acknowledged' }>): void {
    switch (op.kind) {
      case 'create':
        this.#inodes.push({ writes: [], synced: 0 })
        this.#name({ kind: 'make', path: op.path, inode: this.#inodes.length - 1 })
        break
      case 'mkdir':
        this.#name({ kind: 'folder', path: op.path })
        break
      case 'rename':
        this.#name({ kind: 'move', path: op.path, to: op.to })
        break
      case 'link':
        this.#name({ kind: 'also', path: op.path, to: op.to })
        break
      case 'unlink':
        this.#name({ kind: 'drop', path: op.path })
        break
      case 'truncate':
      case 'data':
        this.#inodeAt(op.path)?.writes.push(op)
        break
      case 'sync':
        this.#sync(op.path)
    }
  }

  *statesAfterPowerCut(): Generator<ReadonlyMap<string, Buffer>> {
    const pending = this.#pending
    const survivors = [
      ...pending.map((_, length) => pending.slice(0, length)),
      pending,
      ...pending.map((_, lost) => pending.filter((_, at) => at !== lost)),
    ]
    for (const survived of survivors) {
      const names = new Map(this.#durable)
      for (const op of survived) applyName(names, op)
      for (const fate of fates) yield this.#contents(names, fate)
    }
  }

  #contents(names: ReadonlyMap<string, number | null>, fate: Fate): ReadonlyMap<string, Buffer> {
    const files = new Map<string, Buffer>()
    for (const [file, inode] of names) {
      // A file in a folder that did not survive can't be reached.
      const found = inode === null || !names.has(path.dirname(file)) ? undefined : this.#inodes[inode]
      if (found !== undefined) files.set(file, bytesOf(found, fate))
    }
    return files
  }

  #name(op: NameOp): void {
    applyName(this.#now, op)
    this.#pending.push(op)
  }

  /** Syncing a file makes its bytes durable, not its name: POSIX promises no more. */
  #sync(file: string): void {
    const inode = this.#inodeAt(file)
    if (inode !== undefined) inode.synced = inode.writes.length
    else {
      const isHere = (op: NameOp) => path.dirname(op.path) === file
      for (const op of this.#pending.filter(isHere)) applyName(this.#durable, op)
      this.#pending = this.#pending.filter((op) => !isHere(op))
    }
  }

  #inodeAt(file: string): Inode | undefined {
    const inode = this.#now.get(file)
    return inode === undefined || inode === null ? undefined : this.#inodes[inode]
  }
}

function applyName(names: Map<string, number | null>, op: NameOp): void {
  switch (op.kind) {
    case 'make':
      names.set(op.path, op.inode)
      return
    case 'folder':
      names.set(op.path, null)
      return
    case 'drop':
      names.delete(op.path)
      return
    case 'also':
    case 'move': {
      const inode = names.get(op.path)
      // The operation that made the old name was lost: then this one was as well.
      if (inode === undefined) return
      names.set(op.to, inode)
      if (op.kind === 'move') names.delete(op.path)
    }
  }
}

function bytesOf({ writes, synced }: Inode, fate: Fate): Buffer {
  let content = Buffer.alloc(0)
  const put = (at: number, bytes: Buffer) => {
    const grown = Buffer.alloc(Math.max(content.length, at + bytes.length))
    content.copy(grown)
    bytes.copy(grown, at)
    content = grown
  }
  const apply = (write: Inode['writes'][number], change: (bytes: Buffer) => Buffer) => {
    if (write.kind === 'truncate') content = Buffer.alloc(0)
    else put(write.at, change(Buffer.from(write.bytes, 'base64')))
  }
  writes.slice(0, synced).forEach((write) => {
    apply(write, (bytes) => bytes)
  })
  const unsynced = writes.slice(synced)
  if (fate === 'none') return content
  unsynced.forEach((write, at) => {
    if (fate === 'zeros') apply(write, (bytes) => Buffer.alloc(bytes.length))
    else if (fate === 'half' && at === unsynced.length - 1)
      apply(write, (bytes) => bytes.subarray(0, bytes.length >> 1))
    else apply(write, (bytes) => bytes)
  })
  return content
}

function fingerprint(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256')
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${file}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}
