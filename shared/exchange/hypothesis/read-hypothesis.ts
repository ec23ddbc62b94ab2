import type { ImportFailure } from '../../failure.ts'
import { err, ok, type Result } from '../../result.ts'
import type { ImportedMark, ImportedSet } from '../imported.ts'
import { isJsonObject, type JsonObject, jsonInput, listOf, memberOf, textOf } from '../input.ts'
import { timeIn } from '../time-in.ts'
import { fewWarnings } from '../warnings.ts'
import { listedIn } from './listed-in.ts'
import { placeOfTargets } from './places.ts'

/**
 * Reads annotations of Hypothesis: an export file of its sidebar, an answer of its search API
 * (https://h.readthedocs.io/en/latest/api-reference/), or a bare list of its annotations.
 *
 * The first tag is the tag, the text the note (Markdown, as written), the last reference what an answer answers. Offsets
 * count UTF-16 units. A note on a whole page has no place: it is named and left out.
 *
 * @param raw the decoded file. @param name its name, for failures
 */
export function readHypothesis(raw: string, name: string): Result<ImportedSet, ImportFailure> {
  const json = jsonInput(raw, name)
  if (!json.ok) return json
  const rows = listedIn(json.value)
  if (typeof rows === 'string') {
    return err({ kind: 'import-foreign', file: name, format: 'hypothesis', detail: rows })
  }
  const warnings: string[] = []
  const ids = new Set(rows.filter(isJsonObject).map((row) => textOf(memberOf(row, 'id'))))
  const marks: ImportedMark[] = []
  const taken = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const mark = isJsonObject(row) ? markOf(row, index + 1, ids) : `Annotation ${index + 1} is no object`
    if (typeof mark === 'string') warnings.push(`${mark}; it was left out.`)
    else if (taken.has(mark.id))
      warnings.push(`Annotation ${index + 1} is there twice; the second was left out.`)
    else {
      taken.add(mark.id)
      marks.push(mark)
    }
  }
  if (marks.length === 0) {
    const detail = warnings[0]?.replace(/; it was left out\.$/, '') ?? ''
    return err({ kind: 'import-nothing', file: name, detail })
  }
  return ok({ marks, warnings: fewWarnings(warnings) })
}

/** @returns the mark, or why there is none */
function markOf(row: JsonObject, number: number, ids: ReadonlySet<string>): ImportedMark | string {
  const id = textOf(memberOf(row, 'id')) || `#${number}`
  const references = listOf(memberOf(row, 'references')).filter((one) => typeof one === 'string')
  const replyTo = references.findLast((reference) => ids.has(reference))
  const place = references.length > 0 ? null : placeOfTargets(listOf(memberOf(row, 'target')))
  if (references.length > 0 && replyTo === undefined) {
    return `Annotation ${number} answers one that is not in the file`
  }
  if (references.length === 0 && place === null) {
    return `Annotation ${number} is a note on the whole page`
  }
  const [tag = '', ...tags] = listOf(memberOf(row, 'tags')).filter((one) => typeof one === 'string')
  return {
    id,
    author: authorOf(row),
    created: timeIn(memberOf(row, 'created')),
    modified: timeIn(memberOf(row, 'updated')),
    tag,
    note: textOf(memberOf(row, 'text')),
    fields: {},
    place,
    ...(replyTo === undefined ? {} : { replyTo }),
    carried: { hypothesis: keptOf(row, id, tag, tags) },
  }
}

/** What an export to Hypothesis gives back; what its server makes anew (links, flags, rights) is not worth keeping. */
function keptOf(row: JsonObject, id: string, tag: string, tags: readonly string[]): JsonObject {
  const names = ['uri', 'group', 'document']
  const members = names.flatMap((name) => (Object.hasOwn(row, name) ? [[name, row[name]] as const] : []))
  const first = listOf(memberOf(row, 'target')).find(isJsonObject)
  const selectors = first === undefined ? [] : listOf(memberOf(first, 'selector'))
  return { id, tag, tags, selectors, ...Object.fromEntries(members) }
}

/** The name that the person shows, else that of the account: `acct:jane@hypothes.is` → `jane`. */
function authorOf(row: JsonObject): string | null {
  const info = memberOf(row, 'user_info')
  const shown = isJsonObject(info) ? textOf(memberOf(info, 'display_name')).trim() : ''
  if (shown !== '') return shown
  const account = textOf(memberOf(row, 'user'))
  return (/^acct:([^@]+)@/.exec(account)?.[1] ?? account) || null
}
