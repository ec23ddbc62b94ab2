import type { Reply } from './reply.ts'

/** The replies that answer these annotations, or answer such a reply, in the order given. */
export function answersTo(ids: Iterable<string>, replies: readonly Reply[]): readonly Reply[] {
  const byTarget = new Map<string, Reply[]>()
  for (const reply of replies) {
    const list = byTarget.get(reply.to)
    if (list === undefined) byTarget.set(reply.to, [reply])
    else list.push(reply)
  }
  const found = new Set<Reply>()
  const open: string[] = [...ids]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const reply of byTarget.get(id) ?? []) {
      if (found.has(reply)) continue
      found.add(reply)
      open.push(reply.id)
    }
  }
  return replies.filter((reply) => found.has(reply))
}
