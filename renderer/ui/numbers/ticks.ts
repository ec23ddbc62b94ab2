import { type Block, isBody, type Story } from '../../../shared/story/story.ts'
import { type Span, span } from '../../../shared/units.ts'

/** A place to find one's way by along the story. */
export interface StoryTick {
  /** Part of the story's length, 0–1. */
  readonly at: number
  /** The heading, or the number of the paragraph. */
  readonly label: string
  readonly kind: 'heading' | 'paragraph'
  readonly span: Span
}

// More would not be told apart on 300 pixels, nor read as a list.
const MOST_HEADINGS = 12
const MOST_PARAGRAPHS = 6

/**
 * The headings of a story, those of the highest levels where there are many; without headings some of its paragraph
 * numbers, evenly spaced. Short stories of one or two paragraphs have none.
 */
export function storyTicks({ blocks, text }: Story): readonly StoryTick[] {
  const tick = (block: Block, label: string, kind: StoryTick['kind']): StoryTick => ({
    at: text.length === 0 ? 0 : block.start / text.length,
    label,
    kind,
    span: span(block.start, block.end),
  })
  const headings = highest(blocks.filter(({ kind, start, end }) => kind === 'heading' && start < end))
  if (headings.length > 0) {
    return headings.map((block) => tick(block, text.slice(block.start, block.end), 'heading'))
  }
  const body = blocks.filter(({ kind, start, end }) => isBody(kind) && start < end)
  const step = niceStep(body.length / MOST_PARAGRAPHS)
  return body.flatMap((block, index) =>
    body.length > 2 && (index + 1) % step === 0 ? tick(block, String(index + 1), 'paragraph') : [],
  )
}

/** As many levels of headings as there is room for; of the highest level, if even they are too many, each nth. */
function highest(headings: readonly Block[]): readonly Block[] {
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b)
  for (const level of levels.toReversed()) {
    const some = headings.filter((heading) => heading.level <= level)
    if (some.length <= MOST_HEADINGS) return some
  }
  const top = headings.filter(({ level }) => level === levels[0])
  const step = Math.ceil(top.length / MOST_HEADINGS)
  return top.filter((_, index) => index % step === 0)
}

/** 1, 2, 5, 10, 20, 50 … not below `least`. */
function niceStep(least: number): number {
  let step = 1
  for (let index = 0; step < least; index++) step *= index % 3 === 1 ? 2.5 : 2
  return step
}
