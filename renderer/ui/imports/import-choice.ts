import type { ImportAuthorChoice, ImportPreview } from '../../../shared/desk/contract-import.ts'
import type { TagId } from '../../../shared/units.ts'

/** What a person decided so far about an import. */
export interface ImportChoice {
  /** All into one layer of this name; null: each author of the file into a layer of their own. */
  readonly together: string | null
  /** Names of the layers, in the order of the preview's authors. */
  readonly names: readonly string[]
  /** They may go into the layer of the person who works here. */
  readonly own: boolean
  /** Tags by word, where others than proposed were chosen. */
  readonly tags: ReadonlyMap<string, TagId>
}

/** What is proposed: the names and words of the file. */
export function proposedChoice({ authors }: ImportPreview): ImportChoice {
  return { together: null, names: authors.map(({ author }) => author ?? ''), own: false, tags: new Map() }
}

/** The name of the layer of each author. */
export function layerNames({ together, names }: ImportChoice): readonly string[] {
  return together === null ? names : names.map(() => together)
}

/** Is one of the layers the person's own? Case and blanks make no difference, as behind the desk. */
export function isOwnAmong(choice: ImportChoice, own: string): boolean {
  return layerNames(choice).some((name) => plain(name) === plain(own))
}

/** Every layer has a name, and the own one is meant. */
export function isComplete(choice: ImportChoice, own: string): boolean {
  const hasNames = layerNames(choice).every((name) => name.trim() !== '')
  return hasNames && (choice.own || !isOwnAmong(choice, own))
}

export function authorsOf({ authors }: ImportPreview, choice: ImportChoice): readonly ImportAuthorChoice[] {
  const names = layerNames(choice)
  return authors.map(({ author }, at) => ({
    author,
    name: names[at] ?? '',
    ...(choice.own ? { own: true } : {}),
  }))
}

export function tagsOf({ tags }: ImportChoice): readonly { readonly word: string; readonly tag: TagId }[] {
  return [...tags].map(([word, tag]) => ({ word, tag }))
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
