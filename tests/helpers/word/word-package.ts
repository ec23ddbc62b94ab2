import { strToU8, type Zippable, zipSync } from 'fflate'

/** Parts of a Word document; what is absent is not in the package. Each is the inside of its outermost element. */
export interface WordParts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly commentsExtended?: string
  readonly commentsIds?: string
  readonly commentsExtensible?: string
  readonly header?: string
  readonly footer?: string
  /** Addresses of links by relationship id. */
  readonly links?: Readonly<Record<string, string>>
  /** Names in `word/media/` by relationship id. */
  readonly pictures?: Readonly<Record<string, string>>
  /** Pictures that lie outside, by relationship id. */
  readonly linkedPictures?: Readonly<Record<string, string>>
  readonly media?: Readonly<Record<string, Uint8Array>>
  /** Whole parts by their names, for what no document should have. */
  readonly others?: Readonly<Record<string, string | Uint8Array>>
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MS = 'http://schemas.microsoft.com/office'

const namespaces = Object.entries({
  w: WORD,
  r: `${OFFICE}/relationships`,
  m: `${OFFICE}/math`,
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  wps: `${MS}/word/2010/wordprocessingShape`,
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  w14: `${MS}/word/2010/wordml`,
  w15: `${MS}/word/2012/wordml`,
  w16cid: `${MS}/word/2016/wordml/cid`,
  w16cex: `${MS}/word/2018/wordml/cex`,
})
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('')

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A part with everything declared that the helpers write. */
export function part(outermost: string, inside: string): string {
  return `${declaration}<${outermost}${namespaces}>${inside}</${outermost}>`
}

/** Of each kind of part: its file, its outermost element, the last piece of its types. */
const kinds = {
  styles: ['styles', 'w:styles'],
  numbering: ['numbering', 'w:numbering'],
  footnotes: ['footnotes', 'w:footnotes'],
  endnotes: ['endnotes', 'w:endnotes'],
  comments: ['comments', 'w:comments'],
  commentsExtended: ['commentsExtended', 'w15:commentsEx'],
  commentsIds: ['commentsIds', 'w16cid:commentsIds'],
  commentsExtensible: ['commentsExtensible', 'w16cex:commentsExtensible'],
  header: ['header1', 'w:hdr'],
  footer: ['footer1', 'w:ftr'],
} as const

/** The files of a package by name, as they would be packed. */
export function wordFiles(parts: WordParts): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {}
  const links: string[] = []
  const types: string[] = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="png" ContentType="image/png"/>',
    override('document', 'document.main'),
  ]
  for (const [kind, [file, outermost]] of Object.entries(kinds)) {
    const inside = parts[kind as keyof typeof kinds]
    if (inside === undefined) continue
    files[`word/${file}.xml`] = part(outermost, inside)
    types.push(override(file, kind))
    links.push(relationship(`part-${kind}`, kind, `${file}.xml`))
  }
  for (const [id, target] of Object.entries(parts.links ?? {}))
    links.push(relationship(id, 'hyperlink', target, true))
  for (const [id, name] of Object.entries(parts.pictures ?? {}))
    links.push(relationship(id, 'image', `media/${name}`))
  for (const [id, target] of Object.entries(parts.linkedPictures ?? {}))
    links.push(relationship(id, 'image', target, true))
  for (const [name, bytes] of Object.entries(parts.media ?? {})) files[`word/media/${name}`] = bytes
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${PACKAGE}/relationships">${relationship('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/document.xml': part('w:document', `<w:body>${parts.body}</w:body>`),
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`,
    ...files,
    ...parts.others,
  }
}

/** Long before any story; the same bytes at every run. */
const PACKED_AT = '1980-01-01T00:00:00'

/** Packs files in their order. */
export function packed(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    entries[name] = [typeof content === 'string' ? strToU8(content) : content, { mtime: PACKED_AT, level: 9 }]
  }
  return zipSync(entries)
}

/** A .docx with these parts. */
export function wordFile(parts: WordParts): Uint8Array {
  return packed(wordFiles(parts))
}

function override(file: string, kind: string): string {
  return `<Override PartName="/word/${file}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`
}

function relationship(id: string, kind: string, target: string, isExternal = false): string {
  const mode = isExternal ? ' TargetMode="External"' : ''
  return `<Relationship Id="${id}" Type="${OFFICE}/relationships/${kind}" Target="${xml(target)}"${mode}/>`
}

/** Text as XML. */
export function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
