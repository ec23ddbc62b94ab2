import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

// Instead of axe's half a megabyte, where the page has it from before.
const NOTHING = '0'
type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>

// A window that never rests is a fault of its own.
const MOST_READINGS = 5

/**
 * What axe finds on the page, one line each. What it calls *incomplete* is a finding too, unless it is settled here:
 *
 * - Contrast that axe can't tell because something lies half over the text (a card at the edge of its panel): the
 *   text colour is measured against all backgrounds that lie under it, and must pass 4.5:1 (large text 3:1).
 * - The page behind a modal dialog, which is hidden from screen readers and holds controls, and the guards at both
 *   ends of what is open, which hand the focus on: where Tab goes has tests of its own (dialogs.spec.ts,
 *   every-control.spec.ts).
 * - A button whose popup is open names it, and the popup is there.
 *
 * What axe says of a page whose elements come and go while it reads is worth nothing (it loses the headings before a
 * card, for one): such a page is read again.
 *
 * @param within selector of the part that is looked at; all of the page if left out
 */
export async function axeFindings(
  page: Page,
  rules: Rules = 'everything',
  within?: string,
): Promise<string[]> {
  const { violations, incomplete } = await readWithAxe(page, rules, within)
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.any[0]?.message ?? help}`),
  )
  const unsure = incomplete.flatMap(({ id, nodes, help }) =>
    nodes.map(({ target, any }) => ({ id, help: any[0]?.message ?? help, target: target.join(' ') })),
  )
  if (unsure.length > 0) findings.push(...(await page.evaluate(settle, unsure)))
  return findings
}

/** `colour`: only those rules that can end otherwise when the same page is painted in other colours. */
export type Rules = 'everything' | 'colour'

/** What axe itself says of a page that is at rest, nothing settled. */
export async function readWithAxe(
  page: Page,
  rules: Rules,
  within?: string,
): Promise<Pick<AxeResults, 'violations' | 'incomplete'>> {
  const isLoaded = await page.evaluate(() => 'axe' in window)
  // There are no frames here, so it needs no second page to put their results together.
  const axe = new AxeBuilder({ page, ...(isLoaded ? { axeSource: NOTHING } : {}) }).setLegacyMode()
  const builder = (within === undefined ? axe : axe.include(within)).options({
    resultTypes: ['violations', 'incomplete'],
    ...(rules === 'colour' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
  })
  const { violations, incomplete } = await readAtRest(page, () => builder.analyze())
  return { violations, incomplete }
}

/** Reads until no element came or went meanwhile. */
async function readAtRest<T>(page: Page, read: () => Promise<T>): Promise<T> {
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const watch = await page.evaluateHandle(() => {
      const seen = { changes: 0, stop: () => observer.disconnect() }
      const observer = new MutationObserver((records) => {
        seen.changes += records.length
      })
      observer.observe(document, { childList: true, subtree: true })
      return seen
    })
    const result = await read()
    const changes = await watch.evaluate((seen) => {
      seen.stop()
      return seen.changes
    })
    await watch.dispose()
    if (changes === 0) return result
  }
  throw new Error(`the window was not at rest in ${MOST_READINGS} readings`)
}

interface Unsure {
  readonly id: string
  readonly help: string
  /** Selector of the element. */
  readonly target: string
}

/** Runs in the page: what remains of what axe could not tell, one line each. */
function settle(unsure: readonly Unsure[]): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (canvas === null) throw new Error('no canvas')
  const paint = (...colours: string[]): number[] => {
    canvas.clearRect(0, 0, 1, 1)
    for (const colour of colours) {
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
    }
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const luminance = ([red = 0, green = 0, blue = 0]: number[]): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
      const part = channel / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  /** Contrast of an element's text if it is too low, as text; null: it is enough. */
  const shortfall = (element: Element): string | null => {
    const under: string[] = []
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      under.unshift(getComputedStyle(each).backgroundColor)
    }
    const style = getComputedStyle(element)
    const behind = luminance(paint('white', ...under))
    const text = luminance(paint('white', ...under, style.color))
    const contrast = (Math.max(behind, text) + 0.05) / (Math.min(behind, text) + 0.05)
    const size = Number.parseFloat(style.fontSize)
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    return contrast >= (large ? 3 : 4.5) ? null : contrast.toFixed(2)
  }
  const passesFocusOn = (element: Element) =>
    element.matches('[data-base-ui-focus-guard]') ||
    (element.closest('[data-base-ui-inert]') !== null && document.querySelector('[role=dialog]') !== null)
  const controlsWhatIsThere = (element: Element) => {
    const controls = element.getAttribute('aria-controls')
    return (
      element.getAttribute('aria-expanded') === 'true' && document.getElementById(controls ?? '') !== null
    )
  }
  return unsure.flatMap(({ id, help, target }) => {
    const element = document.querySelector(target)
    if (element !== null && id === 'color-contrast') {
      const short = shortfall(element)
      return short === null ? [] : `contrast ${short}: ${target}`
    }
    if (element !== null && id === 'aria-hidden-focus' && passesFocusOn(element)) return []
    if (element !== null && id === 'aria-valid-attr-value' && controlsWhatIsThere(element)) return []
    return `${id} (to settle): ${target} — ${help}`
  })
}
