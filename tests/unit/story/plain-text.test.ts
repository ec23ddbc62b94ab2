import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseLineEnds } from '../../../shared/story/line-ends.ts'
import { readPlainText } from '../../../shared/story/plain-text.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import type { Story } from '../../../shared/story/story.ts'
import { tiles } from './tiles.ts'

const outline = (story: Story) =>
  story.blocks
    .filter((block) => block.kind !== 'blank')
    .map((block) => `${block.kind}: ${story.text.slice(block.start, block.end)}`)

const kinds = (raw: string) =>
  readStory('story.txt', raw).blocks.map((block) =>
    block.level ? `${block.kind} ${block.level}` : block.kind,
  )

const body = 'The tunnel was closed on Friday, officials said, and it will stay so for eleven weeks.'

describe('the plain text reader', () => {
  it('keeps every character of any text, and its blocks cover it', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '- item',
        '> quote',
        '',
        ' ',
        'By Jane Doe',
        'Photo: Jane',
        'Label:',
        '* * *',
        '\ud800',
        '\0',
      ),
      fc.constant('wrapped words that go on and on until the line has some seventy columns'),
    )
    const raw = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), { maxLength: 30 })
      .map((lines) => lines.flat().join(''))
    fc.assert(
      fc.property(raw, (text) => {
        const story = readStory('any.txt', text)
        expect(story.text).toBe(normaliseLineEnds(text).text)
        expect(tiles(story)).toEqual([])
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  it('gives an empty text one empty block', () => {
    expect(readStory('a.txt', '')).toEqual({
      name: 'a.txt',
      format: 'txt',
      reader: 'txt/1',
      text: '',
      blocks: [{ kind: 'blank', start: 0, end: 0, level: 0, marker: '' }],
      marks: [],
      images: [],
      meta: {},
      hardWrapped: false,
      warnings: [],
    })
  })

  it('reads a wire story', () => {
    const story = readStory(
      'a.txt',
      [
        'Harbour tunnel stays closed',
        'By Jane Doe and John Roe',
        'Nov 20, 2026 – Harbour City',
        '',
        'The closed tunnel on Friday. (Photo by Ann Poe)',
        '',
        body,
        '',
        'Why it matters:',
        'Why now: The lining was found to be thinner than planned.',
        '- One lane: 40,000 cars a day.',
        '  - Two lanes',
        '* Three lanes',
        '',
        'What comes next',
        '',
        body,
        '> “We are sorry,” the port said.',
        '* * *',
      ].join('\n'),
    )
    expect(outline(story)).toEqual([
      'headline: Harbour tunnel stays closed',
      'byline: By Jane Doe and John Roe',
      'dateline: Nov 20, 2026 – Harbour City',
      'caption: The closed tunnel on Friday. (Photo by Ann Poe)',
      `paragraph: ${body}`,
      'label: Why it matters:',
      'paragraph: Why now: The lining was found to be thinner than planned.',
      'item: - One lane: 40,000 cars a day.',
      'item:   - Two lanes',
      'item: * Three lanes',
      'heading: What comes next',
      `paragraph: ${body}`,
      'quote: > “We are sorry,” the port said.',
      'rule: * * *',
    ])
    expect(story.marks.map((mark) => [mark.kind, story.text.slice(mark.start, mark.end)])).toEqual([
      ['strong', 'Why now:'],
      ['strong', 'One lane:'],
    ])
    expect(story.blocks.filter((block) => block.kind === 'item').map((block) => block.level)).toEqual([
      0, 1, 0,
    ])
  })

  it.each([
    ['one line is a paragraph', 'Tunnel closed', ['paragraph']],
    ['a first line with a full stop is a paragraph', `It rained.\n${body}`, ['paragraph', 'paragraph']],
    ['a question may be a headline', `Is the tunnel safe?\n${body}`, ['headline 1', 'paragraph']],
    ['there is one headline', `Tunnel\nA deck below it\n${body}`, ['headline 1', 'heading 2', 'paragraph']],
    [
      'a headline may come after a caption',
      `Photo: Poe\nTunnel\n${body}`,
      ['caption', 'headline 1', 'paragraph'],
    ],
    ['no byline in the body', `Tunnel\n${body}\nBy Jane Doe`, ['headline 1', 'paragraph', 'paragraph']],
    [
      '"By the end" is no byline',
      `Tunnel\nBy the end of May\n${body}`,
      ['headline 1', 'heading 2', 'paragraph'],
    ],
    [
      'verse has no headings',
      'I went.\nOne line\nTwo line\nSix line',
      ['paragraph', 'paragraph', 'paragraph', 'paragraph'],
    ],
    ['a long date line', `Tunnel\nFriday, May 8, 2009\n${body}`, ['headline 1', 'dateline', 'paragraph']],
    ['a place alone', `Tunnel\nHARBOUR CITY (Galley) —\n${body}`, ['headline 1', 'dateline', 'paragraph']],
    ['nested quotations', `${body}\n> a\n>> b`, ['paragraph', 'quote', 'quote 1']],
    ['a blank line of blanks', `${body}\n  \u3000\n${body}`, ['paragraph', 'blank', 'paragraph']],
    ['speech is no label', `${body}\nThe mayor said on Friday: “No.”`, ['paragraph', 'paragraph']],
  ])('%s', (_, raw, expected) => {
    expect(kinds(raw)).toEqual(expected)
  })

  it.each([
    'Photo: Jane Doe',
    'A crane over the harbour. Image: Jambula.',
    'The mayor on Friday. (Photo by Jane Doe/Galley)',
    'The mayor on Friday. (AP Photo/Jane Doe)',
    'FILE PHOTO: The tunnel before it closed.',
    'The tunnel. Credit: Port Authority',
    'الصورة: أحمد علي',
    'النفق المغلق صباح الجمعة (تصوير أحمد علي)',
    'המנהרה ביום שישי. צילום: רויטרס',
    '周五的隧道。张三 摄',
    '图为周五的隧道。',
    '图：新华社',
  ])('takes %j for a caption', (line) => {
    expect(kinds(`${body}\n${line}\n${body}`)[1]).toBe('caption')
  })

  it.each([
    'The image of the city suffered, and nobody spoke of a photo.',
    'A tax credit was given to the port.',
    `${body} An example. Image: Jambula. ${body.repeat(5)}`,
    'يحب التصوير في المدينة القديمة كل يوم جمعة مع أصدقائه وعائلته الكبيرة.',
    '他喜欢画画。',
  ])('takes %j for no caption', (line) => {
    expect(kinds(`${body}\n${line}\n${body}`)[1]).not.toBe('caption')
  })

  it.each([
    ['2026-11-20', true],
    ['20 November 2026', true],
    ['Nov. 20, 2026', true],
    ['HARBOUR CITY, Nov 20 (Galley) –', true],
    ['الجمعة 20 نوفمبر 2026', true],
    ['٢٠ نوفمبر ٢٠٢٦', true],
    ['20 בנובמבר 2026', true],
    ['2026年11月20日', true],
    ['Updated 20 November 2026 at 10:30', true],
    ['The tunnel closed on 20 November', false],
    ['20 November 2026 was a Friday.', false],
    ['March 5 dogs through the park today', false],
  ])('a line %j is a date line: %s', (line, expected) => {
    expect(kinds(`${body}\n${line}\n${body}`)[1] === 'dateline').toBe(expected)
  })

  it('reads Arabic, Hebrew and Chinese stories', () => {
    const arabic = 'أُغلق النفق صباح الجمعة بعد أن عثر المهندسون على شقوق في البطانة، بحسب سلطة الميناء.'
    const hebrew = 'המנהרה נסגרה בבוקר יום שישי לאחר שמהנדסים מצאו סדקים בציפוי, כך לפי רשות הנמל.'
    const chinese = '港口管理局称，工程师在隧道衬砌中发现裂缝后，隧道于周五早上关闭，将持续十一周。'
    expect(kinds(`النفق يبقى مغلقا\nبقلم: جين دو\n\n${arabic}\nلماذا يهم:\n• ${arabic}`)).toEqual([
      'headline 1',
      'byline',
      'blank',
      'paragraph',
      'label',
      'item',
    ])
    expect(kinds(`המנהרה סגורה\nמאת: ג׳יין דו\n\n${hebrew}\nלמה זה חשוב:\n– ${hebrew}`)).toEqual([
      'headline 1',
      'byline',
      'blank',
      'paragraph',
      'label',
      'item',
    ])
    expect(kinds(`隧道继续关闭\n记者：张三\n2026年11月20日\n\n${chinese}\n为何重要：\n• ${chinese}`)).toEqual(
      ['headline 1', 'byline', 'dateline', 'blank', 'paragraph', 'label', 'item'],
    )
  })

  it('reads a large story in a time that fits its length', () => {
    const large = readPlainText('a.txt', `${`${body}\n\n- ${body}\n`.repeat(5000)}${'a: '.repeat(20_000)}`)
    expect(tiles(large)).toEqual([])
    expect(large.blocks.length).toBe(15_001)
  })
})
