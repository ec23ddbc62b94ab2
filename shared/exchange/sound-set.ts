import { timePattern } from '../annotation/sidecar-schema.ts'
import type { IsoTime } from '../units.ts'
import type { Carried, ImportedMark, ImportedSet } from './imported.ts'

// What a window may send as well (`shared/desk/schemas.ts`): nothing comes in that could not be changed later.
const MAX_NAME = 200
const MAX_WORD = 200
const MAX_NOTE = 100_000
// A sidecar may be nested 32 deep, and what is carried stands five deep in it.
const MAX_DEPTH = 24

/**
 * The set as it may be kept: names and words of a length that fits, times that are times, carried data that can be
 * written and read again. What had to be cut or left out is said in a warning.
 */
export function soundSet(set: ImportedSet): ImportedSet {
  const lost = { notes: 0, fields: 0, carried: 0 }
  const marks = set.marks.map((mark) => soundMark(mark, lost))
  const carried = soundCarried(set.carried, lost)
  const warnings = [
    ...set.warnings,
    ...said(lost.notes, `notes were longer than ${MAX_NOTE} characters and were cut there.`),
    ...said(lost.fields, 'fields had a name or a value that is too long, or none, and were left out.'),
    ...said(lost.carried, 'pieces of data that Galley only carries along could not be kept.'),
  ]
  return { marks, warnings, ...(carried === undefined ? {} : { carried }) }
}

interface Lost {
  notes: number
  fields: number
  carried: number
}

function soundMark(mark: ImportedMark, lost: Lost): ImportedMark {
  const { carried: given, note, ...rest } = mark
  const carried = soundCarried(given, lost)
  if (note.length > MAX_NOTE) lost.notes++
  return {
    ...rest,
    author: mark.author === null ? null : nameOf(mark.author),
    created: timeOf(mark.created),
    modified: timeOf(mark.modified),
    tag: cut(mark.tag.trim(), MAX_WORD),
    note: cut(note, MAX_NOTE),
    fields: soundFields(mark.fields, lost),
    ...(carried === undefined ? {} : { carried }),
  }
}

/** As a person's name is kept; null: nothing is left of it. */
function nameOf(author: string): string | null {
  const name = cut(author.normalize('NFC').trim().replace(/\s+/g, ' '), MAX_NAME).trim()
  return name === '' ? null : name
}

function timeOf(time: IsoTime | null): IsoTime | null {
  return time !== null && timePattern.test(time) && !Number.isNaN(Date.parse(time)) ? time : null
}

function soundFields(fields: ImportedMark['fields'], lost: Lost): ImportedMark['fields'] {
  const kept = Object.entries(fields).filter(([id, value]) => {
    if (value === '') return false
    if (id !== '' && id.length <= MAX_WORD && value.length <= MAX_NOTE) return true
    lost.fields++
    return false
  })
  return Object.fromEntries(kept)
}

function soundCarried(carried: Carried | undefined, lost: Lost): Carried | undefined {
  if (carried === undefined) return undefined
  const formats = Object.entries(carried).filter(([format, value]) => {
    if (isSafe({ [format]: value }, MAX_DEPTH)) return true
    lost.carried++
    return false
  })
  return formats.length === 0 ? undefined : Object.fromEntries(formats)
}

/** JSON that a sidecar can hold: see `findUnsafe` in `sidecar-check.ts`, which refuses a whole file for one such name. */
function isSafe(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value !== 'object' || depth === 0) return false
  if (Array.isArray(value)) return value.every((one) => isSafe(one, depth - 1))
  return Object.entries(value).every(
    ([key, member]) => key !== '__proto__' && key !== 'constructor' && isSafe(member, depth - 1),
  )
}

/** Never through a surrogate pair. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}

function said(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}`]
}
