import type { SidecarFailure } from '../failure.ts'
import { err, ok, type Result } from '../result.ts'
import { checkSidecar } from './sidecar-check.ts'
import { describeJsonFault, exceedsDepth } from './sidecar-json.ts'
import { SIDECAR_FORMAT, type Sidecar } from './sidecar-schema.ts'

/** Deepest nesting that is read. Ours needs 7; recursive code overflows the stack far above. */
export const DEPTH_LIMIT = 32

interface Json {
  readonly type?: unknown
  readonly 'galley:format'?: unknown
}

/** The step at index n turns format n + 1 into format n + 2. */
const migrations: readonly ((older: Json) => Json)[] = []

/**
 * Reads a sidecar, strictly: what is not certainly ours and whole is a failure of its own kind, and a file
 * that failed must not be written to. Never throws.
 *
 * @param text the decoded file; a byte order mark may stand first
 * @param file its name, for the failure
 */
export function parseSidecar(text: string, file: string): Result<Sidecar, SidecarFailure> {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  if (json.trim() === '') return err({ kind: 'sidecar-empty', file })
  if (exceedsDepth(json, DEPTH_LIMIT)) return err({ kind: 'sidecar-too-deep', file, limit: DEPTH_LIMIT })

  const value = parseJson(json)
  if (value === undefined) return err({ kind: 'sidecar-json', file, detail: describeJsonFault(json) })
  if (!isObject(value)) return err({ kind: 'sidecar-foreign', file, found: kindOf(value) })
  const found = foreignObject(value)
  if (found !== null) return err({ kind: 'sidecar-foreign', file, found })

  const format = Number(value['galley:format'])
  if (Number.isInteger(format) && format > SIDECAR_FORMAT) return err({ kind: 'sidecar-newer', file, format })
  // A format that is no number ≥ 1 takes no step here and fails the check.
  const steps = Number.isInteger(format) && format >= 1 ? migrations.slice(format - 1) : []
  const checked = checkSidecar(steps.reduce((older, step) => step(older), value))
  return checked.ok ? ok(checked.value) : err({ kind: 'sidecar-invalid', file, detail: checked.error })
}

/** undefined: not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What an object is if it is not a sidecar of ours; null: it says that it is one. */
function foreignObject(value: Json): string | null {
  const collection = value.type === 'AnnotationCollection'
  if (collection && Object.hasOwn(value, 'galley:format')) return null
  return collection ? 'an annotation collection of another program' : 'another kind of JSON'
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number') return 'a number'
  return typeof value === 'string' ? 'a text' : 'true or false'
}
