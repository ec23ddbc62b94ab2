import { Placer } from '../../shared/anchor/place.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import { placeOf, toAnnotation } from '../../shared/annotation/item.ts'
import type { StoryFacts } from '../../shared/annotation/new-sidecar.ts'
import type { SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import type { Encoding, LineEnds } from '../../shared/desk/contract.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import { normaliseLineEnds } from '../../shared/story/line-ends.ts'
import { readStory } from '../../shared/story/read-story.ts'
import type { Story } from '../../shared/story/story.ts'
import type { AnnotatorId, Sha256, Span } from '../../shared/units.ts'
import { sha256 } from '../storage/hash.ts'
import type { StoryFile } from '../storage/story-file.ts'

/** A story as it was read, with what is needed to say where things stand in it. */
export class StoryText {
  readonly story: Story
  readonly encoding: Encoding
  readonly lineEnds: LineEnds
  readonly textSha256: Sha256
  readonly index: CodePointIndex
  readonly facts: StoryFacts
  readonly #placer: Placer

  constructor(file: StoryFile) {
    this.story = readStory(file.name, file.raw)
    this.encoding = file.encoding
    this.lineEnds = normaliseLineEnds(file.raw).lineEnds
    this.textSha256 = sha256(this.story.text)
    this.index = new CodePointIndex(this.story.text)
    this.#placer = new Placer(this.story.text, this.textSha256)
    this.facts = {
      storyName: file.name,
      reader: this.story.reader,
      fileSha256: file.sha256,
      textSha256: this.textSha256,
      textLength: this.index.length,
    }
  }

  /** null: an orphan. */
  place(item: SidecarItem): Span | null {
    return this.#placer.place(placeOf(item))
  }

  /** @param annotator whose layer the item stands in, whatever the item says itself. */
  show(item: SidecarItem, annotator: AnnotatorId): Annotation {
    const annotation = toAnnotation(item, this.place(item))
    return annotation.creator === annotator ? annotation : { ...annotation, creator: annotator }
  }
}
