import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { MarksRead } from '../../shared/desk/contract.ts'
import type { AnnotatorId, Sha256 } from '../../shared/units.ts'
import type { Emit } from './host.ts'

// Annotations that a window takes in while nobody notices: some ten milliseconds.
const PART = 1700

interface Part {
  readonly textSha256: Sha256
  readonly annotations: readonly Annotation[]
}

/** Hands a story's annotations to windows in parts that don't keep them busy. */
export class HandingOver {
  /** What is being handed to each window. */
  readonly #parts = new WeakMap<Emit, Part>()

  /** What is shown at once. @param own what a key does depends on the person's own marks, wherever they are */
  first(annotations: readonly Annotation[], own: AnnotatorId | undefined): readonly Annotation[] {
    return annotations.filter(({ creator }, at) => at < PART || creator === own)
  }

  /**
   * The part from `wanted` on.
   * @param all the annotations as they are now, where the handing over begins
   */
  part(
    window: Emit,
    wanted: number,
    textSha256: Sha256,
    all: () => readonly Annotation[],
  ): Pick<MarksRead, 'annotations' | 'from' | 'next'> {
    const known = this.#parts.get(window)
    const goesOn = wanted > 0 && known?.textSha256 === textSha256
    const part = goesOn ? known : { textSha256, annotations: all() }
    const from = goesOn ? wanted : 0
    const { annotations } = part
    const next = from + PART < annotations.length ? from + PART : null
    if (next === null) this.#parts.delete(window)
    else this.#parts.set(window, part)
    return { annotations: annotations.slice(from, from + PART), from, next }
  }
}
