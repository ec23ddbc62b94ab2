import type { Block, BlockKind, InlineKind, Story } from '../../shared/story/story.ts'
import { textOffset } from '../../shared/units.ts'

/** A block by kind and text; `strong`, `emphasis` and `link` name words of it. */
export interface BlockSketch {
  readonly kind: BlockKind
  readonly text: string
  readonly level?: number
  readonly marker?: string
  readonly inline?: readonly { readonly kind: InlineKind; readonly words: string; readonly href?: string }[]
}

/** A story put together from blocks, without a reader. */
export function storyOfBlocks(
  name: string,
  sketches: readonly BlockSketch[],
  more: Partial<Story> = {},
): Story {
  let at = 0
  const placed = sketches.map((sketch) => {
    const start = at
    at += sketch.text.length + 1
    return { sketch, start, end: at - 1 }
  })
  return {
    name,
    format: name.endsWith('.md') ? 'md' : 'txt',
    reader: name.endsWith('.md') ? 'md/2' : 'txt/1',
    text: sketches.map(({ text }) => text).join('\n'),
    blocks: placed.map(
      ({ sketch, start, end }): Block => ({
        kind: sketch.kind,
        start: textOffset(start),
        end: textOffset(end),
        level: sketch.level ?? 0,
        marker: sketch.marker ?? '',
      }),
    ),
    marks: placed.flatMap(({ sketch, start }) =>
      (sketch.inline ?? []).map(({ kind, words, href }) => {
        const from = start + sketch.text.indexOf(words)
        return { kind, start: textOffset(from), end: textOffset(from + words.length), href: href ?? '' }
      }),
    ),
    images: [],
    meta: {},
    hardWrapped: false,
    warnings: [],
    ...more,
  }
}
