import { contentsOf } from '../../story/block-contents.ts'
import { readMarkdown } from '../../story/markdown.ts'
import { codeLines } from '../../story/markdown-lines.ts'
import { writePhrasing } from '../../story/markdown-phrasing.ts'
import type { Block, Story } from '../../story/story.ts'
import { type Inline, plain } from '../../story/story-builder.ts'
import type { Entry } from '../html/entry.ts'
import { headingLevels } from '../html/outline.ts'
import { type Brackets, bracketed, bracketsFor, type Numbered, withNumbers } from './brackets.ts'
import { keepBlanks } from './plain.ts'

/**
 * The blocks of a story as Markdown, each with its marks between brackets; blank ones are left out. A reader of
 * Markdown reads the story text out of them again, once brackets and numbers are taken off.
 */
export function storyBlocks(story: Story, entries: readonly Entry[]): readonly string[] {
  const brackets = bracketsFor(story.text)
  const numbered = brackets === null ? [] : marksByBlock(story.blocks, entries)
  const levels = headingLevels(story.blocks)
  const contents = contentsOf(story)
  const list = new List()
  return story.blocks.flatMap((block, index) => {
    const content: Inline = contents[index] ?? plain('')
    const marks = numbered[index] ?? []
    if (block.kind !== 'item') list.end()
    if (content.text.trim() === '')
      return block.kind === 'rule' ? ['---'] : block.kind === 'image' ? [PICTURE] : []
    if (block.kind === 'code' && marks.length === 0) return [codeLines(content.text, []).join('\n')]
    const heading = levels[index] ?? null
    const source = phrase(heading === null ? content : plain(content.text), marks, brackets, heading !== null)
    const lines = source.split('\n').map(keepBlanks)
    if (heading !== null) return [`${'#'.repeat(heading)} ${lines.join(' ')}`]
    const joined = lines.join(story.hardWrapped ? '\n' : '\\\n')
    if (block.kind === 'item' && block.marker !== '') return [list.item(block, joined)]
    if (block.kind === 'quote')
      return [indented(joined, '> '.repeat(block.level + 1), '> '.repeat(block.level + 1))]
    return [block.kind === 'image' ? `${PICTURE} ${joined}` : joined]
  })
}

const PICTURE = '*Picture, not in this report.*'

const ADDRESS = /https?:\/\/|www\.|@/i
/** Blanks that are written as entities. */
const ENTITIES = /^[^\S\n]|[^\S\n]$|\t/m

/** What stands in a block, checked: emphasis that would not read as meant is left out, the words never. */
function phrase(
  content: Inline,
  marks: readonly Numbered[],
  brackets: Brackets | null,
  inHeading: boolean,
): string {
  const {
    text,
    marks: own,
    behind,
  } = brackets === null ? { ...content, behind: [] } : bracketed(content, marks, brackets)
  // A number inside of a link or of code would be a link in a link, or no link.
  const kept = marks.length === 0 ? own : own.filter(({ kind }) => kind !== 'link' && kind !== 'code')
  const numbered = (source: string) => (brackets === null ? source : withNumbers(source, behind, brackets))
  const styled = numbered(write({ text, marks: kept }, inHeading))
  // Without their notes the numbers read as they are written.
  const isGood = kept.length === 0 || readMarkdown('a.md', styled).text === numbered(text)
  return isGood ? styled : numbered(write(plain(text), inHeading))
}

/** A bare address stays one that can be followed, unless it would take an escape or the number of a mark as its own. */
function write(inline: Inline, inHeading: boolean): string {
  const style = {
    before: '',
    after: '',
    startsLine: true,
    inHeading,
    emphasis: '*',
    lineBreak: '\n',
  } as const
  const source = writePhrasing(inline, { ...style, cutsAddresses: false })
  const isBare = source === inline.text && !ENTITIES.test(source) && !OTHER.test(source)
  return isBare || !ADDRESS.test(inline.text)
    ? source
    : writePhrasing(inline, { ...style, cutsAddresses: true })
}

/** Brackets of marks are no part of an address. */
const OTHER = /[⟦⟧⟪⟫⦃⦄❲❳⦗⦘⧼⧽]/

/** The marks on each block, in offsets of the block; a mark over several blocks is on each of them. */
function marksByBlock(blocks: readonly Block[], entries: readonly Entry[]): readonly (readonly Numbered[])[] {
  const marks: Numbered[][] = blocks.map(() => [])
  let first = 0
  for (const { number, annotation } of entries) {
    const { span } = annotation
    if (span === null) continue
    // Entries come by start, so that the blocks before are done with.
    while (first < blocks.length && (blocks[first]?.end ?? 0) <= span.start) first++
    for (let at = first; at < blocks.length; at++) {
      const block = blocks[at]
      if (block === undefined || block.start >= span.end) break
      const start = Math.max(span.start, block.start) - block.start
      const end = Math.min(span.end, block.end) - block.start
      if (start < end) marks[at]?.push({ number, start, end })
    }
  }
  return marks
}

/** Items one after the other: how far each stands in depends on those before it. */
class List {
  /** Where the text of the open items begins, the outermost first. */
  #columns: readonly number[] = []

  end(): void {
    this.#columns = []
  }

  item({ level, marker }: Block, source: string): string {
    const number = /^\d{1,9}(?=[.)]$)/.exec(marker)?.[0]
    const box = marker === '☑' ? '[x] ' : marker === '☐' ? '[ ] ' : ''
    const sign = number === undefined ? '- ' : `${number}. `
    const outer = this.#columns.slice(0, level)
    const column = outer.at(-1) ?? 0
    this.#columns = [...outer, column + sign.length]
    return indented(box + source, ' '.repeat(column) + sign, ' '.repeat(column + sign.length))
  }
}

/** @param first before the first line @param rest before the others */
export function indented(source: string, first: string, rest: string): string {
  const lines = source.split('\n')
  return lines.map((line, index) => (index === 0 ? first : line === '' ? '' : rest) + line).join('\n')
}
