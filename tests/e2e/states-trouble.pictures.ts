import { cp, mkdtemp, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { picture, picturesInLooks, servedFrom } from './pictures.ts'
import { discard, root } from './served-galley.ts'
import { expect, test } from './test.ts'

// The states in which something is not as it should be.

test('a rewritten story', async ({ desk, galley, page }) => {
  const story = path.join(galley.folder, 'harbour-tunnel.txt')
  await desk.start()
  await desk.opened()
  const text = await readFile(story, 'utf8')
  await writeFile(
    story,
    text
      .replace('40,000 cubic', '14,000 cubic')
      .replace('Four of the six pumps date from 1971.', 'All is well.')
      .replace('at 5 a.m.', 'at 6 a.m.'),
  )
  await expect(page.getByRole('button', { name: 'Show them' })).toBeVisible()
  await picturesInLooks(desk, 'changed')
  await page.getByRole('button', { name: 'Show them' }).click()
  await picture(desk, 'changed-and-orphans')
})

test('a broken file of tags', async ({ desk, galley }) => {
  await desk.start()
  await desk.opened()
  const file = path.join(galley.folder, 'galley.tags.json')
  await writeFile(file, '{\n  "tags": [\n    { "id": "claim", "label": "Claim" },\n  ]\n}\n')
  await expect(desk.page.getByText('galley.tags.json').first()).toBeVisible()
  await picturesInLooks(desk, 'broken-tags')
})

test('nowhere to save, and the folder back', async ({ desk, galley }) => {
  await desk.start()
  await desk.opened()
  await rename(galley.folder, `${galley.folder}-away`)
  await desk.keys('j', '1')
  await expect(desk.status).toHaveAttribute('data-state', 'kept')
  await picturesInLooks(desk, 'kept')
  // Its own folder is gone as well, and a file has the name.
  await rename(galley.dataFolder, `${galley.dataFolder}-away`)
  await writeFile(galley.dataFolder, '')
  await desk.keys('j', '2')
  await expect(desk.status).toHaveAttribute('data-state', 'not-saved')
  await picturesInLooks(desk, 'not-saved')
  await rm(galley.dataFolder)
  await rename(`${galley.dataFolder}-away`, galley.dataFolder)
  await rename(`${galley.folder}-away`, galley.folder)
  await desk.saved()
})

test('edited text, and two texts', async ({ desk, galley, page }) => {
  const story = path.join(galley.folder, 'harbour-tunnel.txt')
  await desk.start()
  await desk.opened()
  await desk.editText()
  await picturesInLooks(desk, 'edit-text')
  await desk.keys('Control+Home')
  await page.keyboard.type('a')
  await writeFile(story, 'Another story\n\nIt is short and was written elsewhere.\n')
  await page.keyboard.type('b')
  await expect(page.getByTestId('text-state')).toHaveAttribute('data-state', 'not-saved')
  await picturesInLooks(desk, 'two-texts')
})

test('edited text with blocks that are locked', async ({ page, galley }) => {
  const story = 'blocks.md'
  await writeFile(
    path.join(galley.folder, story),
    '# Pumps of the tunnel\n\nThe table is from the port.\n\n| pump | year |\n| --- | --- |\n| 1 | 1971 |\n| 2 | 1994 |\n\n```\nlog: 02:10 pump 4 stops\n```\n\n![The control room](room.jpg)\n\n<div>\nraw\n</div>\n\n> “We were lucky,” she said.\n\n- one\n  - two\n',
  )
  await servedFrom(page, { folder: galley.folder, story }, async (desk) => {
    await desk.start()
    await desk.opened()
    await picturesInLooks(desk, 'blocks')
    await desk.editText()
    await picture(desk, 'edit-text-locked')
  })
})

test('a story that is gone', async ({ desk, galley, page }) => {
  await desk.start()
  await desk.opened()
  await unlink(path.join(galley.folder, 'ridge-rescue.md'))
  await page.getByRole('navigation', { name: 'Stories' }).getByRole('button', { name: /Arden/ }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await picturesInLooks(desk, 'error-banner')
})

test('damaged sidecars', async ({ page }) => {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'galley-broken-')), 'World desk')
  await cp(path.join(root, 'fixtures/broken'), folder, { recursive: true })
  await servedFrom(page, { folder, story: 'weir.txt' }, async (desk) => {
    await desk.start()
    await desk.opened()
    await picturesInLooks(desk, 'unreadable-sidecars')
    await page.getByRole('button', { name: /not readable/ }).click()
    await picture(desk, 'unreadable-sidecars-menu')
  })
  await discard(path.dirname(folder))
})
