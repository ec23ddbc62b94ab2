import path from 'node:path'
import type { Exported, Input } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { exportStory } from '../../shared/report/export-story.ts'
import { WHOLE_REPORT } from '../../shared/report/report-input.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { SCHEME_FILE } from '../../shared/tags.ts'
import { writeExport } from '../storage/export-file.ts'
import { saveFailure } from '../storage/io-error.ts'
import type { DeskDeps } from './host.ts'
import { repliesOf } from './replies.ts'
import type { Session } from './session.ts'
import { GALLEY_VERSION } from './version.ts'

/** Makes a report of an open story and brings it where the host says. null: cancelled. */
export async function exportSession(
  session: Session,
  { format, layers }: Pick<Input<'exportStory'>, 'format' | 'layers'>,
  { host, now }: DeskDeps,
): Promise<Result<Exported | null, Failure>> {
  const opened = session.opened([])
  const chosen =
    layers === null ? opened.layers : opened.layers.filter(({ annotator }) => layers.includes(annotator))
  const report = exportStory(format, {
    story: opened.story,
    textSha256: opened.textSha256,
    layers: chosen,
    annotations: opened.annotations,
    tags: opened.scheme.tags,
    replies: repliesOf(session),
    choice: WHOLE_REPORT,
    made: now(),
    galleyVersion: GALLEY_VERSION,
  })
  const target = await host.chooseExportTarget(report.name, path.dirname(session.path))
  if (target === null) return ok(null)
  if (target === 'download') return ok({ kind: 'download', ...report })
  const name = path.basename(target)
  // A report never takes the place of a story, of annotations or of the tags, whatever was picked in a dialog.
  if (isPrecious(target)) return err({ kind: 'save-io', file: name, code: 'EEXIST' })
  try {
    await writeExport(target, report.content)
    return ok({ kind: 'saved', name })
  } catch (error) {
    return err(saveFailure(error, name))
  }
}

function isPrecious(target: string): boolean {
  const isTags = path.basename(target).toLowerCase() === SCHEME_FILE
  return isTags || /\.(txt|text|md|markdown|annotations\.json)$/i.test(target)
}
