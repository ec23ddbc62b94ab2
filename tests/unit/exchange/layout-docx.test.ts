import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docxReport } from '../../../electron/exchange/word/report-docx.ts'
import { xmlText } from '../../../electron/exchange/xml-text.ts'
import type { ReportInput } from '../../../shared/report/report-input.ts'
import { anyText } from '../../helpers/annotation-arbitraries.ts'
import { jane, okafor, reportInput } from '../../helpers/report-input.ts'
import { storyOfBlocks } from '../../helpers/story-of-blocks.ts'
import { all, parse, partsOf, readWord } from '../../helpers/word-document.ts'

const contentOf = async (input: ReportInput): Promise<Uint8Array> => {
  const content = (await docxReport(input)).files[0]?.content
  if (!(content instanceof Uint8Array)) throw new Error('no bytes')
  return content
}
const wordOf = async (input: ReportInput) => readWord(await contentOf(input))

describe('the layout in Word', () => {
  const documentOf = async (input: ReportInput) => {
    const parts = partsOf(await contentOf(input))
    return { document: parse(parts.get('word/document.xml')), parts }
  }

  it('sets Arabic from right to left, and Latin inside it not', async () => {
    const { document, parts } = await documentOf(
      reportInput(
        storyOfBlocks('a.txt', [{ kind: 'paragraph', text: 'قالت شركة Nordhafen إن 40 سفينة' }]),
        [],
      ),
    )
    const runs = all(document, 'w:r').map((run) => [all(run, 'w:rtl').length, all(run, 'w:t')[0]?.children])
    expect(runs).toMatchObject([
      [1, [{ value: 'قالت شركة ' }]],
      [0, [{ value: 'Nordhafen' }]],
      [1, [{ value: ' إن 40 سفينة' }]],
    ])
    expect(all(document, 'w:bidi')).toHaveLength(1)
    expect(all(parse(parts.get('word/styles.xml')), 'w:lang')[0]?.attributes).toEqual({ 'w:bidi': 'ar-SA' })
  })

  it('names a font for Chinese and one for pictographs', async () => {
    const story = storyOfBlocks('a.txt', [{ kind: 'paragraph', text: '渡轮🚢停航' }])
    const { document, parts } = await documentOf(reportInput(story, []))
    const defaults = all(parse(parts.get('word/styles.xml')), 'w:rPrDefault')[0]
    expect(defaults && all(defaults, 'w:rFonts')[0]?.attributes).toMatchObject({ 'w:eastAsia': 'SimSun' })
    expect(all(document, 'w:r').map((run) => all(run, 'w:rFonts').length)).toEqual([0, 1, 0])
  })

  it('numbers lists as the story does, and starts each anew', async () => {
    const item = (text: string, marker: string, level = 0) => ({ kind: 'item' as const, text, marker, level })
    const story = storyOfBlocks('a.md', [
      item('first', '1.'),
      item('inner', '•', 1),
      item('second', '2.'),
      { kind: 'paragraph', text: 'Between' },
      item('third', '3.'),
      item('anew', '1.'),
      item('late', '7)'),
      item('done', '☑'),
      item('far', '100000.'),
      item('below', '-1.'),
      item('last', '2.'),
    ])
    const { document, parts } = await documentOf(reportInput(story, []))
    const numbering = parse(parts.get('word/numbering.xml'))
    const abstract = new Map(
      all(numbering, 'w:num').map((num) => [
        num.attributes['w:numId'],
        all(num, 'w:abstractNumId')[0]?.attributes['w:val'],
      ]),
    )
    const looks = new Map(
      all(numbering, 'w:abstractNum').map((list) => {
        const [level] = all(list, 'w:lvl')
        const of = (name: string) => (level && all(level, name)[0]?.attributes['w:val']) ?? ''
        return [list.attributes['w:abstractNumId'], `${of('w:lvlText')} from ${of('w:start')}`]
      }),
    )
    const lists = all(document, 'w:numId').map(({ attributes }) => abstract.get(attributes['w:val']))
    expect(lists.map((list) => looks.get(list))).toEqual([
      '%1. from 1',
      '• from 1',
      '%1. from 1',
      '%1. from 1',
      '%1. from 1',
      '%1) from 7',
      '☑ from 1',
      '100000. from 1',
      '-1. from 1',
      '%1. from 2',
    ])
    expect(lists[0]).toBe(lists[2])
    expect(lists[3]).toBe(lists[0])
    expect(lists[4]).not.toBe(lists[0])
  })

  it('makes rows one table, and a comment may lie over cells', async () => {
    const row = (text: string) => ({ kind: 'table-row' as const, text })
    const story = storyOfBlocks('a.md', [
      row('Pump\tYear\tState'),
      row('One\t1971'),
      { kind: 'paragraph', text: 'End.' },
    ])
    const input = reportInput(story, [{ by: jane, tag: 'fact', on: 'State\nOne\t1971' }])
    const { document } = await documentOf(input)
    expect(all(document, 'w:tbl')).toHaveLength(1)
    expect(all(document, 'w:gridSpan')[0]?.attributes).toEqual({ 'w:val': '2' })
    const word = await wordOf(input)
    expect(word.text).toBe(story.text)
    expect(word.comments[0]?.range).toEqual(input.annotations[0]?.span)
  })

  it('leads links only where it is safe, and names pictures', async () => {
    const story = storyOfBlocks('a.md', [
      { kind: 'image', text: 'The eastbound bore' },
      {
        kind: 'paragraph',
        text: 'Good bad',
        inline: [
          { kind: 'link', words: 'Good', href: 'https://example.org/' },
          { kind: 'link', words: 'bad', href: 'javascript:alert(1)' },
        ],
      },
    ])
    const images = [
      { at: story.blocks[0]?.start ?? story.images[0]?.at, source: 'https://example.org/bore.jpg' },
    ]
    const withImage = { ...story, images: images as typeof story.images }
    const { document, parts } = await documentOf(reportInput(withImage, []))
    expect(all(document, 'w:hyperlink')).toHaveLength(2)
    const links = parts.get('word/_rels/document.xml.rels') ?? ''
    expect(links).toContain('https://example.org/bore.jpg')
    expect(links).not.toContain('javascript')
    expect(parts.get('word/numbering.xml')).toContain('Picture:')
  })

  it('keeps every character of any text, but for those that XML has no form for', {
    timeout: 30_000,
  }, async () => {
    const line = anyText.map((text) => text.replaceAll('\r', ' '))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), anyText, async (lines, note) => {
        const story = storyOfBlocks(
          'a.txt',
          lines.map((text) => ({ kind: 'paragraph', text })),
        )
        const [start, end] = [Math.floor(story.text.length / 3), Math.ceil((2 * story.text.length) / 3)]
        const words = story.text.slice(start, end)
        const marks =
          words === '' || /^\p{Surrogate}|\p{Surrogate}$/u.test(words)
            ? []
            : [{ by: okafor, tag: 'fact', on: words, note }]
        const word = await wordOf(reportInput(story, marks))
        expect(word.text).toBe(xmlText(story.text))
        expect(word.comments).toHaveLength(marks.length)
      }),
      { numRuns: 30 },
    )
  })
})
