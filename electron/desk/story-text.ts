import { Placer } from '../../shared/anchor/place.ts'
import type { Place, PublicAnnotation } from '../../shared/annotation/annotation.ts'
import { placeOf, toAnnotation } from '../../shared/annotation/item.ts'
import type { StoryFacts } from '../../shared/annotation/new-sidecar.ts'
import type { SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import type { Editing, StoryVersion } from '../../shared/desk/contract-text.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import type { Story } from '../../shared/story/story.ts'
import { fixedBlocks } from '../../shared/story/write-story.ts'
import type { AnnotatorId, Sha256, Span } from '../../shared/units.ts'
import { sha256 } from '../storage/hash.ts'
import type { FileState } from '../storage/story-file.ts'
import { driftOf } from './drift.ts'
import type { ReadStory } from './story-reader.ts'

/** The text with this hash; null: it is not known. */
export type EarlierText = (textSha256: Sha256) => string | null

/** A story as one state of its file has it, with what is needed to say where things stand in it. */
export class StoryText {
  readonly read: ReadStory
  readonly version: StoryVersion
  readonly index: CodePointIndex
  readonly facts: StoryFacts
  readonly #placer: Placer
  readonly #earlier: EarlierText

  constructor(read: ReadStory, earlier: EarlierText) {
    const { file, story, encoding, lineEnds } = read
    const textSha256 = sha256(story.text)
    this.read = read
    this.index = new CodePointIndex(story.text)
    this.version = {
      story,
      encoding,
      lineEnds,
      fileSha256: file.sha256,
      textSha256,
      editing: editingOf(read),
    }
    this.facts = {
      storyName: file.name,
      reader: story.reader,
      fileSha256: file.sha256,
      textSha256,
      textLength: this.index.length,
    }
    this.#placer = new Placer(story.text, textSha256)
    this.#earlier = earlier
  }

  /** The state of the file that it was read from. */
  get file(): FileState {
    return this.read.file
  }

  get story(): Story {
    return this.version.story
  }

  get textSha256(): Sha256 {
    return this.version.textSha256
  }

  /** Where items stand; null: an orphan. Many at once cost little more than one. */
  place(items: readonly SidecarItem[]): readonly (Span | null)[] {
    return this.#placer.placeAll(items.map(placeOf), this.#earlier)
  }

  /** @param annotator whose layer the items stand in, whatever they say themselves. */
  show(items: readonly SidecarItem[], annotator: AnnotatorId): readonly PublicAnnotation[] {
    const spans = this.place(items)
    return items.map((item, at) => {
      const span = spans[at] ?? null
      const drift = span === null ? 'none' : driftOf(item, span, this.story, this.textSha256)
      const annotation = toAnnotation(item, span, drift)
      return annotation.creator === annotator ? annotation : { ...annotation, creator: annotator }
    })
  }
}

function editingOf({ source }: ReadStory): Editing {
  if (source === null) return { can: false, reason: 'format' }
  const { encoding, name, raw } = source
  if (encoding !== 'UTF-8' && encoding !== 'UTF-8 with BOM')
    return { can: false, reason: 'encoding', encoding }
  return { can: true, fixed: fixedBlocks(name, raw) }
}

/** What changes when a text does, and nothing else of an annotation. */
export function placeOfAnnotation({ id, span, drift }: PublicAnnotation): Place {
  return { id, span, drift }
}
