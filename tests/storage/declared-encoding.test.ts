import { describe, expect, it } from 'vitest'
import { decodeMarkup } from '../../electron/storage/declared-encoding.ts'

const bytes = (content: string) => Buffer.from(content, 'latin1')

describe('the text of markup', () => {
  it.each([
    ['UTF-8', Buffer.from('<meta charset="utf-8"><p>Café'), '<meta charset="utf-8"><p>Café', 'UTF-8'],
    [
      'UTF-8, whatever it says',
      Buffer.from('<meta charset=windows-1251><p>Café'),
      '<meta charset=windows-1251><p>Café',
      'UTF-8',
    ],
    [
      'the encoding that a page says',
      bytes('<meta charset="windows-1251"><p>\xcf\xee\xf0\xf2'),
      '<meta charset="windows-1251"><p>Порт',
      'windows-1251',
    ],
    [
      'the encoding of an old page',
      bytes('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>\xe8\xe1st'),
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>část',
      'iso-8859-2',
    ],
    [
      'the encoding that XML says, by the rules of Windows-1252',
      bytes('<?xml version="1.0" encoding="ISO-8859-1"?><p>caf\xe9 \x96 \x93yes\x94'),
      '<?xml version="1.0" encoding="ISO-8859-1"?><p>café – “yes”',
      'Windows-1252',
    ],
    ['Windows-1252 where nothing is said', bytes('<p>caf\xe9'), '<p>café', 'Windows-1252'],
    [
      'Windows-1252 where nonsense is said',
      bytes('<meta charset=x><p>caf\xe9'),
      '<meta charset=x><p>café',
      'Windows-1252',
    ],
    [
      'Japanese in bytes of ASCII',
      bytes('<meta charset=iso-2022-jp>\x1b$B9A\x1b(B'),
      '<meta charset=iso-2022-jp>港',
      'iso-2022-jp',
    ],
  ])('is %s', (_, content, raw, encoding) => {
    expect(decodeMarkup(content, 'page.html')).toEqual({ ok: true, value: { raw, encoding } })
  })

  it('is refused where it is none', () => {
    expect(decodeMarkup(bytes('\x89PNG\r\n'), 'page.html')).toMatchObject({ error: { kind: 'binary' } })
    expect(decodeMarkup(bytes('<meta charset=utf-8>caf\xc3\xa9 caf\xe9t'), 'page.html')).toMatchObject({
      error: { kind: 'broken-text', at: 29 },
    })
  })
})
