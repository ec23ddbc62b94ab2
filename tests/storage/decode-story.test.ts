import { describe, expect, it } from 'vitest'
import { decodeStory } from '../../electron/storage/decode-story.ts'

const bytes = (content: string) => Buffer.from(content, 'latin1')
const utf16 = (mark: string, text: string) => Buffer.concat([bytes(mark), Buffer.from(text, 'utf16le')])
const swapped = (buffer: Buffer) => Buffer.from(buffer).swap16()

const readable: readonly [string, Buffer, string, string][] = [
  ['ASCII', bytes('The mayor'), 'The mayor', 'UTF-8'],
  ['UTF-8', Buffer.from('“Café” 🙂'), '“Café” 🙂', 'UTF-8'],
  ['UTF-8 with a mark', Buffer.from('\ufeffCafé'), 'Café', 'UTF-8 with BOM'],
  ['a second mark, which is a character', Buffer.from('\ufeff\ufeffa'), '\ufeffa', 'UTF-8 with BOM'],
  ['line ends as they are', bytes('a\r\nb\rc\n'), 'a\r\nb\rc\n', 'UTF-8'],
  [
    'a few control characters of a wire service',
    bytes(`\x01r f${' a story'.repeat(20)}\x03`),
    `\x01r f${' a story'.repeat(20)}\x03`,
    'UTF-8',
  ],
  ['UTF-16LE', utf16('\xff\xfe', 'Café 🙂'), 'Café 🙂', 'UTF-16LE'],
  ['UTF-16BE', swapped(utf16('\xff\xfe', 'Café 🙂')), 'Café 🙂', 'UTF-16BE'],
  ['Windows-1252', bytes('caf\xe9 \x93quoted\x94 \x96 \x80 5'), 'café “quoted” – € 5', 'Windows-1252'],
  ['Windows-1252 that ends in a letter above ASCII', bytes('le caf\xe9'), 'le café', 'Windows-1252'],
]

const refused: readonly [string, Buffer, object][] = [
  ['nothing', bytes(''), { kind: 'empty-story' }],
  ['a mark and nothing', bytes('\xef\xbb\xbf'), { kind: 'empty-story' }],
  ['a UTF-16 mark and nothing', bytes('\xff\xfe'), { kind: 'empty-story' }],
  ['UTF-8 with one broken place', bytes('caf\xc3\xa9 \xe9t\xc3\xa9'), { kind: 'broken-text', at: 6 }],
  ['UTF-8 cut in its last character', bytes('a \xe2\x80'), { kind: 'broken-text', at: 2 }],
  ['UTF-8 with a mark and a broken place', bytes('\xef\xbb\xbfa\xff'), { kind: 'broken-text', at: 4 }],
  ['an overlong form beside a good one', bytes('\xc3\xa9\xc0\xaf'), { kind: 'broken-text', at: 2 }],
  ['a surrogate in UTF-8', bytes('\xc3\xa9\xed\xa0\x80'), { kind: 'broken-text', at: 2 }],
  ['a byte that Windows-1252 does not have', bytes('a\x81b'), { kind: 'broken-text', at: 1 }],
  ['control characters among Windows-1252', bytes('a\xe9\x02'), { kind: 'broken-text', at: 1 }],
  ['UTF-16 with half a unit', bytes('\xff\xfea\0b'), { kind: 'broken-text', at: 4 }],
  ['UTF-16 with half a pair', utf16('\xff\xfe', 'ab\ud83dc'), { kind: 'broken-text', at: 6 }],
  [
    'UTF-16 without a mark',
    Buffer.from('The mayor resigned', 'utf16le'),
    { kind: 'binary', found: 'UTF-16 text without a byte order mark' },
  ],
  ['UTF-32', bytes('\xff\xfe\0\0a\0\0\0'), { kind: 'binary', found: 'UTF-32 text' }],
  ['a NUL in text', bytes('a\0 in a line of text'), { kind: 'binary', found: 'binary data' }],
  ['a NUL among bytes above ASCII', bytes('a\0b\xff'), { kind: 'binary', found: 'binary data' }],
  ['many control characters', bytes('\x1b[1m'.repeat(9)), { kind: 'binary', found: 'binary data' }],
  ['a JPEG', bytes('\xff\xd8\xff\xe0'), { kind: 'binary', found: 'a JPEG image' }],
  ['a PDF', bytes('%PDF-1.7\n'), { kind: 'binary', found: 'a PDF document' }],
  ['a Zip', bytes('PK\x03\x04\x14\0'), { kind: 'binary', found: 'a Zip archive' }],
  [
    'an OpenDocument text',
    bytes('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text'),
    { kind: 'binary', found: 'an OpenDocument file' },
  ],
  ['an RTF', bytes('{\\rtf1\\ansi'), { kind: 'binary', found: 'an RTF document' }],
  ['a gzip', bytes('\x1f\x8b\x08'), { kind: 'binary', found: 'a gzip archive' }],
  ['a program', bytes('\x7fELF\x02'), { kind: 'binary', found: 'a Linux program' }],
]

describe('decoding a story', () => {
  it.each(readable)('reads %s', (_name, given, raw, encoding) => {
    expect(decodeStory(given, 'story.txt')).toEqual({ ok: true, value: { raw, encoding } })
  })

  it.each(refused)('refuses %s', (_name, given, error) => {
    expect(decodeStory(given, 'story.txt')).toEqual({ ok: false, error: { ...error, file: 'story.txt' } })
  })

  it('agrees with the platform’s decoder on every pair of bytes', () => {
    const wrong: string[] = []
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for (let pair = 0; pair < 0x10000; pair++) {
      // Between two whole sequences, so that it can only be UTF-8 or broken.
      const given = Buffer.from([0xc3, 0xa9, pair >> 8, pair & 255, 0xc3, 0xa9])
      if (given.includes(0)) continue
      let expected = true
      try {
        decoder.decode(given)
      } catch {
        expected = false
      }
      const decoded = decodeStory(given, 'story.txt')
      const known = decoded.ok ? decoded.value.encoding === 'UTF-8' : decoded.error.kind === 'broken-text'
      if (decoded.ok !== expected || !known) wrong.push(given.toString('hex'))
    }
    expect(wrong).toEqual([])
  })
})
