import type { Sidecar } from '../../../shared/annotation/sidecar-schema.ts'
import type { Reply } from '../../../shared/review/reply.ts'

/** An answer as it stands in a sidecar: see `shared/review/reply.ts`. */
export function replyItem({
  id,
  creator,
  to,
  verdict,
  note,
  created,
  modified,
}: Reply): Sidecar['first']['items'][number] {
  return {
    id,
    type: 'Annotation',
    motivation: verdict === null ? 'replying' : 'assessing',
    creator,
    created,
    modified,
    'galley:revision': 1,
    body: [
      ...(verdict === null ? [] : [{ type: 'TextualBody', purpose: 'assessing', value: verdict }]),
      ...(note === ''
        ? []
        : [{ type: 'TextualBody', purpose: 'replying', value: note, format: 'text/plain' }]),
    ],
    target: to,
  }
}
