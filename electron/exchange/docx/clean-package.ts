import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Xml } from '../xml/read-xml.ts'
import { elementsOf } from '../xml/walk-xml.ts'
import type { DocxParts, XmlPart } from './parts.ts'
import { type Collected, rewritten } from './rewrite.ts'
import { stylesByKnownNames } from './styles.ts'

/** A picture that the document shows. */
export interface Picture {
  /** Name of a part; an address of the web for one that lies outside; empty: it lies elsewhere outside. */
  readonly source: string
  readonly isExternal: boolean
}

/** What mammoth reads, and the pictures by the numbers that stand in place of their bytes. */
export interface CleanPackage {
  readonly bytes: Uint8Array
  readonly pictures: readonly Picture[]
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const contentTypes = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`
const packageLinks = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`

/**
 * A new package with nothing but the parts that the text comes from, under their usual names, stored unpacked. Each
 * picture is a file that holds its number: mammoth neither needs its bytes nor tells its name, and nothing outside
 * can be reached.
 */
export function cleanPackage(parts: DocxParts, collected: Collected): CleanPackage {
  const pictures: Picture[] = []
  const files: Zippable = {}
  const add = (name: string, text: string) => {
    files[name] = [strToU8(text), { level: 0 }]
  }
  const addPart = (name: string, part: XmlPart | null) => {
    if (part === null) return
    add(`word/${name}.xml`, rewritten(part, collected))
    add(`word/_rels/${name}.xml.rels`, linksOf(part, pictures))
  }
  add('[Content_Types].xml', contentTypes)
  add('_rels/.rels', packageLinks)
  addPart('document', parts.document)
  addPart('footnotes', parts.footnotes)
  addPart('endnotes', parts.endnotes)
  if (parts.styles !== null) add('word/styles.xml', stylesByKnownNames(parts.styles))
  if (parts.numbering !== null) add('word/numbering.xml', parts.numbering.text)
  pictures.forEach((_picture, index) => {
    add(`word/media/${index}.png`, String(index))
  })
  return { bytes: zipSync(files), pictures }
}

/** Links and pictures are all that mammoth looks up; it gives up at one that is missing. */
function linksOf(part: XmlPart, pictures: Picture[]): string {
  const missing = new Map(referencesIn(part.root))
  const picture = (id: string, source: string, isExternal: boolean) => {
    pictures.push({ source, isExternal })
    return linkTo(id, 'image', `media/${pictures.length - 1}.png`, '')
  }
  const links = part.relationships.flatMap(({ id, type, target, isExternal }) => {
    if (type !== 'hyperlink' && type !== 'image') return []
    missing.delete(id)
    if (type === 'hyperlink') return linkTo(id, type, target, ' TargetMode="External"')
    return picture(id, isExternal && !/^https?:\/\//i.test(target) ? '' : target, isExternal)
  })
  const empty = [...missing].map(([id, type]) =>
    type === 'image' ? picture(id, '', false) : linkTo(id, type, '', ' TargetMode="External"'),
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}${empty.join('')}</Relationships>`
}

const references: ReadonlyMap<string, 'image' | 'hyperlink'> = new Map([
  ['a:blip', 'image'],
  ['v:imagedata', 'image'],
  ['w:hyperlink', 'hyperlink'],
  ['a:hlinkClick', 'hyperlink'],
])

/** Ids of relationships that the text asks for, with their type. */
function referencesIn(node: Xml): readonly (readonly [id: string, type: 'image' | 'hyperlink'])[] {
  return elementsOf(node).flatMap((child) => {
    const type = references.get(child.name)
    const ids = type === undefined ? [] : ['r:embed', 'r:link', 'r:id'].map((name) => child.attributes[name])
    const own = ids.flatMap((id) => (id === undefined || type === undefined ? [] : [[id, type] as const]))
    return [...own, ...referencesIn(child)]
  })
}

function linkTo(id: string, type: string, target: string, mode: string): string {
  return `<Relationship Id="${quoted(id)}" Type="${OFFICE}/${type}" Target="${quoted(target)}"${mode}/>`
}

function quoted(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
}
