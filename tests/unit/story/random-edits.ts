import { halves, type LooseBlock, merged, typed } from './edits.ts'

/** What a hand may type: words, and signs that mean something in Markdown. */
const typing = [
  ...[
    'x',
    'word',
    ' more',
    'é',
    '😀',
    '*',
    '_',
    '**b**',
    '#',
    '# h',
    '- ',
    '1. ',
    '> ',
    '[a](b)',
    '[^1]',
    '`c`',
    '<b>',
  ],
  ...[
    '&amp;',
    '~~',
    '|',
    '\\',
    '!',
    '---',
    '===',
    '+',
    '```',
    'www.x.org',
    'a@x.org',
    'http://x',
    ': ',
    '\n',
  ],
]
const sorts = ['insert', 'delete', 'replace', 'split', 'join', 'remove', 'copy', 'move'] as const

/** One thing that a hand does to a story. */
export interface Edit {
  readonly sort: (typeof sorts)[number]
  /** Shares of the blocks and of the text of one. */
  readonly block: number
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Evenly spread numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Any edit, evenly spread. */
export function someEdit(random: () => number): Edit {
  return {
    sort: sorts[Math.floor(random() * sorts.length)] ?? 'insert',
    block: random(),
    from: random(),
    to: random(),
    text: typing[Math.floor(random() * typing.length)] ?? '',
  }
}

/** The blocks after an edit. */
export function edited(
  blocks: readonly LooseBlock[],
  { sort, block, from, to, text }: Edit,
): readonly LooseBlock[] {
  const at = Math.floor(block * blocks.length)
  const own = blocks[at]
  if (own === undefined) return blocks
  const points = [...own.text]
  const place = (part: number) => points.slice(0, Math.floor(part * (points.length + 1))).join('').length
  const [start, end] = [place(Math.min(from, to)), place(Math.max(from, to))]
  const instead = (...those: readonly LooseBlock[]) => [
    ...blocks.slice(0, at),
    ...those,
    ...blocks.slice(at + 1),
  ]
  const others = [...blocks.slice(0, at), ...blocks.slice(at + 1)]
  const next = blocks[at + 1]
  switch (sort) {
    case 'insert':
      return instead(typed(own, start, start, text))
    case 'delete':
      return instead(typed(own, start, end, ''))
    case 'replace':
      return instead(typed(own, start, end, text))
    case 'split':
      return instead(...halves(own, start))
    case 'join':
      return next === undefined
        ? blocks
        : [...blocks.slice(0, at), merged(own, next), ...blocks.slice(at + 2)]
    case 'remove':
      return others.length === 0 ? blocks : others
    case 'copy':
      return instead(own, { kind: 'paragraph', level: 0, marker: '', text: own.text, marks: own.marks })
    case 'move': {
      const target = Math.floor(to * (others.length + 1))
      return [...others.slice(0, target), own, ...others.slice(target)]
    }
  }
}
