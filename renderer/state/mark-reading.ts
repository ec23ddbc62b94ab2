import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { DeskApi, MarksRead, OpenedStory } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import type { AnnotationId, Sha256 } from '../../shared/units.ts'

export interface MarkReadingDeps {
  readonly desk: Pick<DeskApi, 'readMarks'>
  /** Hash of the text that the screen shows; null: it is just becoming another one. */
  text(): Sha256 | null
  /** Resolves when another text may be there. */
  nextText(): Promise<void>
  /** Lets the window answer and draw. */
  pause(): Promise<void>
  onPart(annotations: readonly Annotation[]): void
  /** @param wrong shown since the opening, and not among them. */
  onEnd(read: MarksRead, wrong: readonly AnnotationId[]): void
  onFailure(failure: Failure): void
}

/** Takes over the annotations that were not handed over when the story was opened. */
export interface MarkReading {
  /** There are still some to come. */
  isOn(): boolean
  /** Begins, or begins again after it failed. */
  start(): void
  /** Resolves when all are here; at once where nothing was to come. */
  readonly done: Promise<void>
  stop(): void
}

export function createMarkReading(opened: OpenedStory, deps: MarkReadingDeps): MarkReading {
  let state: 'waiting' | 'running' | 'done' = opened.reading ? 'waiting' : 'done'
  let end = () => {}
  const done = state === 'done' ? Promise.resolve() : new Promise<void>((resolve) => (end = resolve))

  async function run(): Promise<void> {
    let seen = new Set<AnnotationId>()
    const ask = (from: number) => deps.desk.readMarks({ story: opened.id, from })
    let coming = ask(0)
    for (;;) {
      const reply = await coming
      if (state !== 'running') return
      if (!reply.ok) {
        state = 'waiting'
        return deps.onFailure(reply.error)
      }
      const { textSha256, from, annotations, next } = reply.value
      if (textSha256 !== deps.text()) {
        // Their places are those of another text, which is on its way here.
        await deps.nextText()
        coming = ask(0)
        continue
      }
      // The next part is on its way while this one is taken in.
      if (next !== null) coming = ask(next)
      if (from === 0) seen = new Set()
      deps.onPart(annotations)
      for (const { id } of annotations) seen.add(id)
      if (next === null) {
        state = 'done'
        const wrong = opened.annotations.filter(({ id }) => !seen.has(id)).map(({ id }) => id)
        deps.onEnd(reply.value, wrong)
        return end()
      }
      await deps.pause()
    }
  }

  return {
    isOn: () => state !== 'done',
    start() {
      if (state !== 'waiting') return
      state = 'running'
      void run()
    },
    done,
    stop() {
      state = 'done'
      end()
    },
  }
}
