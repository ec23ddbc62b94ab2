import type { IsoTime } from '../../../shared/units.ts'
import type { Xml } from '../xml/read-xml.ts'
import { allOf, elementsOf, textIn } from '../xml/walk-xml.ts'
import type { DocxParts } from './parts.ts'
import { isoTime } from './word-time.ts'

/** A comment as Word keeps it, without its place. */
export interface WordComment {
  readonly id: string
  /** Null: the file doesn't say. */
  readonly author: string | null
  readonly initials: string
  readonly created: IsoTime | null
  /** Paragraphs joined by `\n`. */
  readonly text: string
  /** Id of the comment that it answers; null: none, or the file doesn't say. */
  readonly parent: string | null
  /** Null: the file doesn't say. */
  readonly isDone: boolean | null
  /** Holds a picture or a table, which are left out. */
  readonly hasMore: boolean
}

/**
 * Comments in the order of `comments.xml` (ECMA-376 part 1, §17.13.4), with threads from `commentsExtended.xml`
 * ([MS-DOCX] §2.5.3). Word writes local time and calls it UTC; the true one is in `commentsExtensible.xml` (§2.5.5).
 */
export function readWordComments(parts: DocxParts): readonly WordComment[] {
  const comments =
    parts.comments === null ? [] : elementsOf(parts.comments.root).filter(({ name }) => name === 'w:comment')
  const owners = new Map<string, string>()
  for (const comment of comments) {
    for (const { attributes } of allOf(comment, 'w:p')) {
      const paragraph = attributes['w14:paraId']
      if (paragraph !== undefined) owners.set(folded(paragraph), idOf(comment))
    }
  }
  const threads = threadsOf(parts, owners)
  const times = timesOf(parts, owners)
  return comments.map((comment) => {
    const id = idOf(comment)
    const author = comment.attributes['w:author']?.trim() ?? ''
    const thread = threads.get(id)
    return {
      id,
      author: author === '' ? null : author,
      initials: comment.attributes['w:initials']?.trim() ?? '',
      created: times.get(id) ?? isoTime(comment.attributes['w:date']),
      text: textOfComment(comment),
      parent: thread?.parent ?? null,
      isDone: thread?.isDone ?? null,
      hasMore: ['w:tbl', 'w:drawing', 'w:pict'].some((name) => allOf(comment, name).length > 0),
    }
  })
}

function idOf(comment: Xml): string {
  return comment.attributes['w:id'] ?? ''
}

/** Paragraph ids are eight hex digits in any case. */
function folded(paragraph: string): string {
  return paragraph.toUpperCase()
}

interface Thread {
  readonly parent: string | null
  readonly isDone: boolean
}

function threadsOf(parts: DocxParts, owners: ReadonlyMap<string, string>): ReadonlyMap<string, Thread> {
  const threads = new Map<string, Thread>()
  const entries = parts.commentsExtended === null ? [] : allOf(parts.commentsExtended.root, 'w15:commentEx')
  for (const { attributes } of entries) {
    const own = owners.get(folded(attributes['w15:paraId'] ?? ''))
    if (own === undefined) continue
    const parent = owners.get(folded(attributes['w15:paraIdParent'] ?? '')) ?? null
    const isDone = /^(?:1|true|on)$/.test(attributes['w15:done'] ?? '')
    threads.set(own, { parent: parent === own ? null : parent, isDone })
  }
  return threads
}

/** Comment → paragraph id → durable id → time. */
function timesOf(parts: DocxParts, owners: ReadonlyMap<string, string>): ReadonlyMap<string, IsoTime> {
  const byDurable = new Map<string, string>()
  if (parts.commentsIds !== null) {
    for (const { attributes } of allOf(parts.commentsIds.root, 'w16cid:commentId')) {
      const owner = owners.get(folded(attributes['w16cid:paraId'] ?? ''))
      const durable = attributes['w16cid:durableId']
      if (owner !== undefined && durable !== undefined) byDurable.set(folded(durable), owner)
    }
  }
  const times = new Map<string, IsoTime>()
  if (parts.commentsExtensible !== null) {
    for (const { attributes } of allOf(parts.commentsExtensible.root, 'w16cex:commentExtensible')) {
      const owner = byDurable.get(folded(attributes['w16cex:durableId'] ?? ''))
      const time = isoTime(attributes['w16cex:dateUtc'])
      if (owner !== undefined && time !== null) times.set(owner, time)
    }
  }
  return times
}

function textOfComment(comment: Xml): string {
  return allOf(comment, 'w:p')
    .map((paragraph) => inlineText(paragraph))
    .join('\n')
    .trim()
}

const skipped = new Set(['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:instrText', 'w:p'])

function inlineText(node: Xml): string {
  return elementsOf(node)
    .map((child): string => {
      if (child.name === 'w:t') return textIn(child)
      if (child.name === 'w:tab') return '\t'
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n'
      if (child.name === 'w:noBreakHyphen') return '\u2011'
      return skipped.has(child.name) ? '' : inlineText(child)
    })
    .join('')
}
