import type { BlockContent } from './block-contents.ts'
import type { Leaf } from './markdown-leaves.ts'
import { unitsOf } from './markdown-units.ts'
import type { LocalMark } from './story-builder.ts'

/**
 * The links of a block that the story does not show, since they lead to a file or a place in the page: no editor
 * hands them back, so they have to be carried over. `href` is their source behind the words, `(…)` or `[…]`.
 * @param nth which of the leaf's blocks with words it is, from 0
 */
export function hiddenLinksOf(
  source: string,
  leaf: Leaf,
  content: BlockContent,
  nth: number,
): readonly LocalMark[] {
  if (!source.slice(leaf.start, leaf.end).includes(']')) return []
  const links = unitsOf(source, leaf, content.text, nth)?.links ?? []
  const shown = content.marks.filter(({ kind }) => kind === 'link')
  return links.filter((link) => !shown.some((mark) => overlap(mark, link)))
}

/** Hidden links where the same words stand in an edited block: what was typed inside one belongs to it. */
export function carried(
  hidden: readonly LocalMark[],
  old: string,
  edited: BlockContent,
): readonly LocalMark[] {
  if (hidden.length === 0) return hidden
  const shorter = Math.min(old.length, edited.text.length)
  let start = 0
  while (start < shorter && old[start] === edited.text[start]) start++
  let same = 0
  while (same < shorter - start && old.at(-1 - same) === edited.text.at(-1 - same)) same++
  const oldEnd = old.length - same
  const end = edited.text.length - same
  const moved = hidden.map((link) => ({
    ...link,
    start: link.start < start ? link.start : link.start >= oldEnd ? link.start - oldEnd + end : end,
    end: link.end <= start ? link.end : link.end > oldEnd ? link.end - oldEnd + end : start,
  }))
  return free(moved, edited)
}

/** Hidden links of a block whose words became part of an edited one, where they stand among the same words. */
export function carriedInto(
  hidden: readonly LocalMark[],
  old: string,
  edited: BlockContent,
): readonly LocalMark[] {
  const found = hidden.flatMap((link) => {
    const from = Math.max(0, link.start - CONTEXT)
    const words = old.slice(from, link.end + CONTEXT)
    const at = edited.text.indexOf(words)
    const start = at + link.start - from
    return at < 0 ? [] : [{ ...link, start, end: start + link.end - link.start }]
  })
  return free(found, edited)
}

/** UTF-16 units on either side that have to be the same. */
const CONTEXT = 4

function free(links: readonly LocalMark[], edited: BlockContent): readonly LocalMark[] {
  const shown = edited.marks.filter(({ kind }) => kind === 'link')
  return links.filter((link) => link.start < link.end && !shown.some((mark) => overlap(mark, link)))
}

function overlap(a: LocalMark, b: LocalMark): boolean {
  return a.start < b.end && b.start < a.end
}
