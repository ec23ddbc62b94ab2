import type { Reply, Verdict } from '../review/reply.ts'
import type { AnnotationId } from '../units.ts'
import type { ReportInput } from './report-input.ts'

/** A reply in its place under an annotation. */
export interface Answer {
  readonly reply: Reply
  /** Of who gave it. */
  readonly name: string
  /** 0: answers the annotation; 1: answers such an answer … */
  readonly depth: number
}

const NOBODY = 'Somebody'

/**
 * The replies under each annotation: every answer followed by the answers to it, in the order of their making. Empty
 * where notes are not wanted. Replies to something that is not there, or in a circle, are left out.
 */
export function threadsOf(
  input: Pick<ReportInput, 'replies' | 'choice' | 'layers' | 'annotations'>,
): ReadonlyMap<AnnotationId, readonly Answer[]> {
  const threads = new Map<AnnotationId, readonly Answer[]>()
  if (!input.choice.notes || input.replies.length === 0) return threads
  const names = new Map(input.layers.map(({ annotator, name }) => [annotator, name]))
  const answers = new Map<AnnotationId, Reply[]>()
  for (const reply of input.replies) {
    const others = answers.get(reply.to)
    if (others === undefined) answers.set(reply.to, [reply])
    else others.push(reply)
  }
  for (const { id } of input.annotations) {
    const thread: Answer[] = []
    const seen = new Set<AnnotationId>([id])
    const waiting = (answers.get(id) ?? []).map((reply) => ({ reply, depth: 0 })).reverse()
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { reply, depth } = next
      if (seen.has(reply.id)) continue
      seen.add(reply.id)
      thread.push({ reply, depth, name: names.get(reply.creator) ?? reply.name ?? NOBODY })
      const under = (answers.get(reply.id) ?? []).map((inner) => ({ reply: inner, depth: depth + 1 }))
      waiting.push(...under.reverse())
    }
    if (thread.length > 0) threads.set(id, thread)
  }
  return threads
}

/** What somebody did with a verdict, to stand after a name: “M. Okafor disputes”. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  agrees: 'agrees',
  disputes: 'disputes',
  asks: 'asks',
  resolved: 'marked it resolved',
}

/** As {@link verdictWords}, for an answer in words only. */
export const REPLIED = 'replied'

/** The last verdict of the thread closed it. */
export function isResolved(thread: readonly Answer[]): boolean {
  return thread.findLast(({ reply }) => reply.verdict !== null)?.reply.verdict === 'resolved'
}
