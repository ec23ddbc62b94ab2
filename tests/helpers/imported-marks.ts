import type { ImportedMark, ImportedPlace, ImportedSet } from '../../shared/exchange/imported.ts'

/** A mark of another program, with a claim on it unless told. */
export function imported(
  id: string,
  place: ImportedPlace | null,
  more: Partial<ImportedMark> = {},
): ImportedMark {
  return {
    id,
    author: null,
    created: null,
    modified: null,
    tag: 'claim',
    note: '',
    fields: {},
    place,
    ...more,
  }
}

/** Words with what stands around them, and no position. */
export function words(exact: string, prefix = '', suffix = ''): ImportedPlace {
  return { quote: { exact, prefix, suffix }, position: null }
}

/** A position with its words, if there are any. */
export function at(
  start: number,
  end: number,
  exact?: string,
  unit: 'code-point' | 'utf-16' = 'code-point',
): ImportedPlace {
  const quote = exact === undefined ? null : { exact, prefix: '', suffix: '' }
  return { quote, position: { start, end, unit } }
}

export function importedSet(marks: readonly ImportedMark[], more: Partial<ImportedSet> = {}): ImportedSet {
  return { marks, warnings: [], ...more }
}
