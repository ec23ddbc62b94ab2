import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../electron/exchange/html/read-html.ts'
import type { Story } from '../../../../shared/story/story.ts'
import { materialIfPresent } from '../../../helpers/material.ts'
import { tiles } from '../../story/tiles.ts'

const read = (raw: string) => readHtml('page.html', raw, { wholePage: false })
const whole = (raw: string) => readHtml('page.html', raw, { wholePage: true })

/** One line per block: kind, level if any, marker if any, text. */
const outline = (story: Story) =>
  story.blocks.map(({ kind, level, marker, start, end }) => {
    const head = [kind, ...(level > 0 ? [level] : []), ...(marker === '' ? [] : [marker])].join(' ')
    return `${head}: ${story.text.slice(start, end)}`
  })

/** The text with an empty line between paragraphs, as the cases write it. */
const spaced = (story: Story) =>
  story.blocks.map(({ start, end }) => story.text.slice(start, end)).join('\n\n')

describe('the cases of the shared material', () => {
  const cases = materialIfPresent('html-text/cases.json')

  it.skipIf(cases === null)('give a text that is accepted', () => {
    for (const { name, html, acceptText } of JSON.parse(cases ?? '[]')) {
      expect(acceptText, name).toContain(spaced(read(html)))
      expect(acceptText, name).toContain(spaced(whole(html)))
    }
  })

  const page = materialIfPresent('readability-pages/replace-brs.source.html')

  it.skipIf(page === null)('hold a page of Readability whose paragraphs end with two breaks', () => {
    const story = read(page ?? '')
    expect(outline(story).map((line) => line.slice(0, 34))).toEqual([
      'headline 1: Lorem',
      'paragraph: Lorem ipsum\ndolor sit',
      'paragraph: amet, consectetur adipi',
      'paragraph: consequat. Duis aute ir',
      'heading 2: Foo',
      'paragraph: Tempor',
      'paragraph: incididunt ut labore et',
      'paragraph: cillum dolore eu fugiat',
    ])
  })
})

describe('white space', () => {
  it.each([
    ['is collapsed', '<p> The \n\t port <b> was </b> shut. </p>', ['paragraph: The port was shut.']],
    ['stays in pre', '<pre>\na  b\n\tc\n</pre>', ['code: a  b\n\tc']],
    ['stays where it is hard', '<p>5&nbsp;km&#x202f;or so</p>', ['paragraph: 5\u00a0km\u202for so']],
    ['of <br> is a soft break', '<p>one <br> two</p>', ['paragraph: one\ntwo']],
    ['between blocks is none', '<div>a<div>b</div>c</div>', ['paragraph: a', 'paragraph: b', 'paragraph: c']],
    ['between Chinese signs at a line end goes', '<p>隧道\n关闭</p>', ['paragraph: 隧道关闭']],
    ['of a paragraph of hard blanks goes', '<p>a</p><p>&nbsp;</p><p>b</p>', ['paragraph: a', 'paragraph: b']],
  ])('%s', (_, html, expected) => {
    expect(outline(whole(html))).toEqual(expected)
  })

  it('signs without a width and of direction stay, and forms are not made one', () => {
    const text = 'a\u200bb\u200dc\u200e\u202bd\u202c\u2066e\u2069 e\u0301 \u00e9 \ufeff.'
    expect(whole(`<p>${text}</p>`).text).toBe(text)
  })
})

describe('blocks', () => {
  it.each([
    [
      'a link around blocks',
      '<a href="https://x.org"><h2>A</h2><p>b</p></a>',
      ['heading 2: A', 'paragraph: b'],
    ],
    [
      'elements of a page’s own',
      '<x-story><x-part>a</x-part><p>b</p></x-story>',
      ['paragraph: a', 'paragraph: b'],
    ],
    ['bold around a list', '<b><ul><li>a<li>b</ul></b>', ['item •: a', 'item •: b']],
    [
      'a list in a list without an item',
      '<ul><li>a</li><ul><li>b</li></ul></ul>',
      ['item •: a', 'item 1 •: b'],
    ],
    ['words in a list outside of items', '<ul>a<li>b</ul>', ['item: a', 'item •: b']],
    ['a list that starts late', '<ol start=7><li>a<li>b</ol>', ['item 7.: a', 'item 8.: b']],
    ['definitions', '<dl><dt>a<dd>b<dd>c</dl>', ['label: a', 'item: b', 'item: c']],
    ['details', '<details><summary>a</summary>b</details>', ['label: a', 'paragraph: b']],
    [
      'a quotation with its source',
      '<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>',
      ['quote: a', 'paragraph: b'],
    ],
    ['quotation marks that style sheets make', '<p>He said <q>no</q>.</p>', ['paragraph: He said “no”.']],
    [
      'readings beside Japanese',
      '<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby></p>',
      ['paragraph: 港(みなと)'],
    ],
    [
      'a table of figures',
      '<table><tr><th>a<th>b<tr><td><p>1</p><p>2</p><td>3</table>',
      ['table-row: a\tb', 'table-row: 1 2\t3'],
    ],
    [
      'a table in a table',
      '<table><tr><td>x<table><tr><th>a<td>1</table><td>y</table>',
      ['paragraph: x', 'table-row: a\t1', 'paragraph: y'],
    ],
    ['a table of one cell', '<table><tr><td>a<p>b</table>', ['paragraph: a', 'paragraph: b']],
    [
      'a table that says that it is none',
      '<table role=presentation><tr><td>a<td>b</table>',
      ['paragraph: a', 'paragraph: b'],
    ],
    ['lines in pre', '<pre>a<br>b</pre>', ['code: a\nb']],
    ['two breaks inside bold', '<div><b>a<br><br>b</b> c</div>', ['paragraph: a', 'paragraph: b c']],
    [
      'breaks before a block',
      '<div>a<br><br><p>b</p><br><br>c</div>',
      ['paragraph: a', 'paragraph: b', 'paragraph: c'],
    ],
    [
      'time and author side by side',
      '<div><span class="byline">Jane Doe</span><time>2 hours ago</time></div>',
      ['byline: Jane Doe', 'dateline: 2 hours ago'],
    ],
  ])('%s', (_, html, expected) => {
    expect(outline(whole(html))).toEqual(expected)
    expect(tiles(whole(html))).toEqual([])
  })

  it('keep the emphasis and the link around them', () => {
    const story = whole('<a href="https://x.org/"><b><p>one</p><p>two</p></b></a>')
    expect(story.marks.map(({ kind, start, end, href }) => [kind, start, end, href])).toEqual([
      ['strong', 0, 3, ''],
      ['link', 0, 3, 'https://x.org/'],
      ['strong', 4, 7, ''],
      ['link', 4, 7, 'https://x.org/'],
    ])
  })
})

describe('addresses', () => {
  it.each([
    ['https', 'https://x.org/a', 'https://x.org/a'],
    ['mail', 'mailto:a@x.org', 'mailto:a@x.org'],
    ['another host', '//x.org/a', 'https://x.org/a'],
    ['another computer', '\\\\host\\share', 'https://host\\share'],
    ['the page itself', '#top', ''],
    ['a file beside it', 'other.html', ''],
    ['a script', 'javascript:alert(1)', ''],
    ['a hidden script', ' jAvA\nscript:alert(1)', ''],
    ['data', 'data:text/html,<script>alert(1)</script>', ''],
    ['a file', 'file:///etc/passwd', ''],
    ['a program', 'ms-msdt:/id', ''],
  ])('of a link: %s', (_, href, expected) => {
    const story = whole(`<p><a href="${href.replaceAll('"', '&quot;')}">a</a></p>`)
    expect([story.text, story.marks[0]?.href]).toEqual(['a', expected])
  })

  const inline = `data:image/png;base64,${'A'.repeat(500)}`
  it.each([
    ['beside the page', 'src="page_files/a.jpg"', 'page_files/a.jpg'],
    ['in the page', `src="${inline}"`, inline],
    ['that a script would bring', 'src="data:image/gif;base64,R0lG" data-src="a.jpg"', 'a.jpg'],
    ['in several sizes', 'srcset="a-400.jpg 400w, a-800.jpg 800w"', 'a-400.jpg'],
    ['drawn by code', `src="data:image/svg+xml,${'x'.repeat(500)}"`, ''],
    ['elsewhere on the computer', 'src="file:///etc/passwd"', ''],
    ['of a script', 'src="javascript:alert(1)"', ''],
  ])('of a picture: %s', (_, attributes, expected) => {
    expect(whole(`<img alt="a" ${attributes}>`).images).toEqual([{ at: 0, source: expected }])
  })

  it.each([
    ['a web address', 'https://x.org/news/', 'https://x.org/news/b.html', 'https://x.org/news/c.jpg'],
    ['a script', 'javascript:alert(1)//', '', 'c.jpg'],
    ['a folder of the computer', 'file:///home/desk/', '', 'c.jpg'],
    ['a relative one', '../', '', 'c.jpg'],
  ])('that are relative are read from a base only if it is a web address: %s', (_, base, link, picture) => {
    const story = whole(
      `<head><base href="${base}"></head><p><a href="b.html">b</a></p><img alt="c" src="c.jpg">`,
    )
    expect([story.marks[0]?.href, story.images[0]?.source]).toEqual([link, picture])
  })
})

describe('hostile pages', () => {
  it.each([
    ['a script in a comment', '<!--><script>alert(1)</script>-->a', '-->a'],
    ['a style that ends early', '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">', '">'],
    [
      'math that turns into HTML',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;/mglyph&gt;&lt;img src=1 onerror=alert(1)&gt;">',
      '',
    ],
    [
      'a form in a form',
      '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
      '',
    ],
    ['noscript', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '">'],
    ['a title', '<svg><title><![CDATA[<img src=x onerror=alert(1)>]]></title></svg>a', 'a'],
    ['a template', '<template><script>alert(1)</script><p>t</p></template>a', 'a'],
    ['a page in an attribute', '<iframe srcdoc="<script>alert(1)</script>"></iframe>a', 'a'],
    ['footnotes of another reader', '<section data-footnotes><ol><li>a</ol></section>', 'a'],
    ['hints of our own', '<p galleyhint="byline">a</p><galley-left-out what="x">b</galley-left-out>', 'a\nb'],
    ['names of the language', '<constructor>a</constructor><p class="__proto__" id="toString">b</p>', 'a\nb'],
  ])('are text: %s', (_, html, text) => {
    for (const story of [read(html), whole(html)]) {
      expect(story.text.replaceAll(/(?<=^|\n)\n|\n$/g, '')).toBe(text)
      expect(tiles(story)).toEqual([])
    }
  })

  const tangled =
    'The code of this page is too tangled to read, so all its words are shown as plain paragraphs.'
  const nested = 'Parts of the page are nested so deeply that only their words and their order were kept.'
  it.each([
    ['20,000 blocks', `${'<div>'.repeat(20_000)}a<p>b`, 'a\nb', tangled],
    ['20,000 tables', `${'<table><tr><td>'.repeat(20_000)}a<p>b`, 'a\nb', tangled],
    ['20,000 spans', `${'<span>'.repeat(20_000)}a<p>b`, 'a\nb', tangled],
    ['2,000 blocks', `${'<div>'.repeat(2000)}a<p>b</p>${'</div>'.repeat(2000)}<p>c`, 'a\nb\nc', nested],
    [
      '500 kinds of bold',
      `${Array.from({ length: 500 }, (_, i) => `<b id=${i}>`).join('')}a<p>b<p>c`,
      'a\nb\nc',
      nested,
    ],
    ['a million signs', '<'.repeat(1_000_000), '<'.repeat(1_000_000), null],
    ['an attribute of a megabyte', `<p title="${'x'.repeat(1_000_000)}">a`, 'a', null],
    [
      'a paragraph of a megabyte',
      `<p>${'The port is shut. '.repeat(60_000)}`,
      'The port is shut. '.repeat(60_000).trim(),
      null,
    ],
    ['20,000 attributes', `<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(' ')}>a`, 'a', null],
    [
      'bold that is never closed',
      `${'<b><i><u>'.repeat(100)}a${'<p>b'.repeat(500)}`,
      `a${'\nb'.repeat(500)}`,
      nested,
    ],
  ])(
    'are read in time: %s',
    (_, html, text, warning) => {
      const before = process.cpuUsage()
      const story = whole(html)
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5)
      expect(story.text === text).toBe(true)
      expect(story.warnings).toEqual(warning === null ? [] : [warning])
      expect(read(html).text.length).toBeGreaterThan(0)
    },
    60_000,
  )

  it('whatever the page is, it is read, the same each time', () => {
    const piece = fc.constantFrom(
      ...'<p> </p> <div> </div> <table> <tr> <td> </table> <ul> <li> </ul> <a href="https://x.org"> </a> <b> </b> <br> <br><br>'.split(
        ' ',
      ),
      ...'<figure> <figcaption> <img src=a alt=b> <h1> <h2> <article> </article> <blockquote> <pre> <script> </script> <style>'.split(
        ' ',
      ),
      ...'<!-- --> <svg> <math> <template> <select> <option> <textarea> <iframe> <nav> <form> <body> <frameset> <plaintext>'.split(
        ' ',
      ),
      ...'word Sentence. 😀 \ud800 &nbsp; &amp <a <time> <dl><dt> <ruby><rt> <details> <html> <head> <title> \0'.split(
        ' ',
      ),
      ' ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 60 }), (pieces) => {
        const html = pieces.join('')
        for (const open of [read, whole]) {
          const story = open(html)
          expect(tiles(story)).toEqual([])
          expect(open(html)).toEqual(story)
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
