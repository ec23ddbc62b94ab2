import type { ReportInput } from '../report/report-input.ts'
import type { AnnotationId } from '../units.ts'
import type { Reply, Verdict } from './reply.ts'

/** What a verdict is called. */
export const VERDICT_LABEL: Readonly<Record<Verdict, string>> = {
  agrees: 'Agrees',
  disputes: 'Disputes',
  asks: 'Asks',
  resolved: 'Resolved',
}

/**
 * Answers by the annotation at the root of their thread, in their order. An answer to an answer belongs to the
 * annotation too; answers that answer each other in a circle, as only a broken file has them, belong nowhere.
 */
export function threadsOf(replies: readonly Reply[]): ReadonlyMap<AnnotationId, readonly Reply[]> {
  const to = new Map(replies.map((reply) => [reply.id, reply.to]))
  const threads = new Map<AnnotationId, Reply[]>()
  for (const reply of replies) {
    const seen = new Set<AnnotationId>([reply.id])
    let root = reply.to
    for (let up = to.get(root); up !== undefined && !seen.has(root); up = to.get(root)) {
      seen.add(root)
      root = up
    }
    const thread = threads.get(root)
    if (thread === undefined) threads.set(root, [reply])
    else thread.push(reply)
  }
  return threads
}

/** The last verdict of anyone is "resolved": a question asked later opens the thread again. */
export function isResolved(thread: readonly Reply[]): boolean {
  return thread.findLast(({ verdict }) => verdict !== null)?.verdict === 'resolved'
}

/** The name of who answered. */
export function replierName({ layers }: Pick<ReportInput, 'layers'>, { creator, name }: Reply): string {
  return layers.find(({ annotator }) => annotator === creator)?.name ?? name ?? creator
}
