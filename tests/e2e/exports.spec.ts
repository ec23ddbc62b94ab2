import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Download, Locator } from '@playwright/test'
import { expect, test } from './test.ts'

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

const format = (dialog: Locator, name: string) => dialog.getByRole('radio', { name })
const line = (dialog: Locator) => dialog.getByText(/^It will contain/)

test('the export dialog says what the file will contain, and hands over just that', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  await desk.keys('Control+Shift+e')
  const dialog = page.getByRole('dialog', { name: 'Export a report' })
  // The groups stand in order, and the first format is chosen and focused.
  await expect(dialog.getByRole('group')).toHaveText([
    /^To read/,
    /^Tables/,
    /^For other programs/,
    /.*/,
    /.*/,
  ])
  await expect(format(dialog, 'Report (HTML)')).toBeFocused()
  await expect(line(dialog)).toHaveText(/^It will contain \d+ annotations by 2 people, with their notes\.$/)

  // By keys alone: down to the table, on to the choices.
  for (let press = 0; !(await format(dialog, 'Table (CSV)').isChecked()); press += 1) {
    expect(press).toBeLessThan(10)
    await desk.keys('ArrowDown')
  }
  await desk.tabTo(dialog.getByRole('checkbox', { name: 'L. Haddad' }))
  await desk.keys('Space')
  await expect(line(dialog)).toContainText('by 1 person')
  await desk.tabTo(dialog.getByRole('switch', { name: 'Notes, fields and replies' }))
  await desk.keys('Space')
  const said = (await line(dialog).textContent()) ?? ''
  expect(said).toMatch(/^It will contain \d+ annotations by 1 person, without notes/)

  const downloading = page.waitForEvent('download')
  await desk.tabTo(dialog.getByRole('button', { name: 'Export', exact: true }))
  await desk.keys('Enter')
  const download = await downloading
  expect(download.suggestedFilename()).toBe('harbour-tunnel.annotations.csv')
  const rows = (await contentOf(download)).toString('utf8').trim().split('\r\n').slice(1)
  expect(said).toContain(`${rows.length} annotations`)
  expect(rows.filter((row) => row.includes('L. Haddad'))).toEqual([])
  await expect(dialog.getByText('harbour-tunnel.annotations.csv exported')).toBeVisible()
  await desk.keys('Escape')
  await expect(dialog).toBeHidden()
  await expect(desk.story).toBeFocused()
})

test('a PDF comes as bytes, of two annotators only where they are compared', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await desk.keys('Control+Shift+e')
  const dialog = page.getByRole('dialog', { name: 'Export a report' })
  await dialog.getByText('Report (PDF)', { exact: true }).click()
  await dialog.getByRole('switch', { name: 'Compare two annotators side by side' }).click()
  // Who is compared is not chosen twice.
  await expect(dialog.getByRole('group', { name: 'Whose annotations' })).toBeHidden()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('harbour-tunnel.report.pdf')
  expect((await contentOf(download)).subarray(0, 5).toString('latin1')).toBe('%PDF-')
})

test('the folder is exported into one beside the stories, and what was skipped is named', async ({
  desk,
  page,
  galley,
}) => {
  await writeFile(path.join(galley.folder, 'empty.txt'), '')
  await desk.start()
  await desk.opened()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'Export the folder…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the folder' })
  await dialog.getByText('Table (CSV)', { exact: true }).click()
  const contents = dialog.getByText(/^Each will contain/)
  await expect(contents).toHaveText('Each will contain all annotations, of everybody, with their notes.')
  await dialog.getByRole('switch', { name: 'Notes, fields and replies' }).click()
  await expect(contents).toContainText('without notes')
  await dialog.getByRole('switch', { name: 'Notes, fields and replies' }).click()
  await expect(dialog.getByText('Private notes and fields are left out.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Export the folder' }).click()
  const outcome = dialog.getByRole('status')
  await expect(outcome).toHaveText(/^\d+ of \d+ stories exported whole, \d+ files in “exports”\.$/)
  const [whole = 0, total = 0, files = 0] =
    ((await outcome.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
  expect([whole, files]).toEqual([total - 1, 2 * (total - 1)])
  await expect(dialog.getByRole('listitem')).toHaveText([
    /^empty\.txt: Galley can't open “empty\.txt”: it is empty/,
  ])
  const written = await readdir(path.join(galley.folder, 'exports'))
  expect(written).toHaveLength(files)
  expect(written).toContain('harbour-tunnel.annotations.csv')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
})

test('a folder’s export can be cancelled, and leaves whole files only', async ({ desk, page, galley }) => {
  const paragraph = 'The council met in May and the ferry stopped in June, the mayor said. '.repeat(400)
  for (let number = 0; number < 60; number += 1) {
    await writeFile(path.join(galley.folder, `long-${number}.txt`), `${number}\n\n${paragraph}\n`)
  }
  await desk.start()
  await desk.opened()
  await desk.keys('Control+k')
  await page.keyboard.type('export the folder')
  await desk.keys('Enter')
  const dialog = page.getByRole('dialog', { name: 'Export the folder' })
  await dialog.getByRole('button', { name: 'Export the folder' }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  // A slip of the hand ends nothing.
  await desk.keys('Escape')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('status')).toHaveText(
    /^Cancelled\. \d+ files? in “exports”; what was written is whole\.$/,
  )
  const out = path.join(galley.folder, 'exports')
  for (const name of await readdir(out)) {
    expect([name, (await readFile(path.join(out, name), 'utf8')).endsWith('</html>\n')]).toEqual([name, true])
  }
})

for (const [name, width] of [
  ['320 pixels', 320],
  ['a wide window', 1440],
] as const) {
  test(`axe finds nothing in the export dialogs at ${name}, and nothing is wider than they are`, async ({
    desk,
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 })
    await desk.start()
    await desk.opened()
    for (const title of ['Export report…', 'Export the folder…']) {
      await page.getByRole('button', { name: 'Menu' }).click()
      await page.getByRole('menuitem', { name: title }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      expect(await desk.axe()).toEqual([])
      const over = await dialog.evaluate((element) =>
        [element, ...element.querySelectorAll('*')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
          .map((one) => one.className),
      )
      expect(over).toEqual([])
      await desk.keys('Escape')
      await expect(dialog).toBeHidden()
    }
  })
}
