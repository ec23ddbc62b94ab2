import type { Annotation } from '../annotation/annotation.ts'
import type { LeftOut, LeftOutKind } from './left-out.ts'
import { type Choosing, countOf } from './left-out-of.ts'

/** Counts what is lost, in the order in which it was first said; what was never said is not in it. */
export class Losses {
  readonly #counts = new Map<LeftOutKind, number>()

  add(kind: LeftOutKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  list(): readonly LeftOut[] {
    return [...this.#counts].map(([kind, count]) => ({ kind, count }))
  }
}

/** What a format that has no place for `kinds` loses of these annotations and their story. */
export function lossesOf(
  kinds: readonly LeftOutKind[],
  annotations: readonly Annotation[],
  input: Pick<Choosing, 'story' | 'replies' | 'choice'>,
): Losses {
  const losses = new Losses()
  for (const kind of kinds) losses.add(kind, countOf(kind, annotations, input))
  return losses
}
