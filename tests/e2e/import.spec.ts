import type { Page } from '@playwright/test'
import { handOver, openImport, type TextFile } from './import-file.ts'
import { marksInWords } from './marks-on-disk.ts'
import { expect, test } from './test.ts'

const CSV = [
  'id,annotator,tag,start,end,quote,note,created,modified',
  '1,Ana Ruiz,Claim,,,Four of the six pumps date from 1971.,See the works schedule,,',
  '2,Ana Ruiz,Weather,,,the drowned switchboards,,,',
  '3,Ana Ruiz,cue,,,said a harbour pilot,,,',
].join('\r\n')

async function choose(page: Page, ...files: readonly TextFile[]): Promise<void> {
  await openImport(page)
  await handOver(page, ...files)
}

test('annotations of another program are looked at, given tags, and become a layer at once', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  await choose(page, { name: 'desk.csv', text: CSV })
  const dialog = page.getByRole('dialog', { name: 'Import annotations' })
  await expect(dialog.getByText('2 annotations found in the story, 1 not found.')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Name for Ana Ruiz' })).toHaveValue('Ana Ruiz')
  await expect(dialog.getByRole('combobox', { name: /^Claim/ })).toHaveValue('fact')
  const weather = dialog.getByRole('combobox', { name: /^Weather/ })
  await expect(weather).toHaveValue('weather')
  await weather.selectOption({ label: 'Assessment' })
  await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter')

  const done = page.getByRole('dialog', { name: 'Annotations imported' })
  await expect(done.getByText('3 annotations imported into 1 layer.')).toBeVisible()
  await expect(done.getByText('1 was not found in the story.')).toBeVisible()
  await desk.saved()
  const [layer] = await desk.sidecars('harbour-tunnel.txt', 'Ana Ruiz')
  expect([...marksInWords(layer)].sort()).toEqual([
    'assessment: the drowned switchboards',
    'attribution: said a harbour pilot',
    'fact: Four of the six pumps date from 1971.',
  ])
  expect(await desk.sidecars('harbour-tunnel.txt')).toEqual([])

  await done.getByRole('button', { name: 'Show them in the list' }).press('Enter')
  await expect(done).toBeHidden()
  const list = page.getByRole('tabpanel')
  await expect(list.getByText('said a harbour pilot')).toBeVisible()
  await expect(page.getByText('Not every mark has its place in this text: 1 not found.')).toBeVisible()
})

test('the same file twice adds nothing, and the dialog says so before', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  const dialog = page.getByRole('dialog')
  for (const said of ['3 annotations imported into 1 layer.', 'Nothing new was in the file.']) {
    await choose(page, { name: 'desk.csv', text: CSV })
    const button = dialog.getByRole('button', { name: 'Import', exact: true })
    await expect(button).toBeEnabled()
    if (said.startsWith('Nothing')) {
      await expect(dialog.getByText('3 are here already and stay as they are.')).toBeVisible()
    }
    await button.press('Enter')
    await expect(dialog.getByText(said)).toBeVisible()
    await dialog.getByRole('button', { name: 'Done' }).press('Enter')
    await expect(dialog).toBeHidden()
    await expect(desk.story).toBeFocused()
    const now = await desk.markedWords()
    expect(now).toEqual(
      expect.arrayContaining(['Four of the six pumps date from 1971.', 'the drowned switchboards']),
    )
  }
})

test('my own name needs a tick, and a brat file takes its words from the text beside it', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const text = 'Pumps\nFour of the six pumps date from 1971.\n'
  await choose(
    page,
    { name: 'a.ann', text: 'T1\tClaim 22 43\tpumps date from 1971.\n' },
    { name: 'a.txt', text },
  )
  const dialog = page.getByRole('dialog', { name: 'Import annotations' })
  const name = dialog.getByRole('textbox', { name: 'Made by' })
  const button = dialog.getByRole('button', { name: 'Import', exact: true })
  await expect(button).toBeDisabled()
  await name.fill('jane doe')
  await expect(button).toBeDisabled()
  await dialog.getByRole('checkbox', { name: /is me/ }).press('Space')
  await button.press('Enter')
  await expect(page.getByText('1 annotation imported into 1 layer.')).toBeVisible()
  await desk.keys('Escape')
  await expect(desk.story).toBeFocused()
  expect(await desk.savedMarks('harbour-tunnel.txt')).toEqual(['fact: pumps date from 1971.'])
})

test('what can’t be read is said in the dialog, and another file can be chosen', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await choose(page, { name: 'letter.txt', text: 'Dear all, please find attached' })
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText("Galley can't read “letter.txt”")
  const again = dialog.getByRole('button', { name: 'Choose a file…' })
  await expect(again).toBeEnabled()
  await expect(again).toBeFocused()
  await desk.keys('Escape')
  await expect(dialog).toBeHidden()
  await expect(desk.story).toBeFocused()
})

test('a file that takes its time can be given up by Escape, and nothing is left of it', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/api/readImport', async (route) => {
    await held
    await route.continue()
  })
  await choose(page, { name: 'desk.csv', text: CSV })
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('status')).toContainText('Reading desk.csv')
  const cancelled = page.waitForRequest('**/api/cancelImport')
  await desk.keys('Escape')
  await cancelled
  await expect(dialog).toBeHidden()
  const answered = page.waitForResponse('**/api/readImport')
  goOn()
  await answered
  await expect(desk.story).toBeFocused()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await desk.sidecars('harbour-tunnel.txt', 'Ana Ruiz')).toEqual([])
})

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } })
  test('every step fits and axe finds nothing', async ({ desk, page }) => {
    await desk.start()
    await desk.opened()
    const dialog = page.getByRole('dialog')
    const look = async () => {
      const over = await dialog.evaluate((element) => {
        const wide = [element, ...element.querySelectorAll('*')].filter(
          (one) => one.getBoundingClientRect().right > innerWidth + 1,
        )
        return [
          document.documentElement.scrollWidth - innerWidth,
          ...wide.map((one) => one.outerHTML.slice(0, 80)),
        ]
      })
      expect([over, await desk.axe()]).toEqual([[0], []])
    }
    await choose(page, {
      name: `${'a-very-long-name-of-a-file-'.repeat(4)}.csv`,
      text: CSV.replaceAll('Weather', 'W'.repeat(80)).replace('1,Ana Ruiz', '1,Ben Okoro of the night desk'),
    })
    await expect(dialog.getByText('Whose layers')).toBeVisible()
    await look()
    await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Annotations imported' })).toBeVisible()
    await look()
  })
})
