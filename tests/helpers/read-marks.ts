import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isItem } from '../../shared/annotation/item.ts'
import { mergeLayer } from '../../shared/annotation/merge.ts'
import { parseSidecar } from '../../shared/annotation/sidecar-codec.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'

export interface Marks {
  /** Tag by id, of all annotators. */
  readonly live: ReadonlyMap<string, string>
  readonly deleted: ReadonlySet<string>
  /** Names of sidecars that do not parse. */
  readonly unreadable: readonly string[]
}

/** What the disk holds for a story: beside it and waiting in the data folder. */
export function readMarks(story: string, dataFolder: string): Marks {
  const beside = filesIn(path.dirname(story)).filter((file) =>
    path.basename(file).startsWith(path.basename(story)),
  )
  const waiting = filesIn(path.join(dataFolder, 'pending'))
  return marksIn(
    [...beside, ...waiting]
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ name: file, text: readFileSync(file, 'utf8') })),
  )
}

export function marksIn(files: readonly { readonly name: string; readonly text: string }[]): Marks {
  const sidecars: Sidecar[] = []
  const unreadable: string[] = []
  for (const { name, text } of files) {
    const parsed = parseSidecar(text, name)
    if (parsed.ok) sidecars.push(parsed.value)
    else unreadable.push(`${name}: ${JSON.stringify(parsed.error)}`)
  }
  const { items, tombstones } = mergeLayer(sidecars)
  return {
    live: new Map(items.filter(isItem).map((item) => [item.id, item.body[0]?.value ?? ''])),
    deleted: new Set(tombstones.map((tombstone) => tombstone['galley:id'])),
    unreadable,
  }
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name))
}
