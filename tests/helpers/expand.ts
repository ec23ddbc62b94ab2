import fs from 'node:fs'
import path from 'node:path'
import jsonld from 'jsonld'
import type { JsonLd } from 'jsonld/jsonld-spec.js'

const ANNO = 'http://www.w3.org/ns/anno.jsonld'
const context: JsonLd = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'anno-context.json'), 'utf8'),
)

/**
 * Expands JSON-LD without the network; `safe`: a key that would be dropped is an error.
 *
 * @param base URL that relative references are resolved against
 */
export async function expand(document: object, base: string): Promise<unknown> {
  const options = {
    base,
    safe: true,
    documentLoader: async (url: string) => {
      if (url !== ANNO) throw new Error(`no context for ${url}`)
      return { documentUrl: url, document: context }
    },
  }
  return await jsonld.expand({ ...document }, options)
}

/** Properties, types and ids in an expanded document, each as often as it occurs. */
export function namesIn(expanded: unknown): { properties: string[]; types: string[]; ids: string[] } {
  const names = { properties: [] as string[], types: [] as string[], ids: [] as string[] }
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        if (key === '@id') names.ids.push(String(member))
        else if (key === '@type') names.types.push(...[member].flat().map(String))
        else if (!key.startsWith('@')) names.properties.push(key)
        walk(member)
      }
    }
  }
  walk(expanded)
  return names
}
