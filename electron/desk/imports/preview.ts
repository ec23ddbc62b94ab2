import type { Person } from '../../../shared/desk/contract.ts'
import type { ImportPreview } from '../../../shared/desk/contract-import.ts'
import type { ImportFormat } from '../../../shared/exchange/formats.ts'
import type { ImportedSet } from '../../../shared/exchange/imported.ts'
import type { PlacedImport } from '../../../shared/exchange/place-imported.ts'
import { proposeTags } from '../../../shared/exchange/tag-table.ts'
import type { Tag } from '../../../shared/tags.ts'
import { isSameName } from '../persona.ts'

interface Previewed {
  readonly token: string
  readonly file: string
  readonly format: ImportFormat
  readonly set: ImportedSet
  readonly placed: PlacedImport
  readonly tags: readonly Tag[]
  readonly me: Person | null
}

/** What a person sees before anything is taken in. */
export function previewOf({ token, file, format, set, placed, tags, me }: Previewed): ImportPreview {
  const marks = set.marks.filter(({ replyTo }) => replyTo === undefined)
  const words = countOf(marks.map(({ tag }) => tag))
  const choices = proposeTags(words.keys(), tags).map((choice) => ({
    ...choice,
    count: words.get(choice.word) ?? 0,
  }))
  const count = (kind: PlacedImport['standings'][number]['kind']) =>
    set.marks.filter(({ replyTo }, at) => replyTo === undefined && placed.standings[at]?.kind === kind).length
  return {
    token,
    file,
    format,
    authors: [...countOf(set.marks.map(({ author }) => author))].map(([author, number]) => ({
      author,
      count: number,
      mine: author !== null && me !== null && isSameName(author, me.name),
    })),
    words: choices.sort((a, b) => b.count - a.count),
    placed: count('placed'),
    orphans: count('orphan'),
    nowhere: count('nowhere'),
    replies: set.marks.length - marks.length,
    warnings: [...set.warnings, ...placed.warnings],
  }
}

function countOf<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
