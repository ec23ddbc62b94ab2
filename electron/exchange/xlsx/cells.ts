import type { CellObject } from 'write-excel-file/node'
import type { IsoTime } from '../../../shared/units.ts'
import { xmlText } from '../xml-text.ts'

export type Cell = CellObject | null

/** A sheet: the first row is its header and stays in sight. */
export interface Sheet {
  readonly name: string
  /** In characters of the body font. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The most UTF-16 units that Excel takes in a cell; a file with more is one that it "repairs". */
const LONGEST = 32_767

/** Excel reads `_x0041_` in a string as the character with that code; this is how it writes the first `_` itself. */
const ESCAPE = /_(?=x[0-9a-f]{4}_)/gi

const TOP = { alignVertical: 'top', wrap: true } as const

const DATE_FORMAT = 'yyyy-mm-dd hh:mm:ss'
export const SHARE_FORMAT = '0.0%'

export function heading(words: string): Cell {
  return { ...text(words), fontWeight: 'bold', backgroundColor: '#f1ede4' }
}

/** Always a string: what looks like a number, a date or a formula stays as it was written. Empty: an empty cell. */
export function text(value: string): Cell {
  if (value === '') return null
  const escaped = xmlText(value).replace(ESCAPE, '_x005F_')
  return { ...TOP, type: String, value: isLong(value) ? cut(escaped) : escaped }
}

/** Does the value not fit into a cell? */
export function isLong(value: string): boolean {
  return xmlText(value).replace(ESCAPE, '_x005F_').length > LONGEST
}

export function number(value: number, format?: string): Cell {
  return { ...TOP, type: Number, value, ...(format === undefined ? {} : { format }) }
}

/** A real date in UTC, as Excel has no time zones; as text where the time is none. */
export function date(time: IsoTime): Cell {
  const value = new Date(time)
  if (Number.isNaN(value.getTime())) return text(time)
  return { ...TOP, type: Date, value, format: DATE_FORMAT }
}

function cut(value: string): string {
  const kept = value.slice(0, LONGEST - 1).replace(/\p{Surrogate}$/u, '')
  return `${kept}…`
}
