import { copyFile, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from './test.ts'

test("colleagues' annotations show as layers that can be switched off, and stay as they are", async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const before = await desk.marks().count()
  expect(before).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^Layers/ }).click()
  const switches = page.getByRole('switch', { name: /M\. Okafor/ })
  await switches.click()
  await expect.poll(() => desk.marks().count()).toBeLessThan(before)
  await switches.click()
  await expect.poll(() => desk.marks().count()).toBe(before)
})

test('all of a layer’s row is its switch, also where a press and its release fall on different parts of it', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  await page.getByRole('button', { name: /^Layers/ }).click()
  const layer = page.getByRole('switch', { name: /M\. Okafor/ })
  const row = layer.locator('..')
  await row.getByText(/read-only/).click()
  await expect(layer).not.toBeChecked()
  await expect(layer).toBeFocused()
  await layer.hover()
  await page.mouse.down()
  await row.getByText('M. Okafor').hover()
  await page.mouse.up()
  await expect(layer).toBeChecked()
})

test('an unreadable sidecar is named with its reason and not touched', async ({ desk, galley, page }) => {
  const broken = path.join(galley.folder, 'harbour-tunnel.txt.l-brandt-00000000.annotations.json')
  await writeFile(broken, '{"type":"AnnotationCollection","galley:format":1,"first":{"ite')
  await desk.start()
  await desk.opened()
  await page.getByRole('button', { name: /1 not readable/ }).click()
  await expect(page.getByText(/l-brandt-00000000/).first()).toBeVisible()
  await desk.keys('Escape')
  await desk.intoStory()
  await desk.keys('j', '1')
  await desk.saved()
  expect(await readFile(broken, 'utf8')).toBe(
    '{"type":"AnnotationCollection","galley:format":1,"first":{"ite',
  )
})

test('what a command writes meanwhile appears in the open window', async ({ desk, galley, page }) => {
  await desk.start()
  await desk.opened()
  await galley.command(
    'tag',
    path.join(galley.folder, 'harbour-tunnel.txt'),
    ...['--as', 'Rita Quill', '--tag', 'attribution', '--quote', 'according to a port authority official'],
  )
  await page.getByRole('button', { name: /^Layers/ }).click()
  await expect(page.getByRole('switch', { name: /Rita Quill/ })).toBeVisible()
})

test('work is kept on this computer while the folder is away, and handed over when it is back', async ({
  desk,
  galley,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const away = `${galley.folder}-away`
  await rename(galley.folder, away)
  try {
    await desk.keys('j', '1')
    await expect(desk.status).toHaveAttribute('data-state', 'kept')
    await expect(page.getByText(/Kept on this computer/).first()).toBeVisible()
  } finally {
    await rename(away, galley.folder)
  }
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await desk.saved()
  const [sidecar] = await desk.sidecars('harbour-tunnel.txt')
  expect(sidecar?.first.items).toHaveLength(1)
})

test('marks whose words are gone are listed as orphans with quote and note', async ({
  desk,
  galley,
  page,
}) => {
  await galley.command(
    'tag',
    path.join(galley.folder, 'brief.txt'),
    ...['--as', 'Rita Quill', '--tag', 'fact', '--range', '0-12', '--note', 'Check the spelling'],
  )
  const story = path.join(galley.folder, 'brief.txt')
  const text = await readFile(story, 'utf8')
  await copyFile(story, `${story}.bak`)
  await writeFile(story, `Another beginning. ${text.slice(14)}`)
  await desk.start()
  await desk.opened()
  await desk.open(/Another beginning|brief/)
  await page.getByRole('tab', { name: /List/ }).click()
  await expect(page.getByText('Check the spelling')).toBeVisible()
  await expect(page.getByText(text.slice(0, 12)).first()).toBeVisible()
})
