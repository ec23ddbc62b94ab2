import { constants } from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import { exportStem, sharesExports } from '../../shared/exchange/export-stem.ts'
import { exportedStem, folded, stemOf } from '../../shared/exchange/made.ts'
import { formatFacts } from '../../shared/story/formats.ts'
import type { StoryFormat } from '../../shared/story/story.ts'
import { looksLikeNinjs, looksLikeNitf } from '../../shared/story/wire-heads.ts'
import { SCHEME_FILE } from '../../shared/tags.ts'

// A folder of more stories than this is an archive: nobody picks from such a list without a search.
const MOST = 300
// Beginnings are looked at so many at once: a share answers few faster than many.
const AT_ONCE = 16
// Bytes. A wire's item says what it is long before; one that begins with its body says so behind it.
const HEAD = 65_536

/**
 * The stories of a folder, by name. Files that end like a story and hold something else, such as earlier exports of the
 * stories there, are left out by their names and their beginnings; none is read whole.
 * @returns absolute paths; none: the folder can't be listed.
 */
export async function storiesIn(folder: string): Promise<readonly string[]> {
  const names = await storyNamesIn(folder, MOST).catch(() => [])
  return names.map((name) => path.join(folder, name))
}

/**
 * The same by their names alone, `2` before `10`.
 * @param most no more than this are looked for
 * @throws the system's error where the folder can't be listed.
 */
export async function storyNamesIn(
  folder: string,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  const names = await fsp.readdir(folder)
  const likely = [...likelyStories(names)].sort(new Intl.Collator('en', { numeric: true }).compare)
  const found: string[] = []
  for (let at = 0; at < likely.length && found.length < most; at += AT_ONCE) {
    const some = likely.slice(at, at + AT_ONCE)
    const stories = await Promise.all(some.map((name) => isStory(path.join(folder, name))))
    found.push(...some.filter((_, index) => stories[index]))
  }
  return found.slice(0, most)
}

/**
 * What the exports of a story are named after, as {@link exportStem} says of the stories beside it. Only files whose
 * exports would have the same names are looked into.
 * @param file absolute.
 */
export async function exportStemOf(file: string): Promise<string> {
  const [folder, name] = [path.dirname(file), path.basename(file)]
  const names = await fsp.readdir(folder).catch(() => [])
  const likely = likelyStories(names).filter((other) => sharesExports(name, other))
  const stories = await Promise.all(likely.map((other) => isStory(path.join(folder, other))))
  return exportStem(
    name,
    likely.filter((_, index) => stories[index]),
  )
}

/** Those that the names alone don't rule out. */
function likelyStories(names: readonly string[]): readonly string[] {
  const candidates = names.filter((name) => !name.startsWith('.') && mayBeStory(name))
  const exported = new Set(candidates.flatMap((name) => [stemOf(folded(name)), folded(name)]))
  return candidates.filter((name) => !isExport(name, exported))
}

function mayBeStory(name: string): boolean {
  if (name.toLowerCase() === SCHEME_FILE || /\.annotations\.json$/i.test(name)) return false
  return formatFacts(name) !== null
}

/** Does the name say that it is an export of a story that lies beside it, as Galley names them? */
function isExport(name: string, exported: ReadonlySet<string>): boolean {
  const stem = exportedStem(folded(name))
  return stem !== null && exported.has(stem)
}

/** By its beginning, where its name alone does not say. */
async function isStory(file: string): Promise<boolean> {
  const format = formatFacts(file)?.format
  const looks = format === undefined ? undefined : beginnings[format]
  if (looks === undefined) return true
  const head = await headOf(file).catch(() => '')
  return looks(head)
}

const beginnings: Partial<Readonly<Record<StoryFormat, (head: string) => boolean>>> = {
  // Reports of ours, whatever their name is now.
  html: (head) => !/<meta name="generator" content="Galley /.test(head),
  ninjs: looksLikeNinjs,
  nitf: looksLikeNitf,
}

/** The beginning of a file, a character for each byte. */
async function headOf(file: string): Promise<string> {
  // Opening a pipe or a device can hang or act.
  const handle = await fsp.open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    if (!(await handle.stat()).isFile()) return ''
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer
      .subarray(0, bytesRead)
      .toString('latin1')
      .replace(/^\xef\xbb\xbf/, '')
  } finally {
    await handle.close()
  }
}
