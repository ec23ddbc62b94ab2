import { describe, expect, it } from 'vitest'
import { storyStops } from '../../../shared/report/html/contents-html.ts'
import { cssString } from '../../../shared/report/html/css-string.ts'
import { entriesOf } from '../../../shared/report/html/entry.ts'
import { reportHtml } from '../../../shared/report/html/page-html.ts'
import { languageOf, mainDirection } from '../../../shared/report/html/story-tongue.ts'
import { textOffset } from '../../../shared/units.ts'
import { jane, reportInput } from '../../helpers/report-input.ts'
import { elementsOf, storyTextOf } from '../../helpers/report-markup.ts'
import { story } from '../../helpers/story.ts'
import { type BlockSketch, storyOfBlocks } from '../../helpers/story-of-blocks.ts'

const paragraph = (text: string): BlockSketch => ({ kind: 'paragraph', text })
const heading = (text: string): BlockSketch => ({ kind: 'heading', text, level: 2 })

describe('storyStops', () => {
  const stopsOf = (blocks: readonly BlockSketch[]) => {
    const input = reportInput(storyOfBlocks('a.md', blocks), [{ by: jane, tag: 'fact', on: 'rain' }])
    return storyStops(input.story, entriesOf(input))
  }
  const words = (many: number) => paragraph('rain '.repeat(many).trim())

  it('has the headings and labels of a story with four of them, and the marks of each', () => {
    const blocks = [
      heading('One'),
      words(3),
      heading('Two'),
      { kind: 'label', text: 'Why:' } as const,
      heading('Four'),
    ]
    expect(stopsOf(blocks).map(({ words: said, marks, paragraph: number }) => [said, marks, number])).toEqual(
      [
        ['One', 1, null],
        ['Two', 0, null],
        ['Why:', 0, null],
        ['Four', 0, null],
      ],
    )
  })

  it('is empty for a short story with fewer', () => {
    expect(stopsOf([heading('One'), words(3), heading('Two'), words(3), heading('Three')])).toEqual([])
  })

  it('has two headings of a long story', () => {
    expect(stopsOf([heading('One'), words(800), heading('Two'), words(800)])).toHaveLength(2)
  })

  it('has the opening words of some paragraphs where a long story has no headings', () => {
    const stops = stopsOf(Array.from({ length: 35 }, () => words(60)))
    expect(stops.map(({ paragraph: number }) => number)).toEqual([1, 5, 9, 13, 17, 21, 25, 29, 33])
    expect(stops[0]?.words).toMatch(/^rain rain .{50,65}…$/)
  })

  it('is led to by anchors that are there', () => {
    const blocks = ['One', 'Two', 'Three', 'Four'].flatMap((name) => [heading(name), words(2)])
    const page = reportHtml(reportInput(storyOfBlocks('a.md', blocks), []))
    const ids = elementsOf(page).flatMap(({ attributes }) => attributes.id ?? [])
    const goals = [...page.matchAll(/href="#(part-\d)"/g)].map(([, goal]) => goal)
    expect(goals).toEqual(['part-1', 'part-2', 'part-3', 'part-4'])
    expect(ids).toEqual(expect.arrayContaining(goals))
  })
})

describe('cssString', () => {
  it.each([
    ['harbour tunnel', '"harbour tunnel"'],
    ['a.md', '"a\\2e md"'],
    ['"}</style>', '"\\22 \\7d \\3c \\2f style\\3e "'],
    ['مفاوضات', '"مفاوضات"'],
    ['a\\\n\u202Eb\uD800', '"a\\5c b"'],
    ['🚦', '"\\1f6a6 "'],
  ])('writes %j as %s', (text, expected) => {
    expect(cssString(text)).toBe(expected)
  })
})

describe('the tongue of a story', () => {
  it.each([
    ['Rain fell on Monday.', null, 'ltr'],
    ['הגשר הישן נסגר ביום שני.', 'he', 'rtl'],
    ['قال مسؤول إن المفاوضات تستأنف.', null, 'rtl'],
    ['夜航渡轮停航六周后复航', 'zh', 'ltr'],
    ['フェリーは六週間ぶりに運航を再開した。', 'ja', 'ltr'],
    ['여객선이 다시 다닌다.', 'ko', 'ltr'],
    ['The ferry “夜航” sailed again after six long weeks of repairs.', null, 'ltr'],
  ])('%s: %s, %s', (text, language, direction) => {
    expect(languageOf(story(text).story)).toBe(language)
    expect(mainDirection(story(text).story)).toBe(direction)
  })

  it('mirrors a story from right to left, and sets a block of the other direction apart', () => {
    const page = reportHtml(
      reportInput(story('הגשר הישן נסגר ביום שני.\nThe bridge.\n12–14').story, [
        { by: jane, tag: 'fact', on: 'bridge' },
      ]),
    )
    expect(page).toContain('<div class="story" dir="rtl">')
    expect(page).toContain('class="strip mirrored"')
    const blocks = elementsOf(page).filter(({ attributes }) => attributes.class?.startsWith('b paragraph'))
    expect(blocks.map(({ attributes }) => attributes.dir)).toEqual([undefined, 'ltr', undefined])
  })
})

describe('what the report says of the story', () => {
  it('has a picture as its words and its address, and fetches nothing', () => {
    const pictured = storyOfBlocks('a.md', [
      { kind: 'image', text: 'A lock gate' },
      { kind: 'image', text: '' },
      paragraph('Rain.'),
    ])
    const images = [
      { at: textOffset(0), source: 'https://example.org/"gate".jpg' },
      { at: textOffset(12), source: `data:image/png;base64,${'A'.repeat(500)}` },
    ]
    const page = reportHtml(reportInput({ ...pictured, images }, []))
    expect(page).toContain('data-source="https://example.org/&quot;gate&quot;.jpg">A lock gate</p>')
    expect(page).not.toContain('base64')
    expect(elementsOf(page).filter(({ name }) => name === 'img')).toEqual([])
    expect(storyTextOf(page)).toBe(pictured.text)
  })

  it('lists what changed since it was confirmed, with the words of then and of now', () => {
    const input = reportInput(story('The mayor resigned on Monday.').story, [
      { by: jane, tag: 'fact', on: 'on Monday', note: 'Sure?' },
      { by: jane, tag: 'fact', on: 'The mayor' },
    ])
    const annotations = input.annotations.map((one, index) =>
      index === 0
        ? { ...one, drift: 'words' as const, quote: 'on <Friday>' }
        : { ...one, drift: 'sentence' as const },
    )
    const page = reportHtml({ ...input, annotations })
    const check = page.slice(
      page.indexOf('<section class="of-check"'),
      page.indexOf('<section class="of-numbers"'),
    )
    expect(check).toContain('<h3>Words that changed</h3>')
    expect(check).toContain('<dt>Confirmed</dt><dd><q lang="" dir="auto">on &lt;Friday&gt;</q></dd>')
    expect(check).toContain('<dt>Now</dt><dd><q lang="" dir="auto">on Monday</q></dd>')
    expect(check).toContain('<h3>Sentences that changed</h3>')
    expect(check).not.toContain('Not found in the text')
  })

  it('has the addresses of its links for paper, those that can do no harm', () => {
    const linked = storyOfBlocks('a.md', [
      {
        kind: 'paragraph',
        text: 'See the review and the plan.',
        inline: [
          { kind: 'link', words: 'the review', href: 'https://example.org/?a=1&b=2' },
          { kind: 'link', words: 'the plan', href: 'javascript:alert(1)' },
        ],
      },
    ])
    const page = reportHtml(reportInput(linked, []))
    const links = page.slice(page.indexOf('<div class="links">'), page.indexOf('</ul></div>'))
    expect(links).toContain('the review</q> https://example.org/?a=1&amp;b=2')
    expect(page).not.toContain('javascript:')
  })

  it('keeps the name of the story from ending the style sheet', () => {
    const page = reportHtml(reportInput(story('Rain', { name: '"}</style><script>.md' }).story, []))
    expect(page.match(/<\/style/g)).toHaveLength(1)
    expect(elementsOf(page).filter(({ name }) => name === 'script')).toEqual([])
  })
})
