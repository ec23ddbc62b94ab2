import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../electron/exchange/docx/read-docx.ts'
import { materialBytesIfPresent, materialIfPresent } from '../../../helpers/material.ts'
import { wordFile } from '../../../helpers/word/word-package.ts'
import {
  comment,
  del,
  ins,
  item,
  link,
  numbering,
  on,
  p,
  sign,
  styles,
  t,
  table,
  thread,
} from '../../../helpers/word/word-xml.ts'

/** The words that each comment of a document stands on, in the order of the comments. */
async function wordsOf(body: string, count = 1, more: Partial<Parameters<typeof wordFile>[0]> = {}) {
  const ids = Array.from({ length: count }, (_, id) => ({ id: String(id), paraId: `0000000${id + 1}` }))
  // Without it comments on the same words would be a thread, as in files of Google Docs.
  const commentsExtended = ids.map(({ paraId }) => thread(paraId, false)).join('')
  const comments = ids.map(({ id, paraId }) => comment(id, 'Desk', ['Note'], { paraId })).join('')
  const parts = { styles, numbering, ...more, body, comments, commentsExtended }
  const read = await readDocx('story.docx', wordFile(parts))
  if (!read.ok) throw new Error(read.error.kind)
  const { story, comments: set } = read.value
  for (const { place } of set.marks) {
    if (!place?.position) continue
    expect(place.position.unit).toBe('utf-16')
    expect(story.text.slice(place.position.start, place.position.end)).toBe(place.quote?.exact)
  }
  return { words: set.marks.map(({ place }) => place?.quote?.exact ?? null), warnings: set.warnings, story }
}

const start = (id: string) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: string) => `<w:commentRangeEnd w:id="${id}"/>`

describe('the words that a comment stands on', () => {
  it.each<readonly [string, string, string]>([
    ['one run', p(t('The ') + on('0', t('mayor')) + t(' left')), 'mayor'],
    ['runs of other looks', p(t('The ') + on('0', t('may', 'b') + t('or')) + t(' left')), 'mayor'],
    ['the whole story', start('0') + p('One.') + p('Two.') + end('0'), 'One.\nTwo.'],
    [
      'paragraphs from the middle of one',
      p(t('A ') + start('0') + t('b')) + p(t('c') + end('0') + t(' d')),
      'b\nc',
    ],
    [
      'a heading and what follows',
      p(start('0') + t('Title'), 'Titel') + p(t('Text') + end('0')),
      'Title\nText',
    ],
    [
      'a cell of a table',
      table([
        ['a', p(on('0', t('b')))],
        ['c', 'd'],
      ]),
      'b',
    ],
    [
      'rows of a table',
      table([
        [p(start('0') + t('a')), 'b'],
        ['c', p(t('d') + end('0'))],
      ]),
      'a\tb\nc\td',
    ],
    ['part of a link', p(t('See ') + link('l', 'x').replace('<w:r>', `${start('0')}<w:r>`) + end('0')), 'x'],
    ['inserted words', p(t('The ') + ins(1, on('0', t('new'))) + t(' dam')), 'new'],
    ['words around deleted ones', p(on('0', t('one ') + del(1, 'two ') + t('three'))), 'one three'],
    [
      'words up to deleted ones',
      p(`${start('0')}${t('one ')}${del(1, 'two')}${end('0')}${t('three')}`),
      'one',
    ],
    ['list items', item(start('0') + t('a'), 1) + item(t('b') + end('0'), 1, 1), 'a\nb'],
    ['a quote', p(on('0', t('“No.”')), 'Zitat'), '“No.”'],
    ['words before an end between paragraphs', p(start('0') + t('a')) + end('0') + p('b'), 'a'],
    ['words after a start between paragraphs', p('a') + start('0') + p(t('b') + end('0')), 'b'],
    ['a surrogate pair', p(t('a ') + on('0', t('🎲')) + t(' b')), '🎲'],
    ['words without outer blanks', p(t('a') + on('0', t(' b ')) + t('c')), 'b'],
    [
      'a content control',
      p(`<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${on('0', t('x'))}</w:sdtContent></w:sdt>`),
      'x',
    ],
    ['a field', p(`<w:fldSimple w:instr="DATE">${on('0', t('today'))}</w:fldSimple>`), 'today'],
  ])('are found in %s', async (_where, body, words) => {
    const found = await wordsOf(body, 1, { links: { l: 'https://example.org' } })
    expect([found.words, found.warnings]).toEqual([[words], []])
  })

  it('are found in a footnote, at the end of the story', async () => {
    const footnotes = `<w:footnote w:id="1">${p(t('See ') + on('0', t('page 4')))}</w:footnote>`
    const body = p(`${t('A')}<w:r><w:footnoteReference w:id="1"/></w:r>`)
    expect(await wordsOf(body, 1, { footnotes })).toMatchObject({ words: ['page 4'], warnings: [] })
  })

  it('are the word before where a comment has only a sign', async () => {
    const { words, warnings } = await wordsOf(p(t('The dam,') + sign('0') + t(' it said')))
    expect([words, warnings]).toEqual([
      ['dam'],
      ['1 comment stands at a point of the text in Word and is shown on the word before.'],
    ])
  })

  it('are the first of the story where the document forgot where it stands', async () => {
    const { words, warnings } = await wordsOf(p('The dam holds.'))
    expect(words).toEqual(['The'])
    expect(warnings).toEqual(['1 comment is not tied to any words in Word and is shown at the beginning.'])
  })

  it('are kept as a quote where they are deleted', async () => {
    const { words, warnings } = await wordsOf(p(t('The ') + on('0', del(1, 'old dam')) + t('bridge')))
    expect([words, warnings.length]).toEqual([['old dam'], 1])
  })

  it('change nothing of the story', async () => {
    const with_ = p(t('a ', 'b') + on('0', t('b', 'b')) + t(' c', 'b')) + p(on('1', ''), 'Zitat') + p('d')
    const without = p(t('a b c', 'b')) + p('d')
    const [one, two] = [await wordsOf(with_, 2), await wordsOf(without, 0)]
    expect(one.story).toEqual(two.story)
  })

  it('are found for any ranges in any paragraphs (property)', async () => {
    const run = fc.stringMatching(/^[ab🎲 é]{1,6}$/u)
    const paragraphs = fc.array(fc.array(run, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
    const range = fc.tuple(fc.nat(30), fc.nat(30))
    await fc.assert(
      fc.asyncProperty(paragraphs, fc.array(range, { minLength: 1, maxLength: 4 }), async (texts, ranges) => {
        const runs = texts.flatMap((words, at) => words.map((text) => ({ at, text })))
        const spans = ranges.map(([a, b]) => [a % runs.length, b % runs.length].sort((x, y) => x - y))
        let at = -1
        const body = texts.map((words) => {
          const inside = words.map((text) => {
            at++
            const starts = spans.map(([from], id) => (from === at ? start(String(id)) : '')).join('')
            const ends = spans.map(([, to], id) => (to === at ? end(String(id)) : '')).join('')
            return starts + t(text) + ends
          })
          return p(inside.join(''))
        })
        const { words, story } = await wordsOf(body.join(''), spans.length)
        const ink = (text: string) => text.replace(/\s+/g, '')
        spans.forEach(([from = 0, to = 0], id) => {
          const expected = ink(
            runs
              .slice(from, to + 1)
              .map(({ text }) => text)
              .join(''),
          )
          if (expected !== '') expect(ink(words[id] ?? '')).toBe(expected)
        })
        expect(ink(story.text)).toBe(ink(runs.map(({ text }) => text).join('')))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a comment', () => {
  it.each([
    ['[FACT] Check.', 'FACT', 'Check.'],
    ['[Photo caption]\nUse it', 'Photo caption', 'Use it'],
    ['[FACT]', 'FACT', ''],
    ['Check [FACT]', '', 'Check [FACT]'],
    ['[] empty', '', '[] empty'],
    ['[[x]] y', '', '[[x]] y'],
  ])('“%s” has the tag “%s” and the note “%s”', async (text, tag, note) => {
    const comments = comment('0', 'Desk', text.split('\n'))
    const read = await readDocx('story.docx', wordFile({ body: p(on('0', t('x'))), comments }))
    expect(read.ok && read.value.comments.marks[0]).toMatchObject({ tag, note })
  })

  it('is no answer to another one on the same words where the file has initials, as Word writes them', async () => {
    const comments = ['Jane Doe', 'Lee Min'].map((who, id) =>
      comment(String(id), who, ['Why?'], { initials: who.charAt(0) }),
    )
    const body = p(t('The ') + on('0 1', t('mayor')) + t(' left'))
    const read = await readDocx('story.docx', wordFile({ body, comments: comments.join('') }))
    const marks = read.ok ? read.value.comments.marks : []
    expect(marks.map(({ author, place }) => [author, place?.quote?.exact])).toEqual([
      ['Jane Doe', 'mayor'],
      ['Lee Min', 'mayor'],
    ])
  })

  const material = materialIfPresent('docx-comments/basic.expected.json')
  it.skipIf(material === null)('reads as the shared material says', async () => {
    const expected = JSON.parse(material ?? '{}')
    const bytes = materialBytesIfPresent('docx-comments/basic.docx') ?? new Uint8Array(0)
    const read = await readDocx('basic.docx', bytes)
    if (!read.ok) throw new Error(read.error.kind)
    const { story, comments } = read.value
    expect({
      paragraphs: story.blocks.map((block) => story.text.slice(block.start, block.end)),
      comments: comments.marks.map(({ id, author, created, note, place }) => ({
        id,
        author,
        date: created,
        text: note,
        anchorText: place?.quote?.exact,
      })),
    }).toEqual({ paragraphs: expected.paragraphs, comments: expected.comments })
  })
})
