import { err, ok, type Result } from '../result.ts'
import { type BlockContent, beginningOf, contentsOf } from './block-contents.ts'
import type { EditedStory, FixedBlock, FixedKind, WriteProblem } from './edited.ts'
import { formatOf } from './formats.ts'
import { normaliseLineEnds } from './line-ends.ts'
import { readMarkdown } from './markdown.ts'
import { keepsBlanks } from './markdown-blanks.ts'
import { draft } from './markdown-draft.ts'
import type { Effort } from './markdown-edition.ts'
import { leavesOf } from './markdown-leaves.ts'
import { ParsedPieces } from './markdown-parse.ts'
import { type Pairs, pairBlocks } from './pair-blocks.ts'
import { readStory } from './read-story.ts'
import { restoreLineEnds } from './restore-line-ends.ts'
import type { Story } from './story.ts'

/** From the least that is written anew to the most; each is tried only if the one before reads differently. */
const efforts: readonly Effort[] = [
  { form: 0, wholeContainers: false },
  { form: 1, wholeContainers: false },
  { form: 0, wholeContainers: true },
  { form: 2, wholeContainers: false },
  { form: 1, wholeContainers: true },
  { form: 99, wholeContainers: true },
]

/**
 * Source text of the file for an edited story: line ends as they were in `raw`, no byte order mark. It was read
 * again and equals `edited`: a source that reads differently is never returned.
 *
 * Equal means for plain text: the same text. For Markdown: the same text, and blocks of the same extent, level,
 * kind and sort of marker, where kinds that only looks tell apart are one and the numbers of a list may change
 * (`contentsOf`), and the same marks on everything but white space.
 * @param name file name; its extension chooses the format
 * @param raw decoded text of the file that the edited story was read from, line ends as they were
 */
export function writeStory(name: string, raw: string, edited: EditedStory): Result<string, WriteProblem> {
  return formatOf(name) === 'md' ? writeMarkdown(name, raw, edited) : writePlainText(name, raw, edited)
}

/** The blocks of a story that can only be read while text is edited, in order. Plain text has none. */
export function fixedBlocks(name: string, raw: string): readonly FixedBlock[] {
  if (formatOf(name) !== 'md') return []
  const { fixed } = leavesOf(normaliseLineEnds(raw).text)
  return [...fixed].map(([block, what]) => ({ block, what })).sort((a, b) => a.block - b.block)
}

function writePlainText(name: string, raw: string, edited: EditedStory): Result<string, WriteProblem> {
  const written = restoreLineEnds(raw, edited.text)
  const { text } = readStory(name, written)
  if (text === edited.text) return ok(written)
  let at = 0
  while (text[at] === edited.text[at]) at++
  const block = edited.blocks.findIndex(({ end }) => end >= at)
  return err({ kind: 'differs', block: Math.max(0, block), words: wordsOf(edited, block) })
}

function wordsOf({ text, blocks }: EditedStory, index: number): string {
  const block = blocks[index]
  return block === undefined ? '' : beginningOf(text.slice(block.start, block.end))
}

function writeMarkdown(name: string, raw: string, edited: EditedStory): Result<string, WriteProblem> {
  const source = normaliseLineEnds(raw).text
  const parsed = new ParsedPieces()
  const map = leavesOf(source, parsed)
  const old = contentsOf(map.story)
  const contents = contentsOf(edited)
  const covers = contents.map(({ text }) => text).join('\n') === edited.text
  if (!covers) return err({ kind: 'differs', block: 0, words: wordsOf(edited, 0) })
  if (isSame(old, contents)) return ok(raw)
  const pairs = pairBlocks(old, contents, map.fixed)
  const problem = touched(old, contents, pairs, map.fixed)
  if (problem !== null) return err(problem)
  const lost = contents.findIndex((content) => contents.length > 1 && !keepsBlanks(content))
  if (lost >= 0) return err({ kind: 'differs', block: lost, words: wordsOf(edited, lost) })
  const tried = new Set<string>()
  let first: number | null = null
  for (const effort of efforts) {
    const text = draft({ source, old, edited: contents, map, pairs, parsed }, effort)
    if (text === null || tried.has(text)) continue
    tried.add(text)
    const written = restoreLineEnds(raw, text)
    const story = readMarkdown(name, normaliseLineEnds(written).text, parsed)
    const read = contentsOf(story)
    if (isSame(read, contents) && hasSameSetting(map, story)) return ok(written)
    first ??= firstDifference(read, contents)
  }
  const block =
    first ??
    Math.max(
      0,
      contents.findIndex((content, at) => old[pairs[at] ?? -1]?.key !== content.key),
    )
  return err({ kind: 'differs', block, words: wordsOf(edited, block) })
}

function isSame(a: readonly BlockContent[], b: readonly BlockContent[]): boolean {
  return a.length === b.length && a.every(({ key }, index) => key === b[index]?.key)
}

/** What cannot be edited but is part of the story: where its pictures come from, and its front matter. */
function hasSameSetting(a: Setting, b: Setting): boolean {
  const settingOf = ({ images, meta }: Setting) => JSON.stringify([images.map(({ source }) => source), meta])
  return settingOf(a) === settingOf(b)
}

type Setting = Pick<Story, 'images' | 'meta'>

/** Index in `wanted` of the first block that was not read so. */
function firstDifference(read: readonly BlockContent[], wanted: readonly BlockContent[]): number {
  const found = wanted.findIndex(({ key }, index) => key !== read[index]?.key)
  return found < 0 ? Math.max(0, wanted.length - 1) : found
}

/** The first block that can only be read and is not what it was; null: there is none. */
function touched(
  old: readonly BlockContent[],
  edited: readonly BlockContent[],
  pairs: Pairs,
  fixed: ReadonlyMap<number, FixedKind>,
): WriteProblem | null {
  const places = new Map<number, number>()
  pairs.forEach((block, at) => {
    if (block >= 0) places.set(block, at)
  })
  for (const [block, what] of fixed) {
    const place = places.get(block)
    if (place !== undefined && edited[place]?.key === old[block]?.key) continue
    const near = place ?? nextAfter(places, block, old.length) ?? Math.max(0, edited.length - 1)
    return { kind: 'fixed-block', block: near, words: beginningOf(old[block]?.text ?? ''), what }
  }
  return null
}

/** Where the next old block stands that is still there. */
function nextAfter(places: ReadonlyMap<number, number>, block: number, count: number): number | undefined {
  for (let next = block + 1; next < count; next++) {
    const place = places.get(next)
    if (place !== undefined) return place
  }
  return undefined
}
