import path from 'node:path'
import { root } from './served-galley.ts'
import { expect, test } from './test.ts'

const docs = path.join(root, 'docs')

// Marks the opening of the story as an editor would, so that the picture shows real work beside the colleagues'.
async function markOpening(desk: import('./desk-app.ts').DeskApp): Promise<void> {
  await desk.select(
    'Crews inspect the eastbound bore of the Harbour tunnel on Thursday. Photo: L. Brandt/Port Authority',
  )
  await desk.keys('4')
  await desk.select('The Harbour tunnel opened to traffic at 5 a.m. on Friday')
  await desk.keys('1')
  await desk.select('eleven weeks after a pump failure let in 40,000 cubic metres of water')
  await desk.keys('1')
  await desk.select('another failure is likely before the new pumps arrive')
  await desk.keys('2')
  await desk.select('Four of the six pumps date from 1971')
  await desk.keys('1')
  await desk.select('according to a port authority official')
  await desk.keys('3')
  await desk.note('Who is this? We have a name on the record from the press office.')
  await desk.saved()
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the window, ${scheme}`, async ({ desk, page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await desk.start('Jane Doe')
    await desk.opened()
    await markOpening(desk)
    await page.screenshot({ path: path.join(docs, `window-${scheme}.png`) })
  })
}

test.describe('an Arabic story', () => {
  test.use({ story: 'port-talks.ar.txt' })
  test('stands from right to left', async ({ desk, page }) => {
    await desk.start('Jane Doe')
    await desk.opened()
    await expect(desk.marks().first()).toBeVisible()
    await page.screenshot({ path: path.join(docs, 'window-arabic.png') })
  })
})
