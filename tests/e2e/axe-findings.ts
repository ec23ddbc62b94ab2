import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe finds on the page, one line each. What it calls *incomplete* is a finding too, unless it is settled here:
 *
 * - Contrast that axe can't tell because something lies half over the text (a card at the edge of its panel): the
 *   text colour is measured against all backgrounds that lie under it, and must pass 4.5:1 (large text 3:1).
 * - The page behind a modal dialog, which is hidden from screen readers and holds controls: that Tab never leaves
 *   the dialog is a test of its own (dialogs.spec.ts).
 */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations, incomplete } = await new AxeBuilder({ page }).analyze()
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.any[0]?.message ?? help}`),
  )
  for (const { id, nodes, help } of incomplete) {
    for (const node of nodes) {
      const target = node.target.join(' ')
      if (id === 'color-contrast') {
        const short = await contrastShortfall(page, target)
        if (short !== null) findings.push(`contrast ${short}: ${target}`)
      } else if (id !== 'aria-hidden-focus' || !(await isBehindDialog(page, target))) {
        findings.push(`${id} (to settle): ${target} — ${help}`)
      }
    }
  }
  return findings
}

function isBehindDialog(page: Page, target: string): Promise<boolean> {
  return page
    .locator(target)
    .first()
    .evaluate(
      (element) =>
        element.closest('[data-base-ui-inert]') !== null && document.querySelector('[role=dialog]') !== null,
    )
}

/** Contrast of an element's text if it is too low, as text; null: it is enough. */
function contrastShortfall(page: Page, target: string): Promise<string | null> {
  return page
    .locator(target)
    .first()
    .evaluate((element) => {
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
      const under: string[] = []
      for (let each: Element | null = element; each !== null; each = each.parentElement) {
        under.unshift(getComputedStyle(each).backgroundColor)
      }
      const style = getComputedStyle(element)
      const luminance = ([red = 0, green = 0, blue = 0]: number[]): number => {
        const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
          const part = channel / 255
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const behind = luminance(paint('white', ...under))
      const text = luminance(paint('white', ...under, style.color))
      const contrast = (Math.max(behind, text) + 0.05) / (Math.min(behind, text) + 0.05)
      const size = Number.parseFloat(style.fontSize)
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
      return contrast >= (large ? 3 : 4.5) ? null : contrast.toFixed(2)
    })
}
