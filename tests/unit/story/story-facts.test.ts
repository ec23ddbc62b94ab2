import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverage } from '../../../shared/story/coverage.ts'
import { directionOf } from '../../../shared/story/direction.ts'
import { formatOf, storyExtensions, storyFormats } from '../../../shared/story/formats.ts'
import { readFrontMatter } from '../../../shared/story/front-matter.ts'
import { headlineOf } from '../../../shared/story/headline.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import { bodySentences } from '../../../shared/story/sentences.ts'
import { span } from '../../../shared/units.ts'

describe('the format of a story', () => {
  it.each([
    ['a.md', 'md'],
    ['a.MARKDOWN', 'md'],
    ['a.txt', 'txt'],
    ['a.md.txt', 'txt'],
    ['md', 'txt'],
    ['a.HTM', 'html'],
    ['a.html.docx', 'docx'],
    ['wire.json', 'ninjs'],
    ['wire.xml', 'nitf'],
    ['a.pdf', 'txt'],
  ])('of %s is %s', (name, expected) => {
    expect(formatOf(name)).toBe(expected)
  })

  it('is said by each extension once', () => {
    expect(new Set(storyExtensions).size).toBe(storyExtensions.length)
  })

  it('can be edited only where its text is the file', () => {
    const editable = storyFormats.filter((facts) => facts.editable).map(({ format }) => format)
    expect(editable).toEqual(['txt', 'md'])
  })
})

describe('the coverage of a story', () => {
  const story = readStory('a.txt', 'Tunnel closed\n\nOne went. Two went.\n\nPhoto: Ann Poe\n\n- Three went.')
  const marked = (...words: string[]) =>
    coverage(
      story,
      words.map((word) => span(story.text.indexOf(word), story.text.indexOf(word) + word.length)),
    )

  it.each([
    ['nothing', [], 0],
    ['the headline and a caption', ['Tunnel', 'Ann'], 0],
    ['one word', ['went'], 1],
    ['two marks in one sentence', ['One', 'One went.'], 1],
    ['a mark over two sentences', ['went. Two'], 2],
    ['the white space between two', [' Two'], 1],
    ['everything', [story.text], 3],
    ['in any order', ['Three', 'One'], 2],
  ])('with a mark on %s is %j of 3', (_, words, expected) => {
    expect(marked(...words)).toEqual({ sentences: 3, marked: expected })
  })

  it('is what asking every mark about every sentence gives', () => {
    const long = readStory('a.txt', 'One went. Two went.\n\n'.repeat(10))
    const spans = fc.array(
      fc
        .tuple(fc.nat(long.text.length - 2), fc.integer({ min: 1, max: 30 }))
        .map(([start, size]) => span(start, Math.min(start + size, long.text.length))),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(spans, (marks) => {
        const slow = bodySentences(long).filter((sentence) =>
          marks.some((mark) => mark.start < sentence.end && mark.end > sentence.start),
        )
        expect(coverage(long, marks)).toEqual({ sentences: 20, marked: slow.length })
      }),
    )
  })
})

describe('the headline of a story', () => {
  it.each([
    ['a.txt', 'Tunnel   closed\n\nIt rained today, and it will rain tomorrow.', 'Tunnel closed'],
    ['a.md', '# Tunnel *closed*\n\nIt rained.', 'Tunnel closed'],
    ['a.md', '---\ntitle: From the front\n---\n\n## Later\n\nIt rained.', 'From the front'],
    ['a.md', 'It rained.\n\n## Later', 'Later'],
    ['a.txt', 'It rained.', 'It rained.'],
    ['a.txt', `${'It rained all day. '.repeat(20)}`, `${'It rained all day. '.repeat(4)}It…`],
    ['a.txt', `${'😀'.repeat(200)}`, `${'😀'.repeat(80)}…`],
    ['a.txt', '\n \n', 'a.txt'],
    ['a.md', '![](a.png)', 'a.md'],
  ])('in %s %j is %j', (name, raw, expected) => {
    expect(headlineOf(readStory(name, raw))).toBe(expected)
  })
})

describe('the direction of a text', () => {
  it.each([
    ['The tunnel', 'ltr'],
    ['النفق', 'rtl'],
    ['המנהרה', 'rtl'],
    ['2026 – “النفق Tunnel”', 'rtl'],
    ['2026 – “Tunnel النفق”', 'ltr'],
    ['隧道', 'ltr'],
    ['٢٠٢٦', 'ltr'],
    ['\u200f2026', 'rtl'],
    ['𞤀𞤁', 'rtl'],
    ['', 'ltr'],
  ])('of %j is %s', (text, expected) => {
    expect(directionOf(text)).toBe(expected)
  })
})

describe('front matter', () => {
  it.each([
    ['title: The tunnel', { title: 'The tunnel' }],
    ['title: "The: tunnel"\nby: \'Jane\'', { title: 'The: tunnel', by: 'Jane' }],
    ['title = "The tunnel"\nweight = 3', { title: 'The tunnel', weight: '3' }],
    ['tags: ["a", b]', { tags: 'a, b' }],
    ['tags:\n  - a\n  - b\ndate: 2026-11-20', { tags: 'a, b', date: '2026-11-20' }],
    ['a:\n  b: c', {}],
    ['# comment\n\nnonsense', {}],
    ['url: https://x.org', { url: 'https://x.org' }],
  ])('%j gives %j', (source, expected) => {
    expect(readFrontMatter(source)).toEqual(expected)
  })

  it('with the name of a built-in member is a fact like any other', () => {
    expect(Object.entries(readFrontMatter('__proto__: a\nconstructor: b'))).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })
})
