import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DeskApp } from './desk-app.ts'
import { root } from './served-galley.ts'
import { expect, test } from './test.ts'

const docs = path.join(root, 'docs')

// Adds to what the colleagues marked, as an editor would who reads after them.
async function readAfterThem(desk: DeskApp): Promise<void> {
  await desk.select('“We were lucky with the tide,”')
  await desk.keys('2')
  await desk.note('Lucky, or did the gates hold? Ask her.')
  await desk.select('Nobody was in the bore')
  await desk.keys('1')
  await desk.saved()
  await desk.keys('h')
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the window, ${scheme}`, async ({ desk, page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await desk.start('Jane Doe')
    await desk.opened()
    await readAfterThem(desk)
    await page.screenshot({ path: path.join(docs, `window-${scheme}.png`) })
  })
}

test('a story that was rewritten', async ({ desk, galley, page }) => {
  const story = path.join(galley.folder, 'harbour-tunnel.txt')
  await desk.start('Jane Doe')
  await desk.opened()
  for (const quote of [
    'The draft budget, dated 12 November',
    'The work ended nine days later than planned.',
  ]) {
    const field = ['--field', 'status=verified']
    await galley.command('tag', story, '--as', 'Jane Doe', '--tag', 'fact', ...field, '--quote', quote)
  }
  await expect.poll(() => desk.markedWords()).toContain('The draft budget, dated 12 November')
  const text = await readFile(story, 'utf8')
  await writeFile(
    story,
    text
      .replace('12 November', '21 November')
      .replace('The work ended nine days later than planned. ', '')
      .replace('at 5 a.m.', 'at 6 a.m.'),
  )
  await page.getByRole('button', { name: 'Show them' }).click()
  await desk.intoStory()
  await desk.keys('Control+Home')
  await page.screenshot({ path: path.join(docs, 'window-rewritten.png') })
})

test.describe('an Arabic story', () => {
  test.use({ story: 'port-talks.ar.txt' })
  test('stands from right to left', async ({ desk, page }) => {
    await desk.start('Jane Doe')
    await desk.opened()
    await expect(desk.marks().first()).toBeVisible()
    await page.screenshot({ path: path.join(docs, 'window-arabic.png') })
  })
})
