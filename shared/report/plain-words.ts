import type { IsoTime } from '../units.ts'

/** Numbers and dates as the report writes them: the same on every computer, whatever its language or time zone. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `20 November 2026, 10:04 UTC`; a time that isn't one comes back as it was written. */
export function dateAndTime(time: IsoTime): string {
  const day = dateInWords(time)
  const parts = /T(\d\d:\d\d).*(Z|[+-]\d\d:\d\d)$/.exec(time)
  if (parts === null) return day
  return `${day}, ${parts[1]} ${parts[2] === 'Z' ? 'UTC' : `UTC${parts[2]}`}`
}

/** `20 November 2026` */
export function dateInWords(time: IsoTime): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(time) ?? []
  return year === undefined ? time : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}

/** `20 Nov 2026`, for narrow places. */
export function shortDate(time: IsoTime): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(time) ?? []
  return year === undefined
    ? time
    : `${Number(day)} ${MONTHS[Number(month) - 1]?.slice(0, 3) ?? month} ${year}`
}

/** `1,012` */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `12 %` with a blank that does not break; what is more than nothing never reads as nothing: `< 1 %`. */
export function percent(part: number): string {
  const rounded = Math.round(part * 100)
  if (rounded === 0 && part > 0) return '<\u00A01\u00A0%'
  if (rounded === 100 && part < 1) return '>\u00A099\u00A0%'
  return `${rounded}\u00A0%`
}

/** `1 mark`, `2 marks` */
export function count(value: number, one: string, more = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : more}`
}
