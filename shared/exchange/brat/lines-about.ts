import { findTag, type Tag } from '../../tags.ts'
import { type AnnLine, type KeptLine, readLine, renamed, typeOf } from './ann-line.ts'
import { contentOfLines, fieldNoteType, fieldOfLine, isNote, NOTE } from './content.ts'
import { oneLine } from './fragments.ts'
import type { Group } from './groups.ts'
import type { BratIds } from './ids.ts'
import { isBratName, isBratWord } from './names.ts'

/** Where lines about a T get their ids and what may be written. */
export interface LineRules {
  readonly scheme: readonly Tag[]
  readonly ids: BratIds
  /** New ids of the lines of the T's file. */
  readonly renames: ReadonlyMap<string, string>
  /** Notes and fields go into the file. */
  readonly notes: boolean
  /** Told when line breaks of a note or a value became spaces. */
  readonly onJoined: () => void
}

/** `at`: the line of the imported file that it goes on; null: a new one. */
export interface LineAbout {
  readonly at: number | null
  readonly text: string
}

/**
 * Attributes and notes of a T. A line that was imported stays as it is while it says what the annotation says; one
 * whose value was changed keeps its id; what is new comes behind.
 * @param id the T's id in the file that is written
 */
export function linesAbout(group: Group, id: string, rules: LineRules): readonly LineAbout[] {
  const own = group.kept?.id
  const nameOf = (ref: string): string => (ref === own ? id : (rules.renames.get(ref) ?? ref))
  const kept = linesIn(group.kept?.lines ?? [])
  const was = contentOfLines(kept)
  const value = (field: string): string =>
    Object.hasOwn(group.fields, field) ? (group.fields[field] ?? '') : ''
  const isSame = (field: string): boolean =>
    Object.hasOwn(was.fields, field) && was.fields[field] === value(field)
  const done = new Set<string>()
  let isNoteDone = group.note === '' || group.note === was.note
  const found: LineAbout[] = []
  for (const line of kept) {
    const same = { at: line.at, text: renamed(line, nameOf) }
    const field = fieldOfLine(line)
    if (isNote(line)) {
      if (group.note === was.note) found.push(same)
      else if (!isNoteDone)
        found.push({ at: line.at, text: noteLine(nameOf(line.id), NOTE, id, group.note, rules) })
      isNoteDone = true
    } else if (field === null) {
      if (rules.notes) found.push(same)
    } else if (isSame(field.id)) {
      found.push(same)
      done.add(field.id)
    } else if (!done.has(field.id) && value(field.id) !== '') {
      done.add(field.id)
      found.push({ at: line.at, text: changedField(line, field.id, value(field.id), id, nameOf, rules) })
    }
  }
  if (!isNoteDone) found.push({ at: null, text: noteLine(rules.ids.fresh('#'), NOTE, id, group.note, rules) })
  for (const [field, now] of Object.entries(group.fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!done.has(field)) found.push({ at: null, text: newField(group.tag, field, now, id, rules) })
  }
  return found
}

/** Only a value of a closed set is an attribute: brat knows no other. */
export function isAttribute(scheme: readonly Tag[], tag: string, field: string, value: string): boolean {
  const found = findTag(scheme, tag)?.fields.find((one) => one.id === field)
  if (found === undefined || !isBratName(field)) return false
  const values = found.kind === 'yes-no' ? ['yes', 'no'] : found.choices
  return values.includes(value) && values.every(isBratWord)
}

function newField(tag: string, field: string, value: string, id: string, rules: LineRules): string {
  return isAttribute(rules.scheme, tag, field, value)
    ? `${rules.ids.fresh('A')}\t${field} ${id} ${value}`
    : noteLine(rules.ids.fresh('#'), fieldNoteType(field), id, value, rules)
}

function changedField(
  line: AnnLine,
  field: string,
  value: string,
  id: string,
  nameOf: (ref: string) => string,
  rules: LineRules,
): string {
  if (line.kind === 'A' && isBratWord(value)) return `${nameOf(line.id)}\t${typeOf(line)} ${id} ${value}`
  const own = line.kind === '#' ? nameOf(line.id) : rules.ids.fresh('#')
  return noteLine(own, fieldNoteType(field), id, value, rules)
}

function noteLine(own: string, type: string, id: string, text: string, { onJoined }: LineRules): string {
  const line = oneLine(text)
  if (line !== text) onJoined()
  return `${own}\t${type} ${id}\t${line}`
}

function linesIn(kept: readonly KeptLine[]): readonly AnnLine[] {
  return kept.flatMap(({ at, text }) => {
    const line = readLine(text, at)
    return line === null ? [] : [line]
  })
}
