import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { annotatorName, chosenAnnotations, type ReportInput } from '../../../shared/report/report-input.ts'
import { fieldsOf, tagsOf } from '../../../shared/report/report-tags.ts'
import type { Reply } from '../../../shared/review/reply.ts'
import {
  isResolved,
  replierName,
  threadsOf as repliesByThread,
  VERDICT_LABEL,
} from '../../../shared/review/thread.ts'
import { findTag, type Tag, type TagField } from '../../../shared/tags.ts'
import type { IsoTime } from '../../../shared/units.ts'
import { versionWords } from '../version-words.ts'
import { xmlLine } from '../xml-text.ts'

/** A comment of a Word document. */
export interface WordComment {
  /** From 0, in the order in which they stand in the document; also names its range. */
  readonly id: number
  readonly author: string
  readonly initials: string
  readonly date: Date
  /** Each a paragraph of its own; never empty. */
  readonly lines: readonly string[]
}

/** An annotation with the answers to it. Word's threads are one level deep. */
export interface Thread {
  readonly annotation: Annotation
  readonly tag: Tag
  readonly comment: WordComment
  readonly replies: readonly WordComment[]
  /** The last verdict of anyone is "resolved". */
  readonly isResolved: boolean
}

/** The chosen annotations as comments, in reading order, orphans last. */
export function threadsOf(input: ReportInput): readonly Thread[] {
  const annotations = chosenAnnotations(input)
  const tags = tagsOf(input.tags, annotations)
  const fields = fieldsOf(input.tags, annotations)
  const answers = repliesByThread(input.choice.notes ? input.replies : [])
  let next = 0
  const comment = (author: string, times: readonly IsoTime[], lines: readonly string[]): WordComment => ({
    id: next++,
    author: xmlLine(author),
    initials: initialsOf(xmlLine(author)),
    date: firstDate([...times, input.made]),
    lines,
  })
  return annotations.flatMap((annotation) => {
    const tag = findTag(tags, annotation.tag)
    if (tag === undefined) return []
    const { created, modified } = annotation
    const replies = answers.get(annotation.id) ?? []
    return {
      annotation,
      tag,
      comment: comment(
        annotatorName(input, annotation),
        [created, modified],
        linesOf(annotation, tag, fields),
      ),
      replies: replies.map((reply) =>
        comment(replierName(input, reply), [reply.created, reply.modified], replyLines(reply)),
      ),
      isResolved: isResolved(replies),
    }
  })
}

/** `[FACT] note`, the note's further lines, then `field: value` in the order of the scheme, then what happened to it. */
function linesOf(annotation: Annotation, tag: Tag, fields: readonly TagField[]): readonly string[] {
  const { note, drift, quote, alternatives } = annotation
  const values = fields.flatMap(({ id }) => {
    const value = Object.hasOwn(annotation.fields, id) ? (annotation.fields[id] ?? '') : ''
    return value === '' ? [] : [`${id}: ${value.replace(/\s*[\r\n]\s*/g, ' ')}`]
  })
  const changes = {
    none: [],
    sentence: ['The sentence around it has changed since it was confirmed.'],
    words: [`The words have changed; confirmed were: “${quote.replaceAll('\n', ' ')}”`],
  }
  const versions = alternatives.map(
    (other) => `Another version, from another computer: ${versionWords(other)}`,
  )
  return [...bracketed(tag.label, note), ...values, ...changes[drift], ...versions]
}

function replyLines({ verdict, note }: Reply): readonly string[] {
  return verdict === null ? linesIn(note) : bracketed(VERDICT_LABEL[verdict], note)
}

function bracketed(label: string, note: string): readonly string[] {
  const [first = '', ...rest] = linesIn(note)
  return [`[${label.toUpperCase()}] ${first}`.trimEnd(), ...rest]
}

function linesIn(note: string): readonly string[] {
  return note.split(/\r\n?|\n/)
}

/** First letters of the first and the last word: `Mara Lind` → `ML`. */
function initialsOf(name: string): string {
  const letters = name.split(/[\s.]+/u).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
  return [letters[0] ?? '', letters.length > 1 ? letters.at(-1) : ''].join('').toUpperCase()
}

/** A time may have the form of one and be none: 31 February, 25 o'clock. */
function firstDate(times: readonly IsoTime[]): Date {
  const found = times.map((time) => new Date(time)).find((date) => !Number.isNaN(date.getTime()))
  return found ?? new Date(0)
}
