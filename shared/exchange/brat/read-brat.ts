import type { ImportFailure } from '../../failure.ts'
import { err, ok, type Result } from '../../result.ts'
import type { ImportedMark, ImportedSet } from '../imported.ts'
import { plainInput } from '../input.ts'
import { fewWarnings } from '../warnings.ts'
import { type AnnLine, fragmentsOf, isWellFormed, type KeptLine, readLine, refsOf } from './ann-line.ts'
import { withoutFooting } from './footing.ts'
import { markFromLine } from './mark-from-line.ts'
import { bratText } from './over-line-ends.ts'

/**
 * Reads a brat `.ann` file (https://brat.nlplab.org/standoff.html). Offsets count code points of brat's own `.txt`.
 *
 * Each fragment of a T becomes a mark of its own, since a mark covers only its words, but those that only the end of a
 * line parts are one; the first has the note and the fields, which come from the lines about that T alone. Lines about several (relations, events, equivalences), and
 * those about them, are carried. A line that can't be read is named and left out, with what hangs on it.
 *
 * @param raw the decoded file. @param name its name, for failures. @param text brat's `.txt`, where there is one
 */
export function readBrat(
  raw: string,
  name: string,
  text: string | null = null,
): Result<ImportedSet, ImportFailure> {
  const plain = plainInput(raw, name)
  if (!plain.ok) return plain
  const warnings: string[] = []
  const rows = plain.value.split('\n').map((row) => row.replace(/\r$/, ''))
  if (!rows.some((row) => readLine(row, 0) !== null)) {
    const detail = 'no line begins with an id such as T1 and a tab'
    return err({ kind: 'import-foreign', file: name, format: 'brat', detail })
  }
  const lines = soundLines(rows, warnings)
  if (lines.length === 0) {
    return err({ kind: 'import-nothing', file: name, detail: warnings[0]?.replace(/\.$/, '') ?? '' })
  }
  const from = `${name}#${fingerprint(plain.value)}`
  const spans = lines.filter((line) => line.kind === 'T' && fragmentsOf(line).every(isSpan))
  const brat = text === null ? null : bratText(text)
  const about = linesByTarget(lines, new Set(spans.map(({ id }) => id)))
  const marks = spans.flatMap((line): readonly ImportedMark[] =>
    markFromLine(line, about.get(line.id) ?? [], from, warnings, brat),
  )
  const taken = new Set([...spans, ...[...about.values()].flat()])
  const kept = lines.filter((line) => !taken.has(line)).map(({ at, text }): KeptLine => ({ at, text }))
  return ok({
    marks,
    warnings: fewWarnings(warnings),
    ...(kept.length === 0 ? {} : { carried: { brat: { from, lines: kept } } }),
  })
}

/** The lines that can be read and whose references lead somewhere. */
function soundLines(rows: readonly string[], warnings: string[]): readonly AnnLine[] {
  const seen = new Set<string>()
  const sound = rows.flatMap((row, index): readonly AnnLine[] => {
    if (row.trim() === '') return []
    const line = readLine(row, index + 1)
    if (line === null) {
      warnings.push(`Line ${index + 1} begins with no id and tab, and was left out.`)
      return []
    }
    if (!isWellFormed(line)) {
      warnings.push(`Line ${line.at}: ${line.id} is not written as brat writes it, and was left out.`)
      return []
    }
    if (line.kind !== '*' && seen.has(line.id)) {
      warnings.push(`Line ${line.at}: ${line.id} is there twice; the second was left out.`)
      return []
    }
    seen.add(line.id)
    return [line]
  })
  const linked = sound.map((line) => ({ line, id: line.id, refs: refsOf(line) }))
  const fallen = withoutFooting(linked, new Set())
  for (const [{ line }, missing] of [...fallen].sort(([a], [b]) => a.line.at - b.line.at)) {
    warnings.push(`Line ${line.at}: ${line.id} is about ${missing}, which is not there; it was left out.`)
  }
  return linked.filter((one) => !fallen.has(one)).map(({ line }) => line)
}

/** Attributes, notes and normalisations of spans, by the span's id, in the order of the file. */
function linesByTarget(
  lines: readonly AnnLine[],
  spans: ReadonlySet<string>,
): ReadonlyMap<string, readonly AnnLine[]> {
  const about = new Map<string, AnnLine[]>()
  // An attribute or note can itself have a note; such a line stays with the file.
  for (const line of lines) {
    const [target] = refsOf(line)
    const isOfOne = line.kind === 'A' || line.kind === 'N' || line.kind === '#'
    if (!isOfOne || target === undefined || !spans.has(target)) continue
    const list = about.get(target)
    if (list === undefined) about.set(target, [line])
    else list.push(line)
  }
  return about
}

/** A fragment without length marks nothing; such a T is only kept. */
function isSpan({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return start < end && Number.isSafeInteger(end)
}

/** Tells two files of one name apart (FNV-1a, 32 bits); it guards nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
