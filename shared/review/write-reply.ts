import type { Sidecar } from '../annotation/sidecar-schema.ts'
import { revisionOf } from '../annotation/versions.ts'
import type { Reply } from './reply.ts'

type Item = Sidecar['first']['items'][number]

/**
 * The item of an answer, for its creator's own sidecar.
 *
 * @param keep the item as it was: members that are not ours stay on it
 * @param revision 1 + the highest seen for this id in any sidecar, tombstones included
 */
export function writeReply(reply: Reply, keep?: Item, revision = 1 + (keep ? revisionOf(keep) : 0)): Item {
  const { id, creator, to, verdict, note, created, modified } = reply
  const judged = { type: 'TextualBody', purpose: 'assessing', value: verdict }
  const said = { type: 'TextualBody', purpose: 'replying', value: note, format: 'text/plain' }
  return {
    ...keep,
    id,
    type: 'Annotation',
    motivation: verdict === null ? 'replying' : 'assessing',
    creator,
    created,
    modified,
    'galley:revision': revision,
    body: [...(verdict === null ? [] : [judged]), ...(note === '' ? [] : [said])],
    target: to,
  }
}
