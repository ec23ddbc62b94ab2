import { DeskApp } from './desk-app.ts'
import { ServedGalley } from './served-galley.ts'
import { expect, test } from './test.ts'

const story = 'ridge-rescue.md'

test.describe('a Markdown story', () => {
  test.use({ story })

  test('is tagged with mouse, popover and bar; retagged, undone; and stands so after a new start', async ({
    browser,
    desk,
    galley,
    page,
  }) => {
    await desk.start()
    await desk.opened()
    const words =
      (await desk.story.locator('p').first().textContent())?.split(' ').slice(0, 4).join(' ') ?? ''

    await desk.select(words)
    await page
      .getByRole('toolbar', { name: 'Tag the selected words' })
      .getByRole('button', { name: 'Assessment' })
      .click()
    await desk.select(words.split(' ').slice(1, 3).join(' '))
    await desk.tag('Attribution')
    await desk.saved()
    const tags = async () => {
      const [sidecar] = await desk.sidecars(story)
      return sidecar?.first.items.map((item) => JSON.stringify(item.body).match(/"value":"([a-z-]+)"/)?.[1])
    }
    expect(await tags()).toEqual(['assessment', 'attribution'])

    // The inner one is active: X goes to the one around it, T and a digit change its tag.
    await desk.keys('x', 't', '1')
    await desk.saved()
    expect(await tags()).toEqual(['fact', 'attribution'])
    await desk.keys('Control+z')
    await desk.saved()
    expect(await tags()).toEqual(['assessment', 'attribution'])
    await desk.keys('Control+z', 'Control+z')
    await desk.saved()
    expect(await tags()).toEqual([])
    await desk.keys('Control+Shift+z', 'Control+Shift+z')
    await desk.saved()
    expect(await tags()).toEqual(['assessment', 'attribution'])
    const before = await desk.sidecars(story)

    await page.close()
    expect(await galley.stop()).toBe(0)
    const again = await ServedGalley.start({ story, folder: galley.folder, dataFolder: galley.dataFolder })
    const secondPage = await browser.newPage()
    const second = new DeskApp(secondPage, again)
    await secondPage.goto(again.url)
    await second.opened()
    await expect(second.marks().first()).toBeVisible()
    expect(await second.sidecars(story)).toEqual(before)
    expect(second.problems).toEqual([])
    await secondPage.close()
    await again.stop()
  })
})

test('two windows on one story see each other’s marks', async ({ browser, desk, galley }) => {
  await desk.start()
  await desk.opened()
  const other = new DeskApp(await browser.newPage(), galley)
  await other.page.goto(await galley.freshUrl())
  await other.opened()
  const before = await other.marks().count()
  await desk.keys('j', '2')
  await desk.saved()
  await expect.poll(() => other.marks().count()).toBeGreaterThan(before)
  expect(other.problems).toEqual([])
  await other.page.close()
})
