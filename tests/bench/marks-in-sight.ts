import type { Page } from '@playwright/test'

/** A mark as the sidecar has it; UTF-16 offsets of the story text. */
export interface KnownMark {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** Tells the page which marks there are, so that {@link wrongInSight} can look in one call. */
export async function expectMarks(page: Page, marks: readonly KnownMark[]): Promise<void> {
  await page.evaluate((known) => {
    Object.assign(window, { knownMarks: known })
  }, marks)
}

/**
 * How many marks of the blocks in sight are not drawn, or not where they are, or drawn and not there, plus the
 * blocks in sight whose text the browser left out. Reads the page only: nothing of the app is asked.
 */
export function wrongInSight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const marks = (window as unknown as { knownMarks: KnownMark[] }).knownMarks
    const story = document.querySelector('[role=textbox]')
    const scroller = document.querySelector('#story-scroll')
    if (story === null || scroller === null) return Number.NaN
    const sight = scroller.getBoundingClientRect()
    const inSight = (element: Element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return bottom > sight.top && top < sight.bottom
    }
    let wrong = 0
    let at = 0
    for (const chunk of story.children) {
      const looks = inSight(chunk)
      for (const block of chunk.children) {
        const end = at + (block.textContent ?? '').length
        if (looks && end > at && inSight(block)) {
          if (!block.checkVisibility({ contentVisibilityAuto: true })) wrong += 1
          wrong += differences(block, at, end)
        }
        at = end + 1
      }
    }
    return wrong

    function differences(block: Element, start: number, end: number): number {
      const drawn = new Map<string, [number, number]>()
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      let from = start
      while (walker.nextNode()) {
        const text = walker.currentNode as Text
        const to = from + text.length
        for (let up = text.parentElement; up !== null && up !== block; up = up.parentElement) {
          const id = up.dataset.annotationId
          if (id !== undefined) drawn.set(id, [drawn.get(id)?.[0] ?? from, to])
        }
        from = to
      }
      let found = 0
      for (const mark of marks) {
        if (mark.end <= start || mark.start >= end) continue
        const [first, last] = drawn.get(mark.id) ?? [-1, -1]
        if (first !== Math.max(mark.start, start) || last !== Math.min(mark.end, end)) found += 1
        drawn.delete(mark.id)
      }
      return found + drawn.size
    }
  })
}
