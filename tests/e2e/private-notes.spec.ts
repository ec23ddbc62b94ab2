import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { DeskApp } from './desk-app.ts'
import type { ServedGalley } from './served-galley.ts'
import { expect, test } from './test.ts'

const SECRET = 'lanternmoth-70415532'

/** The active card's lock, by keyboard: opens it and chooses a part. */
async function choose(desk: DeskApp, part: string): Promise<void> {
  await lockOf(desk.page).press('Enter')
  const item = desk.page.getByRole('menuitemcheckbox', { name: part })
  await expect(item).toBeVisible()
  await item.press('Enter')
  await expect(item).toBeHidden()
}

const lockOf = (page: Page): Locator => page.getByRole('button', { name: /^Private:/ })

async function answer(page: Page, title: string, button: string): Promise<void> {
  const question = page.getByRole('dialog', { name: title })
  await expect(question.getByRole('button', { name: button })).toBeVisible()
  await question.getByRole('button', { name: button }).press('Enter')
  await expect(question).toBeHidden()
}

/** Names of the files below a folder that hold the words. */
async function filesWith(folder: string, words: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    if ((await readFile(file, 'utf8').catch(() => '')).includes(words)) found.push(file)
  }
  return found
}

async function secretFile({ dataFolder }: ServedGalley): Promise<string> {
  const [file = '', ...more] = await filesWith(dataFolder, SECRET)
  expect([path.dirname(file), more]).toEqual([path.join(dataFolder, 'private'), []])
  return file
}

/** A mark with a note for everybody, its card open and the focus in the story. */
async function markWithNote(desk: DeskApp): Promise<void> {
  await desk.start()
  await desk.opened()
  await desk.keys('1')
  await desk.keys('k')
  await desk.note(SECRET)
  await desk.saved()
  expect(await filesWith(desk.galley.folder, SECRET)).toHaveLength(1)
}

test('a note is kept private after a warning, shown behind a lock, and shown to everybody again', async ({
  desk,
  page,
  galley,
}) => {
  await markWithNote(desk)
  await lockOf(page).press('Enter')
  await expect(page.getByRole('menuitemcheckbox', { name: 'Note' })).toBeVisible()
  expect(await desk.axe()).toEqual([])
  await desk.keys('Escape')
  await choose(desk, 'Note')
  const question = page.getByRole('dialog', { name: 'Keep the note private?' })
  await expect(question).toContainText('Copies of it may exist')
  expect(await desk.axe()).toEqual([])
  await answer(page, 'Keep the note private?', 'Keep private')
  await expect(page.getByRole('textbox', { name: 'Private note' })).toHaveValue(SECRET)
  await expect(lockOf(page)).toHaveAccessibleName('Private: Note')
  expect(await desk.axe()).toEqual([])
  await desk.saved()
  expect(await filesWith(galley.folder, SECRET)).toEqual([])
  const file = await secretFile(galley)
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)

  // Undo and redo know of it.
  await desk.intoStory()
  await desk.keys('Control+z')
  await desk.saved()
  expect(await filesWith(galley.folder, SECRET)).toHaveLength(1)
  await desk.keys('Control+Shift+z')
  await desk.saved()
  expect(await filesWith(galley.folder, SECRET)).toEqual([])

  await page.reload()
  await desk.opened()
  await page.getByRole('tab', { name: 'List' }).click()
  await expect(page.getByRole('tabpanel').getByText(SECRET)).toContainText('Private:')
  await page.getByRole('tab', { name: 'Margin' }).click()
  await page.getByRole('article').first().getByRole('button').first().press('Enter')

  await choose(desk, 'Note')
  await answer(page, 'Show the note to everybody?', 'Cancel')
  expect(await filesWith(galley.folder, SECRET)).toEqual([])
  await choose(desk, 'Note')
  await answer(page, 'Show the note to everybody?', 'Show to everybody')
  await desk.saved()
  expect(await filesWith(galley.folder, SECRET)).toHaveLength(1)
  expect(await filesWith(galley.dataFolder, SECRET)).toEqual([])
})

test('what is private before it is written needs no question and never is beside the story', async ({
  desk,
  page,
  galley,
}) => {
  await desk.start()
  await desk.opened()
  await desk.keys('1')
  await desk.keys('k')
  await desk.keys('Enter')
  await choose(desk, 'Note')
  const note = page.getByRole('textbox', { name: 'Private note' })
  await note.fill(SECRET)
  await note.press('Control+Enter')
  await expect(desk.story).toBeFocused()
  await desk.keys('Enter')
  await choose(desk, 'Source')
  const source = page.getByRole('textbox', { name: 'Source, private' })
  await source.fill(`the ${SECRET}`)
  await source.press('Enter')
  await desk.saved()
  await secretFile(galley)

  // Said aloud when the caret comes back to the mark, and on no paper then either.
  await desk.keys('l', 'h')
  await expect(page.getByTestId('announcements')).toContainText(`private note: ${SECRET}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[data-private]').first()).toBeHidden()
  const printed = await page.evaluate(() => document.body.innerText)
  expect(printed).not.toContain(SECRET)
  await page.emulateMedia({ media: 'screen' })

  await desk.keys('Control+Shift+e')
  const dialog = page.getByRole('dialog', { name: 'Export a report' })
  await expect(dialog).toContainText('Private notes and fields of 1 annotation are left out.')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  const report = await readFile(await (await download).path(), 'utf8')
  expect(report).not.toContain(SECRET)
  expect(report).toContain('Fact')
  await dialog.getByRole('button', { name: 'Done' }).press('Enter')

  expect(await filesWith(galley.folder, SECRET)).toEqual([])
  expect(galley.log).not.toContain(SECRET)
  expect(await galley.command('list', path.join(galley.folder, 'harbour-tunnel.txt'))).not.toContain(SECRET)
})

test('the lock fits a window of 320 pixels', async ({ desk, page }) => {
  await markWithNote(desk)
  await choose(desk, 'Note')
  await answer(page, 'Keep the note private?', 'Keep private')
  await page.setViewportSize({ width: 320, height: 640 })
  await desk.caughtUp()
  await desk.intoStory()
  await desk.keys('n')
  const note = page.getByRole('textbox', { name: 'Private note' })
  await expect(note).toBeFocused()
  for (const control of [note, lockOf(page)]) {
    const box = await control.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
    expect(box?.height).toBeGreaterThanOrEqual(24)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
