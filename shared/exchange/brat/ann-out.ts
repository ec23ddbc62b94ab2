import type { PlacedAnnotation } from '../../annotation/annotation.ts'
import type { ReportInput } from '../../report/report-input.ts'
import { CodePointIndex } from '../../story/code-points.ts'
import type { Tag } from '../../tags.ts'
import { proposeTags } from '../tag-table.ts'
import { readLine, refsOf, renamed } from './ann-line.ts'
import { withoutFooting } from './footing.ts'
import { bratOffsets, bratQuote, fragmentsIn } from './fragments.ts'
import { type Group, groupsOf } from './groups.ts'
import { settleIds } from './ids.ts'
import { type KeptSet, keptSetOf } from './kept.ts'
import { linesAbout } from './lines-about.ts'

/** The lines of a `.ann` file, and how many imported ones about more than one span could not stay. */
export interface AnnOut {
  readonly lines: readonly string[]
  readonly lostLinks: number
  /** Annotations of nothing but line ends. */
  readonly unheld: number
  /** Annotations of whose notes or values line breaks became spaces. */
  readonly joined: number
}

interface Placed {
  /** Index of the imported file that the line stands in; behind all of them for a new one. */
  readonly file: number
  readonly at: number
  readonly text: string
}

/**
 * The annotations as lines of brat. What was imported from brat and is unchanged stands as it stood, in its order;
 * what is new comes behind, in reading order.
 */
export function annLines(
  input: ReportInput,
  placed: readonly PlacedAnnotation[],
  typeOf: (tag: string) => string,
): AnnOut {
  const text = input.story.text
  const points = new CodePointIndex(text)
  const groups = groupsOf(placed)
  const sets = (input.carried ?? []).flatMap((carried) => keptSetOf(carried) ?? [])
  const files = filesOf(groups, sets)
  const { ids, renames } = settleIds(files)
  const order = [...files.keys()]
  const lines: Placed[] = []
  const claimed = new Set<string>()
  const joined = new Set<Group>()
  let unheld = 0
  for (const group of groups) {
    const { kept } = group
    const pieces = fragmentsIn(
      text,
      group.annotations.map(({ span }) => span),
    )
    if (pieces.length === 0) {
      unheld += group.annotations.length
      continue
    }
    const own = kept === null ? null : JSON.stringify([kept.from, kept.id])
    const isFirst = own !== null && !claimed.has(own)
    if (own !== null) claimed.add(own)
    const map = renames.get(kept?.from ?? '') ?? new Map<string, string>()
    const id = (isFirst && kept !== null ? map.get(kept.id) : undefined) ?? ids.fresh('T')
    const file = isFirst && kept !== null ? order.indexOf(kept.from) : order.length
    const at = isFirst && kept !== null ? kept.at : lines.length
    const words = `${id}\t${typeIn(group, input.tags) ?? typeOf(group.tag)} ${bratOffsets(pieces, points)}\t${bratQuote(pieces, text)}`
    lines.push({ file, at, text: words + (kept?.tail ?? '') })
    // A second T from the same line has its own copies of what was said about it.
    const rules = {
      scheme: input.tags,
      ids,
      renames: isFirst ? map : copies(group, ids),
      notes: input.choice.notes,
      onJoined: () => joined.add(group),
    }
    for (const about of linesAbout(group, id, rules)) {
      const stays = isFirst && about.at !== null
      lines.push({
        file: stays ? file : order.length,
        at: stays ? (about.at ?? 0) : lines.length,
        text: about.text,
      })
    }
  }
  const links = linksOf(sets, renames, lines, order, input.choice.notes)
  const all = [...lines, ...links.lines].sort((a, b) => a.file - b.file || a.at - b.at)
  return { lines: all.map((line) => line.text), lostLinks: links.lost, unheld, joined: joined.size }
}

/** The type that a T had, as long as the mark has the tag that stands for it; null: another tag was given since. */
function typeIn({ kept, tag }: Group, tags: readonly Tag[]): string | null {
  if (kept?.type === undefined) return null
  return proposeTags([kept.type], tags)[0]?.tag === tag ? kept.type : null
}

/** All ids of each imported file, the files in the order in which they came. */
function filesOf(
  groups: readonly Group[],
  sets: readonly KeptSet[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>()
  const add = (from: string, id: string | undefined): void => {
    const ids = files.get(from) ?? new Set<string>()
    if (id !== undefined && id !== '*') ids.add(id)
    files.set(from, ids)
  }
  for (const { from, lines } of sets) for (const { text, at } of lines) add(from, readLine(text, at)?.id)
  for (const { kept } of groups) {
    if (kept === null) continue
    add(kept.from, kept.id)
    for (const { text, at } of kept.lines ?? []) add(kept.from, readLine(text, at)?.id)
  }
  return files
}

function copies(group: Group, ids: { fresh(prefix: string): string }): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const { text, at } of group.kept?.lines ?? []) {
    const id = readLine(text, at)?.id
    if (id !== undefined) map.set(id, ids.fresh(/^\D+/.exec(id)?.[0] ?? id))
  }
  return map
}

/** The kept lines about several spans whose spans are all there, and those about such lines. */
function linksOf(
  sets: readonly KeptSet[],
  renames: ReadonlyMap<string, ReadonlyMap<string, string>>,
  written: readonly Placed[],
  order: readonly string[],
  notes: boolean,
): { readonly lines: readonly Placed[]; readonly lost: number } {
  const known = new Set(written.map(({ text }) => text.split('\t', 1)[0] ?? ''))
  const seen = new Set<string>()
  const wanted = sets
    .filter(({ from }) => !seen.has(from) && seen.add(from))
    .flatMap(({ from, lines }) =>
      lines.flatMap(
        ({ at, text }): readonly (Placed & { readonly id: string; readonly refs: readonly string[] })[] => {
          const old = readLine(text, at)
          const renaming = renames.get(from)
          if (old === null || (old.kind === '#' && !notes)) return []
          const line = readLine(
            renamed(old, (id) => renaming?.get(id) ?? id),
            at,
          )
          return line === null
            ? []
            : [{ file: order.indexOf(from), at, text: line.text, id: line.id, refs: refsOf(line) }]
        },
      ),
    )
  const fallen = withoutFooting(wanted, known)
  return { lines: wanted.filter((one) => !fallen.has(one)), lost: fallen.size }
}
