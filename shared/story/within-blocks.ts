import type { Span } from '../units.ts'
import type { Block } from './story.ts'

/** Walks spans, sorted by start, block by block, without starting over for each block. */
export class WithinBlocks<S extends Span> {
  readonly #spans: readonly S[]
  #next = 0
  #reaching: readonly S[] = []

  constructor(spans: readonly S[]) {
    this.#spans = spans
  }

  /** Spans that cover part of the block. Blocks must be asked for in order. */
  within(block: Block): readonly S[] {
    const found = [...this.#reaching]
    for (let one = this.#spans[this.#next]; one !== undefined && one.start < block.end; ) {
      found.push(one)
      one = this.#spans[++this.#next]
    }
    this.#reaching = found.filter((one) => one.end > block.end)
    return found.filter((one) => one.end > block.start)
  }
}
