import type { BlockContent } from './block-contents.ts'
import { type Container, newItem, newQuote } from './markdown-containers.ts'

/** Lists and quotations around a block, the outermost first. */
export type Path = readonly Container[]

/**
 * Lists and quotations for a block that does not stand where it stood.
 * @param before those of the block before it
 * @param own those that it or the block it was cut from had; null: none are known
 * @param after those of the next block that stays; null: none
 */
export function pathFor(content: BlockContent, before: Path, own: Path | null, after: Path | null): Path {
  switch (content.kind) {
    case 'paragraph':
      return []
    case 'item':
      return itemPath(content, before, own, after)
    case 'quote':
      return quotePath(content.level, before, own)
    default:
      return neutralPath(before, own, after)
  }
}

function itemPath({ level, marker }: BlockContent, before: Path, own: Path | null, after: Path | null): Path {
  const places = itemPlaces(before)
  const sibling = places[level]
  if (marker === '') {
    const base = sibling === undefined ? before : before.slice(0, sibling + 1)
    return sibling === undefined ? [...base, newItem(base.at(-1) ?? null, null, false)] : base
  }
  const parent = places[level - 1]
  const known = own ?? after
  let path: Container[]
  if (sibling !== undefined) path = before.slice(0, sibling)
  else if (parent !== undefined) path = before.slice(0, parent + 1)
  else path = shared(before, known ?? [])
  for (let depth = itemPlaces(path).length; depth < level; depth++) {
    path.push(newItem(path.at(-1) ?? null, null, false))
  }
  const next = after?.[itemPlaces(after)[level] ?? -1]
  const isBeside = next !== undefined && after !== null && shared(path, after).length === path.length
  const earlier = sibling === undefined ? undefined : before[sibling]
  const like = earlier ?? (isBeside ? next : undefined) ?? null
  const ordered = marker === '1.' || (marker !== '•' && like?.list?.ordered === true)
  path.push(newItem(path.at(-1) ?? null, like, ordered, earlier !== undefined))
  return path
}

function quotePath(level: number, before: Path, own: Path | null): Path {
  const quotes = before.flatMap(({ type }, index) => (type === 'quote' ? [index] : []))
  const same = quotes[level]
  if (same !== undefined) return before.slice(0, same + 1)
  const common = own === null ? [] : shared(before, own)
  const ownQuotes = own?.flatMap(({ type }, index) => (type === 'quote' ? [index] : [])) ?? []
  const opened = own?.slice(0, (ownQuotes[level] ?? -1) + 1) ?? []
  // A quotation can be opened again anywhere: each of its lines has its sign.
  if (opened.length > 0 && opened.slice(common.length).every(({ type }) => type === 'quote')) return opened
  const path = common.length > 0 ? common : before.at(-1)?.type === 'quote' ? [...before] : []
  for (let open = path.filter(({ type }) => type === 'quote').length; open <= level; open++) {
    path.push(newQuote(path.at(-1) ?? null))
  }
  return path
}

/** Code, headings and rules say nothing of what stands around them. */
function neutralPath(before: Path, own: Path | null, after: Path | null): Path {
  if (own !== null) {
    const common = shared(before, own)
    return own.slice(common.length).every(({ type }) => type === 'quote') ? own : common
  }
  return after === null ? [] : shared(before, after)
}

/** The containers that both begin with. */
export function shared(a: Path, b: Path): Container[] {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return a.slice(0, length)
}

function itemPlaces(path: Path): readonly number[] {
  return path.flatMap(({ type }, index) => (type === 'item' ? [index] : []))
}
