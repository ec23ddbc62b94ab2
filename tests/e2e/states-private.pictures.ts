import { picture } from './pictures.ts'
import { expect, test } from './test.ts'

// The lock on one's own card, and what it asks.

for (const look of ['light', 'dark'] as const) {
  test(`a private note, ${look}`, async ({ desk, page }) => {
    await page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' })
    await desk.start()
    await desk.opened()
    await desk.select('Nobody was in the bore')
    await desk.keys('1')
    await desk.note('The night foreman says otherwise; call before four.')
    await desk.saved()
    const lock = page.getByRole('button', { name: /^Private:/ })
    await lock.press('Enter')
    const part = page.getByRole('menuitemcheckbox', { name: 'Note' })
    await expect(part).toBeVisible()
    await picture(desk, `private-menu-${look}`)
    await part.press('Enter')
    const question = page.getByRole('dialog')
    await expect(question).toBeVisible()
    await picture(desk, `private-question-${look}`)
    await question.getByRole('button').last().press('Enter')
    await expect(question).toBeHidden()
    await desk.saved()
    await picture(desk, `private-${look}`)
    await desk.keys('Control+Shift+e')
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(desk, `private-export-${look}`)
  })
}
