import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml } from '../../../shared/report/html/html.ts'
import { headingLevels } from '../../../shared/report/html/outline.ts'
import { reportHtml } from '../../../shared/report/html/page-html.ts'
import { WHOLE_REPORT } from '../../../shared/report/report-input.ts'
import { safeHref } from '../../../shared/tags/field-value.ts'
import type { TagId } from '../../../shared/units.ts'
import { harbourReport, jane, type MarkSketch, okafor, reportInput } from '../../helpers/report-input.ts'
import { elementsOf, storyTextOf } from '../../helpers/report-markup.ts'
import { story } from '../../helpers/story.ts'
import { storyOfBlocks } from '../../helpers/story-of-blocks.ts'

const page = reportHtml(harbourReport)

describe('reportHtml', () => {
  it('holds the story text, whole and unchanged', () => {
    expect(storyTextOf(page)).toBe(harbourReport.story.text)
  })

  it('holds the story text whatever stands in it and wherever the marks lie', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom('\n', ' ', '  ', '<b>', '&amp;', '</p>', '-->', '"', '🚦', 'مرحبا', '\t', '\u202E'),
        fc.string(),
      ),
      { minLength: 1, maxLength: 30 },
    )
    const places = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 8 })
    fc.assert(
      fc.property(pieces, places, (words, marks) => {
        const text = words.join('').replaceAll('\r', '')
        fc.pre(text.length > 0)
        const sketch = storyOfBlocks(
          'any.txt',
          text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
        )
        const sketches = marks.map(([a, b, mine]): MarkSketch => {
          const start = a % text.length
          const on = text.slice(start, start + 1 + (b % (text.length - start)))
          return { by: mine ? jane : okafor, tag: mine ? 'fact' : 'assessment', on, note: on }
        })
        const input = reportInput(sketch, sketches)
        const report = reportHtml(input)
        expect(storyTextOf(report)).toBe(text)
        const sides = reportHtml({ ...input, choice: { ...WHOLE_REPORT, compare: [jane, okafor] } })
        expect(storyTextOf(sides, 'one')).toBe(text)
        expect(storyTextOf(sides, 'two')).toBe(text)
        const wanted = sketches.map((_, index) => `mark-${index + 1}`).sort()
        for (const page of [report, sides]) {
          const ids = elementsOf(page).flatMap(({ attributes }) => attributes.id ?? [])
          expect(ids.filter((id) => id.startsWith('mark-')).sort()).toEqual(wanted)
        }
      }),
    )
  })

  it('has ids that are unique, and links that lead somewhere', () => {
    const elements = elementsOf(page)
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const goals = elements
      .flatMap(({ attributes }) => attributes.href ?? [])
      .filter((href) => href.startsWith('#'))
    expect(goals.filter((goal) => !ids.includes(goal.slice(1)))).toEqual([])
  })

  it('numbers every mark at its end, and leads from there to the note or to the row of the table', () => {
    const links = [
      ...page.matchAll(/<sup class="t\d a\d"><a href="#([a-z]+-\d+)" aria-label="([^"]*)">(\d+)</g),
    ]
    expect(
      links
        .map(([, goal, label, number]) => [Number(number), goal, label])
        .sort(byNumber)
        .slice(0, 4),
    ).toEqual([
      [1, 'note-1', '1, Photo caption, Jane Doe'],
      [2, 'row-2', '2, Fact, Jane Doe'],
      [3, 'note-3', '3, Attribution, Jane Doe'],
      [4, 'note-4', '4, Fact, Jane Doe'],
    ])
    expect(links).toHaveLength(15)
  })

  it('needs no script and nothing from outside', () => {
    const names = new Set(elementsOf(page).map(({ name }) => name))
    expect([...names].filter((name) => FORBIDDEN.includes(name))).toEqual([])
    expect(page).toContain(
      '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">',
    )
    expect(page).not.toMatch(/@import|url\(|<[^>]* (?:src|srcset|on[a-z]+)=/)
    const outside = elementsOf(page)
      .flatMap(({ attributes }) => attributes.href ?? [])
      .filter((href) => !href.startsWith('#'))
    expect(new Set(outside)).toEqual(new Set(['https://example.org/review?a=1&b="2"']))
  })

  it('keeps words of files out of the markup: names, notes, tags, fields, colours', () => {
    const attack = `"><script>alert(1)</script><img src=x onerror='x'>`
    const { story: short } = story('Rain', { name: attack, meta: { lang: attack } })
    const given = reportInput(short, [
      { by: jane, tag: attack, on: 'Rain', note: attack, fields: { [attack]: attack } },
      {
        by: jane,
        tag: attack,
        on: attack,
        orphan: true,
        alternatives: [{ tag: attack as TagId, note: attack, fields: {} }],
      },
    ])
    const input = {
      ...given,
      galleyVersion: attack,
      layers: given.layers.map((layer) => ({ ...layer, name: attack })),
      tags: given.tags.map((tag) => ({
        ...tag,
        light: '#fff}</style>',
        dark: 'red;}',
        label: attack,
        description: attack,
      })),
    }
    const report = reportHtml(input)
    expect(elementsOf(report).filter(({ name }) => name === 'script' || name === 'img')).toEqual([])
    expect(report.match(/<\/style/g)).toHaveLength(1)
    expect(report).not.toMatch(/#fff\}|red;\}/)
  })

  it('calls fields as the tags do, and leads to an address that can do no harm', () => {
    const { story: short } = story('Rain, hail, snow')
    const fields = [
      { id: 'proof', label: 'Evidence', kind: 'link', choices: [] },
      { id: 'asked', label: 'Other side asked', kind: 'yes-no', choices: [] },
    ] as const
    const [fact] = harbourReport.tags
    if (fact === undefined) throw new Error('no tags')
    const tags = [{ ...fact, id: 'claim' as TagId, label: 'Claim by a party', fields }]
    const marks: readonly MarkSketch[] = [
      {
        by: jane,
        tag: 'claim',
        on: 'Rain',
        fields: { proof: 'https://example.org/a?b="1"&c', asked: 'yes' },
      },
      { by: jane, tag: 'claim', on: 'hail', fields: { proof: 'javascript:alert(1)' } },
      { by: jane, tag: 'fact', on: 'snow', fields: { proof: 'https://example.org/not-a-link-here' } },
    ]
    const report = reportHtml(reportInput(short, marks, { tags }))
    expect(report).toContain('<dt>Other side asked</dt> <dd dir="auto">yes</dd>')
    expect(report).toContain('<dt>Evidence</dt> <dd dir="auto">javascript:alert(1)</dd>')
    expect(report).toContain('<dt>proof</dt> <dd dir="auto">https://example.org/not-a-link-here</dd>')
    const links = elementsOf(report).filter(({ attributes }) => attributes.href?.startsWith('http'))
    // Once beside the text, and once for the row that has no note there: the links are the same.
    expect(links.map(({ attributes }) => [attributes.href, attributes.rel])).toEqual(
      links.map(() => ['https://example.org/a?b="1"&c', 'noopener noreferrer']),
    )
    expect(links.length).toBeGreaterThan(0)
    expect(report).toMatch(/<mark class="t1 l0">fact<\/mark>/)
  })

  it('sets blocks from right to left where their first letter is, and keeps the rest', () => {
    const arabic = elementsOf(page).filter(({ attributes }) => attributes.dir === 'rtl')
    expect(arabic.map(({ name, attributes }) => [name, attributes.class])).toEqual([['p', 'b paragraph']])
  })

  it.each([
    ['de-AT', 'de-AT'],
    ['', ''],
    ['not a language', ''],
  ])('gives the story the language %j as %j', (lang, expected) => {
    const report = reportHtml({ ...harbourReport, story: { ...harbourReport.story, meta: { lang } } })
    expect(report).toContain(`class="b headline" lang="${expected}"`)
  })

  it('lists an orphan apart, with its quote and note, and says so in the table', () => {
    const orphans = page.slice(
      page.indexOf('<section class="of-check"'),
      page.indexOf('<section class="of-numbers"'),
    )
    expect(orphans).toContain('nobody was hurt, the authority said')
    expect(orphans).toContain('Taken out in the second edition?')
    expect(page).toContain('not found</td>')
    const without = {
      ...harbourReport,
      annotations: harbourReport.annotations.filter(({ span }) => span !== null),
    }
    expect(reportHtml(without)).not.toContain('Not found in the text')
  })

  it('says that there are no annotations where there are none, and leaves out who marked nothing', () => {
    const report = reportHtml({ ...harbourReport, annotations: [] })
    expect(report).toContain('No annotations in the chosen layers.')
    expect(report).not.toContain('Jane Doe')
    expect(storyTextOf(report)).toBe(harbourReport.story.text)
  })

  it('draws five thousand marks in a story of book length in little time', () => {
    const words = Array.from({ length: 100_000 }, (_, index) => `word${index}`)
    const lines = Array.from({ length: 2000 }, (_, index) =>
      words.slice(index * 50, index * 50 + 50).join(' '),
    )
    const book = storyOfBlocks(
      'book.txt',
      lines.map((text) => ({ kind: 'paragraph', text })),
    )
    const base = reportInput(book, [{ by: jane, tag: 'fact', on: 'word0 word1', note: 'Checked.' }])
    const [one] = base.annotations
    const annotations = Array.from({ length: 5000 }, (_, index) => {
      const start = Math.floor((book.text.length / 5000) * index)
      return { ...one, ...{ id: `urn:uuid:${index}`, span: { start, end: start + 190 } } }
    }) as unknown as typeof base.annotations
    const before = process.cpuUsage()
    const report = reportHtml({ ...base, annotations })
    const { user, system } = process.cpuUsage(before)
    expect(report.match(/<sup /g)).toHaveLength(5000)
    // Microseconds of this process, so that a busy computer doesn't count. About 0.7 s when measured; what is guarded against is squares.
    expect(user + system).toBeLessThan(5_000_000)
  })
})

describe('headingLevels', () => {
  it.each([
    ['headline and headings', ['headline 1', 'heading 2', 'heading 3', 'heading 2'], [3, 4, 5, 4]],
    ['headings that skip a level', ['headline 1', 'heading 2', 'heading 5'], [3, 4, 5]],
    ['no headline', ['paragraph 0', 'heading 2', 'heading 3'], [null, 3, 4]],
    [
      'more levels than there are',
      ['headline 1', ...[1, 2, 3, 4, 5, 6].map((n) => `heading ${n}`)],
      [3, 4, 5, 6, 6, 6, 6],
    ],
  ])('closes up the outline: %s', (_name, sketch, levels) => {
    const blocks = sketch.map((words) => {
      const [kind, level] = words.split(' ')
      return { kind: kind as 'heading', level: Number(level), text: 'x' }
    })
    expect(headingLevels(storyOfBlocks('a.md', blocks).blocks)).toEqual(levels)
  })
})

describe('escapeHtml', () => {
  it('escapes what could end a text or a quoted value', () => {
    expect(escapeHtml(`<a href="x" b='y'>&\r`)).toBe('&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&#13;')
  })
})

describe('safeHref', () => {
  it.each([
    ['https://example.org/a?b=c', true],
    ['HTTP://example.org', true],
    ['mailto:desk@example.org', true],
    ['javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['//example.org', false],
    ['\\\\server\\share', false],
    ['https://exa mple.org', false],
    ['', false],
  ])('takes %j: %s', (href, taken) => {
    expect(safeHref(href)).toBe(taken ? href : null)
  })
})

const FORBIDDEN = [
  'script',
  'img',
  'link',
  'iframe',
  'object',
  'embed',
  'form',
  'base',
  'audio',
  'video',
  'use',
  'image',
]

function byNumber(a: readonly unknown[], b: readonly unknown[]): number {
  return Number(a[0]) - Number(b[0])
}
