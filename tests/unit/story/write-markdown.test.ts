import { describe, expect, it } from 'vitest'
import { readStory } from '../../../shared/story/read-story.ts'
import { fixedBlocks, writeStory } from '../../../shared/story/write-story.ts'
import { halves, type LooseBlock, looseBlocks, merged, storyOf, typed } from './edits.ts'

/** Writes a story after a change of its blocks; a problem as `kind: words`. */
function edit(raw: string, change: (blocks: readonly LooseBlock[]) => readonly LooseBlock[]): string {
  const edited = storyOf(change(looseBlocks(readStory('story.md', raw))))
  const result = writeStory('story.md', raw, edited)
  return result.ok ? result.value : `${result.error.kind}: ${result.error.words}`
}

/** Types over the first place where `found` stands. */
const replacing = (found: string, by: string) => (blocks: readonly LooseBlock[]) => {
  const at = blocks.findIndex(({ text }) => text.includes(found))
  return blocks.map((block, index) => {
    const from = block.text.indexOf(found)
    return index === at ? typed(block, from, from + found.length, by) : block
  })
}

/** Puts a caret before `found` and presses Enter. */
const splitting = (found: string) => (blocks: readonly LooseBlock[]) =>
  blocks.flatMap((block) => {
    const at = block.text.indexOf(found)
    return at < 0 ? [block] : halves(block, at)
  })

/** Joins the block that begins with `found` to the one before it. */
const joining = (found: string) => (blocks: readonly LooseBlock[]) => {
  const at = blocks.findIndex(({ text }) => text.startsWith(found))
  const [first, second] = [blocks[at - 1], blocks[at]]
  if (first === undefined || second === undefined) throw new RangeError(found)
  return [...blocks.slice(0, at - 1), merged(first, second), ...blocks.slice(at + 1)]
}

const without = (found: string) => (blocks: readonly LooseBlock[]) =>
  blocks.filter(({ text }) => !text.startsWith(found))

describe('writing a Markdown story', () => {
  it.each([
    ['in a paragraph', 'A *b*  c\nd\n\n\nE\n', 'c', 'cc', 'A *b*  cc\nd\n\n\nE\n'],
    ['at a soft break', 'one\ntwo', 'one', 'none', 'none\ntwo'],
    ['in bold words', 'a **bold** b', 'old', 'right', 'a **bright** b'],
    [
      'in a link',
      '[a b][x]\n\n[x]: https://x.org "t"\n',
      'a b',
      'a c',
      '[a c][x]\n\n[x]: https://x.org "t"\n',
    ],
    ['beside a link that leads nowhere', '[a](b.md) c', 'c', 'd', '[a](b.md) d'],
    ['in a link that leads nowhere', '[ab](b.md) c', 'ab', 'aab', '[aab](b.md) c'],
    ['in code', 'a `b*c` d', 'b*c', 'b*_c', 'a `b*_c` d'],
    ['in an escaped word', 'a \\* b &amp; c', '* b & c', '* bb & c', 'a \\* bb &amp; c'],
    ['in an underlined heading', 'Title\n=====\n\ntext', 'Title', 'The title', 'The title\n=====\n\ntext'],
    ['in a closed heading', '##  Two  ##\ntext', 'Two', 'Two a', '##  Two a  ##\ntext'],
    ['in an item', '* a\n+ b\n\n3) c', 'b', 'bb', '* a\n+ bb\n\n3) c'],
    ['in a quotation', '>a\nlazy\n> c', 'lazy', 'crazy', '>a\ncrazy\n> c'],
    ['in deep containers', '> 1. a\n>\n>    b\n>    - c', 'c', 'd', '> 1. a\n>\n>    b\n>    - d'],
    ['in fenced code', '~~~js\na\n  b\n~~~\n', '  b', '   b', '~~~js\na\n   b\n~~~\n'],
    ['in indented code', 'a\n\n    b\n      c\n', '  c', ' c', 'a\n\n    b\n     c\n'],
    ['around a hard break', 'a  \nb', 'b', 'bb', 'a  \nbb'],
    ['beside a picture', 'text ![i](s.png)\nmore', 'more', 'some more', 'text ![i](s.png)\nsome more'],
    ['after front matter', '---\na: b\n---\n\nc', 'c', 'd', '---\na: b\n---\n\nd'],
  ])('changes only what was typed: %s', (_, raw, found, by, expected) => {
    expect(edit(raw, replacing(found, by))).toBe(expected)
  })

  it.each([
    ['a star', 'a b', 'b', '*b*', 'a \\*b\\*'],
    ['a list sign', 'a b', 'a b', '- a b', '\\- a b'],
    ['a number', 'In 1. a', 'In 1', '1', '1\\. a'],
    ['a heading sign', 'a', 'a', '# a', '\\# a'],
    ['a link', 'a b', 'b', '[b](c)', 'a \\[b\\](c)'],
    ['a tag', 'a b', 'b', '<b>', 'a \\<b>'],
    ['an entity', 'a b', 'b', '&amp;', 'a \\&amp;'],
    [
      'words with signs inside',
      'a b',
      'b',
      'snake_case AT&T 5 < 6 ~5 (a) #b!',
      'a snake_case AT&T 5 < 6 ~5 (a) #b!',
    ],
    ['an address', 'a b', 'b', 'www.x.org', 'a www<!-- -->.x.org'],
    ['an e-mail address', 'a b', 'b', 'jo@x.org', 'a jo<!-- -->@x.org'],
    ['a closing sign in a heading', '# a', 'a', 'a #', '# a \\#'],
  ])('escapes what would become markup: %s', (_, raw, found, by, expected) => {
    expect(edit(raw, replacing(found, by))).toBe(expected)
  })

  it.each([
    ['a paragraph', 'one *two* three\n\nfour\n', 'three', 'one *two*\n\nthree\n\nfour\n'],
    ['an item', '- one two\n- three\n', 'two', '- one\n- two\n- three\n'],
    ['a numbered item', '1. one two\n\n2. three\n', 'two', '1. one\n\n2. two\n\n2. three\n'],
    ['a quotation', '> one two\n> more\n\nb', 'two', '> one\n>\n> two\n> more\n\nb'],
    ['a nested item', '- a\n  - one two\n', 'two', '- a\n  - one\n  - two\n'],
  ])('splits %s', (_, raw, found, expected) => {
    expect(edit(raw, splitting(found))).toBe(expected)
  })

  it.each([
    ['paragraphs', 'one\n\ntwo *b*\n\nthree', 'two', 'one two *b*\n\nthree'],
    ['items', '- one\n- two\n- three', 'two', '- one two\n- three'],
    ['a link that leads nowhere', 'one\n\ntwo [b](c.md "d") e', 'two', 'one two [b](c.md "d") e'],
    ['a paragraph to a heading', '# one\n\ntwo\n\nthree', 'two', '# one two\n\nthree'],
  ])('joins %s', (_, raw, found, expected) => {
    expect(edit(raw, joining(found))).toBe(expected)
  })

  it.each([
    ['a paragraph', 'one\n\ntwo\n\nthree\n', 'two', 'one\n\nthree\n'],
    ['a definition stays', 'one\n\n[a]: b\n\ntwo\n\nthree', 'two', 'one\n\n[a]: b\n\nthree'],
    ['an item', '- one\n- two\n- three', 'two', '- one\n- three'],
    ['a heading between paragraphs', 'one\n# two\nthree', 'two', 'one\n\nthree'],
    ['a caption under its picture', '![a](b.png)\n*two*\n\nthree', 'two', '![a](b.png)\n\n\nthree'],
    ['the last one', 'one\n\ntwo\n', 'two', 'one\n'],
    ['the start of a quotation', '> one\n>\n> two', 'one', '> two'],
  ])('removes %s', (_, raw, found, expected) => {
    expect(edit(raw, without(found))).toBe(expected)
  })

  it('moves a paragraph with its bytes', () => {
    const raw = 'a\n\n   odd  **b**\n[c](d.md)  \n\ne\n'
    expect(edit(raw, ([a, b, e]) => (a && b && e ? [a, e, b] : []))).toBe(
      'a\n\ne\n\n   odd  **b**\n[c](d.md)  \n',
    )
  })

  const added = (after: string, block: Partial<LooseBlock>) => (blocks: readonly LooseBlock[]) =>
    blocks.flatMap((one) =>
      one.text === after
        ? [one, { kind: 'paragraph', level: 0, marker: '', text: 'new', marks: [], ...block } as const]
        : [one],
    )

  it.each<[string, string, string, Partial<LooseBlock>, string]>([
    ['a paragraph', 'a\n***\nb\n', 'a', {}, 'a\n\nnew\n\n***\nb\n'],
    ['one at the end of a file', 'a', 'a', {}, 'a\n\nnew'],
    ['one before definitions', 'a\n\n[b]: c\n', 'a', {}, 'a\n\nnew\n\n[b]: c\n'],
    ['one after a list', '- a\n\nb', 'a', {}, '- a\n\nnew\n\nb'],
    ['an item', '* a\n* b\n\nc', 'b', { kind: 'item', marker: '•' }, '* a\n* b\n* new\n\nc'],
    ['a numbered item', '8) a\n9) b\n', 'b', { kind: 'item', marker: '9.' }, '8) a\n9) b\n10) new\n'],
    ['a task', '- [x] a\n- [ ] b', 'a', { kind: 'item', marker: '☐' }, '- [x] a\n- [ ] new\n- [ ] b'],
    ['a nested item', '- a\n- b', 'a', { kind: 'item', level: 1, marker: '•' }, '- a\n  - new\n- b'],
    ['more of an item', '1. a\n2. b', 'a', { kind: 'item' }, '1. a\n\n   new\n2. b'],
    ['a quotation', 'a\n\nb', 'a', { kind: 'quote', level: 1 }, 'a\n\n> > new\n\nb'],
    ['more of a quotation', '> a\n\nb', 'a', { kind: 'quote' }, '> a\n>\n> new\n\nb'],
    ['a heading', 'a\n\nb', 'a', { kind: 'heading', level: 3 }, 'a\n\n### new\n\nb'],
    ['code', 'a', 'a', { kind: 'code', text: 'b\n```\n  c' }, 'a\n\n````\nb\n```\n  c\n````'],
    ['a rule', 'a\n\nb', 'a', { kind: 'rule', text: '' }, 'a\n\n***\n\nb'],
    [
      'marks',
      'a',
      'a',
      {
        text: 'bold, soft, code, link',
        marks: [
          { kind: 'strong', href: '', start: 0, end: 10 },
          { kind: 'emphasis', href: '', start: 6, end: 10 },
          { kind: 'code', href: '', start: 12, end: 16 },
          { kind: 'link', href: 'https://x.org/', start: 18, end: 22 },
        ],
      },
      'a\n\n**bold, *soft***, `code`, [link](https://x.org/)',
    ],
  ])('adds %s', (_, raw, after, block, expected) => {
    expect(edit(raw, added(after, block))).toBe(expected)
  })

  it.each([
    ['an empty file', '', 'new'],
    ['front matter alone', '---\na: b\n---\n', '---\na: b\n---\n\nnew'],
    ['a comment alone', '<!-- a -->', '<!-- a -->\n\nnew'],
  ])('writes into %s', (_, raw, expected) => {
    expect(edit(raw, ([one]) => (one === undefined ? [] : [{ ...one, text: 'new' }]))).toBe(expected)
  })

  it('keeps nothing of a story whose words are all gone but what made no block', () => {
    const nothing = edit('---\na: b\n---\n# c\n\n[d]: e\n', ([one]) =>
      one ? [{ ...one, kind: 'paragraph', level: 0, text: '' }] : [],
    )
    expect(nothing).toBe('---\na: b\n---\n[d]: e\n')
  })

  it.each([
    ['a blank at the end', 'a', 'a ', 'differs: a'],
    ['words in a drawn line', 'b\n\n***', '', 'differs:'],
  ])('writes nothing that would read differently: %s', (_, raw, found, expected) => {
    const change = (blocks: readonly LooseBlock[]) =>
      blocks.map((block, index) =>
        index === blocks.length - 1 ? { ...block, text: found || 'x', marks: [] } : block,
      )
    expect(edit(raw, change)).toContain(expected)
  })

  it.each([
    ['a table', 'a\n\n| b |\n| - |\n| c |\n', 'c', 'fixed-block: c', 'table'],
    ['raw HTML', 'a\n\nb <b>c</b>', 'c', 'fixed-block: b c', 'html'],
    ['a block of HTML', 'a\n\n<div>b</div>\n\nc', 'b', 'fixed-block: b', 'html'],
    ['a footnote', 'a[^1]\n\n[^1]: note', 'note', 'fixed-block: [1] note', 'footnote'],
    ['a picture', 'a\n\n![alt](b.png)', 'alt', 'fixed-block: alt', 'image'],
  ])('leaves %s alone', (_, raw, found, expected, what) => {
    expect(edit(raw, replacing(found, 'x'))).toBe(expected)
    expect(
      edit(
        raw,
        without(
          readStory('s.md', raw)
            .text.split('\n')
            .find((line) => line.includes(found)) ?? '',
        ),
      ),
    ).toBe(expected)
    expect(fixedBlocks('story.md', raw).at(-1)?.what).toBe(what)
    expect(edit(raw, replacing('a', 'ab'))).toBe(raw.replace('a', 'ab'))
  })
})
