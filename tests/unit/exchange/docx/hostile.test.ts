import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../electron/exchange/docx/read-docx.ts'
import { sentenceFor } from '../../../../shared/messages.ts'
import { packed, part, wordFile, wordFiles } from '../../../helpers/word/word-package.ts'
import { comment, link, on, p, picture, t } from '../../../helpers/word/word-xml.ts'
import { claimingPassword, claimingSize, renamed } from '../../../helpers/word/zip-bytes.ts'

const plain = wordFiles({ body: p('The dam holds.') })

/** The kind of the failure; the text of the story where there is none. */
async function outcome(bytes: Uint8Array): Promise<string> {
  const read = await readDocx('dam.docx', bytes)
  if (read.ok) return read.value.story.text
  expect(sentenceFor(read.error)).toMatch(/^Galley can't open “dam\.docx”: .+\. .+\.$/s)
  return read.error.kind
}

const with_ = (others: Record<string, string | Uint8Array>) => packed({ ...plain, ...others })
const body = (inside: string) =>
  with_({ 'word/document.xml': part('w:document', `<w:body>${inside}</w:body>`) })
const compound = (stream: string) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2048), Buffer.from(stream, 'utf16le')])

describe('a file that is no Word document', () => {
  it.each([
    ['a document of Word 97', compound('WordDocument'), 'word-old'],
    ['one with a password', compound('EncryptedPackage'), 'word-locked'],
    ['one packed with a password', claimingPassword(packed(plain)), 'word-locked'],
    ['an old file of another program', compound('Workbook'), 'not-word'],
    ['text', Buffer.from('The dam holds.'), 'not-word'],
    ['no byte', new Uint8Array(0), 'not-word'],
    ['an Excel workbook', packed({ '[Content_Types].xml': '', 'xl/workbook.xml': '<a/>' }), 'not-word'],
    ['an archive of other things', packed({ 'dam.txt': 'The dam holds.' }), 'not-word'],
    [
      'one without its text',
      packed({ '[Content_Types].xml': plain['[Content_Types].xml'] ?? '' }),
      'word-missing-part',
    ],
    ['half a file', packed(plain).subarray(0, 600), 'word-damaged'],
    [
      'two parts of one name',
      renamed(with_({ 'word/documenu.xml': '<a/>' }), 'documenu', 'document'),
      'word-damaged',
    ],
    ['XML that ends too early', with_({ 'word/document.xml': '<w:document><w:body>' }), 'word-damaged'],
    [
      'bytes that are no text',
      with_({ 'word/document.xml': new Uint8Array([0x3c, 0x61, 0xff, 0x3e]) }),
      'word-damaged',
    ],
  ])('is refused: %s', async (_what, bytes, kind) => {
    expect(await outcome(bytes)).toBe(kind)
  })

  it('is refused when one bit of its text is another', async () => {
    const bytes = Buffer.from(packed(plain))
    const at = bytes.indexOf('word/document.xml') + 'word/document.xml'.length + 40
    bytes[at] = (bytes[at] ?? 0) ^ 1
    expect(await outcome(bytes)).toBe('word-damaged')
  })
})

describe('a file that is made to harm', () => {
  // 60 MB of blanks come to 60 kB.
  const bomb = body(`${p('The dam holds.')}${' '.repeat(60_000_000)}`)

  it('is refused when a part unpacks to a thousand times its size', async () => {
    expect(await outcome(bomb)).toBe('word-ratio')
  })

  it('is refused when it says that it is small', async () => {
    expect(await outcome(claimingSize(bomb, 100))).toBe('word-ratio')
  })

  it('is refused when it says that it is huge', async () => {
    const parts = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`x/${index}`, '']))
    expect(await outcome(claimingSize(with_(parts), 1_000_000))).toBe('word-too-large')
  })

  it('is refused for too many files', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`x/${index}`, '']))
    expect(await outcome(with_(many))).toBe('word-too-many-parts')
  })

  it.each([
    ['tables', '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    ['boxes', '<w:smartTag>', '</w:smartTag>'],
  ])('is refused for 20,000 %s in each other', async (_what, open, close) => {
    expect(await outcome(body(open.repeat(20_000) + p('The dam holds.') + close.repeat(20_000)))).toBe(
      'word-too-deep',
    )
  })

  const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`
  const outside = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

  it.each([
    ['word/document.xml', laughs],
    ['word/document.xml', outside],
    ['word/styles.xml', laughs],
    ['word/comments.xml', outside],
    ['_rels/.rels', laughs],
    ['word/_rels/document.xml.rels', outside],
  ])('is refused for entities in %s', async (name, declared) => {
    const files = wordFiles({ body: p('The dam holds.'), styles: '', comments: '' })
    const text = String(files[name]).replace(/\?>\n/, `?>\n${declared}`)
    expect(await outcome(packed({ ...files, [name]: text }))).toBe('word-doctype')
  })

  it('opens without its macros, embedded files and ways out of the package', async () => {
    const more = {
      'word/vbaProject.bin': 'Sub AutoOpen()',
      'word/embeddings/sheet1.xlsx': 'PK',
      '../../../evil.txt': 'evil',
      '/etc/evil': 'evil',
    }
    expect(await outcome(with_(more))).toBe('The dam holds.')
  })
})

describe('links and pictures that lead elsewhere', () => {
  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ms-msdt:/id',
    '\\\\host\\share',
    'JaVaScRiPt:alert(1)',
  ])('keeps the words of a link to %s and not the link', async (target) => {
    const read = await readDocx('dam.docx', wordFile({ body: p(link('l', 'Click')), links: { l: target } }))
    expect(read.ok && read.value.story.text).toBe('Click')
    expect(read.ok && read.value.story.marks.map(({ href }) => href)).toEqual([''])
  })

  it('never reads a picture from the computer', async () => {
    const read = await readDocx(
      'dam.docx',
      wordFile({
        body: p(picture('f', 'A') + picture('r', 'B', 'link') + picture('i', 'C') + picture('none', 'D')),
        linkedPictures: { f: 'file:///etc/passwd', r: 'https://example.org/dam.png' },
        pictures: { i: '../../../../etc/passwd' },
      }),
    )
    if (!read.ok) throw new Error(read.error.kind)
    const { story, images } = read.value
    expect(story.images.map(({ source }) => source)).toEqual([
      '',
      'https://example.org/dam.png',
      'etc/passwd',
      '',
    ])
    expect(images).toEqual([])
    expect(story.warnings).toEqual([
      '2 pictures are missing in the document or of a kind that can’t be shown here.',
      '1 picture is not in the document but on another computer, and can’t be shown.',
    ])
  })

  it('takes markup in text, names and notes for text', async () => {
    const evil = '<script>x()</script><img src=x onerror=y>'
    const read = await readDocx(
      'dam.docx',
      wordFile({ body: p(on('0', t(evil))), comments: comment('0', evil, [evil]) }),
    )
    if (!read.ok) throw new Error(read.error.kind)
    const [mark] = read.value.comments.marks
    expect([read.value.story.text, mark?.note, mark?.author, mark?.place?.quote?.exact]).toEqual([
      evil,
      evil,
      evil,
      evil,
    ])
  })
})
