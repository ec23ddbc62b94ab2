import type { Annotation, PrivatePart, PublicAnnotation } from '../../shared/annotation/annotation.ts'
import { samePrivate } from '../../shared/annotation/private-part.ts'
import type { SidecarFailure } from '../../shared/failure.ts'
import type { AnnotationId, AnnotatorId } from '../../shared/units.ts'
import type { PrivateFile, PrivateNotes, PrivateParts } from '../storage/private-notes.ts'
import type { SaveOutcome } from '../storage/sidecar-store.ts'

type Failed = Extract<SaveOutcome, { kind: 'failed' }>

/** What is changed and not yet safe, by the file that it goes into: the person may have become another since. */
type Open = ReadonlyMap<PrivateFile, PrivateParts>

/**
 * What the person of the windows keeps private about the annotations of one story. It is joined to them on their way
 * to a window and nowhere else, so that sidecars, exports and what a command prints are made without it.
 */
export class PrivateView {
  readonly #notes: PrivateNotes
  #file: PrivateFile | null = null
  readonly #open = new Map<PrivateFile, Map<AnnotationId, PrivatePart | null>>()

  constructor(notes: PrivateNotes) {
    this.#notes = notes
  }

  /** Why the notes can't be read. */
  get unreadable(): readonly SidecarFailure[] {
    const failure = this.#file?.failure ?? null
    return failure === null ? [] : [failure]
  }

  /** Path of the file, if it can't be read and has this name; null: it is another. */
  unreadableFile(name: string): string | null {
    return this.#file?.failure?.file === name ? this.#file.path : null
  }

  /** Shows the notes of this annotator from now on. @returns the annotations that may look otherwise. */
  async become(annotator: AnnotatorId | null): Promise<readonly AnnotationId[]> {
    const before = this.#file
    this.#file = annotator === null ? null : this.#notes.of(annotator)
    const changed = (await this.#file?.read()) ?? []
    if (this.#file === before) return changed
    return [...new Set([...(before?.ids ?? []), ...(this.#file?.ids ?? [])])]
  }

  /** Looks at the disk again. @returns the annotations that look otherwise. */
  async look(): Promise<readonly AnnotationId[]> {
    return (await this.#file?.read()) ?? []
  }

  of(id: AnnotationId): PrivatePart | undefined {
    return this.#file?.get(id)
  }

  /**
   * Annotations as this person's windows show them. Also those of other layers: before the person took over the id
   * of another computer they had one of their own, and what they noted then is still theirs.
   */
  join(annotations: readonly PublicAnnotation[]): readonly Annotation[] {
    if (this.#file === null || this.#file.isEmpty) return annotations
    return annotations.map((annotation) => {
      const part = this.of(annotation.id)
      if (part === undefined) return annotation
      const { private: _none, ...rest } = annotation
      return { ...rest, private: part }
    })
  }

  /**
   * Takes changes in memory. A deleted annotation loses what is private of it as well: its undo brings both, since
   * the window remembers them as long as it is open.
   * @returns those that made a difference
   */
  change(parts: PrivateParts): readonly AnnotationId[] {
    const file = this.#file
    if (file === null) return []
    const changed = [...parts].filter(([id, part]) => !samePrivate(file.get(id), part ?? undefined))
    if (changed.length === 0) return []
    const open = this.#open.get(file) ?? new Map<AnnotationId, PrivatePart | null>()
    this.#open.set(file, open)
    for (const [id, part] of changed) {
      file.set(id, part)
      open.set(id, part)
    }
    return changed.map(([id]) => id)
  }

  /**
   * Writes with the sidecar, so that a note that becomes private, or is no longer, stands in one of the two at any
   * moment, whatever stops the computer: first what is new is made safe, then comes the sidecar, then what is gone
   * goes. Where that can't be done, nothing is taken out of the sidecar either.
   */
  async save(sidecar: () => Promise<SaveOutcome>): Promise<SaveOutcome> {
    const open: Open = new Map([...this.#open].map(([file, parts]) => [file, new Map(parts)]))
    const unsafe = await write(open, 'keep-old')
    if (unsafe !== null) return unsafe
    const outcome = await sidecar()
    if (outcome.kind === 'failed') return outcome
    const left = await write(this.#stillSo(open), 'exact')
    if (left !== null) return left
    this.#forget(open)
    return outcome
  }

  /** Without what was changed again meanwhile: a later save is about that. */
  #stillSo(open: Open): Open {
    return new Map(
      [...open].map(([file, parts]) => [
        file,
        new Map([...parts].filter(([id, part]) => this.#open.get(file)?.get(id) === part)),
      ]),
    )
  }

  #forget(done: Open): void {
    for (const [file, parts] of done) {
      const open = this.#open.get(file)
      for (const [id, part] of parts) if (open?.get(id) === part) open.delete(id)
      if (open?.size === 0) this.#open.delete(file)
    }
  }
}

async function write(open: Open, how: 'keep-old' | 'exact'): Promise<Failed | null> {
  for (const [file, parts] of open) {
    if (parts.size === 0) continue
    const reason = await file.write(parts, how)
    if (reason !== null) return { kind: 'failed', reason }
  }
  return null
}
