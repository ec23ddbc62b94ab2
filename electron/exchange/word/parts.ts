import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { IsoTime } from '../../../shared/units.ts'
import { zipOf } from '../zip-parts.ts'

const PROPERTIES = 'docProps/core.xml'
const DOCUMENT = 'word/document.xml'
const LINKS = 'word/_rels/document.xml.rels'

/**
 * The packed document with what the library takes from the clock and from chance made the same for every run: the
 * times in its properties, and the names of the links.
 */
export function settledParts(packed: Uint8Array, made: IsoTime): Uint8Array {
  const parts = unzipSync(packed)
  const change = (path: string, to: (xml: string) => string) => {
    const part = parts[path]
    if (part !== undefined) parts[path] = strToU8(to(strFromU8(part)))
  }
  change(PROPERTIES, (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${made}`))
  const names = new Map<string, string>()
  change(LINKS, (xml) =>
    xml.replace(/(<Relationship Id=")([^"]*)("[^>]*TargetMode="External")/g, (_, before, id, after) => {
      names.set(id, `link${names.size + 1}`)
      return `${before}${names.get(id)}${after}`
    }),
  )
  change(DOCUMENT, (xml) =>
    xml.replace(/(r:id=")([^"]*)/g, (_, before, id) => `${before}${names.get(id) ?? id}`),
  )
  return zipOf(parts)
}
