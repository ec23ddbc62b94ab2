import { type BlockContent, contentOf, contentsOf, stretchOf } from './block-contents.ts'
import { readMarkdown } from './markdown.ts'
import { type Edition, leafOf } from './markdown-edition.ts'
import { carried, carriedInto, hiddenLinksOf } from './markdown-hidden.ts'
import type { Leaf } from './markdown-leaves.ts'
import { codeLines, newLines, ownLines, withMargin } from './markdown-lines.ts'
import { type Patch, rewrites, sourceOfStretch } from './markdown-rewrite.ts'
import type { LocalMark } from './story-builder.ts'

/** Old blocks that are looked through for the words of one that came in. */
const MOST_LENDERS = 50

/** Lines of a block that came in, and the leaf that its words were taken from, if they were. */
export interface NewBlock {
  readonly lines: readonly string[]
  readonly from: Leaf | null
}

/** Writes single blocks: of the forms that each can take the first, or a later one, that reads well by itself. */
export class BlockForms {
  readonly #edition: Edition
  readonly #form: number
  readonly #definitions: string
  /** Old blocks that an edited one took the place of. */
  readonly #taken: ReadonlySet<number>
  /** All others, by their content. */
  readonly #free = new Map<string, number[]>()
  /** Hidden links of old blocks, as far as they were asked for. */
  readonly #hidden = new Map<number, readonly LocalMark[]>()

  /** @param form 0: the first form that reads well; 1: the second; … */
  constructor(edition: Edition, form: number) {
    this.#edition = edition
    this.#form = form
    this.#definitions = definitionsOf(edition.source)
    this.#taken = new Set(edition.pairs)
    edition.old.forEach((content, block) => {
      if (this.#taken.has(block)) return
      const others = this.#free.get(content.key)
      if (others === undefined) this.#free.set(content.key, [block])
      else others.push(block)
    })
  }

  /** The lines of a leaf with the changes of its blocks. @param now where each of its blocks is; −1: gone */
  chunk(leaf: Leaf, now: readonly number[]): string | null {
    const { source, old, edited } = this.#edition
    const patches: Patch[] = []
    let nth = 0
    for (const [member, block] of leaf.blocks.entries()) {
      const before = old[block]
      const after = edited[now[member] ?? -1] ?? contentOf('paragraph', 0, '', { text: '', marks: [] })
      if (before === undefined) return null
      const own = before.kind === 'image' ? nth : nth++
      if (before.key === after.key) continue
      if (leaf.node.type === 'code') return this.#code(leaf, after)
      const hidden = hiddenLinksOf(source, leaf, before, own)
      const links = [...carried(hidden, before.text, after), ...this.#joinedLinks(block, after)]
      const forms = rewrites({
        source,
        leaf,
        nth: own,
        old: { ...before, marks: [...before.marks, ...hidden] },
        edited: { ...after, marks: [...after.marks, ...links] },
      })
      const isAlone = leaf.blocks.length === 1
      const chosen = this.#choose(
        forms,
        (form) => isAlone && this.#reads(ownLines(patched(source, leaf, [form]), leaf), after),
      )
      if (chosen === null) return null
      patches.push(chosen)
    }
    return patched(source, leaf, patches)
  }

  /** Hidden links of the blocks that were joined to one: they follow it and are gone. */
  #joinedLinks(block: number, edited: BlockContent): readonly LocalMark[] {
    const { old } = this.#edition
    let end = block + 1
    while (end < old.length && !this.#taken.has(end)) end++
    return this.#linksFrom(block + 1, end, edited)
  }

  /** Hidden links of old blocks from `from` to `end` among the words of an edited one. */
  #linksFrom(from: number, end: number, edited: BlockContent): readonly LocalMark[] {
    const { old } = this.#edition
    const links: LocalMark[] = []
    for (let block = from; block < end; block++) {
      const content = old[block]
      const leaf = leafOf(this.#edition, block)
      if (content === undefined || leaf === null || leaf.blocks.length > 1) continue
      links.push(...carriedInto(this.#hiddenIn(block, leaf, content), content.text, edited))
    }
    return links
  }

  #hiddenIn(block: number, leaf: Leaf, content: BlockContent): readonly LocalMark[] {
    const known = this.#hidden.get(block)
    if (known !== undefined) return known
    const found = hiddenLinksOf(this.#edition.source, leaf, content, 0)
    this.#hidden.set(block, found)
    return found
  }

  #code(leaf: Leaf, content: BlockContent): string {
    const chunk = this.#edition.source.slice(leaf.from, leaf.to)
    const before = ownLines(chunk, leaf)
    const margin = leaf.path.at(-1)?.rest ?? ''
    const first = chunk.slice(0, (chunk.split('\n')[0] ?? '').length - (before[0] ?? '').length)
    return withMargin(codeLines(content.text, before), first, margin)
  }

  /** A block that came in: moved with its lines, cut off from another with its words, or written anew. */
  fresh(at: number, content: BlockContent): NewBlock | null {
    const { source } = this.#edition
    const moved = this.#free.get(content.key)?.shift()
    const lender = moved ?? this.#lenderOf(at, content)
    const leaf = leafOf(this.#edition, lender)
    const forms: (readonly string[])[] = []
    const add = (lines: readonly string[] | null) => {
      if (lines !== null) forms.push(lines)
    }
    const plain = { emphasis: '*', cutsAddresses: false } as const
    if (leaf !== null && moved !== undefined && leaf.blocks.length === 1) {
      add(ownLines(source.slice(leaf.from, leaf.to), leaf))
    }
    if (leaf !== null && lender !== undefined) {
      const words = this.#borrowed(content, leaf, lender)
      if (words !== null) add(newLines(content, plain, words))
    }
    const [first, last] = this.#near(at)
    const links = this.#linksFrom(first, last + 1, content)
    const linked = { ...content, marks: [...content.marks, ...links] }
    add(newLines(linked, plain))
    add(newLines(linked, { emphasis: '_', cutsAddresses: false }))
    add(newLines(linked, { emphasis: '*', cutsAddresses: true }))
    const lines = this.#choose(forms, (one) => this.#reads(one, content))
    return lines === null ? null : { lines, from: leaf }
  }

  /** An old block near by that holds the words of a block that came in: it was cut off from it. */
  #lenderOf(at: number, content: BlockContent): number | undefined {
    const { old } = this.#edition
    const [from, to] = this.#near(at)
    for (let block = from; block <= to; block++) {
      if (
        content.text !== '' &&
        old[block]?.kind === content.kind &&
        old[block]?.text.includes(content.text)
      ) {
        return block
      }
    }
    return undefined
  }

  /** The old blocks, first and last, that an edited one may have been cut off from. */
  #near(at: number): readonly [number, number] {
    const { pairs, old } = this.#edition
    let before = at - 1
    while (before >= 0 && (pairs[before] ?? -1) < 0) before--
    let after = at + 1
    while (after < pairs.length && (pairs[after] ?? -1) < 0) after++
    const from = pairs[before] ?? 0
    return [from, Math.min(pairs[after] ?? old.length - 1, from + MOST_LENDERS)]
  }

  /** The source of the words of a block as they stand in an old one; null: not to be had. */
  #borrowed(content: BlockContent, leaf: Leaf, lender: number): string | null {
    const old = this.#edition.old[lender]
    const start = old?.text.indexOf(content.text) ?? -1
    if (old === undefined || start < 0) return null
    const end = start + content.text.length
    const same = contentOf(content.kind, content.level, content.marker, stretchOf(old, start, end))
    if (same.key !== content.key) return null
    const range = sourceOfStretch(this.#edition.source, leaf, old.text, start, end)
    return range === null
      ? null
      : this.#edition.source.slice(range.from, range.to).replace(/\n[ \t>]+/g, '\n')
  }

  /** Of the forms that read well the one that the effort says; of all where none does. */
  #choose<T>(forms: readonly T[], reads: (form: T) => boolean): T | null {
    let last: T | null = null
    let good = 0
    for (const form of forms) {
      if (!reads(form)) continue
      last = form
      if (good++ === this.#form) break
    }
    return last ?? forms[Math.min(this.#form, forms.length - 1)] ?? null
  }

  /** Whether lines that stand alone read as the block they are to be. */
  #reads(lines: readonly string[], content: BlockContent): boolean {
    const bare =
      content.marker === '☐' || content.marker === '☑'
        ? lines.join('\n').replace(/^\[.\][ \t]+/, '')
        : lines.join('\n')
    const found = contentsOf(readMarkdown('', `${bare}\n\n${this.#definitions}`, this.#edition.parsed))
    const [one] = found
    if (one === undefined || found.length !== 1) return false
    const like = contentOf(content.kind, content.level, content.marker, one)
    const isKind =
      content.kind === 'item' || content.kind === 'quote'
        ? one.kind === 'paragraph'
        : one.kind === content.kind
    return isKind && like.key === content.key && (content.kind !== 'heading' || one.level === content.level)
  }
}

function patched(source: string, leaf: Leaf, patches: readonly Patch[]): string {
  let at = leaf.from
  let result = ''
  for (const { from, to, text } of patches.toSorted((a, b) => a.from - b.from)) {
    result += source.slice(at, from) + text
    at = to
  }
  return result + source.slice(at, leaf.to)
}

/** Link definitions, which give meaning to the links of any block. */
function definitionsOf(source: string): string {
  return source.includes(']:') ? (source.match(/^ {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*/gm) ?? []).join('\n') : ''
}
