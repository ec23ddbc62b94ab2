import path from 'node:path'
import type { Layer } from '../../shared/annotation/annotation.ts'
import { carriedIn } from '../../shared/annotation/carried.ts'
import type { ExportChoice, Exported } from '../../shared/desk/contract-export.ts'
import { withStem } from '../../shared/exchange/export-stem.ts'
import type { ExportFormat } from '../../shared/exchange/formats.ts'
import { type Made, suffixOf } from '../../shared/exchange/made.ts'
import type { Failure } from '../../shared/failure.ts'
import type { ReportInput } from '../../shared/report/report-input.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { makeExport } from '../exchange/make-export.ts'
import { zipMade } from '../exchange/zip-made.ts'
import { Occupied, writeExport } from '../storage/export-file.ts'
import { saveFailure } from '../storage/io-error.ts'
import { exportStemOf } from '../storage/listed-stories.ts'
import { mayReplace } from '../storage/may-replace.ts'
import type { DeskDeps } from './host.ts'
import { repliesOf } from './replies.ts'
import type { Session } from './session.ts'
import { GALLEY_VERSION } from './version.ts'

export interface WantedExport extends ExportChoice {
  readonly format: ExportFormat
}

/** Makes an export of an open story and brings it where the host says. null: cancelled. */
export async function exportSession(
  session: Session,
  wanted: WantedExport,
  deps: DeskDeps,
): Promise<Result<Exported | null, Failure>> {
  const result = await makeFor(session, wanted, deps, new AbortController().signal)
  if (!result.ok) return result
  const { name, leftOut } = result.value
  const target = await deps.host.chooseExportTarget(name, path.dirname(session.path))
  if (target === null) return ok(null)
  if (target === 'download') return ok(handedOver(result.value))
  const written = await writeMade(target, result.value, session)
  return written.ok ? ok({ kind: 'saved', name: path.basename(target), leftOut }) : written
}

/** Makes an export of an open story as it is now, with the names that it has whether alone or with its folder. */
export async function makeFor(
  session: Session,
  { format, layers, ...choice }: WantedExport,
  { host, now }: DeskDeps,
  signal: AbortSignal,
): Promise<Result<Made, Failure>> {
  const opened = session.opened([])
  // Two who are compared are the report.
  const whose = choice.compare ?? layers
  const chosen = opened.layers.filter(({ annotator }) => whose === null || whose.includes(annotator))
  const input = {
    story: opened.story,
    textSha256: opened.textSha256,
    layers: chosen,
    annotations: session.annotations(),
    tags: opened.scheme.tags,
    replies: repliesOf(session),
    choice,
    ...carriedBy(session, chosen),
    made: now(),
    galleyVersion: GALLEY_VERSION,
  }
  const made = await makeExport(format, input, host.printPdf, signal)
  if (!made.ok) return made
  return ok(withStem(made.value, opened.story.name, await exportStemOf(session.path)))
}

/** What the sidecars of the chosen layers carry for other formats. */
function carriedBy(session: Session, layers: readonly Layer[]): Pick<ReportInput, 'carried'> {
  const chosen = new Set<string>(layers.map(({ annotator }) => annotator))
  const carried = session.sidecars.sources().flatMap(({ sidecar }) => {
    const found = chosen.has(sidecar.creator.id) ? carriedIn(sidecar) : undefined
    return found === undefined ? [] : [found]
  })
  return carried.length === 0 ? {} : { carried }
}

/** Writes an export of this story under a name, or into a folder of that name; never over what is not one. */
export async function writeMade(
  target: string,
  made: Made,
  { text }: Pick<Session, 'text'>,
): Promise<Result<null, Failure>> {
  const file = path.basename(target)
  try {
    if (!(await mayReplace(target, suffixOf(made.name, text.story.name)))) {
      return err({ kind: 'export-over', file })
    }
    await writeExport(target, made)
    return ok(null)
  } catch (error) {
    return err(error instanceof Occupied ? { kind: 'export-over', file } : saveFailure(error, file))
  }
}

function handedOver(made: Made): Exported {
  const { name, leftOut, files } = made
  const [only, ...more] = files
  if (only !== undefined && more.length === 0) {
    return { kind: 'download', name, leftOut, mediaType: only.mediaType, content: only.content }
  }
  const content = zipMade(made)
  return { kind: 'download', name: `${name}.zip`, leftOut, mediaType: 'application/zip', content }
}
