import { rename } from 'node:fs/promises'
import { browserText } from './browser-text.ts'
import type { DeskApp } from './desk-app.ts'
import { boxOf } from './story-places.ts'
import { expect, test } from './test.ts'

/** What does not fit in a window: things past its edges, and text that is cut off without a sign. */
async function misfits(desk: DeskApp, state: string): Promise<string[]> {
  await desk.caughtUp()
  const found = await desk.page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.scrollingElement ?? document.documentElement
    const wrong: string[] = []
    if (scrollWidth > innerWidth) wrong.push(`the page is ${scrollWidth} wide in ${innerWidth}`)
    if (scrollHeight > innerHeight) wrong.push(`the page is ${scrollHeight} high in ${innerHeight}`)
    const named = (element: Element) =>
      `${element.localName}.${element.getAttribute('class')} “${element.textContent?.trim().slice(0, 40)}”`
    for (const element of document.querySelectorAll('#root *, [role=dialog] *, [role=dialog]')) {
      if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue
      if (element.closest('.hidden-text, [aria-hidden=true], svg, [data-base-ui-inert]') !== null) continue
      const style = getComputedStyle(element)
      const rect = element.getBoundingClientRect()
      // A pixel is for those who listen.
      if (rect.width <= 1 || rect.height <= 1) continue
      const controls = element.matches('button, input, textarea, select, a[href], [role=switch], [role=tab]')
      if (controls && (rect.left < -1 || rect.right > innerWidth + 1))
        wrong.push(`past the edge: ${named(element)}`)
      // Two ways to scroll in one place (WCAG 1.4.10): sideways only for what is wide by nature, as a strip of tabs.
      const over = element.scrollWidth - element.clientWidth
      if (over <= 1 || element.clientWidth === 0) continue
      if (['auto', 'scroll'].includes(style.overflowX) && element.scrollHeight > element.clientHeight + 1)
        wrong.push(`scrolls both ways by ${over}: ${named(element)}`)
      // Cut off, with no dots that say so.
      const clips = ['hidden', 'clip'].includes(style.overflowX)
      if (
        clips &&
        element.localName !== 'input' &&
        style.textOverflow !== 'ellipsis' &&
        element.childElementCount === 0
      )
        wrong.push(`cut off by ${over}: ${named(element)}`)
    }
    return wrong
  })
  return found.map((each) => `${state}: ${each}`)
}

/**
 * Targets below 24 × 24 CSS pixels whose circle of that width meets another target (WCAG 2.5.8 with its exception
 * for spacing); links within a sentence and what the browser itself draws are excepted by the criterion.
 */
function smallTargets(desk: DeskApp, state: string): Promise<string[]> {
  return desk.page.evaluate((where) => {
    const least = 24
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'button, a[href], input, select, textarea, summary, [role=switch], [role=radio], [role=slider], [role=tab], [role=checkbox]',
      ),
    ].filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      return (
        element.checkVisibility({ visibilityProperty: true }) &&
        width > 1 &&
        height > 1 &&
        element.closest('[data-base-ui-inert], [aria-hidden=true]') === null
      )
    })
    const boxes = all.map((element) => {
      const label = element.closest('label')
      return { element, rect: (label ?? element).getBoundingClientRect() }
    })
    const small = ({ rect }: { rect: DOMRect }) => rect.width < least - 0.5 || rect.height < least - 0.5
    const gap = (a: DOMRect, x: number, y: number) =>
      Math.hypot(Math.max(a.left - x, 0, x - a.right), Math.max(a.top - y, 0, y - a.bottom))
    return boxes.filter(small).flatMap((one) => {
      const { rect, element } = one
      const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2]
      const near = boxes.find((other) => {
        if (other.element === element || other.element.contains(element) || element.contains(other.element))
          return false
        if (!small(other)) return gap(other.rect, x, y) < least / 2
        const [ox, oy] = [other.rect.left + other.rect.width / 2, other.rect.top + other.rect.height / 2]
        return Math.hypot(x - ox, y - oy) < least
      })
      if (near === undefined) return []
      const name = (each: HTMLElement) =>
        each.getAttribute('aria-label') ?? each.textContent?.trim().slice(0, 30)
      return `${where}: ${name(element)} (${Math.round(rect.width)} × ${Math.round(rect.height)}) is too near to ${name(near.element)}`
    })
  }, state)
}

/** Is what has the focus wholly or in part to be seen (WCAG 2.4.11)? null: yes. */
function hiddenFocus(desk: DeskApp, state: string): Promise<string | null> {
  return desk.page.evaluate((where) => {
    const element = document.activeElement
    // Past the last control the focus is with the browser itself, before it comes round.
    if (element === null || element === document.body) return null
    const rect = element.getBoundingClientRect()
    const [left, right] = [Math.max(rect.left, 0), Math.min(rect.right, innerWidth)]
    const [top, bottom] = [Math.max(rect.top, 0), Math.min(rect.bottom, innerHeight)]
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
    )
    const seen = points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y)
      return (
        there !== null &&
        (element.contains(there) || there.contains(element) || there.closest('label')?.contains(element))
      )
    })
    return seen
      ? null
      : `${where}: hidden focus on ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40)}`
  }, state)
}

test.describe('trouble at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } })
  test('the status bar says it in whole words', async ({ desk, galley, page }) => {
    await desk.start()
    await desk.opened()
    await rename(galley.folder, `${galley.folder}-away`)
    await desk.keys('j', '1')
    await expect(desk.status).toHaveAttribute('data-state', 'kept')
    await desk.caughtUp()
    const past = await page.locator('footer').evaluate((bar) => {
      const { right } = bar.getBoundingClientRect()
      return [...bar.querySelectorAll<HTMLElement>('span, button')]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
        .filter(
          (each) => each.getBoundingClientRect().right > right + 1 || each.scrollWidth > each.clientWidth + 1,
        )
        .filter((each) => getComputedStyle(each).display !== 'inline')
        .map((each) => each.textContent)
    })
    expect(past).toEqual([])
    await rename(`${galley.folder}-away`, galley.folder)
    await desk.keys('Control+s')
    await desk.saved()
  })
})

const windows = [
  { name: '320 pixels', viewport: { width: 320, height: 640 }, deviceScaleFactor: 1, zoom: 100, text: 16 },
  {
    name: '200 % zoom and large text',
    viewport: { width: 720, height: 450 },
    deviceScaleFactor: 2,
    zoom: 240,
    text: 16,
  },
  {
    name: '200 % text of the browser',
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    zoom: 100,
    text: 32,
  },
] as const

for (const { name, viewport, deviceScaleFactor, zoom, text } of windows) {
  test.describe(name, () => {
    test.use({ viewport, deviceScaleFactor })
    test(`at ${name} nothing is cut off, hidden or too small to hit`, async ({ desk, page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await browserText(page, text)
      await desk.start()
      await desk.opened()
      const wrong: string[] = []
      const look = async (state: string) => {
        wrong.push(...(await misfits(desk, state)), ...(await smallTargets(desk, state)))
      }
      if (zoom !== 100) {
        await desk.keys('Control+,')
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('tab', { name: 'Look' }).click()
        const slider = dialog.getByRole('slider')
        await slider.focus()
        await desk.keys('End')
        await desk.keys('Escape')
        await expect(dialog).toBeHidden()
        await expect
          .poll(() => page.evaluate(() => document.documentElement.style.getPropertyValue('--zoom')))
          .toBe(String(zoom / 100))
      }
      await desk.keys('j', '1', 'h')
      await desk.saved()
      await look('story')
      const { start } = await desk.selection()
      expect(await boxOf(desk.story, { start, end: start + 1 })).not.toBeNull()
      for (let press = 0; press < 40; press += 1) {
        await desk.keys('Tab')
        const hidden = await hiddenFocus(desk, `Tab ${press + 1}`)
        if (hidden !== null) wrong.push(hidden)
        if (await desk.story.evaluate((story) => story === document.activeElement)) break
      }
      await desk.intoStory()
      await desk.keys('Control+f')
      await page.keyboard.type('pump')
      await look('find')
      await desk.keys('Escape')
      await expect(desk.story).toBeFocused()
      for (const sheet of ['Stories', 'Annotations']) {
        await page.getByRole('button', { name: sheet, exact: true }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await look(`sheet of ${sheet}`)
        if (sheet === 'Annotations') {
          for (const tab of [/List/, 'Numbers']) {
            await page.getByRole('tab', { name: tab }).click()
            await look(`${tab}`)
          }
        }
        await desk.keys('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
      await desk.intoStory()
      for (const [state, keys] of [
        ['help', '?'],
        ['palette', 'Control+k'],
        ['export', 'Control+Shift+e'],
        ['stories', 'Control+o'],
      ] as const) {
        await desk.keys(keys)
        await expect(page.getByRole('dialog')).toBeVisible()
        await look(state)
        await desk.keys('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
      await desk.keys('Control+,')
      for (const part of ['You', 'Look', 'Keys', 'Tags']) {
        await page.getByRole('dialog').getByRole('tab', { name: part }).click()
        await look(`settings, ${part}`)
      }
      await page.getByRole('button', { name: 'Make tags of my own' }).click()
      await page.getByRole('dialog').getByRole('button', { name: /^Fact/ }).click()
      await look('editor of a tag')
      expect(wrong).toEqual([])
    })
  })
}

test('text that grows while a story is open leaves the page its room', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await desk.keys('l', 'l')
  await browserText(page, 32)
  await expect(page.getByRole('navigation', { name: 'Stories' })).toBeHidden()
  const main = await page.getByRole('main', { name: 'Story' }).boundingBox()
  expect(main?.width).toBeGreaterThan(1000)
  expect(main?.height).toBeGreaterThan(500)
  await desk.keys('l')
  await expect(desk.story.locator('.active').first()).toBeInViewport()
})
