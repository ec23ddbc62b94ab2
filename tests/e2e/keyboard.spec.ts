import { readFile } from 'node:fs/promises'
import { expect, test } from './test.ts'

test.use({ story: null })

// The main job, start to end, with no mouse event at all.
test('a whole story is marked, closed, opened again and exported with keys alone', async ({ desk, page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { mouseEvents: 0 })
    for (const kind of ['mousedown', 'pointerdown', 'click'] as const) {
      addEventListener(
        kind,
        // A key on a button makes a click of its own; it has no pointer.
        (event) => {
          if (kind !== 'click' || (event as MouseEvent).detail > 0)
            (window as { mouseEvents?: number }).mouseEvents = 1
        },
        { capture: true },
      )
    }
  })
  await desk.start('Jane Doe')
  await desk.tabTo(page.getByRole('button', { name: /sample story/i }))
  await desk.keys('Enter')
  await desk.opened()

  // Six sentences: the caret goes to one, a digit tags it and goes on to the next.
  await desk.keys('j', '1', '2', '3', '1', '2', '1')
  // A word, a paragraph, and two selections by character.
  await desk.keys('j', 'ArrowRight', 'w', '3', 'j', 'p', '4')
  await desk.keys('j', 'ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', '2')
  await desk.keys('j', 'ArrowLeft', 'Shift+Control+ArrowRight', 'Shift+Control+ArrowRight', '1')
  await desk.saved()
  const items = async () => (await desk.sampleSidecar()).first.items
  expect(await items()).toHaveLength(10)

  await desk.note('Ask the harbour office for the figure.')
  await desk.saved()
  expect(JSON.stringify(await items())).toContain('Ask the harbour office')

  await desk.keys('Control+z')
  await desk.saved()
  expect(JSON.stringify(await items())).not.toContain('Ask the harbour office')
  await desk.keys('Control+Shift+z')
  await desk.saved()
  const before = await items()
  expect(JSON.stringify(before)).toContain('Ask the harbour office')

  await desk.keys('Control+Shift+w')
  await expect(desk.story).toBeHidden()
  await desk.tabTo(page.getByRole('button', { name: /sample story/i }))
  await desk.keys('Enter')
  await desk.opened()
  expect(await items()).toEqual(before)
  await expect(desk.marks().first()).toBeVisible()

  await desk.keys('Control+Shift+e')
  const dialog = page.getByRole('dialog', { name: /export/i })
  await expect(dialog).toBeVisible()
  const download = page.waitForEvent('download')
  await desk.tabTo(dialog.getByRole('button', { name: 'Export', exact: true }))
  await desk.keys('Enter')
  const report = await readFile(await (await download).path(), 'utf8')
  expect(report).toContain('Ask the harbour office for the figure.')
  expect(report).toContain('<!doctype html>')
  expect(await page.evaluate(() => (window as { mouseEvents?: number }).mouseEvents)).toBe(0)
})
