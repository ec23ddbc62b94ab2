import type { CommentPlaces } from './comment-marks.ts'
import type { WordComment } from './word-comments.ts'

/** What Google Docs writes as an answer when a thread is closed or opened again. */
const closed = '_Marked as resolved_'
const opened = '_Re-opened_'

/**
 * Gives comments their threads where the file itself names none: Google Docs writes a comment and its answers one
 * after the other on the very same words, without initials. Word and LibreOffice write initials, and two people's
 * comments on the same words are no thread there; nor does anything change where the file names threads.
 */
export function threadsByPlace(
  comments: readonly WordComment[],
  { points, before }: CommentPlaces,
): readonly WordComment[] {
  const namesThreads = comments.some(({ isDone, initials }) => isDone !== null || initials !== '')
  if (before === null || namesThreads) return comments
  const roots = new Map<string, string>()
  const closing = new Map<string, boolean>()
  const parents = new Map<string, string>()
  for (const { id, text } of comments) {
    const [start, end] = (['start', 'end'] as const).map((kind) =>
      before.get(points.numberOf(kind, id) ?? -1),
    )
    if (start === undefined || end === undefined || start === end) continue
    const place = `${start} ${end}`
    const root = roots.get(place)
    if (root === undefined) {
      roots.set(place, id)
      continue
    }
    parents.set(id, root)
    if (text === closed || text === opened) closing.set(root, text === closed)
  }
  return comments
    .filter(({ id, text }) => !parents.has(id) || (text !== closed && text !== opened))
    .map((comment) => ({
      ...comment,
      parent: parents.get(comment.id) ?? null,
      isDone: closing.get(comment.id) ?? null,
    }))
}
