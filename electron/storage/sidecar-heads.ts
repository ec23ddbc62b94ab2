import fsp from 'node:fs/promises'
import path from 'node:path'
import { isAbout } from '../../shared/annotation/ownership.ts'
import { parseSidecar } from '../../shared/annotation/sidecar-codec.ts'
import { wholePart } from '../../shared/annotation/sidecar-part.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import { candidates } from './sidecar-folder.ts'

/** The beginning of a sidecar: whole as far as it goes. */
export interface SidecarHead {
  readonly file: string
  /** With the items that were read; they stand in reading order of the text that they were made on. */
  readonly sidecar: Sidecar
  /** There is more in the file. */
  readonly cut: boolean
}

// Some 250 marks: more than two screens of a story that is marked throughout.
const HEAD_BYTES = 262_144
// Sidecars that are read in less time than a person can see; some thousand marks.
const FEW_BYTES = 1_000_000

/**
 * The beginnings of a story's sidecars, to show something while they are read. Nothing that is written may be
 * decided by them.
 * @param folder real path of the story's folder
 * @returns null: the sidecars are small, or one of them can't be read so
 */
export async function readHeads(folder: string, storyName: string): Promise<readonly SidecarHead[] | null> {
  const files = (await candidates(folder, storyName)) ?? []
  const sizes = await Promise.all(files.map((file) => sizeOf(path.join(folder, file))))
  if (sizes.reduce((sum, size) => sum + size, 0) <= FEW_BYTES) return null
  const heads: SidecarHead[] = []
  for (const head of await Promise.all(files.map((file) => readHead(folder, file).catch(() => null)))) {
    if (head === null) return null
    if (isAbout(head.sidecar, storyName)) heads.push(head)
  }
  return heads
}

/**
 * Readers, as `html/1`, of the texts that a story's sidecars with annotations were last written for; those that
 * can't be read are left out.
 * @param folder real path of the story's folder
 */
export async function readersOf(folder: string, storyName: string): Promise<readonly string[]> {
  const files = (await candidates(folder, storyName)) ?? []
  const heads = await Promise.all(files.map((file) => readHead(folder, file).catch(() => null)))
  return heads.flatMap((head) => {
    const sidecar = head?.sidecar
    const isMarked = sidecar !== undefined && isAbout(sidecar, storyName) && sidecar.first.items.length > 0
    return isMarked ? [sidecar['galley:story']['galley:reader']] : []
  })
}

/** Bytes; 0: not a file, or it can't be looked at. */
async function sizeOf(file: string): Promise<number> {
  return fsp.stat(file).then(
    (stat) => (stat.isFile() ? stat.size : 0),
    () => 0,
  )
}

async function readHead(folder: string, file: string): Promise<SidecarHead | null> {
  const full = path.join(folder, file)
  // Opening a pipe or a device can hang or act.
  if ((await sizeOf(full)) === 0) return null
  const handle = await fsp.open(full, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const cut = bytesRead === HEAD_BYTES
    const bytes = buffer.subarray(0, bytesRead)
    // A cut through a character leaves a sign in its place, in an item that is not whole.
    const text = new TextDecoder('utf-8', { fatal: !cut }).decode(bytes)
    const parsed = parseSidecar(cut ? wholePart(text) : text, file)
    return parsed.ok ? { file, sidecar: parsed.value, cut } : null
  } finally {
    await handle.close()
  }
}
