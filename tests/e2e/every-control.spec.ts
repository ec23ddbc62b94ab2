import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

/** What has the focus: the region it is in, and what it is called. */
function focused(page: Page): Promise<{ readonly region: string; readonly name: string }> {
  return page.evaluate(() => {
    const element = document.activeElement
    const names: Record<string, string> = {
      header: 'banner',
      nav: 'navigation',
      main: 'main',
      aside: 'complementary',
      footer: 'contentinfo',
    }
    const region = element?.closest<HTMLElement>('[data-region]')?.dataset.region ?? ''
    const labels =
      element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element.labels : null
    const own = element?.getAttribute('aria-label') ?? labels?.[0]?.textContent
    const label = own ?? element?.textContent?.trim() ?? ''
    return {
      region: names[region] ?? '',
      name: `${element?.getAttribute('role') ?? element?.localName} ${label}`,
    }
  })
}

test('Tab goes to every control and comes round; F6 goes from region to region; nothing is a trap', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  await desk.keys('j', '1', 'h')
  await desk.saved()
  const walk = async (key: string, presses: number) => {
    const seen: { readonly region: string; readonly name: string }[] = []
    for (let press = 0; press < presses; press += 1) {
      await desk.keys(key)
      seen.push(await focused(page))
      if (await desk.story.evaluate((story) => story === document.activeElement)) return seen
    }
    throw new Error(`${key} does not come round: ${seen.map(({ name }) => name).join(' | ')}`)
  }

  const forwards = await walk('Tab', 200)
  const back = await walk('Shift+Tab', 200)
  // The same stops, the other way round.
  const stops = (seen: typeof back) => seen.slice(0, -1).filter(({ region }) => region !== '')
  expect(stops(back).toReversed()).toEqual(stops(forwards))
  const regionsOf = (seen: typeof back) =>
    seen.map(({ region }) => region).filter((region, at, all) => region !== '' && region !== all[at - 1])
  // The story is in the middle of main, so main is met at both ends.
  expect(new Set(regionsOf(forwards))).toEqual(
    new Set(['complementary', 'contentinfo', 'banner', 'navigation', 'main']),
  )
  expect(forwards.filter(({ name }) => /^\S+ ?$/.test(name))).toEqual([])

  // What Tab passes over is reached by arrows in its toolbar, its tabs, its list.
  const reachable = new Set(forwards.map(({ name }) => name))
  const unreached = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, select, [tabindex]')
    return (
      [...all]
        .filter(
          (element) =>
            element.checkVisibility() && element.closest('[role=toolbar], [role=tablist]') === null,
        )
        .filter((element) => element.tabIndex < 0 && element.getAttribute('role') !== 'tabpanel')
        // The story is scrolled by its own keys; its scroll bar is for pointers.
        .filter(
          (element) =>
            element.getAttribute('role') !== 'scrollbar' &&
            element.localName !== 'main' &&
            element.closest('[aria-hidden=true]') === null,
        )
        .map((element) => element.outerHTML.slice(0, 120))
    )
  })
  expect(unreached).toEqual([])
  expect([...reachable].some((name) => name.includes('Open story'))).toBe(true)
  for (const [first, arrow, names] of [
    [
      page.getByRole('toolbar', { name: 'Tags' }).getByRole('button').first(),
      'ArrowRight',
      ['Assessment', 'Attribution', 'Photo caption', 'Fact'],
    ],
    [page.getByRole('tab', { name: 'Margin' }), 'ArrowRight', ['List', 'Numbers', 'Margin']],
  ] as const) {
    await first.focus()
    for (const name of names) {
      await desk.keys(arrow)
      expect((await focused(page)).name).toContain(name)
    }
  }

  await desk.intoStory()
  const regions = await walk('F6', 8)
  expect(regions.map(({ region }) => region)).toEqual([
    'complementary',
    'contentinfo',
    'banner',
    'navigation',
    'main',
  ])

  // Menus and popovers open, are walked and closed by keys, and give the focus back.
  for (const name of [/^Layers/, 'Menu']) {
    const button = page.getByRole('button', { name })
    await button.focus()
    await desk.keys('Enter')
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await desk.keys('ArrowDown', 'Tab', 'Escape', 'Escape')
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  }

  // The list is one stop, its rows are walked by arrows.
  await page.getByRole('tab', { name: /List/ }).focus()
  await desk.keys('Enter')
  const list = await (async () => {
    await desk.intoStory()
    return walk('Tab', 200)
  })()
  const rows = list.filter(
    ({ region, name }) => region === 'complementary' && /^button (Fact|Assess|Attrib|Photo)/.test(name),
  )
  expect(rows.length).toBeLessThan(9)
})
