import type { Reply } from './reply.ts'

/** The replies that answer these annotations, or answer such a reply, in the order given. */
export function answersTo(ids: Iterable<string>, replies: readonly Reply[]): readonly Reply[] {
  const known = new Set<string>(ids)
  const found = new Set<Reply>()
  // An answer may stand before what it answers, so again until nothing is added.
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const reply of replies) {
      if (!known.has(reply.to)) continue
      known.add(reply.id)
      found.add(reply)
    }
  }
  return replies.filter((reply) => found.has(reply))
}
