import { describeSpan } from '../../shared/anchor/describe.ts'
import { sameWords } from '../../shared/anchor/same-words.ts'
import { NO_TIME, type PublicContent } from '../../shared/annotation/annotation.ts'
import { makeItem } from '../../shared/annotation/item.ts'
import { newSidecar } from '../../shared/annotation/new-sidecar.ts'
import type { Sidecar, SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import { fieldsInNote } from '../../shared/exchange/fields-in-note.ts'
import type { ImportedMark, ImportedPlace } from '../../shared/exchange/imported.ts'
import { commentTag, type Tag } from '../../shared/tags.ts'
import {
  type AnnotationId,
  type AnnotatorId,
  type CodePoint,
  type DeviceId,
  type Span,
  span,
  type TagId,
} from '../../shared/units.ts'
import { sha256 } from '../storage/hash.ts'
import type { LayerSource } from '../storage/story-sidecars.ts'
import { confirmedSentence, NO_SENTENCE } from './confirmed-sentence.ts'
import type { StoryText } from './story-text.ts'

const NAMELESS = 'Comment without a name'
/** No text has it: marks with it are found by their words. */
const NO_TEXT = sha256('')

/**
 * The comments inside a story's document, as layers of their authors that nobody can change here. The same objects
 * as long as neither the document nor the tags are others. Nothing of it is ever written.
 */
export class DocumentComments {
  #text: StoryText | null = null
  #tags: readonly Tag[] = []
  #sources: readonly LayerSource[] = []

  of(text: StoryText, tags: readonly Tag[]): readonly LayerSource[] {
    if (text === this.#text && tags === this.#tags) return this.#sources
    this.#text = text
    this.#tags = tags
    this.#sources = documentLayers(text, tags)
    return this.#sources
  }
}

function documentLayers(text: StoryText, tags: readonly Tag[]): readonly LayerSource[] {
  const comments = text.read.comments?.marks ?? []
  const byAuthor = new Map<string, SidecarItem[]>()
  const ids = new Ids()
  for (const comment of comments) {
    if (comment.replyTo !== undefined || comment.place === null) continue
    const author = authorOf(comment)
    const content = contentOf(comment, answersTo(comment, comments), tags)
    const item = itemOf({ comment, place: comment.place, content, id: ids.of(comment) }, text)
    if (item === null) continue
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), item])
  }
  return [...byAuthor].map(([name, items]) => ({
    file: null,
    sidecar: sidecarOf(name, items, text),
    isDocument: true,
  }))
}

/**
 * The same comment has the same id on every computer and after its document was saved again, when its number may be
 * another: so it is named by its author and its time, and by which it is of several at once.
 */
class Ids {
  readonly #met = new Map<string, number>()

  of(comment: ImportedMark): AnnotationId {
    const key = JSON.stringify([authorOf(comment), comment.created ?? comment.id])
    const number = this.#met.get(key) ?? 0
    this.#met.set(key, number + 1)
    return urnOf('comment', key, String(number)) as AnnotationId
  }
}

/** A UUID made from words: version 8 of RFC 9562. */
function urnOf(...words: readonly string[]): string {
  const hex = sha256(JSON.stringify(['galley', ...words]))
  const part = (from: number, to: number) => hex.slice(from, to)
  return `urn:uuid:${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`
}

function authorOf({ author }: ImportedMark): string {
  return author?.trim() || NAMELESS
}

function annotatorOf(author: string): AnnotatorId {
  return urnOf('author', author.normalize('NFC')) as AnnotatorId
}

/** In the order of the document; answers to answers with them. */
function answersTo({ id }: ImportedMark, all: readonly ImportedMark[]): readonly ImportedMark[] {
  const thread = new Set([id])
  return all.filter((one) => {
    const isAnswer = one.replyTo !== undefined && thread.has(one.replyTo)
    if (isAnswer) thread.add(one.id)
    return isAnswer
  })
}

/** The answers stand below the note: they are part of what the document says, not of what is said here. */
function contentOf(
  comment: ImportedMark,
  answers: readonly ImportedMark[],
  tags: readonly Tag[],
): PublicContent {
  const tag = tagNamed(comment.tag, tags)
  // A word in brackets that names no tag is a word of the comment.
  const named = tag === undefined && comment.tag !== '' ? `[${comment.tag}] ` : ''
  const own = tag === undefined ? { note: comment.note, fields: {} } : fieldsInNote(comment.note, tags)
  const note = [
    named + own.note,
    ...answers.map((answer) => `${authorOf(answer)} answered: ${answer.note}`),
    ...(comment.isResolved === true ? ['Resolved in the document.'] : []),
  ]
  return {
    tag: tag ?? commentTag,
    note: note.filter((part) => part.trim() !== '').join('\n\n'),
    fields: { ...own.fields, ...comment.fields },
  }
}

function tagNamed(word: string, tags: readonly Tag[]): TagId | undefined {
  const plain = (name: string) =>
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim()
  const names = ({ id, label, shortLabel }: Tag) => [id, label, shortLabel].map(plain)
  return word === '' ? undefined : tags.find((tag) => names(tag).includes(plain(word)))?.id
}

interface Comment {
  readonly comment: ImportedMark
  readonly place: ImportedPlace
  readonly content: PublicContent
  readonly id: AnnotationId
}

/** null: it stands on no words at all. */
function itemOf({ comment, place, content, id }: Comment, text: StoryText): SidecarItem | null {
  const { story, index, textSha256 } = text
  const created = comment.created ?? NO_TIME
  const who = { id, creator: annotatorOf(authorOf(comment)), created, modified: comment.modified ?? created }
  const rest = { ...who, revision: 1, content, storyName: story.name }
  const at = spanOf(place, text)
  if (at !== null) return placed(at)
  if (place.quote === null || place.quote.exact === '') return null
  const anchor = { ...place.quote, start: 0 as CodePoint, end: 0 as CodePoint }
  const unplaced = makeItem({ ...rest, anchor, textSha256: NO_TEXT, sentenceSha256: NO_SENTENCE })
  const found = text.place([unplaced])[0] ?? null
  return found === null ? unplaced : placed(found)

  function placed(where: Span): SidecarItem {
    const anchor = describeSpan(story.text, where, index)
    return makeItem({ ...rest, anchor, textSha256, sentenceSha256: confirmedSentence(story, where) })
  }
}

/** Where the document itself says, if the words agree; null: they have to be looked for. */
function spanOf({ quote, position }: ImportedPlace, { story, index }: StoryText): Span | null {
  if (position === null || position.start < 0 || position.start >= position.end) return null
  const length = position.unit === 'utf-16' ? story.text.length : index.length
  if (position.end > length) return null
  const at =
    position.unit === 'utf-16'
      ? span(position.start, position.end)
      : {
          start: index.toTextOffset(position.start as CodePoint),
          end: index.toTextOffset(position.end as CodePoint),
        }
  const words = story.text.slice(at.start, at.end)
  return quote === null || words === quote.exact || sameWords(words, quote.exact) ? at : null
}

/** In memory only: its form is that of the files, so that the layers need no second way to be made. */
function sidecarOf(name: string, items: readonly SidecarItem[], text: StoryText): Sidecar {
  const id = annotatorOf(name)
  let number = 0
  const empty = newSidecar({
    ...text.facts,
    newId: () => urnOf('layer', id, String(number++)),
    person: { id, name },
    device: urnOf('document') as DeviceId,
  })
  return { ...empty, total: items.length, first: { ...empty.first, items: [...items] } }
}
