import { type Edition, type Effort, leafOf } from './markdown-edition.ts'
import { BlockForms } from './markdown-forms.ts'
import { Glue } from './markdown-glue.ts'
import type { Leaf } from './markdown-leaves.ts'
import { ownLines, withMargin } from './markdown-lines.ts'
import { type Path, pathFor, shared } from './markdown-path.ts'

/** Source of an edited story; null: there is no form for it. What it reads as is for the caller to check. */
export function draft(edition: Edition, effort: Effort): string | null {
  return new Draft(edition, effort).write()
}

class Draft {
  readonly #edition: Edition
  readonly #forms: BlockForms
  readonly #glue: Glue
  /** Leaves that are written again with the signs of their containers. */
  readonly #again: ReadonlySet<number>
  #result = ''
  #path: Path = []
  /** Leaf written last; −1: the last block came in; −2: nothing yet. */
  #last = -2

  constructor(edition: Edition, effort: Effort) {
    this.#edition = edition
    this.#forms = new BlockForms(edition, effort.form)
    this.#glue = new Glue(edition.source, edition.map.leaves)
    this.#again = effort.wholeContainers ? this.#disturbed() : new Set()
  }

  write(): string | null {
    const { edited, pairs, map } = this.#edition
    for (let at = 0; at < edited.length; at++) {
      const old = pairs[at] ?? -1
      const index = old < 0 ? -1 : (map.leafOf[old] ?? -1)
      const leaf = map.leaves[index]
      if (map.fixed.has(old) && leaf === undefined) continue
      if (leaf === undefined) {
        if (!this.#addNew(at)) return null
      } else if (index !== this.#last) {
        if (!this.#addOld(at, leaf, index)) return null
      }
    }
    const stays = this.#last === map.leaves.length - 1
    if (this.#last === -2) return this.#glue.head(0) + this.#glue.tail(false, true)
    return this.#result + this.#glue.tail(stays, false)
  }

  /** A leaf that keeps its place; `at` is the first of its blocks that is still there. */
  #addOld(at: number, leaf: Leaf, index: number): boolean {
    const { pairs, edited, map } = this.#edition
    const now = leaf.blocks.map((block) => pairs.indexOf(block, at))
    const there = now.filter((place) => place >= 0)
    if (there.some((place, offset) => place !== at + offset)) return false
    const chunk = this.#forms.chunk(leaf, now)
    const content = edited[at]
    if (chunk === null || content === undefined) return false
    // The sign of a list may stand on a line of its own before its first words.
    const follows = index === 0 ? this.#last === -2 : this.#last === index - 1
    const since = follows ? (map.leaves[index - 1]?.to ?? 0) : leaf.from
    const opens = leaf.path.every(
      (container) => this.#path.includes(container) || container.type === 'quote' || container.start >= since,
    )
    const path = opens ? leaf.path : pathFor(content, this.#path, leaf.path, this.#pathAfter(at))
    const isVerbatim = opens && !this.#again.has(index)
    this.#separate(index, path)
    this.#result += isVerbatim ? chunk : this.#inPath(ownLines(chunk, leaf), path)
    if (at + there.length < edited.length) this.#result += closingFence(leaf, chunk, path)
    this.#path = path
    this.#last = index
    return true
  }

  #addNew(at: number): boolean {
    const content = this.#edition.edited[at]
    if (content === undefined) return false
    // All words of the story are gone.
    if (content.kind === 'paragraph' && content.text === '') return true
    const block = this.#forms.fresh(at, content)
    if (block === null) return false
    const path = pathFor(content, this.#path, block.from?.path ?? null, this.#pathAfter(at))
    this.#separate(-1, path)
    this.#result += this.#inPath(block.lines, path)
    this.#path = path
    this.#last = -1
    return true
  }

  #separate(leaf: number, path: Path): void {
    const isFirst = this.#last === -2
    const follows = leaf > 0 && this.#last === leaf - 1
    this.#result += isFirst ? this.#glue.head(leaf) : this.#glue.between(leaf, follows, this.#path, path)
  }

  /** Lines in their containers: those that go on give their margin, those that open their signs. */
  #inPath(lines: readonly string[], path: Path): string {
    const common = shared(this.#path, path)
    let first = common.at(-1)?.rest ?? ''
    for (const container of path.slice(common.length)) first += container.first.slice(first.length)
    return withMargin(lines, first, path.at(-1)?.rest ?? '')
  }

  #pathAfter(at: number): Path | null {
    const { pairs } = this.#edition
    for (let next = at + 1; next < pairs.length; next++) {
      const leaf = leafOf(this.#edition, pairs[next])
      if (leaf !== null) return leaf.path
    }
    return null
  }

  /** Leaves in an outermost list or quotation where something changed. */
  #disturbed(): ReadonlySet<number> {
    const { old, edited, pairs, map } = this.#edition
    const taken = new Set(pairs)
    const outermost = new Set<object>()
    const mark = (block: number) => {
      for (const near of [block - 1, block, block + 1]) {
        const top = leafOf(this.#edition, near)?.path[0]
        if (top !== undefined) outermost.add(top)
      }
    }
    old.forEach((_, block) => {
      if (!taken.has(block)) mark(block)
    })
    pairs.forEach((block, at) => {
      if (block < 0) mark(pairs[at - 1] ?? 0)
      else if (old[block]?.key !== edited[at]?.key) mark(block)
    })
    const leaves = map.leaves.flatMap((leaf, index) => (outermost.has(leaf.path[0] ?? {}) ? [index] : []))
    return new Set(leaves)
  }
}

/** What ends a fenced code block that went to the end of the file without one. */
function closingFence(leaf: Leaf, chunk: string, path: Path): string {
  if (leaf.node.type !== 'code') return ''
  const lines = ownLines(chunk, leaf)
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1]
  const isOpen = fence !== undefined && (lines.length === 1 || !lines.at(-1)?.trim().startsWith(fence))
  return isOpen ? `\n${path.at(-1)?.rest ?? ''}${fence}` : ''
}
