import type { Leaf } from './markdown-leaves.ts'
import { type Path, shared } from './markdown-path.ts'

/**
 * What stands between the blocks of a source: blank lines, and things that make no block, such as front matter,
 * link definitions and comments. Each of these is given out once and none is lost.
 */
export class Glue {
  readonly #source: string
  readonly #leaves: readonly Leaf[]
  /** The first that was not given out. */
  #next = 0

  constructor(source: string, leaves: readonly Leaf[]) {
    this.#source = source
    this.#leaves = leaves
  }

  /** Before the first block. @param leaf which leaf that is; −1: one that came in */
  head(leaf: number): string {
    const head = this.#at(0)
    this.#next = 1
    const rest = leaf > 0 ? this.#substance(leaf) : ''
    if (leaf === 0) return head
    return rest === '' ? (head.trim() === '' ? head : closed(head)) : closed(closed(head) + rest)
  }

  /** Between two blocks. @param leaf the later of them; −1: it came in @param follows the earlier stood before it */
  between(leaf: number, follows: boolean, before: Path, after: Path): string {
    if (leaf < this.#next) return usual(before, after)
    const own = this.#at(leaf)
    if (follows && this.#next === leaf) {
      this.#next = leaf + 1
      return own
    }
    const substance = this.#substance(leaf)
    if (substance !== '') return `\n\n${substance}\n\n`
    return /\n[ \t>]*\n/.test(own) ? own : usual(before, after)
  }

  /** After the last block. @param stays it stood there before @param isEmpty nothing was written */
  tail(stays: boolean, isEmpty: boolean): string {
    const last = this.#leaves.at(-1)
    if (last === undefined) return ''
    const tail = this.#source.slice(last.to)
    const rest = this.#substance(this.#leaves.length - 1)
    if (isEmpty) {
      const parts = [rest, tail.trim()].filter((part) => part !== '')
      return parts.length > 0 && tail.endsWith('\n') ? `${parts.join('\n\n')}\n` : parts.join('\n\n')
    }
    if (rest === '') return stays || tail.trim() === '' ? tail : `\n\n${tail.replace(/^\n+/, '')}`
    return tail.trim() === '' ? `\n\n${rest}${tail}` : `\n\n${rest}\n\n${tail.replace(/^\n+/, '')}`
  }

  /** What stands before a leaf, up to the line before it. */
  #at(leaf: number): string {
    const from = leaf === 0 ? 0 : (this.#leaves[leaf - 1]?.to ?? 0)
    return this.#source.slice(from, this.#leaves[leaf]?.from ?? this.#source.length)
  }

  /** Everything up to a leaf that is more than white space and signs of containers. */
  #substance(upTo: number): string {
    const parts: string[] = []
    for (; this.#next <= upTo; this.#next++) {
      const part = this.#at(this.#next).replace(/^[ \t]*(?:\n[ \t>]*(?=\n|$))*\n?|\s+$/g, '')
      if (!/^(?:[\s>]|[-*+](?=\s|$)|\d+[.)](?=\s|$))*$/.test(part)) parts.push(part)
    }
    return parts.join('\n\n')
  }
}

function closed(text: string): string {
  return text === '' ? '' : `${text.replace(/\n+$/, '')}\n\n`
}

/** A blank line, in the containers that go on; none between items of a list that has none. */
function usual(before: Path, after: Path): string {
  const common = shared(before, after)
  const item = after[common.length]?.list ?? null
  const beside = before[common.length]?.list ?? null
  const above = before.length === common.length ? (common.at(-1)?.list ?? null) : null
  const isSibling = beside !== null && beside.lead === item?.lead && beside.ordered === item.ordered
  const neighbour = isSibling ? beside : above
  // Only a list that begins with 1 can follow words without a blank line.
  const mayFollow = isSibling || item === null || !item.ordered || /^1\D/.test(item.sign)
  const isTight = item !== null && neighbour !== null && !item.loose && !neighbour.loose && mayFollow
  return isTight ? '\n' : `\n${(common.at(-1)?.rest ?? '').trimEnd()}\n`
}
