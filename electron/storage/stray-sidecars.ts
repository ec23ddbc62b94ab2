import fsp from 'node:fs/promises'
import path from 'node:path'
import { marksIn } from '../../shared/annotation/item.ts'
import { highestRevisions, mergeSidecars } from '../../shared/annotation/merge.ts'
import { isAbout } from '../../shared/annotation/ownership.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import { SCHEME_FILE } from '../../shared/tags.ts'
import { SIDECAR_LIMIT } from './durable-json-file.ts'
import { nameHash8 } from './sidecar-file.ts'
import { type Belongs, readSidecars } from './sidecar-folder.ts'
import type { StorySidecars } from './story-sidecars.ts'

/** A sidecar that lies in the folder without its story. */
export interface StraySidecar {
  readonly file: string
  readonly sidecar: Sidecar
}

// A folder of more files that could be one is not a folder of stories.
const MOST_FILES = 500
// As many as a share answers at once; each may be a large file in memory for a moment.
const BATCH = 8
// Where a sidecar says `galley:` for the first time: in its context, at the latest in its first item.
const HEAD_BYTES = 65_536

/**
 * Sidecars in a story's folder that belong to no story there: what is inside names one that is not in the folder,
 * or names this story under a file name by which nobody would look for it. Not those that are read already, nor
 * those of which everything is in what is read. What this person made and could not write there, and waits in the
 * data folder, counts as lying there. Nothing is written; what can't be read is left out.
 * @param folder of the story. @param sidecars of the story, as they were read.
 */
export async function findStraySidecars(
  sidecars: StorySidecars,
  folder: string,
  storyName: string,
): Promise<readonly StraySidecar[]> {
  const names = await fsp.readdir(folder).catch(() => [])
  const there = new Set(names.map((name) => name.normalize('NFC')))
  const sources = sidecars.sources()
  const read = new Set(sources.map(({ file }) => file?.normalize('NFC')))
  const known = highestRevisions(sources.map(({ sidecar }) => sidecar))
  const isStray = (sidecar: Sidecar) => {
    const name = sidecar['galley:story']['galley:name'].normalize('NFC')
    return (isAbout(sidecar, storyName) || !there.has(name)) && !isCovered(sidecar, known)
  }
  const stories = storiesOf(there, storyName)
  const files = names
    .filter(
      (name) =>
        /^[^.].*\.json$/is.test(name) &&
        name !== SCHEME_FILE &&
        !read.has(name.normalize('NFC')) &&
        !stories.claim(name),
    )
    .sort(ownNamesFirst)
    .slice(0, MOST_FILES)
  const beside = await readInBatches(folder, files, isStray)
  const kept = await fsp.readdir(sidecars.keptFolder).catch(() => [])
  const isMine = (sidecar: Sidecar) =>
    sidecar.creator.id === sidecars.writer?.annotator && !isAbout(sidecar, storyName) && isStray(sidecar)
  return together(beside, await readInBatches(sidecars.keptFolder, kept.slice(0, MOST_FILES), isMine))
}

async function readInBatches(
  folder: string,
  files: readonly string[],
  isStray: Belongs,
): Promise<readonly StraySidecar[]> {
  const strays: StraySidecar[] = []
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH)
    const looks = await Promise.all(batch.map((file) => looksLikeOurs(path.join(folder, file))))
    const ours = batch.filter((_, index) => looks[index])
    const found = await readSidecars(folder, isStray, ours, [])
    for (const { file, content } of found) {
      if (content?.ok) strays.push({ file, sidecar: content.value })
    }
  }
  return strays
}

/** One entry for each name: what waits under the name of a file goes with it. */
function together(beside: readonly StraySidecar[], kept: readonly StraySidecar[]): readonly StraySidecar[] {
  const strays = new Map(beside.map((stray) => [stray.file, stray]))
  for (const { file, sidecar } of kept) {
    const there = strays.get(file)
    strays.set(file, { file, sidecar: there === undefined ? sidecar : mergeSidecars(there.sidecar, sidecar) })
  }
  return [...strays.values()]
}

/** Tells a sidecar, in whatever order its members stand, from the large JSON files of other programs. */
async function looksLikeOurs(file: string): Promise<boolean> {
  try {
    // Opening a pipe or a device can hang or act.
    const stat = await fsp.stat(file)
    if (!stat.isFile() || stat.size > SIDECAR_LIMIT) return false
    const handle = await fsp.open(file, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      return buffer.subarray(0, bytesRead).includes('galley:')
    } finally {
      await handle.close()
    }
  } catch {
    return false
  }
}

/** Has every mark of it been taken over, as it is there or in a later version? */
function isCovered(sidecar: Sidecar, known: ReadonlyMap<string, number>): boolean {
  return marksIn(sidecar).every((item) => (known.get(item.id) ?? 0) >= item['galley:revision'])
}

/** What Galley named comes before other JSON. */
function ownNamesFirst(a: string, b: string): number {
  const rank = (name: string) => (name.includes('.annotations') ? 0 : 1)
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

/** `<story>.<slug>-<w8>.annotations`, and whatever a sync tool appended to it. */
const SIDECAR_NAME = /^(.+)\.[a-z0-9-]{1,24}-[0-9a-f]{8}\.annotations/s
/** A story's name that was cut. */
const CUT = /^(.*)~([0-9a-f]{8})$/s

/**
 * The other stories of the folder. Their sidecars are known by name and need not be read: a folder may hold
 * hundreds. One with the name of the opened story is read, since a person may have renamed both.
 */
function storiesOf(there: ReadonlySet<string>, opened: string): { claim(file: string): boolean } {
  let hashes: Map<string, string> | null = null
  return {
    claim(file) {
      const head = SIDECAR_NAME.exec(file.normalize('NFC'))?.[1]
      if (head === undefined || head === opened.normalize('NFC')) return false
      if (there.has(head)) return true
      const [, start, hash] = CUT.exec(head) ?? []
      if (start === undefined || hash === undefined) return false
      hashes ??= new Map([...there].map((name) => [nameHash8(name), name]))
      const story = hashes.get(hash)
      return story !== undefined && story !== opened.normalize('NFC') && story.startsWith(start)
    },
  }
}
