import { statSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { AnnotationChange } from '../../shared/desk/contract.ts'
import { span, type TagId } from '../../shared/units.ts'
import { idOf } from './desk-world.ts'
import { filesSaying } from './traces.ts'

// Words that stand nowhere else by chance; the numbers are random.
const NOTE = 'quillfeather-38114071'
const FIELD = 'marshlamp-90276355'
/** What only the person reads. */
export const SECRETS: readonly string[] = [NOTE, FIELD]
/** What everybody reads, beside it: the same search must find it. */
export const OPEN = 'open-secret-51820934'

/** A mark with a note for everybody, and a note and a field for the person alone. */
export function planted(n: number, [from, to]: readonly [number, number]): AnnotationChange {
  return {
    kind: 'put',
    id: idOf(n),
    content: {
      tag: 'fact' as TagId,
      note: OPEN,
      fields: { status: 'verified' },
      private: { note: `She said ${NOTE}.`, fields: { source: FIELD } },
    },
    span: span(from, to),
  }
}

/** The secrets lie in this person's file of the data folder, which nobody else can read, and nowhere else below. */
export function expectKept(folder: string, data: string): void {
  for (const words of SECRETS) {
    const [found = '', ...more] = filesSaying(folder, words)
    expect(more).toEqual([])
    expect(path.relative(data, found)).toMatch(/^private[/\\]private-notes-[0-9a-f]{16}\.json$/)
    const mode = statSync(path.join(folder, found)).mode & 0o777
    if (process.platform !== 'win32') expect(mode).toBe(0o600)
  }
}

/** Nothing of what left Galley by another way than a file says a secret. */
export function expectSilent(left: readonly string[]): void {
  for (const words of SECRETS) {
    expect(left.filter((said) => said.includes(words)).map((said) => said.slice(0, 60))).toEqual([])
  }
}
