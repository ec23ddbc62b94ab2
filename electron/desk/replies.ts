import { allReplies } from '../../shared/review/all-replies.ts'
import type { Reply } from '../../shared/review/reply.ts'
import type { Session } from './session.ts'

/** Everyone's answers to the annotations of an open story. */
export function repliesOf({ sidecars }: Pick<Session, 'sidecars'>): readonly Reply[] {
  return allReplies(sidecars.sources().map(({ sidecar }) => sidecar))
}
