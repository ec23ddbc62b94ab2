import type { IsoTime } from '../../../shared/units.ts'

/** Date, time with or without parts of a second, zone or none (XML Schema `dateTime`). */
const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/

/** A time of an XML file in UTC, to the second; one without a zone is taken for UTC. Null: it is none. */
export function isoTime(value: string | undefined): IsoTime | null {
  const text = value?.trim() ?? ''
  if (!form.test(text)) return null
  const time = new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`)
  // Year 0 and 1 stand for "unknown" in files of LibreOffice and .NET.
  if (Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1900) return null
  return time.toISOString().replace(/\.\d+Z$/, 'Z') as IsoTime
}
