import type { ReportInput } from '../../report/report-input.ts'
import type { Reply } from '../../review/reply.ts'
import { replierName } from '../../review/thread.ts'
import { listOf, memberOf } from '../input.ts'
import { contentOf, rolesOf } from './bodies.ts'
import { type KeptItem, keptItemOf } from './kept.ts'
import { isIri, isWritableBody, isWritableTarget } from './musts.ts'
import type { WrittenContent } from './write-bodies.ts'
import { writtenHead } from './write-head.ts'

/**
 * An answer for a file of Web Annotations. One that came from such a file keeps what its program wrote besides, and its
 * bodies as long as they still say it.
 * @param id what it is called in the file
 * @param to what the annotation or answer that it answers is called there
 */
export function writtenAnswer(
  input: Pick<ReportInput, 'layers'>,
  reply: Reply,
  id: string,
  to: string,
): object {
  const kept = keptItemOf(reply)
  const { body, motivation } = contentIn(reply, kept)
  return {
    ...writtenHead(id, { ...reply, name: replierName(input, reply) }, motivation, kept),
    ...(body.length === 0 ? {} : { body }),
    target: targetIn(kept, to),
  }
}

function contentIn({ verdict, note }: Reply, kept: KeptItem | null): WrittenContent {
  const text = (purpose: string, value: string) =>
    value === '' ? [] : [{ type: 'TextualBody', purpose, value, format: 'text/plain' }]
  const own = [...text('assessing', verdict ?? ''), ...text('replying', note)]
  const ownMotivation = verdict === null ? 'replying' : 'assessing'
  if (kept === null) return { body: own, motivation: ownMotivation }
  const said = memberOf(kept.item, 'motivation')
  const motivations = listOf(said).filter((one) => typeof one === 'string')
  const roles = rolesOf(kept.bodies, motivations)
  const was = contentOf(kept.bodies, roles)
  const bodies = kept.bodies.filter(isWritableBody)
  if (was.note === note && was.verdict === verdict) return { body: bodies, motivation: said }
  const stays = kept.bodies.filter(
    (one, at) => isWritableBody(one) && !/^(?:note|verdict)$/.test(roles[at] ?? ''),
  )
  return { body: [...own, ...stays], motivation: [...new Set([ownMotivation, ...motivations])] }
}

/** What it answers, in the form that its program gave it, and its other targets. */
function targetIn(kept: KeptItem | null, to: string): unknown {
  if (kept === null) return to
  const { source, ...rest } = kept.target
  const isAddress = Object.keys(rest).length === 0
  const own = isAddress
    ? to
    : { ...kept.target, ...(isIri(rest.id) || source === undefined ? { id: to } : { source: to }) }
  const more = kept.targets.filter(isWritableTarget)
  return more.length === 0 ? own : [own, ...more]
}
