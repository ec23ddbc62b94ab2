import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../electron/exchange/html/read-html.ts'
import type { Story } from '../../../../shared/story/story.ts'
import { tiles } from '../../story/tiles.ts'

const PAGES = path.resolve(import.meta.dirname, '../../../../fixtures/pages')
const pages = readdirSync(PAGES).filter((name) => name.endsWith('.html'))

const source = (name: string) => readFileSync(path.join(PAGES, name), 'utf8')
const article = (name: string) => readHtml(name, source(name), { wholePage: false })
const wholePage = (name: string) => readHtml(name, source(name), { wholePage: true })
const blocksOf = (story: Story, ...kinds: readonly string[]) =>
  story.blocks
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, start, end }) => `${kind}: ${story.text.slice(start, end)}`)

describe('a saved page of the fixtures', () => {
  it('has nine companions', () => {
    expect(pages.length).toBe(10)
  })

  it.each(pages)('gives its article: %s', (name) => {
    const story = article(name)
    expect(`${story.text}\n`).toBe(
      readFileSync(path.join(PAGES, name.replace(/html$/, 'expected.txt')), 'utf8'),
    )
    expect([story.name, story.format, story.reader]).toEqual([name, 'html', 'html/1'])
    expect(tiles(story)).toEqual([])
  })

  it.each(pages)('gives the same each time, with any line ends: %s', (name) => {
    for (const whole of [false, true]) {
      const story = readHtml(name, source(name), { wholePage: whole })
      expect(readHtml(name, source(name), { wholePage: whole })).toEqual(story)
      expect(readHtml(name, source(name).replaceAll('\n', '\r\n'), { wholePage: whole })).toEqual(story)
    }
  })

  it.each(pages)('gives all that can be read on request, the article in it: %s', (name) => {
    const story = wholePage(name)
    expect(tiles(story)).toEqual([])
    expect(story.reader).toBe('html-page/1')
    const lines = new Set(story.text.split('\n'))
    expect(
      article(name)
        .text.split('\n')
        .filter((line) => !lines.has(line)),
    ).toEqual([])
    expect(story.warnings.join()).not.toContain('around the article')
  })

  it.each(pages)('has no code, no counting pixel and no link but to the web and to mail: %s', (name) => {
    for (const story of [article(name), wholePage(name)]) {
      expect(story.text).not.toMatch(
        /<script|alert\(|dataLayer|function|color:|never shown|nobody sees|Old ending/,
      )
      for (const { href } of story.marks) expect(href).toMatch(/^(?:https?:\/\/|mailto:|$)/)
      for (const { source: address } of story.images) {
        expect(address).not.toMatch(/^(?!https?:)[a-z]+:|pixel|count|stats|spacer/)
      }
    }
  })
})

describe('what a page says of its story', () => {
  it('is kept beside the text', () => {
    expect(article('harbour-levy.html').meta).toEqual({
      title: 'Harbour levy will double from January, council decides',
      author: 'Nadia Brook, Owen Tarr',
      published: '2026-11-18T17:40:00+00:00',
      modified: '2026-11-19T08:05:00+00:00',
      site: 'The Kestrel Bay Courier',
      address: 'https://courier.example.org/news/harbour-levy',
    })
  })

  it('is read from its meta tags where its JSON is broken', () => {
    expect(article('reservoir.html').meta).toEqual({
      title: 'The year the reservoir gave back a village',
      author: 'Tove Lindqvist',
      published: '2026-10-03T06:00:00Z',
    })
  })
})

describe('what the blocks of a page are', () => {
  it('captions stand behind their pictures, with the credit', () => {
    const story = article('reservoir.html')
    expect(blocksOf(story, 'image', 'caption')).toEqual([
      'image: A stone doorway stands in cracked mud',
      'caption: The chapel door of Old Merrow, above water for the first time since 1961.',
      'caption: Photograph by Tove Lindqvist',
      'image: Two rows of low walls with a path between them',
      'caption: Mill Street. The walls were taken down to a metre before the flooding. Water board archive',
      'caption: Level at the end of August, in per cent. Source: water board',
      'image: A rusted pump',
      'caption: The village pump. T. Lindqvist',
      'image: ',
      'caption: A child’s shoe, left where it was. T. Lindqvist',
    ])
    expect(story.images.map((image) => image.source)).toEqual([
      'reservoir_files/chapel.jpg',
      'reservoir_files/street.jpg',
      'reservoir_files/g1.jpg',
      'reservoir_files/g2.jpg',
    ])
  })

  it('headline, byline and dateline are known behind a standfirst, too', () => {
    expect(blocksOf(article('harbour-levy.html'), 'headline', 'byline', 'dateline')).toEqual([
      'headline: Harbour levy will double from January, council decides',
      'byline: By Nadia Brook and Owen Tarr',
      'dateline: 18 November 2026, 17:40',
    ])
  })

  it('a headline in large letters is one where the page has that title', () => {
    expect(blocksOf(article('grain-prices.html'), 'headline', 'byline', 'table-row')).toEqual([
      'headline: Grain prices fall for third week',
      'byline: By Walter Hruska, Farm Editor',
      'table-row: Grain\tFri.\tWeek ago',
      'table-row: Wheat\t2.91\t3.02',
      'table-row: Milo\t1.77\t1.80',
    ])
  })

  it('the entries of a live blog are one story', () => {
    expect(
      blocksOf(article('strike-live.html'), 'headline', 'heading', 'dateline', 'byline', 'quote'),
    ).toEqual([
      'headline: Rail strike: trains stand still from midnight – live',
      'dateline: 09:12',
      'heading: Minister rules out a special law',
      'byline: Lena Moreau',
      'dateline: 08:03',
      'heading: Airport buses full',
      'quote: Third bus gone without me. My flight is to a conference on mobility.',
      'quote: — a passenger, by text message',
      'dateline: 06:45',
      'dateline: 05:58',
      'heading: Good morning',
    ])
  })
})

describe('what was left out of a page', () => {
  it.each([
    [
      'harbour-levy.html',
      [
        'were left out around the article, such as menus and links to other stories. Show the whole page to see them.',
        '1 embedded page was left out, such as a post, a map or a player.',
      ],
    ],
    [
      'mayor-inquiry.html',
      [
        '1 embedded page was left out, such as a post, a map or a player.',
        '1 drawing was left out, such as a chart.',
        '1 formula was left out.',
        '1 form field or button was left out.',
        '3 hidden passages were left out.',
      ],
    ],
    [
      'two-articles.html',
      [
        'The page holds more than one article. Left out: “Seal found in car park is well, vet says”.',
        'were left out around the article, such as menus and links to other stories. Show the whole page to see them.',
      ],
    ],
  ])('is named: %s', (name, warnings) => {
    const { warnings: found } = article(name)
    expect(found.length).toBe(warnings.length)
    found.forEach((warning, index) => {
      expect(warning).toContain(warnings[index])
    })
  })
})
