import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Reply } from '../../shared/review/reply.ts'
import type { AnnotationId, IsoTime } from '../../shared/units.ts'
import { harbourReport, jane, okafor } from './report-input.ts'

const reply = (number: number, to: AnnotationId, more: Partial<Reply>): Reply => ({
  id: `urn:uuid:4e911e50-0000-4000-8000-${String(number).padStart(12, '0')}` as AnnotationId,
  creator: okafor,
  name: 'M. Okafor',
  to,
  verdict: null,
  note: '',
  created: `2026-11-20T11:${String(number).padStart(2, '0')}:00Z` as IsoTime,
  modified: `2026-11-20T11:${String(number).padStart(2, '0')}:00Z` as IsoTime,
  ...more,
})

const [, , official, log, , , table] = harbourReport.annotations.map(({ id }): Annotation['id'] => id)
const none = '' as AnnotationId

const named = reply(1, official ?? none, { verdict: 'asks', note: 'Can we use the name?\nLind would know.' })
const used = reply(2, named.id, { creator: jane, name: 'Jane Doe', note: 'نعم، الاسم معروف.' })

/** {@link harbourReport} with a thread that is open, one that is resolved, and a reviewer who has no layer. */
export const harbourThreads = {
  ...harbourReport,
  replies: [
    named,
    used,
    reply(3, log ?? none, { verdict: 'disputes', note: 'The log says 39,500.' }),
    reply(4, log ?? none, { creator: jane, name: 'Jane Doe', verdict: 'resolved' }),
    reply(5, table ?? none, {
      creator: '0c33' as Reply['creator'],
      name: 'Ruth  Abdi-Hall',
      verdict: 'agrees',
      note: '👍',
    }),
  ],
}
