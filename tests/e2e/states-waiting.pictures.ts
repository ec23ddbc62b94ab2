import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { writeMadeSidecar } from '../bench/made-sidecar.ts'
import { makeMarks, makeStory } from '../bench/make-story.ts'
import { picturesInLooks } from './pictures.ts'
import { expect, test } from './test.ts'

// What is on its way: a story that opens, its annotations that are read.

/** Holds back what the desk answers to one call until the returned function is called. */
async function holdBack(page: Page, call: string): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(`**/api/${call}`, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

test('the first story opens', async ({ desk, page }) => {
  const letGo = await holdBack(page, 'openStory')
  await desk.start()
  await expect(page.getByText(/^Opening/).first()).toBeVisible()
  await picturesInLooks(desk, 'opening')
  letGo()
  await expect(desk.story).toBeVisible()
})

test('another story opens, and its annotations are read', async ({ desk, galley, page }) => {
  const story = path.join(galley.folder, 'long.txt')
  const text = makeStory(25_000)
  await writeFile(story, text)
  await writeMadeSidecar(story, text, makeMarks(text, 3000))
  await desk.start()
  await desk.opened()
  const opens = await holdBack(page, 'openStory')
  const reads = await holdBack(page, 'readMarks')
  await page
    .getByRole('navigation', { name: 'Stories' })
    .getByRole('button', { name: /long\.txt/ })
    .click()
  await expect(page.getByText(/^Opening/).first()).toBeVisible()
  await picturesInLooks(desk, 'opening-another')
  opens()
  await expect(page.getByTestId('reading')).toBeVisible()
  await picturesInLooks(desk, 'reading-annotations')
  reads()
  await expect(page.getByTestId('reading')).toHaveCount(0)
  await desk.intoStory()
  await desk.keys('Control+End')
  await picturesInLooks(desk, 'long-end')
})
