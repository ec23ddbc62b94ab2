import { useDesk } from './tools.ts'

/**
 * The one place that speaks. The text alternates between two elements, so that the same sentence twice in a row
 * is said twice; nothing else in the window is a live region, except what has failed.
 */
export function LiveRegion() {
  const announcement = useDesk((state) => state.announcement)
  const turn = useTurn(announcement)
  return (
    <div className="hidden-text" role="status" aria-live="polite" data-testid="announcements">
      <span>{turn === 0 ? announcement.text : ''}</span>
      <span>{turn === 1 ? announcement.text : ''}</span>
    </div>
  )
}

const turns = new WeakMap<object, 0 | 1>()
let last: 0 | 1 = 1

/** 0 or 1, the other one for each new object. */
function useTurn(announcement: object): 0 | 1 {
  const known = turns.get(announcement)
  if (known !== undefined) return known
  last = last === 0 ? 1 : 0
  turns.set(announcement, last)
  return last
}
