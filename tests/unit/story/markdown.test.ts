import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStory } from '../../../shared/story/read-story.ts'
import { bodySentences } from '../../../shared/story/sentences.ts'
import type { Story } from '../../../shared/story/story.ts'
import { tiles } from './tiles.ts'

const read = (raw: string) => readStory('story.md', raw)

/** One line per block: kind, level if any, marker if any, text. */
const outline = (story: Story) =>
  story.blocks.map(({ kind, level, marker, start, end }) => {
    const head = [kind, ...(level > 0 ? [level] : []), ...(marker === '' ? [] : [marker])].join(' ')
    return `${head}: ${story.text.slice(start, end)}`
  })

const marks = (story: Story) =>
  story.marks.map(({ kind, start, end, href }) => [
    kind,
    story.text.slice(start, end),
    ...(href ? [href] : []),
  ])

describe('the Markdown reader', () => {
  it('reads a feature', () => {
    const story = read(
      [
        '---',
        'title: "The tunnel"',
        'tags: [port, traffic]',
        'authors:',
        '  - Jane Doe',
        '  - John Roe',
        '---',
        '# The *long* way round',
        '',
        'By Jane Doe',
        '',
        '*20 November 2026*',
        '',
        '![The tunnel on Friday](tunnel.jpg)',
        '*A lorry turns back. Photo: Ann Poe*',
        '',
        'The tunnel is **closed**, [officials](https://example.org/a) said,',
        'for ~5 weeks or ~6.[^why]  ',
        'A ~~bridge~~ `ferry` runs.<br>It is slow.',
        '',
        '## What comes next',
        '',
        '**Why it matters:**',
        '',
        '- one',
        '',
        '  more of one',
        '  - nested',
        '- [x] done',
        '',
        '3. three',
        '4. four',
        '',
        '> “Sorry,” it said.',
        '>',
        '> > Not enough.',
        '',
        '| Lane | Cars |',
        '| --- | --- |',
        '| one | *40,000* |',
        '',
        '```js',
        'let a = 1',
        '',
        'let b',
        '```',
        '',
        '***',
        '',
        '# Another first heading',
        '',
        'The end.',
        '',
        '[^why]: The lining is *thin*.',
      ].join('\n'),
    )
    expect(outline(story)).toEqual([
      'headline 1: The long way round',
      'byline: By Jane Doe',
      'dateline: 20 November 2026',
      'image: The tunnel on Friday',
      'caption: A lorry turns back. Photo: Ann Poe',
      'paragraph: The tunnel is closed, officials said, for ~5 weeks or ~6.[1]\nA bridge ferry runs.\nIt is slow.',
      'heading 2: What comes next',
      'label: Why it matters:',
      'item •: one',
      'item: more of one',
      'item 1 •: nested',
      'item ☑: done',
      'item 3.: three',
      'item 4.: four',
      'quote: “Sorry,” it said.',
      'quote 1: Not enough.',
      'table-row: Lane\tCars',
      'table-row: one\t40,000',
      'code: let a = 1\n\nlet b',
      'rule: ',
      'heading 1: Another first heading',
      'paragraph: The end.',
      'paragraph: [1] The lining is thin.',
    ])
    expect(marks(story)).toEqual([
      ['emphasis', 'long'],
      ['emphasis', '20 November 2026'],
      ['emphasis', 'A lorry turns back. Photo: Ann Poe'],
      ['strong', 'closed'],
      ['link', 'officials', 'https://example.org/a'],
      ['strike', 'bridge'],
      ['code', 'ferry'],
      ['strong', 'Why it matters:'],
      ['emphasis', '40,000'],
      ['emphasis', 'thin'],
    ])
    expect(story.images).toEqual([{ at: story.text.indexOf('The tunnel on Friday'), source: 'tunnel.jpg' }])
    expect(story.meta).toEqual({ title: 'The tunnel', tags: 'port, traffic', authors: 'Jane Doe, John Roe' })
    expect([story.format, story.reader, story.hardWrapped, story.warnings]).toEqual(['md', 'md/2', false, []])
    expect(tiles(story)).toEqual([])
    expect(bodySentences(story).map(({ start, end }) => story.text.slice(start, end))).toContain(
      'It is slow.',
    )
  })

  it('makes the same text on every line end and in every way of wrapping', () => {
    const lines = ['# A', '', 'one', 'two', '', '- b']
    const texts = ['\n', '\r\n', '\r'].map((end) => read(lines.join(end)).text)
    expect(texts).toEqual(['A\none two\nb', 'A\none two\nb', 'A\none two\nb'])
  })

  it.each([
    ['https', '[a](https://x.org/)', 'https://x.org/'],
    ['mailto', '[a](mailto:a@x.org)', 'mailto:a@x.org'],
    ['a script', '[a](javascript:alert(1))', ''],
    ['a hidden script', '[a](java&#10;script:alert(1))', ''],
    ['data', '[a](data:text/html,x)', ''],
    ['a file', '[a](file:///etc/passwd)', ''],
    ['a relative address', '[a](other.md)', ''],
  ])('lets a link lead to http, https and mailto only: %s', (_, raw, href) => {
    expect(read(raw).marks).toEqual([{ start: 0, end: 1, kind: 'link', href }])
  })

  const left = (pieces: string) => `The story holds HTML code (${pieces}), which was left out.`
  it.each([
    ['emphasis inside', 'a <b>b</b> c', ['paragraph: a b c'], []],
    ['tags without a mark, their words stay', 'H<sub>2</sub>O', ['paragraph: H2O'], [left('2 pieces')]],
    ['a tag without an end', 'a <b>b c', ['paragraph: a b c'], [left('one piece')]],
    ['tags that cross', '*a <b>b* c</b>', ['paragraph: a b c'], [left('2 pieces')]],
    ['a picture inside', 'a <img src="b.png" alt="b"> c', ['paragraph: a', 'image: b', 'paragraph: c'], []],
    ['a block', 'a\n\n<div>\nb\n</div>\n\nc', ['paragraph: a', 'paragraph: b', 'paragraph: c'], []],
    ['a block around Markdown', '<div>\n\n*a*\n\n</div>', ['paragraph: a'], []],
    [
      'a figure',
      '<figure>\n<img src="a.png" alt="a">\n<figcaption>b</figcaption>\n</figure>',
      ['image: a', 'caption: b'],
      [],
    ],
    ['a picture alone', '<p align="center">\n  <img src="a.png" alt="a">\n</p>', ['image: a'], []],
    ['a table', '<table>\n<tr><th>a</th><td>1</td></tr>\n</table>', ['table-row: a\t1'], []],
    ['details', '<details>\n<summary>a</summary>\n\n- b\n\n</details>', ['label: a', 'item •: b'], []],
    ['a list in a quotation', '> <ul><li>a</ul>', ['item •: a'], []],
    ['a script', 'a\n\n<script>\nalert(1)\n</script>', ['paragraph: a'], [left('one piece')]],
    [
      'an embedded page',
      'a\n\n<iframe src="https://x.org"></iframe>',
      ['paragraph: a'],
      ['1 embedded page was left out, such as a post, a map or a player.'],
    ],
    ['a comment without an end', 'a\n\n<!-- b\n\nc', ['paragraph: a'], [left('one piece')]],
    ['a script without an end', 'a\n\n<script>\n\nb', ['paragraph: a'], [left('one piece')]],
    [
      'a field without an end',
      'a\n\n<textarea>\n\nb',
      ['paragraph: a'],
      ['1 form field or button was left out.'],
    ],
    [
      'names of our own',
      '<galley-tag>a</galley-tag>\n\n<galley-left-out>\nb',
      ['paragraph: a', 'paragraph: b'],
      [left('2 pieces')],
    ],
  ])('reads HTML as that of a page: %s', (_, raw, expected, warnings) => {
    expect(outline(read(raw))).toEqual(expected)
    expect(read(raw).warnings).toEqual(warnings)
    expect(tiles(read(raw))).toEqual([])
  })

  it('says so where front matter holds no facts', () => {
    const [warning] = read('---\nFoo\n---\nBar').warnings
    expect(warning).toContain('none has the form “name: value”')
    expect(read('---\na: b\n---\nBar').warnings).toEqual([])
  })

  it('keeps the marks that HTML makes, and no link of another kind', () => {
    const story = read(
      'a <b>b</b> <a href="https://x.org/">c</a> <a href="javascript:alert(1)">d</a>\n\n<p><i>e</i></p>',
    )
    expect(marks(story)).toEqual([
      ['strong', 'b'],
      ['link', 'c', 'https://x.org/'],
      ['link', 'd'],
      ['emphasis', 'e'],
    ])
  })

  it.each([
    ['a comment is left out silently', 'a\n\n<!-- b -->\n\nc', ['paragraph: a', 'paragraph: c']],
    ['an empty file', '', ['paragraph: ']],
    ['only front matter', '---\na: b\n---\n', ['paragraph: ']],
    ['a linked image', '[![alt](a.png)](https://x.org)', ['image: alt']],
    ['an image inside a sentence follows it', 'a **b ![alt](c.png)** d', ['paragraph: a b d', 'image: alt']],
    ['images in a row', '![a](a.png) ![b](b.png)', ['image: a', 'image: b']],
    ['italics without an image are no caption', '*a*', ['paragraph: a']],
    [
      'a credit after an image is a caption',
      '![a](a.png)\n\nThe port. Photo: Poe',
      ['image: a', 'caption: The port. Photo: Poe'],
    ],
    ['a heading without a first one', '## a\n\nb', ['heading 2: a', 'paragraph: b']],
    [
      'a label in the flow',
      'a.\n\nWhy it matters:\n\nb',
      ['paragraph: a.', 'label: Why it matters:', 'paragraph: b'],
    ],
    [
      'an indented code block keeps its blanks',
      'a\n\n    b  c\n      d',
      ['paragraph: a', 'code: b  c\n  d'],
    ],
    ['entities and escapes', '&amp; \\* &copy; &nbsp;', ['paragraph: & * © \u00a0']],
    ['a bare address', 'see https://x.org.', ['paragraph: see https://x.org.']],
    ['wrapped Chinese gets no blanks', '隧道关闭\n了。', ['paragraph: 隧道关闭了。']],
    ['wrapped Korean keeps them', '터널이\n닫혔다.', ['paragraph: 터널이 닫혔다.']],
    ['a quotation in an item', '- a\n\n  > b', ['item •: a', 'quote: b']],
    ['a list in a quotation', '> - a', ['item •: a']],
    ['a hard break at the start of nothing', '<br>a', ['paragraph: a']],
    ['a break in a table', '| a |\n| - |\n| b<br>c |', ['table-row: a', 'table-row: b c']],
    ['NUL becomes a replacement character', 'a\0b', ['paragraph: a\ufffdb']],
    ['a line separator stays', 'a\u2028b', ['paragraph: a\u2028b']],
  ])('knows %s', (_, raw, expected) => {
    expect(outline(read(raw))).toEqual(expected)
    expect(tiles(read(raw))).toEqual([])
  })

  it('tiles whatever the Markdown is', () => {
    const piece = fc.constantFrom(
      ...[
        '# ',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '**',
        '*',
        '_',
        '~~',
        '`',
        '```\n',
        '[a](https://x.org)',
        '![i](s)',
      ],
      ...[
        '<b>',
        '<br>',
        '| a | b |\n| - | - |\n',
        '[^1]',
        '[^1]: ',
        'word',
        ' ',
        '  ',
        '\t',
        '---\n',
        '😀',
        '\ud800',
        '&nbsp;',
      ],
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 }),
        (pieces) => {
          const story = read(pieces.join(''))
          expect(tiles(story)).toEqual([])
          expect(story.blocks.filter((block) => block.kind === 'blank')).toEqual([])
          expect(read(pieces.join(''))).toEqual(story)
        },
      ),
      { numRuns: 200 },
    )
  }, 60_000)

  const tangled = 'The Markdown of this story is too tangled to read, so its plain paragraphs are shown.'
  it.each([
    ['10,000 quotations', `${'>'.repeat(10_000)} a\n\nb`],
    ['10,000 quotations with blanks', `${'> '.repeat(10_000)}a\n\nb`],
    ['10,000 lists', `${'- '.repeat(10_000)}a\n\nb`],
    ['10,000 emphases', `${'*a _b '.repeat(5000)}${'b_ a* '.repeat(5000)}\n\nb`],
    ['10,000 brackets', `${'['.repeat(10_000)}a\n\nb`],
    ['10,000 images', `${'!['.repeat(10_000)}a\n\nb`],
    ['10,000 code signs', `${'`a``'.repeat(10_000)}a\n\nb`],
    ['a paragraph of a megabyte', `${'The tunnel is closed. '.repeat(50_000)}\n\nb`],
    ['a stair of 150 lists', Array.from({ length: 150 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ])('reads plain paragraphs where there are %s', (_, raw) => {
    const before = process.cpuUsage()
    const story = read(raw)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3)
    expect([story.reader, story.warnings]).toEqual(['md/2', [tangled]])
    expect(story.blocks.every((block) => block.kind === 'paragraph')).toBe(true)
    expect(tiles(story)).toEqual([])
  })

  it('reads a megabyte in less than three seconds of computing', () => {
    const paragraph =
      'The tunnel was **closed** on Friday, [officials](https://x.org) said. “Are we safe?” she asked. '
    const filler = 'Nobody knew what the port would do about the lining. '.repeat(8)
    const raw = `---\ntitle: a\n---\n${`${paragraph.repeat(2)}${filler}\n\n${filler}\n\n${filler}\n\n`.repeat(700)}`
    expect(raw.length).toBeGreaterThan(1_000_000)
    // Time of this process alone, the best of three, so that other programs on the machine hardly count.
    let seconds = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 3 && seconds >= 3; attempt++) {
      const before = process.cpuUsage()
      read(raw)
      seconds = Math.min(seconds, process.cpuUsage(before).user / 1e6)
    }
    expect(seconds).toBeLessThan(3)
    const story = read(raw)
    expect([story.blocks.length, story.meta]).toEqual([2100, { title: 'a' }])
  }, 120_000)
})
