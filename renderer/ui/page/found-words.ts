import type { Found } from '../../state/model.ts'

/** "3 of 17", "17 found" while none is selected, "Nothing found". */
export function foundInWords({ count, current }: Found): string {
  if (count === 0) return 'Nothing found'
  const all = count.toLocaleString()
  return current === null ? `${all} found` : `${(current + 1).toLocaleString()} of ${all}`
}
