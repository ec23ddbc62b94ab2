import {
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import { directionOf } from '../../../shared/story/direction.ts'
import type { Block, BlockKind, Story } from '../../../shared/story/story.ts'
import type { Lists } from './lists.ts'
import type { StoryInline } from './story-inline.ts'
import { STYLE } from './styles.ts'

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

const STYLE_OF: Readonly<Partial<Record<BlockKind, string>>> = {
  dateline: STYLE.dateline,
  byline: STYLE.byline,
  label: STYLE.label,
  quote: STYLE.quote,
  caption: STYLE.caption,
  code: STYLE.code,
  rule: STYLE.rule,
  blank: STYLE.blank,
}

/** Twentieths of a point by which a nested quote, or an item whose sign is part of its text, is set in. */
const STEP = 360

/** A table has no room of its own below it. */
const AFTER_TABLE = 140

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'A8A297' }
const GRID = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
}

/** Half-open, in the story text; may be empty. */
type Line = Pick<Block, 'start' | 'end'>

/**
 * The blocks of a story as paragraphs; rows of a table that follow one another as a table, their cells cut at the
 * tabs. The paragraphs joined by line feeds, cells by tabs, are the story text.
 */
export function storyBlocks(story: Story, inline: StoryInline, lists: Lists): readonly (Paragraph | Table)[] {
  const made: (Paragraph | Table)[] = []
  for (let at = 0; at < story.blocks.length; ) {
    const rows = rowsFrom(story.blocks, at)
    const block = story.blocks[at]
    if (rows.length > 0) made.push(tableOf(story.text, rows, inline))
    else if (block !== undefined) {
      const space = made.at(-1) instanceof Table ? { spacing: { before: AFTER_TABLE } } : {}
      made.push(paragraphOf(story.text, block, inline, { ...lookOf(block, lists), ...space }))
    }
    at += Math.max(1, rows.length)
  }
  return made
}

function rowsFrom(blocks: readonly Block[], from: number): readonly Block[] {
  let end = from
  while (blocks[end]?.kind === 'table-row') end++
  return blocks.slice(from, end)
}

function paragraphOf(text: string, block: Block, inline: StoryInline, look: IParagraphOptions): Paragraph {
  return new Paragraph({ ...look, ...directed(text, block), children: inline.line(block) })
}

function lookOf({ kind, level, marker }: Block, lists: Lists): IParagraphOptions {
  switch (kind) {
    case 'headline':
      return { heading: HeadingLevel.HEADING_1 }
    case 'heading':
      return { heading: LEVELS[Math.min(Math.max(level, 1), LEVELS.length) - 1] ?? HeadingLevel.HEADING_6 }
    case 'item': {
      const numbering = lists.place({ marker, level })
      return numbering === null
        ? { style: 'ListParagraph', indent: { start: STEP * (level + 1), hanging: STEP } }
        : { numbering }
    }
    case 'quote':
      return { style: STYLE.quote, indent: { start: STEP * (level + 1) } }
    case 'image':
      return { style: STYLE.picture, numbering: lists.picture() }
    default: {
      const style = STYLE_OF[kind]
      return style === undefined ? {} : { style }
    }
  }
}

function tableOf(text: string, rows: readonly Block[], inline: StoryInline): Table {
  const cells = rows.map((row) => cellsOf(text, row))
  const columns = Math.max(...cells.map((row) => row.length))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: GRID,
    rows: cells.map(
      (row) =>
        new TableRow({
          children: row.map((cell, index) => {
            // A row with fewer cells ends where the others do.
            const missing = index === row.length - 1 ? columns - row.length : 0
            return new TableCell({
              ...(missing > 0 ? { columnSpan: missing + 1 } : {}),
              children: [
                new Paragraph({ style: STYLE.cell, ...directed(text, cell), children: inline.line(cell) }),
              ],
            })
          }),
        }),
    ),
  })
}

function cellsOf(text: string, { start, end }: Line): readonly Line[] {
  let at: number = start
  return text
    .slice(start, end)
    .split('\t')
    .map((cell) => {
      const from = at
      at += cell.length + 1
      return { start: from, end: from + cell.length } as Line
    })
}

function directed(text: string, { start, end }: Line): { readonly bidirectional?: true } {
  return directionOf(text.slice(start, end)) === 'rtl' ? { bidirectional: true } : {}
}
