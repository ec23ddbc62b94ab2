import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeRounds } from './axe-looks.ts'
import { expect, test } from './test.ts'

// One opened window visits many states, each in every look: opening windows is what takes the time.
test.describe.configure({ mode: 'parallel', timeout: 120_000 })
// Fewer cards stand beside a low page, and each is looked at in each state.
test.use({ viewport: { width: 1440, height: 560 } })

const OVER = '[role=dialog]'

test('axe finds nothing on the page and what keys bring over it', async ({ desk, galley, page }) => {
  const axe = new AxeRounds(desk)
  await axe.begin()
  await page.goto(galley.url)
  await expect(page.getByRole('dialog')).toBeVisible()
  await axe.visit('question for the name')
  await page.keyboard.type('Jane Doe')
  await desk.keys('Enter')
  await desk.opened()

  await desk.keys('j', '1', 'h')
  await desk.saved()
  await axe.visit('story with an active card', { thorough: true })
  await desk.select('opened to traffic')
  await expect(page.getByRole('toolbar', { name: 'Tag the selected words' })).toBeVisible()
  await axe.visit('popover', { within: 'main' })
  await desk.keys('2', 'Control+f')
  await page.keyboard.type('pump')
  await expect(page.getByRole('search').getByText(/of \d/).first()).toBeAttached()
  await axe.visit('find bar', { within: 'main' })
  await desk.keys('Escape', 'Control+Home', 'g', 't')
  await expect(page.getByTestId('jump-label').first()).toBeVisible()
  await axe.visit('jump labels', { thorough: true, within: 'main' })
  await desk.keys('Escape', 'Shift+3')
  await axe.visit('armed tag')
  await desk.keys('Escape', 'j', '1', 'h', 'b')
  await axe.visit('border mode', { within: 'main' })
  await desk.keys('Escape', 'v')
  await expect(desk.marks()).toHaveCount(0)
  await axe.visit('marks hidden')
  await desk.keys('v', 'f', 'Enter')
  await expect(page.getByRole('tabpanel', { name: /List/ })).toBeVisible()
  await axe.visit('list', { within: 'aside' })
  await page.getByRole('tab', { name: 'Numbers' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Numbers' })).toBeVisible()
  await axe.visit('numbers', { thorough: true, within: 'aside' })
  await desk.intoStory()
  await desk.marks().nth(1).hover()
  await expect(page.getByTestId('hover-card')).toBeVisible()
  await axe.visit('hover card', { within: 'main' })
  await page.mouse.move(0, 0)
  await desk.editText()
  await axe.visit('text being edited')
  expect(axe.findings).toEqual([])
})

test.describe('on a short story', () => {
  test.use({ story: 'brief.txt' })
  test('axe finds nothing on the dialogs and menus', async ({ desk, page }) => {
    const axe = new AxeRounds(desk)
    await axe.begin()
    await desk.start()
    await desk.opened()
    const dialog = page.getByRole('dialog')
    for (const [state, keys] of [
      ['help', '?'],
      ['palette', 'Control+k'],
      ['export', 'Control+Shift+e'],
      ['stories', 'Control+o'],
    ] as const) {
      await desk.keys(keys)
      await expect(dialog).toBeVisible()
      await axe.visit(state, { thorough: state === 'palette', within: OVER })
      await desk.keys('Escape')
      await expect(dialog).toBeHidden()
      await expect(desk.story).toBeFocused()
    }
    await desk.keys('Control+,')
    for (const part of ['You', 'Look', 'Keys', 'Tags']) {
      await dialog.getByRole('tab', { name: part }).click()
      await axe.visit(`settings, ${part}`, { thorough: part === 'Look', within: OVER })
    }
    await dialog.getByRole('button', { name: 'Make tags of my own' }).click()
    await dialog.getByRole('button', { name: /^Fact/ }).click()
    await axe.visit('editor of a tag', { within: OVER })
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('')
    await expect(dialog.getByText(/Not saved until/)).toBeVisible()
    await axe.visit('editor of a tag with an invalid entry', { within: OVER })
    await desk.keys('Escape')
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: /^Layers/ }).click()
    await axe.visit('layers')
    expect(axe.findings).toEqual([])
  })
})

test('axe finds nothing on what a window says when something is wrong', async ({ desk, galley, page }) => {
  const axe = new AxeRounds(desk)
  const story = path.join(galley.folder, 'harbour-tunnel.txt')
  await writeFile(
    `${story}.l-brandt-00000000.annotations.json`,
    '{"type":"AnnotationCollection","first":{"ite',
  )
  await axe.begin()
  await desk.start()
  await desk.opened()
  await page.getByRole('button', { name: /1 not readable/ }).click()
  await axe.visit('unreadable sidecar')
  await desk.keys('Escape')
  await desk.intoStory()

  await writeFile(
    path.join(galley.folder, 'galley.tags.json'),
    '{\n  "tags": [\n    { "id": "claim" },\n  ]\n}\n',
  )
  await expect(page.getByText('galley.tags.json').first()).toBeVisible()
  await axe.visit('broken tag file')

  const text = await readFile(story, 'utf8')
  const rewritten = text
    .replace('40,000 cubic', '14,000 cubic')
    .replace('Four of the six pumps date from 1971.', 'All is well.')
    .replace('at 5 a.m.', 'at 6 a.m.')
  await writeFile(story, rewritten)
  await page.getByRole('button', { name: 'Show them' }).click()
  await axe.visit('list of changed and lost annotations', { thorough: true })
  await desk.intoStory()

  await rename(galley.folder, `${galley.folder}-away`)
  try {
    await desk.keys('j', '1')
    await expect(desk.status).toHaveAttribute('data-state', 'kept')
    await axe.visit('folder away')
  } finally {
    await rename(`${galley.folder}-away`, galley.folder)
  }
  // What was kept is handed over by itself within seconds of the folder's return.
  await desk.saved()

  await desk.editText()
  await desk.keys('Control+Home')
  await page.keyboard.type('a')
  await writeFile(story, 'Another story\n\nIt is short and was written elsewhere.\n')
  await page.keyboard.type('b')
  await expect(page.getByTestId('text-state')).toHaveAttribute('data-state', 'not-saved')
  await axe.visit('two texts')
  expect(axe.findings).toEqual([])
})

test('axe finds nothing at 320 pixels, with the stories and the annotations as sheets', async ({
  desk,
  page,
}) => {
  const axe = new AxeRounds(desk)
  await axe.begin()
  await page.setViewportSize({ width: 320, height: 640 })
  await desk.start()
  await desk.opened()
  await desk.keys('l')
  await axe.visit('page')
  for (const name of ['Stories', 'Annotations']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await axe.visit(`sheet of ${name}`)
    await desk.keys('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  expect(axe.findings).toEqual([])
})

test.describe('with nothing open', () => {
  test.use({ story: null })
  test('axe finds nothing on the welcome page', async ({ desk }) => {
    const axe = new AxeRounds(desk)
    await axe.begin()
    await desk.start()
    await axe.visit('welcome', { thorough: true })
    expect(axe.findings).toEqual([])
  })
})
