import { describe, expect, it } from 'vitest'
import { readNinjs } from '../../../../electron/exchange/wires/read-ninjs.ts'
import { readNitf } from '../../../../electron/exchange/wires/read-nitf.ts'
import { sentenceFor } from '../../../../shared/messages.ts'
import { looksLikeNinjs, looksLikeNitf } from '../../../../shared/story/wire-heads.ts'

const ninjs = (value: unknown) =>
  readNinjs('strike.json', typeof value === 'string' ? value : JSON.stringify(value))
const nitf = (content: string, before = '') =>
  readNitf('strike.xml', `${before}<nitf><body><body.content>${content}</body.content></body></nitf>`)

const html = (value: string, more = {}) =>
  ninjs({ uri: 'u', headline: 'Strike ends', body_xhtml: value, body_text: 'Plain.', ...more })

describe('JSON that is no story', () => {
  it.each([
    ['[1, 2]', 'it is a list'],
    ['"text"', 'it is a single value'],
    ['null', 'it is a single value'],
    ['{"name":"x"}', 'it has neither a headline nor a body'],
    ['{"headline":7e3,"headlines":[{"value":""}],"bodies":{}}', null],
    ['{"@context":"http://www.w3.org/ns/anno.jsonld","headline":"x"}', 'it is JSON-LD'],
  ])('%s is named for what it is', (raw, detail) => {
    const read = ninjs(raw)
    if (detail === null) expect(read.ok).toBe(true)
    else expect(read).toEqual({ ok: false, error: { kind: 'not-ninjs', file: 'strike.json', detail } })
  })

  it('is refused with the place of the first fault', () => {
    const read = ninjs('{\n  "headline": "Strike ends",\n  }')
    expect(read).toEqual({
      ok: false,
      error: { kind: 'wire-broken', file: 'strike.json', what: 'JSON', line: 2, column: 28 },
    })
    expect(read.ok ? '' : sentenceFor(read.error)).toBe(
      "Galley can't open “strike.json”: it is not valid JSON (line 2, column 28). Fetch it again from the wire, or ask for another copy.",
    )
  })
})

describe('a body in HTML', () => {
  it('loses what runs or is fetched, and says so', () => {
    const read = html(
      '<style>p{}</style><p onclick="x()">One.<script>x()</script></p><iframe src="https://x.example"></iframe><svg><script>x()</script></svg><p>Two. <img src="file:///etc/passwd"><img src="//x.example/p.gif"><a href="javascript:x()">Three</a></p><form><input value="4"></form>',
    )
    if (!read.ok) throw new Error(read.error.kind)
    expect(read.value.text).toBe('Strike ends\nOne.\nTwo.\n\n\nThree')
    expect(read.value.images.map(({ source }) => source)).toEqual(['', ''])
    expect(read.value.marks.map(({ href }) => href)).toEqual([''])
    expect(read.value.warnings).toEqual(['1 embedded page was left out.', '1 drawing was left out.'])
  })

  it.each([300, 20_000])('that is nested %i levels deep gives way to the plain text', (depth) => {
    const read = html(`${'<div>'.repeat(depth)}<p>x</p>${'</div>'.repeat(depth)}`)
    expect(read.ok && read.value.text).toBe('Strike ends\nPlain.')
    expect(read.ok && read.value.warnings).toEqual([
      'The HTML of this story is too tangled to read, so its plain text is shown.',
    ])
  })

  it('may say its headline again', () => {
    const read = html('<h1>Strike ends</h1><p>Text.</p><h1>More</h1>')
    expect(read.ok && read.value.blocks.map(({ kind }) => kind)).toEqual(['headline', 'paragraph', 'heading'])
  })
})

it('associations that hold each other end at some depth', () => {
  const open = '{"type":"composite","associations":['.repeat(5000)
  const item = `${open}{"type":"picture","descriptions":[{"value":"Deep."}]}${']}'.repeat(5000)}`
  const read = ninjs(`{"uri":"u","headline":"Strike ends","associations":[${item}]}`)
  expect(read.ok && read.value.text).toBe('Strike ends')
})

it('a picture on its own is a story', () => {
  const read = ninjs({
    uri: 'u',
    type: 'picture',
    headlines: [{ value: 'Pilots' }],
    by: 'Jon Meier',
    descriptions: [{ value: 'Pilots in Marrow Bay.' }],
    renditions: [{ href: 'pilots.jpg' }],
  })
  expect(read.ok && read.value.blocks.map(({ kind }) => kind)).toEqual([
    'headline',
    'byline',
    'image',
    'caption',
    'caption',
  ])
  expect(read.ok && read.value.images.map(({ source }) => source)).toEqual(['pilots.jpg'])
})

describe('XML that is no story, or made to harm', () => {
  it.each([
    ['<rss/>', { kind: 'not-nitf', detail: 'its outermost element is <rss>' }],
    ['<x:feed xmlns:x="urn:x"/>', { kind: 'not-nitf', detail: 'its outermost element is <feed>' }],
    ['<nitf><head/></nitf>', { kind: 'not-nitf', detail: 'it has no body' }],
    ['<nitf><body>\n<p></nitf>', { kind: 'wire-broken', what: 'XML', line: 2 }],
    ['no XML', { kind: 'wire-broken', what: 'XML', line: 1 }],
    ['', { kind: 'wire-broken', what: 'XML', line: 1 }],
  ])('%s is refused', (raw, error) => {
    const read = readNitf('strike.xml', raw)
    expect(read).toMatchObject({ ok: false, error })
  })

  it.each([
    '<!DOCTYPE nitf [<!ENTITY a "ha">]>',
    '<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE nitf SYSTEM "x.dtd" [ <!ENTITY % p SYSTEM "http://x.example/"> %p; ]>',
  ])('%s is refused, whatever it would expand to', (doctype) => {
    expect(nitf('<p>&a;</p>', doctype)).toMatchObject({ ok: false, error: { kind: 'wire-entities' } })
  })

  it('a document type without declarations is ignored, unknown names stay as they stand', () => {
    const read = nitf(
      '<p>Fish&nbsp;&amp; chips &ndash; &unknown;</p>',
      '<!DOCTYPE nitf SYSTEM "http://x.example/a>b.dtd">',
    )
    expect(read.ok && read.value.text).toBe('Fish\u00a0& chips – &unknown;')
  })

  it('20,000 blocks in each other are refused', () => {
    const read = nitf('<block>'.repeat(20_000) + '</block>'.repeat(20_000))
    expect(read).toMatchObject({ ok: false, error: { kind: 'wire-too-deep' } })
  })

  it('opens inside an envelope of NewsML, in any namespace prefix', () => {
    const read = readNitf(
      'strike.xml',
      '<newsItem xmlns="urn:g2"><inlineXML><n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/"><n:body><n:body.content><n:p>One.</n:p></n:body.content></n:body></n:nitf></inlineXML></newsItem>',
    )
    expect(read.ok && read.value.text).toBe('One.')
  })
})

describe('the beginning of a file', () => {
  it.each([
    ['{"uri":"u","headlines":[]', true, false],
    ['\ufeff\n{ "pubstatus": "usable", "uri" : "u"', true, false],
    ['{"versionCreated":"2026-11-20T10:04:00Z","headlines":[]', true, false],
    ['{"uri":"u","title":"x"}', false, false],
    ['{"headline":"x","body_text":"y"}', false, false],
    ['{"uri":"u","standard":{"name":"x"}}', false, false],
    ['{"@context":"x","uri":"u","headline":"x"}', false, false],
    ['<?xml version="1.0"?>\n<!DOCTYPE nitf>\n<nitf>', false, true],
    ['<n:nitf xmlns:n="x">', false, true],
    ['<iptc.n:nitf>', false, true],
    ['<html><body>nitf</body>', false, false],
    ['The nitf <nitf> is text', false, false],
  ])('%s says what it is', (head, isNinjs, isNitf) => {
    expect([looksLikeNinjs(head), looksLikeNitf(head)]).toEqual([isNinjs, isNitf])
  })
})
