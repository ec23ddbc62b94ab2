import type { IsoTime } from '../units.ts'

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/
// What a Date prints and we don't: a fraction of a second that is none.
const NO_FRACTION = /\.000Z$/

/**
 * A time of another program as ours: UTC with seconds or milliseconds and `Z`. One without a zone is taken for UTC,
 * as the programs that write it mean it. null: it is no date with a time.
 */
export function timeIn(value: unknown): IsoTime | null {
  if (typeof value !== 'string') return null
  const match = DATE_TIME.exec(value.trim().replace(/^(\d{4}-\d\d-\d\d) /, '$1T'))
  if (match === null) return null
  const instant = new Date(match[1] === undefined ? `${match[0]}Z` : match[0])
  if (Number.isNaN(instant.getTime())) return null
  return instant.toISOString().replace(NO_FRACTION, 'Z') as IsoTime
}
