import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { lossesOf } from '../../shared/exchange/losses.ts'
import { type Made, stemOf } from '../../shared/exchange/made.ts'
import { projectXml } from '../../shared/exchange/refi-qda/project-xml.ts'
import { chosenAnnotations, type ReportInput } from '../../shared/report/report-input.ts'

/**
 * The story and the chosen annotations as a REFI-QDA project, a `.qdpx` that ATLAS.ti, MAXQDA, NVivo, QualCoder and
 * others open: a Zip archive of `project.qde` and the story text (version 1.5, section 8). Orphans have no position in
 * the text, so they can't go in.
 */
export function qdpxExport(input: ReportInput): Made {
  const chosen = chosenAnnotations(input)
  const placed = chosen.filter(({ span }) => span !== null)
  const { xml, source, replaced } = projectXml(input, guidOf)
  const content = zipSync(
    { 'project.qde': strToU8(xml), [`sources/${source}`]: strToU8(input.story.text) },
    { mtime: earliestZipDate() },
  )
  const losses = lossesOf(['confirmed-words', 'alternatives', 'layout'], placed, input)
  losses.add('orphans', chosen.length - placed.length)
  losses.add('characters', replaced)
  const name = `${stemOf(input.story.name)}.qdpx`
  return { name, files: [{ name, mediaType: 'application/zip', content }], leftOut: losses.list() }
}

/**
 * The earliest date that a Zip entry can have, in local time, which is what Zip writes: the same input gives the same
 * bytes whenever and wherever it is written.
 */
function earliestZipDate(): Date {
  return new Date(1980, 0, 1)
}

/** A UUID of version 8, "custom" (RFC 9562, section 5.8), from SHA-256. */
function guidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
