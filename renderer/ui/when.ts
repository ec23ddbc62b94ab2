import { NO_TIME } from '../../shared/annotation/annotation.ts'
import type { IsoTime } from '../../shared/units.ts'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const clockWithSeconds = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const dayAndYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' })

/** A time as it fits on a card: the clock for today, else the day, with the year when it is another one. */
export function shortWhen(time: IsoTime, now: Date): string {
  if (time === NO_TIME) return 'no date'
  const then = new Date(time)
  if (then.toDateString() === now.toDateString()) return clock.format(then)
  return then.getFullYear() === now.getFullYear() ? day.format(then) : dayAndYear.format(then)
}

/** The clock alone, where the day stands over it. */
export function timeOfDay(time: IsoTime): string {
  return time === NO_TIME ? 'no date' : clock.format(new Date(time))
}

/** Date and time in full, for the tooltip of a short one. */
export function fullWhen(time: IsoTime): string {
  return time === NO_TIME ? 'The document does not say when' : whole.format(new Date(time))
}

/** The clock with seconds, for "Saved 10:31:07". */
export function clockTime(time: IsoTime): string {
  return clockWithSeconds.format(new Date(time))
}
