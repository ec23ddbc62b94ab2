import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { confirmedSentence } from '../../electron/desk/confirmed-sentence.ts'
import { describeSpan } from '../../shared/anchor/describe.ts'
import { makeItem } from '../../shared/annotation/item.ts'
import { newSidecar } from '../../shared/annotation/new-sidecar.ts'
import { sidecarName, slugOf } from '../../shared/annotation/sidecar-name.ts'
import { serialiseSidecar } from '../../shared/annotation/sidecar-print.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import { readStory } from '../../shared/story/read-story.ts'
import type { AnnotationId, AnnotatorId, DeviceId, IsoTime, Sha256, TagId } from '../../shared/units.ts'
import { span } from '../../shared/units.ts'
import type { MadeMark } from './make-story.ts'
import type { KnownMark } from './marks-in-sight.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex') as Sha256
const newId = () => `urn:uuid:${randomUUID()}`
const now = '2026-11-20T10:00:00Z' as IsoTime

/**
 * Writes a colleague's sidecar with these marks beside a plain-text story, through the product's own codec. Returns
 * them with their ids.
 */
export async function writeMadeSidecar(
  story: string,
  text: string,
  marks: readonly MadeMark[],
): Promise<readonly KnownMark[]> {
  const name = path.basename(story)
  const textSha256 = sha256(text)
  const person = { id: newId() as AnnotatorId, name: 'Mara Lind' }
  const index = new CodePointIndex(text)
  const made = readStory(name, text)
  const sidecar = newSidecar({
    newId,
    storyName: name,
    reader: 'txt/1',
    fileSha256: textSha256,
    textSha256,
    textLength: index.length,
    person,
    device: newId() as DeviceId,
  })
  const items = marks.map(({ start, end, tag }) =>
    makeItem({
      id: newId() as AnnotationId,
      creator: person.id,
      created: now,
      modified: now,
      revision: 1,
      content: { tag: tag as TagId, note: '', fields: {} },
      anchor: describeSpan(text, span(start, end), index),
      textSha256,
      sentenceSha256: confirmedSentence(made, span(start, end)),
      storyName: name,
    }),
  )
  sidecar.first.items.push(...items)
  const file = sidecarName(name, slugOf(person.name), 'ab12cd34', sha256(name).slice(0, 8))
  await writeFile(path.join(path.dirname(story), file), serialiseSidecar(sidecar))
  return items.map(({ id }, at) => ({ id, start: marks[at]?.start ?? 0, end: marks[at]?.end ?? 0 }))
}
