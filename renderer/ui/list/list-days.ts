import type { Annotation } from '../../../shared/annotation/annotation.ts'

/** Annotations that were last changed on one day. */
export interface Day {
  readonly key: string
  /** "Today", "Yesterday" or the date. */
  readonly title: string
  /** The last changed first; of the same moment as they came. */
  readonly members: readonly Annotation[]
}

const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' })

// Reads as no time: comes after all days.
const NEVER = Number.NEGATIVE_INFINITY

/** Days of this computer's calendar, the last first. Sorts once, and looks at the calendar once per day. */
export function groupByDay(annotations: readonly Annotation[], now: Date): readonly Day[] {
  const byTime = annotations
    .map((annotation) => ({ annotation, at: timeOf(annotation) }))
    .sort((a, b) => (a.at === b.at ? 0 : b.at - a.at))
  const days: { key: string; title: string; members: Annotation[] }[] = []
  // Of the day that is being filled, in milliseconds.
  let begins = Number.POSITIVE_INFINITY
  for (const { annotation, at } of byTime) {
    const last = days.at(-1)
    if (last !== undefined && at >= begins) last.members.push(annotation)
    else {
      begins = at === NEVER ? NEVER : new Date(at).setHours(0, 0, 0, 0)
      days.push({ key: `day ${begins}`, title: dayTitle(begins, now), members: [annotation] })
    }
  }
  return days
}

function timeOf({ modified }: Annotation): number {
  const at = Date.parse(modified)
  return Number.isNaN(at) ? NEVER : at
}

/** `begins`: the first moment of the day, in milliseconds. */
function dayTitle(begins: number, now: Date): string {
  if (begins === NEVER) return 'Without a time'
  const today = new Date(now).setHours(0, 0, 0, 0)
  if (begins === today) return 'Today'
  const yesterday = new Date(today)
  yesterday.setDate(yesterday.getDate() - 1)
  return begins === yesterday.getTime() ? 'Yesterday' : date.format(begins)
}
