import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml'
import { err, ok, type Result } from '../../../shared/result.ts'
import { inspectMarkup } from './inspect-markup.ts'
import { characterNamed } from './named-characters.ts'
import { prefixOf } from './namespaces.ts'

/** An element, its name and those of its attributes with the prefixes of `namespaces.ts`, whatever the file calls them. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Xml | Text)[]
  /** Half-open range in the text that was read, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

/** Characters between tags, entities resolved. */
export interface Text {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Why an XML text was not read. */
export type XmlProblem =
  | { readonly kind: 'too-deep' }
  /** It declares entities, or has a document type where none is allowed. */
  | { readonly kind: 'doctype' }
  /** Where, both from 1. */
  | { readonly kind: 'broken'; readonly line: number; readonly column: number }

/**
 * Levels of elements. A Word document of nested tables in text boxes has some forty; the parser, and those who walk
 * the tree, call themselves for each level.
 */
export const DEEPEST = 250

/**
 * Parses XML without ever looking outside the text or expanding an entity that the text declares.
 * @param text with line ends normalised to `\n`, which the ranges of the result count in
 * @param doctype whether a document type may stand there; it is ignored, and may declare nothing. Where it may, the
 *   characters that HTML has names for may be written by them
 */
export function readXml(text: string, doctype: 'refused' | 'ignored'): Result<Xml, XmlProblem> {
  const { depth, hasDoctype, hasSubset } = inspectMarkup(text)
  if (depth > DEEPEST) return err({ kind: 'too-deep' })
  if (hasSubset || (hasDoctype && doctype === 'refused')) return err({ kind: 'doctype' })
  try {
    const named = doctype === 'ignored' ? { resolveUndefinedEntity: characterNamed } : {}
    const { root } = parseXml(text, { includeOffsets: true, ...named })
    if (root === null) return err({ kind: 'broken', line: 1, column: 1 })
    return ok(converted(root, new Map()))
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return err({ kind: 'broken', line: error.line, column: error.column })
  }
}

type Scope = ReadonlyMap<string, string>

function converted(element: XmlElement, outer: Scope): Xml {
  const scope = scopeOf(element, outer)
  const children: (Xml | Text)[] = []
  for (const child of element.children) {
    if (child instanceof XmlElement) children.push(converted(child, scope))
    else if (child instanceof XmlText) children.push({ text: child.text, start: child.start, end: child.end })
  }
  const attributes: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(element.attributes)) {
    attributes[name.includes(':') ? knownName(name, scope) : name] = value
  }
  return {
    name: knownName(element.name, scope),
    attributes,
    children,
    start: element.start,
    end: element.end,
  }
}

/** Namespaces by the prefix that the file gives them, `` the default one. */
function scopeOf(element: XmlElement, outer: Scope): Scope {
  let scope: Map<string, string> | null = null
  for (const [name, value] of Object.entries(element.attributes)) {
    const declared = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null
    if (declared === null) continue
    scope ??= new Map(outer)
    scope.set(declared, value)
  }
  return scope ?? outer
}

function knownName(name: string, scope: Scope): string {
  const colon = name.indexOf(':')
  const namespace = scope.get(colon < 0 ? '' : name.slice(0, colon))
  if (namespace === undefined) return name
  const prefix = prefixOf(namespace)
  const local = name.slice(colon + 1)
  return prefix === null ? `?:${local}` : prefix === '' ? local : `${prefix}:${local}`
}
