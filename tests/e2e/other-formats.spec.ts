import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { DeskApp } from './desk-app.ts'
import { discard, ServedGalley } from './served-galley.ts'
import { expect, test } from './test.ts'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const WORDS = 'The quay is closed until the cracks are mended, the harbour master said on Friday evening. '
const WEB_PAGE = `<!doctype html><html lang="en"><head><title>East quay closed</title></head><body>
<nav><ul><li><a href="/">Menu</a></li></ul></nav>
<article><h1>East quay closed</h1>${`<p>${WORDS.repeat(3)}</p>\n`.repeat(5)}</article></body></html>`

/** A window on a folder with these files; the first one is open. */
async function deskWith(page: Page, files: Readonly<Record<string, string | Buffer>>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'galley-formats-'))
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  const galley = await ServedGalley.start({ story: Object.keys(files)[0] ?? null, folder })
  const desk = new DeskApp(page, galley)
  await desk.start()
  await desk.opened()
  return {
    desk,
    async end() {
      expect(desk.problems).toEqual([])
      await galley.stop()
      await Promise.all([discard(folder), discard(galley.dataFolder)])
    },
  }
}

test('a web page opens as its article, for annotating only, and whole where that is asked for', async ({
  page,
}) => {
  const { desk, end } = await deskWith(page, { 'quay.html': WEB_PAGE })
  await expect(desk.story).not.toContainText('Menu')
  await desk.keys('1')
  await desk.saved()
  await expect(page.getByRole('button', { name: 'Edit text' })).toHaveAttribute('aria-disabled', 'true')
  await desk.keys('ControlOrMeta+e')
  await expect(page.getByText(/A web page is read here and not written/).first()).toBeAttached()
  await page.getByRole('button', { name: 'Show whole page' }).click()
  await expect(desk.story).toContainText('Menu')
  await expect(desk.marks()).toHaveCount(1)
  expect(await desk.axe()).toEqual([])
  await page.getByRole('button', { name: 'Show the article alone' }).click()
  await expect(desk.story).not.toContainText('Menu')
  await expect(desk.marks()).toHaveCount(1)
  await end()
})

test('pictures beside the story are shown, others have a placeholder, and the text keeps its place', async ({
  page,
}) => {
  const { desk, end } = await deskWith(page, {
    'quay.md': [
      '# East quay closed',
      '![The quay on Friday](quay.png)',
      '![The diver](gone.png)',
      '![The piles](broken.png)',
      '![The harbour](https://example.org/harbour.png)',
      WORDS,
    ].join('\n\n'),
    'quay.png': Buffer.from(PNG, 'base64'),
    'broken.png': Buffer.from(PNG, 'base64').subarray(0, 24),
  })
  const frames = desk.story.locator('.picture')
  const shown = frames.first().locator('img')
  await expect(shown).toBeVisible()
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await expect(frames.nth(1)).toContainText('The picture “gone.png” is not there.')
  await expect(frames.nth(2)).toContainText('damaged')
  await expect(frames).toHaveCount(3)
  await expect(desk.story.getByText('The harbour', { exact: true })).toBeVisible()
  const heights = await frames.evaluateAll((all) => all.map((frame) => frame.getBoundingClientRect().height))
  expect(new Set(heights).size).toBe(1)
  await desk.select('The quay on Friday')
  await desk.keys('4')
  await desk.saved()
  expect(await desk.axe()).toEqual([])
  await end()
})

test('an opening can be cancelled, and the story that is open stays', async ({ page }) => {
  const { desk, end } = await deskWith(page, { 'a.txt': `${WORDS}\n`, 'quay.html': WEB_PAGE })
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(
    '**/api/openStory',
    async (route) => {
      await held
      await route.continue()
    },
    { times: 1 },
  )
  const entry = page.getByRole('navigation', { name: 'Stories' }).getByRole('button', { name: /quay\.html/ })
  await entry.click()
  await expect(page.getByText('Opening quay.html…')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Opening quay.html…')).toBeHidden()
  const answered = page.waitForResponse('**/api/openStory')
  release()
  await answered
  await expect(desk.story).toContainText('The quay is closed')
  await expect(page).toHaveTitle(/a\.txt/)
  await entry.click()
  await expect(page).toHaveTitle(/quay\.html/)
  await end()
})
