import { rename } from 'node:fs/promises'
import { expect, test } from './test.ts'

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${scheme}`, () => {
    test.beforeEach(async ({ page }) => {
      // Nothing half faded in: a colour in transition is no finding.
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    })

    test('on the question for the name', async ({ desk, galley, page }) => {
      await page.goto(galley.url)
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await desk.axe()).toEqual([])
    })

    test('on a story with marks, an active card and the list', async ({ desk, page }) => {
      await desk.start()
      await desk.opened()
      await desk.keys('j', '1', 'l')
      await expect(desk.marks().first()).toBeVisible()
      await desk.saved()
      expect(await desk.axe()).toEqual([])
      await page.getByRole('tab', { name: /List/ }).click()
      expect(await desk.axe()).toEqual([])
    })

    test('on the dialogs', async ({ desk, page }) => {
      await desk.start()
      await desk.opened()
      for (const keys of ['Control+,', '?', 'Control+Shift+e', 'Control+o']) {
        await desk.keys(keys)
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await desk.axe()).toEqual([])
        await desk.keys('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
        await expect(desk.story).toBeFocused()
      }
    })

    test('on the window when the folder is away', async ({ desk, galley }) => {
      await desk.start()
      await desk.opened()
      await rename(galley.folder, `${galley.folder}-away`)
      try {
        await desk.keys('j', '1')
        await expect(desk.status).toHaveAttribute('data-state', 'kept')
        expect(await desk.axe()).toEqual([])
      } finally {
        await rename(`${galley.folder}-away`, galley.folder)
      }
      // What was kept is handed over by itself within seconds of the folder's return.
      await desk.saved()
    })

    test('at 320 pixels, with the stories and the annotations as sheets', async ({ desk, page }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await desk.start()
      await desk.opened()
      expect(await desk.axe()).toEqual([])
      for (const name of ['Stories', 'Annotations']) {
        await page.getByRole('button', { name, exact: true }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await desk.axe()).toEqual([])
        await desk.keys('Escape')
      }
    })
  })

  test.describe(`axe finds nothing on the welcome page, ${scheme}`, () => {
    test.use({ story: null })
    test('welcome', async ({ desk, page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await desk.start()
      expect(await desk.axe()).toEqual([])
    })
  })
}
