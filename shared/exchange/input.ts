import { exceedsDepth } from '../annotation/sidecar-json.ts'
import type { ImportFailure } from '../failure.ts'
import { err, ok, type Result } from '../result.ts'
import { readJson } from '../tags/json-text.ts'
import { lineOf } from '../tags/line-of.ts'

/**
 * Largest file of annotations that is read, in bytes. A hundred thousand marks of Hypothesis, the wordiest of the
 * formats, take about as much. Whoever reads the file asks for its size before its content.
 */
export const IMPORT_LIMIT = 50_000_000

/** Deepest nesting of JSON that is read; what programs write needs about ten. */
const IMPORT_DEPTH = 64

/**
 * The text of a file without its byte order mark, if there is something in it.
 * @param raw the decoded file. Its length stands for its bytes, which are never fewer.
 */
export function plainInput(raw: string, file: string): Result<string, ImportFailure> {
  if (raw.length > IMPORT_LIMIT) {
    return err({ kind: 'import-too-large', file, bytes: raw.length, limit: IMPORT_LIMIT })
  }
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw
  return text.trim() === '' ? err({ kind: 'import-empty', file }) : ok(text)
}

/** What a JSON file holds. Never throws. */
export function jsonInput(raw: string, file: string): Result<unknown, ImportFailure> {
  const plain = plainInput(raw, file)
  if (!plain.ok) return plain
  const text = plain.value
  if (exceedsDepth(text, IMPORT_DEPTH)) return err({ kind: 'import-too-deep', file, limit: IMPORT_DEPTH })
  try {
    return ok(JSON.parse(text))
  } catch {
    const fault = readJson(text)
    const { at, detail } = fault.ok ? { at: 0, detail: 'it is not JSON' } : fault.error
    return err({ kind: 'import-json', file, ...lineOf(text, at), detail })
  }
}

/** An object of parsed JSON. */
export type JsonObject = Readonly<Record<string, unknown>>

/** An object, and neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member of its own; undefined: there is none. */
export function memberOf(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** The value as a text; empty: it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A list as it is, a single value as a list of one, nothing as an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}
