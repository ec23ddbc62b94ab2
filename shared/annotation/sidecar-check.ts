import type { z } from 'zod'
import { err, ok, type Result } from '../result.ts'
import { tagOf } from './body.ts'
import { isItem } from './item.ts'
import { itemSchema, type Sidecar, sidecarSchema } from './sidecar-schema.ts'
import { isSurelySound } from './sound-item.ts'

/**
 * Checks a parsed value that says it is a sidecar of this format.
 *
 * @returns the sidecar, or path and complaint of the first thing that is wrong
 */
export function checkSidecar(value: unknown): Result<Sidecar, string> {
  const unsafe = findUnsafe(value)
  if (unsafe !== null) return err(at(unsafe.path, unsafe.message))
  const parsed = sidecarSchema.safeParse(value)
  if (!parsed.success) return err(complaint(parsed.error, []))
  const wrong = findWrongItem(parsed.data) ?? findTwin(parsed.data)
  return wrong === null ? ok(parsed.data) : err(wrong)
}

type Path = readonly PropertyKey[]

/**
 * Keys that change an object's prototype when they are copied, and numbers too large for a double: those were
 * read as Infinity and would be written back as null. Depth is limited before.
 */
function findUnsafe(value: unknown): { readonly path: Path; readonly message: string } | null {
  if (typeof value === 'number' && !Number.isFinite(value))
    return { path: [], message: 'the number is too large' }
  if (typeof value !== 'object' || value === null) return null
  const isList = Array.isArray(value)
  // No entries, no paths on the way down: this looks at every value of a file of thousands of marks.
  for (const key of Object.keys(value)) {
    const here = isList ? Number(key) : key
    if (key === '__proto__' || key === 'constructor')
      return { path: [here], message: 'this name is not allowed' }
    const found = findUnsafe(Reflect.get(value, key))
    if (found !== null) return { ...found, path: [here, ...found.path] }
  }
  return null
}

/** Every mark must be whole; items of other kinds are carried as they are. */
function findWrongItem(sidecar: Sidecar): string | null {
  for (const [index, item] of sidecar.first.items.entries()) {
    if (!isItem(item)) continue
    const path = ['first', 'items', index]
    const parsed = isSurelySound(item) ? null : itemSchema.safeParse(item)
    if (parsed?.success === false) return complaint(parsed.error, path)
    if (tagOf(item.body) === undefined)
      return at([...path, 'body'], 'no body says what the mark is classified as')
    const [, position] = item.target.selector
    if (position.start >= position.end) {
      return at([...path, 'target', 'selector', 1], `empty or reversed: ${position.start}–${position.end}`)
    }
  }
  return null
}

function findTwin(sidecar: Sidecar): string | null {
  const items = sidecar.first.items.map((item) => item.id)
  const tombstones = sidecar['galley:deleted'].map((tombstone) => tombstone['galley:id'])
  return (
    firstTwin(items, (index) => ['first', 'items', index, 'id']) ??
    firstTwin(tombstones, (index) => ['galley:deleted', index, 'galley:id'])
  )
}

function firstTwin(ids: readonly string[], pathOf: (index: number) => Path): string | null {
  const seen = new Set<string>()
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) return at(pathOf(index), `${id} is there twice`)
    seen.add(id)
  }
  return null
}

function complaint(error: z.ZodError, path: Path): string {
  const [issue] = error.issues
  return issue === undefined ? at(path, 'invalid') : at([...path, ...issue.path], issue.message)
}

/** `first.items[3].galley:revision: …` */
function at(path: Path, message: string): string {
  const words = path.map((part, index) => {
    if (typeof part === 'number') return `[${part}]`
    return index === 0 ? String(part) : `.${String(part)}`
  })
  return `${words.join('')}: ${message}`
}
