import { cp, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { handOver, openImport } from './import-file.ts'
import { picture, servedFrom, sizes } from './pictures.ts'
import { discard, root } from './served-galley.ts'
import { expect, test } from './test.ts'

// What comes in and goes out: export and import, and stories of other programs' formats.

const CSV = [
  'id,annotator,tag,start,end,quote,note,created,modified',
  '1,Ana Ruiz,Claim,,,Four of the six pumps date from 1971.,See the works schedule,,',
  '2,Ana Ruiz,Weather,,,the drowned switchboards,,,',
  '3,Jo Park,cue,,,said a harbour pilot,,,',
].join('\r\n')

for (const size of ['wide', '320'] as const) {
  test(`the choices of an export, ${size}`, async ({ desk, page }) => {
    await page.setViewportSize(sizes[size])
    await desk.start()
    await desk.opened()
    await desk.keys('Control+Shift+e')
    const dialog = page.getByRole('dialog', { name: 'Export a report' })
    const compare = dialog.getByRole('switch', { name: /^Compare/ })
    await compare.scrollIntoViewIfNeeded()
    await picture(desk, `export-choices-${size}`)
    await compare.click()
    await dialog.getByRole('button', { name: 'Export', exact: true }).focus()
    await picture(desk, `export-compare-${size}`)
  })

  test(`a folder that is exported, ${size}`, async ({ desk, galley, page }) => {
    await writeFile(path.join(galley.folder, 'empty.txt'), '')
    await page.setViewportSize(sizes[size])
    await desk.start()
    await desk.opened()
    await desk.keys('Control+k')
    await page.keyboard.type('export the folder')
    await desk.keys('Enter')
    const dialog = page.getByRole('dialog', { name: 'Export the folder' })
    await expect(dialog).toBeVisible()
    await picture(desk, `folder-${size}`)
    await dialog.getByRole('button', { name: 'Export the folder' }).click()
    await expect(dialog.getByRole('status')).toContainText('stories exported')
    await picture(desk, `folder-done-${size}`)
  })

  test(`annotations of another program, ${size}`, async ({ desk, page }) => {
    await page.setViewportSize(sizes[size])
    await desk.start()
    await desk.opened()
    await openImport(page)
    await picture(desk, `import-${size}`)
    const dialog = page.getByRole('dialog', { name: 'Import annotations' })
    await handOver(page, { name: 'desk.csv', text: CSV })
    await expect(dialog.getByText(/annotations found/)).toBeVisible()
    await picture(desk, `import-table-${size}`)
    await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter')
    await expect(page.getByRole('dialog', { name: 'Annotations imported' })).toBeVisible()
    await picture(desk, `import-done-${size}`)
  })
}

test('what can’t be imported', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await openImport(page)
  const dialog = page.getByRole('dialog', { name: 'Import annotations' })
  await handOver(page, { name: 'notes.json', text: '{"a":' })
  await expect(dialog.getByRole('alert')).toBeVisible()
  await picture(desk, 'import-refused')
})

for (const [file, name] of [
  ['pages/harbour-levy.html', 'web-page'],
  ['office/ferry-threads.docx', 'word-threads'],
  ['office/lighthouse.docx', 'word'],
  ['office/bakery.ar.docx', 'word-arabic'],
  ['wires/ice-road.ninjs2.json', 'ninjs'],
  ['wires/bridge-closure.nitf.xml', 'nitf'],
] as const) {
  test(`a story of another program: ${name}`, async ({ page }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'galley-formats-'))
    await cp(path.join(root, 'fixtures', path.dirname(file)), folder, { recursive: true })
    await servedFrom(page, { folder, story: path.basename(file) }, async (desk) => {
      await desk.start()
      await desk.opened()
      await desk.keys('h')
      await picture(desk, name)
    })
    await discard(folder)
  })
}
