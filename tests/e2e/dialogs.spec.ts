import { expect, test } from './test.ts'

for (const [name, keys] of [
  ['Settings', 'Control+,'],
  ['All keys', '?'],
  ['Export a report', 'Control+Shift+e'],
] as const) {
  test(`Tab stays inside the dialog “${name}”, Escape goes back to the story`, async ({ desk, page }) => {
    await desk.start()
    await desk.opened()
    await desk.keys(keys)
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog).toBeVisible()
    for (let press = 0; press < 25; press += 1) {
      await desk.keys(press < 18 ? 'Tab' : 'Shift+Tab')
      // A guard at the dialog's end has the focus for a moment before it passes it on.
      await expect
        .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)))
        .toBe(true)
    }
    await desk.keys('Escape')
    await expect(dialog).toBeHidden()
    await expect(desk.story).toBeFocused()
  })
}
