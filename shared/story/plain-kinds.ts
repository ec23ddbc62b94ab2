import { textOffset } from '../units.ts'
import type { Line } from './lines.ts'
import * as looks from './looks.ts'
import { type Block, type BlockKind, isBody } from './story.ts'

/** Lines of a headline in copy wrapped by hand. */
const MOST_HEADLINE_LINES = 3

/** Deeper than this, indentation is lay-out, not nesting. */
const DEEPEST_ITEM = 5

/**
 * Says what each piece of a plain text is. The head of the story, where headline and byline may stand, ends with
 * the first running text.
 */
export function kindsOf(text: string, pieces: readonly Line[]): readonly Block[] {
  const filled = pieces.filter((piece) => !piece.blank)
  const contents = filled.map((piece) => text.slice(piece.start, piece.end))
  const head: Head = { open: true, headline: false }
  const kinds = contents.map((content, index) => {
    const kind = kindOf(content, contents[index + 1] ?? null, head)
    if (isBody(kind)) head.open = false
    if (kind === 'headline') head.headline = true
    return kind
  })
  let at = 0
  return pieces.map((piece) => {
    const index = piece.blank ? -1 : at++
    const kind = kinds[index] ?? 'blank'
    return {
      kind,
      start: textOffset(piece.start),
      end: textOffset(piece.end),
      level: levelOf(kind, contents[index] ?? ''),
      marker: '',
    }
  })
}

/** How far the head of the story has got. */
interface Head {
  /** No running text was met yet. */
  open: boolean
  /** The headline was met. */
  headline: boolean
}

/** @param next what follows, blank lines left out; null: nothing */
function kindOf(content: string, next: string | null, head: Readonly<Head>): BlockKind {
  if (looks.isQuote(content)) return 'quote'
  if (looks.isRule(content)) return 'rule'
  if (looks.isItem(content)) return 'item'
  if (looks.isCaption(content)) return 'caption'
  const lines = content.split('\n').length
  if (lines === 1 && looks.isDateline(content)) return 'dateline'
  if (head.open && looks.isByline(content)) return 'byline'
  if (lines === 1 && looks.isLabel(content)) return 'label'
  // A story of one line has no headline: there is nothing it could stand over.
  if (next === null) return 'paragraph'
  const mayHeadline = head.open && !head.headline && lines <= MOST_HEADLINE_LINES
  if (mayHeadline && looks.isHeadline(content)) return 'headline'
  return lines === 1 && looks.isHeading(content) && standsOver(content, next) ? 'heading' : 'paragraph'
}

/** A heading is followed by something longer; among short lines (verse, a table, names) there are none. */
function standsOver(heading: string, next: string): boolean {
  return looks.isItem(next) || looks.isQuote(next) || next.trim().length > heading.trim().length * 1.5
}

function levelOf(kind: BlockKind, content: string): number {
  switch (kind) {
    case 'headline':
      return 1
    case 'heading':
      return 2
    case 'item':
      return Math.min(DEEPEST_ITEM, indentSteps(content))
    case 'quote':
      return looks.quoteDepth(content) - 1
    default:
      return 0
  }
}

/** Two blanks or a tab are one step to the right. */
function indentSteps(line: string): number {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  return Math.floor(indent.replaceAll('\t', '  ').length / 2)
}
