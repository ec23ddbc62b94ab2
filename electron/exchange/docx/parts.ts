import { DEEPEST, readXml, type Xml } from '../xml/read-xml.ts'
import { Package } from './open-package.ts'
import { Refused } from './refused.ts'
import { type Relationship, readRelationships, relationshipsPart } from './relationships.ts'
import { otherArchive } from './what-else.ts'

/**
 * Bytes of one XML part: a hundred thousand words come to a tenth of it, and a parser needs some thirty times the
 * room.
 */
const MOST_XML = 40_000_000

/** An XML part with its text, which the ranges of the tree count in. */
export interface XmlPart {
  readonly name: string
  readonly text: string
  readonly root: Xml
  readonly relationships: readonly Relationship[]
}

/** The parts of a document by what they are for. */
export interface DocxParts {
  readonly document: XmlPart
  /** Null: the document has none. */
  readonly footnotes: XmlPart | null
  readonly endnotes: XmlPart | null
  readonly styles: XmlPart | null
  readonly numbering: XmlPart | null
  readonly comments: XmlPart | null
  readonly commentsExtended: XmlPart | null
  readonly commentsIds: XmlPart | null
  readonly commentsExtensible: XmlPart | null
  readonly headersAndFooters: readonly XmlPart[]
  /** @throws Refused */
  readonly bytesOf: (part: string) => Uint8Array | null
}

/**
 * Finds and reads the parts that a story needs; macros, embedded files and whatever else lies in the package are
 * never unpacked.
 * @throws Refused
 */
export function readParts(file: string, bytes: Uint8Array): DocxParts {
  const parts = new Package(file, bytes)
  const read = (name: string): XmlPart | null => {
    const found = parts.read(name)
    if (found === null) return null
    const text = decoded(file, name, found)
    const links = parts.read(relationshipsPart(name))
    const linksName = relationshipsPart(name)
    const relationships =
      links === null ? [] : readRelationships(parsed(file, linksName, decoded(file, linksName, links)), name)
    return { name, text, root: parsed(file, name, text), relationships }
  }
  const mainName = mainPart(file, parts)
  const document = read(mainName)
  if (document === null) throw new Refused(otherArchive(file, parts, mainName))
  const related = (type: string) =>
    document.relationships.filter((link) => link.type === type && !link.isExternal && parts.has(link.target))
  const first = (type: string): XmlPart | null => {
    const link = related(type)[0]
    return link === undefined ? null : read(link.target)
  }
  return {
    document,
    footnotes: first('footnotes'),
    endnotes: first('endnotes'),
    styles: first('styles'),
    numbering: first('numbering'),
    comments: first('comments'),
    commentsExtended: first('commentsExtended'),
    commentsIds: first('commentsIds'),
    commentsExtensible: first('commentsExtensible'),
    headersAndFooters: [...related('header'), ...related('footer')].flatMap(
      ({ target }) => read(target) ?? [],
    ),
    bytesOf: (part) => parts.read(part),
  }
}

/** Named by the package; most writers call it so, and some forget to say it. */
function mainPart(file: string, parts: Package): string {
  const usual = 'word/document.xml'
  const links = parts.read('_rels/.rels')
  if (links === null) return usual
  const root = parsed(file, '_rels/.rels', decoded(file, '_rels/.rels', links))
  const main = readRelationships(root, '').find(({ type }) => type === 'officeDocument')
  if (main === undefined || !parts.has(main.target)) return usual
  if (/^(?:xl|ppt)\//.test(main.target)) throw new Refused(otherArchive(file, parts, usual))
  return main.target
}

function decoded(file: string, part: string, bytes: Uint8Array): string {
  if (bytes.length > MOST_XML) throw new Refused({ kind: 'word-too-large', file, limit: MOST_XML })
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    throw new Refused({ kind: 'word-damaged', file, part })
  }
}

/** A document type has no place in any part (ECMA-376 part 2, §8.1.4). */
function parsed(file: string, part: string, text: string): Xml {
  const read = readXml(text, 'refused')
  if (read.ok) return read.value
  switch (read.error.kind) {
    case 'too-deep':
      throw new Refused({ kind: 'word-too-deep', file, limit: DEEPEST })
    case 'doctype':
      throw new Refused({ kind: 'word-doctype', file, part })
    case 'broken':
      throw new Refused({ kind: 'word-damaged', file, part })
  }
}
