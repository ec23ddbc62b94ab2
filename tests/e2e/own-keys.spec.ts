import type { Locator } from '@playwright/test'
import type { DeskApp } from './desk-app.ts'
import { expect, test } from './test.ts'

async function keysPanel(desk: DeskApp): Promise<Locator> {
  await desk.keys('Control+,')
  const settings = desk.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Keys' }).click()
  return settings
}

const row = (settings: Locator, label: string) =>
  settings
    .getByRole('list', { name: 'Commands' })
    .getByRole('listitem')
    .filter({ has: settings.page().getByText(label, { exact: true }) })

test('keys are changed, refused and switched off in the settings, and stay so', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  let settings = await keysPanel(desk)
  const next = row(settings, 'Next sentence')
  await expect(next).toContainText('J')
  await next.getByRole('button', { name: 'Change the key for Next sentence' }).click()
  // K belongs to the sentence before; what was J stays until a key is free.
  await desk.keys('k')
  await expect(next.getByRole('alert')).toHaveText(
    'K: K already means Previous sentence. Take it away there first.',
  )
  await desk.keys('Tab')
  await expect(next.getByRole('alert')).toHaveCount(0)
  await next.getByRole('button', { name: 'Change the key for Next sentence' }).click()
  await desk.keys('Control+t')
  await expect(next.getByRole('alert')).toContainText('These keys open a tab, here as everywhere.')
  await desk.keys('i')
  await expect(next.locator('kbd')).toHaveText(['I'])
  const paragraph = row(settings, 'Select the paragraph')
  await paragraph.getByRole('button', { name: 'Switch off the key' }).click()
  await expect(paragraph).toContainText('no key')
  await desk.keys('Escape')
  await expect(settings).toBeHidden()
  await expect(desk.story).toBeFocused()

  const works = async () => {
    await desk.keys('Control+Home', 'j')
    expect(await desk.selectedText()).toBe('')
    await desk.keys('i', 'i')
    await expect.poll(() => desk.selectedText()).toMatch(/^Harbour tunnel reopens/)
    await desk.keys('ArrowLeft', 'p')
    expect(await desk.selectedText()).toBe('')
  }
  await works()
  await page.reload()
  await desk.opened()
  await works()

  // Help says what holds for this person.
  await desk.keys('?')
  const help = page.getByRole('dialog', { name: 'All keys' })
  await expect(help.locator('dl > div').filter({ hasText: 'Next sentence' }).locator('kbd')).toHaveText(['I'])
  await desk.keys('Escape')
  await expect(desk.story).toBeFocused()

  settings = await keysPanel(desk)
  await settings.getByRole('switch', { name: /Single keys/ }).click()
  await desk.keys('Escape')
  await expect(desk.story).toBeFocused()
  const before = await desk.text()
  await desk.keys('Control+Home', 'i', '1', 'Shift+3', '/')
  expect(await desk.selectedText()).toBe('')
  await expect(page.getByRole('search')).toHaveCount(0)
  expect(await desk.text()).toBe(before)
  expect(await desk.sidecars('harbour-tunnel.txt')).toEqual([])
  // What has Ctrl goes on.
  await desk.keys('Control+f')
  await expect(page.getByRole('textbox', { name: 'Find in the story' })).toBeFocused()
})

test('each key of a command with two is changed by itself, and one is added and taken away', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const settings = await keysPanel(desk)
  const label = 'Delete the annotation'
  const remove = row(settings, label)
  const button = (name: string) => remove.getByRole('button', { name: `${name} for ${label}` })
  const keys = remove.locator('kbd')
  await expect(keys).toHaveText(['Backspace', 'Del'])
  await button('Change Del').click()
  await expect(remove).toContainText('The next key takes the place of Del.')
  await desk.keys('Backspace')
  await expect(remove.getByRole('alert')).toHaveText('Backspace: It has this key already.')
  await desk.keys('Control+j')
  await expect(keys).toHaveText(['Backspace', 'Ctrl+J'])
  await expect(button('Change Ctrl+J')).toBeFocused()
  await button('Add a key').click()
  await desk.keys('m')
  await expect(keys).toHaveText(['Backspace', 'Ctrl+J', 'M'])
  await button('Switch off Backspace').click()
  await expect(keys).toHaveText(['Ctrl+J', 'M'])
  // The button that was pressed is gone; the focus is not.
  await expect(button('Add a key')).toBeFocused()
  await desk.keys('Escape')
  await expect(desk.story).toBeFocused()

  const mine = async () => (await desk.savedMarks('harbour-tunnel.txt')).length
  for (const key of ['m', 'Control+j']) {
    await desk.keys('Control+Home', '1', 'h')
    await expect.poll(mine).toBe(1)
    await desk.keys('Backspace')
    expect(await mine()).toBe(1)
    await desk.keys(key)
    await expect.poll(mine).toBe(0)
  }
  await expect(page.getByText('Deleted fact')).toBeAttached()
})
