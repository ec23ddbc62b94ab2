import { span, textOffset } from '../units.ts'
import type { Block, BlockKind, InlineKind, InlineMark, StoryImage } from './story.ts'

/** A mark inside one block, in UTF-16 units from the block's start. */
export interface LocalMark {
  readonly kind: InlineKind
  readonly href: string
  readonly start: number
  readonly end: number
}

/** Text of a block with its marks. */
export interface Inline {
  readonly text: string
  readonly marks: readonly LocalMark[]
}

/** Text without any mark. */
export function plain(text: string): Inline {
  return { text, marks: [] }
}

/** Puts several texts behind each other with `separator` between them. */
export function joined(parts: readonly Inline[], separator: string): Inline {
  let text = ''
  const marks: LocalMark[] = []
  parts.forEach((part, index) => {
    if (index > 0) text += separator
    marks.push(...part.marks.map((mark) => moved(mark, text.length)))
    text += part.text
  })
  return { text, marks }
}

function moved(mark: LocalMark, by: number): LocalMark {
  return { ...mark, start: mark.start + by, end: mark.end + by }
}

/** Collects blocks in order and keeps the rule that one `\n` stands between two of them. */
export class StoryBuilder {
  readonly #texts: string[] = []
  readonly #blocks: Block[] = []
  readonly #marks: InlineMark[] = []
  readonly #images: StoryImage[] = []
  #length = 0

  /** Kind of the block that was added last; null: none yet. */
  get lastKind(): BlockKind | null {
    return this.#blocks.at(-1)?.kind ?? null
  }

  add(kind: BlockKind, content: Inline, level = 0, marker = ''): void {
    const start = this.#blocks.length === 0 ? 0 : this.#length + 1
    this.#length = start + content.text.length
    this.#texts.push(content.text)
    this.#blocks.push({ kind, start: textOffset(start), end: textOffset(this.#length), level, marker })
    for (const { kind: mark, href, start: from, end } of content.marks) {
      this.#marks.push({ ...span(start + from, start + end), kind: mark, href })
    }
  }

  addImage(source: string, alternative: string): void {
    this.add('image', plain(alternative))
    this.#images.push({ at: this.#blocks.at(-1)?.start ?? textOffset(0), source })
  }

  /** A story has at least one block: without any it gets an empty paragraph. */
  finish(): {
    readonly text: string
    readonly blocks: readonly Block[]
    readonly marks: readonly InlineMark[]
    readonly images: readonly StoryImage[]
  } {
    if (this.#blocks.length === 0) this.add('paragraph', plain(''))
    return {
      text: this.#texts.join('\n'),
      blocks: this.#blocks,
      marks: this.#marks.toSorted((a, b) => a.start - b.start || b.end - a.end),
      images: this.#images,
    }
  }
}
