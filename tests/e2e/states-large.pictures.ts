import { browserText } from './browser-text.ts'
import type { DeskApp } from './desk-app.ts'
import { picture } from './pictures.ts'
import { expect, test } from './test.ts'

// Text at twice its size: by the browser's own setting, by its zoom, and by the setting of the story's text.

async function walk(desk: DeskApp, name: string): Promise<void> {
  const { page } = desk
  await desk.keys('l', 'l')
  await picture(desk, `${name}-story`)
  await desk.select('The Harbour tunnel')
  await expect(page.getByRole('toolbar', { name: 'Tag the selected words' })).toBeVisible()
  await picture(desk, `${name}-selection`)
  await desk.keys('Escape', 'Control+f')
  await page.keyboard.type('pump')
  await expect(page.getByText('1 of 9').first()).toBeVisible()
  await picture(desk, `${name}-find`)
  await desk.keys('Escape')
  for (const [keys, state] of [
    ['Control+,', 'settings'],
    ['Control+k', 'palette'],
    ['?', 'help'],
    ['Control+Shift+e', 'export'],
  ] as const) {
    await desk.keys(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(desk, `${name}-${state}`)
    await desk.keys('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await desk.keys('f')
  await picture(desk, `${name}-list`)
  await page.getByRole('tab', { name: 'Numbers' }).click()
  await picture(desk, `${name}-numbers`)
}

test('text at 200 %, by the browser’s setting', async ({ desk, page }) => {
  await browserText(page, 32)
  await desk.start()
  await desk.opened()
  await walk(desk, 'text-200')
})

test.describe('zoom', () => {
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })
  test('the window at 200 %', async ({ desk }) => {
    await desk.start()
    await desk.opened()
    await walk(desk, 'zoom-200')
  })
})

test('the story’s text at 200 %, by its own setting', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await page.evaluate(() => document.documentElement.style.setProperty('--zoom', '2'))
  await desk.keys('l', 'l', 'l')
  await picture(desk, 'story-text-200')
})
