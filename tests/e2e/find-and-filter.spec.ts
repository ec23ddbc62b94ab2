import { storedMarks } from './marks-on-disk.ts'
import { spanOf } from './pointer.ts'
import { expect, test } from './test.ts'

const STORY = 'harbour-tunnel.txt'
const PEOPLE = ['M. Okafor', 'L. Haddad']

test.beforeEach(async ({ desk }) => {
  await desk.start()
  await desk.opened()
  await desk.keys('Control+Home')
})

test('words are found, counted and walked; leaving keeps them selected', async ({ desk, page }) => {
  const bar = page.getByRole('search', { name: 'Find in the story' })
  const field = bar.getByRole('textbox', { name: 'Find in the story' })
  const text = await desk.text()
  const places = [...text.matchAll(/pump/gi)].map(({ index }) => index)
  expect(places.length).toBeGreaterThan(3)
  const seen = (index: number) => {
    const start = places.at(index) ?? Number.NaN
    return expect.poll(() => desk.inSight({ start, end: start + 'pump'.length })).toBe(true)
  }

  await desk.keys('Control+f')
  await expect(field).toBeFocused()
  await page.keyboard.type('pump')
  await expect(bar).toContainText(`1 of ${places.length}`)
  await seen(0)
  await desk.keys('Enter', 'Enter')
  await expect(bar).toContainText(`3 of ${places.length}`)
  await seen(2)
  await desk.keys('Shift+Enter')
  await seen(1)
  await desk.keys('F3', 'F3')
  await seen(3)
  await desk.keys('Shift+F3')
  await expect(bar).toContainText(`3 of ${places.length}`)
  await expect(field).toBeFocused()
  expect(await desk.axe()).toEqual([])
  await desk.keys('Escape')
  await expect(bar).toBeHidden()
  await expect(desk.story).toBeFocused()
  expect(await desk.selectedText()).toBe('pump')
  expect(await desk.selection()).toMatchObject({ start: places[2] })
  // What is selected can be tagged at once; then on without the field.
  await desk.keys('2')
  expect(await desk.savedMarks(STORY)).toEqual(['assessment: pump'])

  // The other key; the words from before are there, selected, to be typed over. Around the end of the story.
  await desk.keys('Control+End', '/')
  await expect(field).toHaveValue('pump')
  await seen(0)
  await desk.keys('Shift+F3')
  await seen(-1)
  await page.keyboard.type('submarine')
  await expect(bar).toContainText('Nothing found')
  await expect(bar.getByRole('button', { name: 'Next' })).toBeDisabled()
  await desk.keys('Escape')
  await expect(desk.story).toBeFocused()
})

test('a filter holds marks back from the page, the keys and the list, and says so', async ({
  desk,
  page,
}) => {
  const stored = (await Promise.all(PEOPLE.map((name) => desk.sidecars(STORY, name)))).flat().map(storedMarks)
  const all = stored.flat()
  const okafors = stored[0] ?? []
  const wanted = okafors.filter(({ tag, note }) => tag === 'fact' && note !== '')
  expect(wanted.length).toBeGreaterThan(0)
  await page.getByRole('tab', { name: /List/ }).click()
  await desk.intoStory()
  await desk.keys('f')
  const chips = page.getByRole('group', { name: 'Which annotations' })
  await expect(chips.getByRole('button').first()).toBeFocused()
  const facts = all.filter(({ tag }) => tag === 'fact').length
  await expect(chips.getByRole('button', { name: /^Fact/ })).toHaveText(`Fact ${facts}`)
  await desk.keys('Enter')
  const notice = page.getByRole('contentinfo').getByRole('button', { name: /^\d+ of \d+: / })
  await expect(notice).toHaveText(`${facts} of ${all.length}: Fact`)
  await chips.getByRole('button', { name: /^M\. Okafor/ }).click()
  await chips.getByRole('button', { name: /^With note/ }).click()
  await expect(notice).toHaveText(`${wanted.length} of ${all.length}: Fact, by M. Okafor, with a note`)
  expect(await desk.axe()).toEqual([])
  const rows = page.getByRole('list', { name: 'List of annotations' }).getByRole('listitem')
  await expect(rows).toHaveCount(wanted.length)

  await desk.intoStory()
  await desk.keys('Control+Home')
  const current = rows.locator('button[aria-current="true"]')
  for (const { words } of wanted) {
    await desk.keys('l')
    await expect(current).toContainText(words)
  }
  for (const { words } of wanted.slice(0, -1).reverse()) {
    await desk.keys('h')
    await expect(current).toContainText(words)
  }
  await notice.click()
  await expect(notice).toHaveCount(0)
  await expect(desk.story).toBeFocused()
  await expect(page.getByRole('tab', { name: `List ${all.length}` })).toBeVisible()

  // Hidden, all of them; a mark that is made then brings them back.
  await desk.keys('Escape', 'v')
  await expect(desk.marks()).toHaveCount(0)
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /Marks hidden/ })).toBeVisible()
  await desk.keys('v')
  await expect(desk.marks()).not.toHaveCount(0)
  await desk.keys('v', 'Control+Home', '1')
  await expect(desk.marks()).not.toHaveCount(0)
  await expect(page.getByRole('button', { name: /Marks hidden/ })).toHaveCount(0)
  expect(await desk.savedMarks(STORY)).toEqual(['fact: Nov 20, 2026 – City'])
})

test('the list stands by place, time or tag; one goes from it into the text and back', async ({
  desk,
  page,
}) => {
  const all = (await Promise.all(PEOPLE.map((name) => desk.sidecars(STORY, name))))
    .flat()
    .flatMap(storedMarks)
  const { start, end } = await spanOf(desk, 'Ferry tickets doubled')
  await desk.selectRange(start, end)
  // No mark is active, so the list stands at its beginning.
  await desk.keys('1', 'Escape')
  await desk.saved()
  await page.getByRole('tab', { name: /List/ }).click()
  const list = page.getByRole('list', { name: 'List of annotations' })
  const order = page.getByRole('combobox', { name: 'Order of the list' })
  await expect(list.getByRole('button').first()).toContainText('Photo: L. Brandt')

  await order.selectOption('Last changed')
  await expect(list.getByRole('heading').first()).toHaveText(/^Today/)
  await expect(list.getByRole('button').first()).toContainText('Ferry tickets doubled')
  await order.selectOption('By tag')
  const facts = all.filter(({ tag }) => tag === 'fact').length + 1
  await expect(list.getByRole('heading').first()).toHaveText(`Fact (${facts})`)
  expect(await desk.axe()).toEqual([])

  await order.selectOption('By place')
  const row = list.getByRole('button', { name: /Ferry tickets doubled/ })
  await list.getByRole('button').first().focus()
  await desk.keys('End')
  await row.focus()
  await desk.keys('Enter')
  await expect(desk.story).toBeFocused()
  expect(await desk.inSight({ start, end })).toBe(true)
  expect(await desk.selection()).toEqual({ start, end: start })
  await desk.keys('Escape')
  await expect(row).toBeFocused()
})

test('the numbers are those of the sidecars, and lead to the marks', async ({ desk, page }) => {
  const stored = await Promise.all(
    PEOPLE.map(async (name) => (await desk.sidecars(STORY, name)).flatMap(storedMarks)),
  )
  const all = stored.flat()
  await page.getByRole('tab', { name: 'Numbers' }).click()
  const numbers = page.getByRole('tabpanel', { name: 'Numbers' })
  const count = (section: string, name: RegExp) =>
    numbers.getByRole('region', { name: section, exact: true }).getByRole('button', { name })
  for (const [tag, label] of [
    ['fact', 'Fact'],
    ['assessment', 'Assessment'],
    ['attribution', 'Attribution'],
    ['photo-caption', 'Photo caption'],
  ] as const) {
    const marks = all.filter((mark) => mark.tag === tag).length
    const share = Math.round((100 * marks) / all.length)
    await expect(count('Tags', new RegExp(`^${label}`))).toHaveText(`${label}${marks}${share} %`)
  }
  for (const [index, name] of PEOPLE.entries()) {
    await expect(count('Annotators', new RegExp(name))).toContainText(`${stored[index]?.length}`)
  }
  const coverage = numbers.getByRole('region', { name: 'Coverage' })
  await expect(coverage.getByRole('term').filter({ hasText: 'Annotations' }).locator('+ dd')).toHaveText(
    `${all.length}`,
  )
  const withNote = all.filter(({ note }) => note !== '').length
  await expect(
    numbers
      .getByRole('region', { name: 'Notes and fields' })
      .getByRole('listitem')
      .filter({ hasText: 'With a note' }),
  ).toHaveText(`With a note${withNote}`)

  // The next unmarked sentence, from the button; one that is tagged counts at once.
  const unmarked = Number.parseInt((await coverage.getByText(/^\d+ unmarked$/).textContent()) ?? '', 10)
  await coverage.getByRole('button', { name: /Next unmarked/ }).click()
  await expect(desk.story).toBeFocused()
  await expect.poll(() => desk.selectedText()).not.toBe('')
  await desk.keys('4')
  await expect(coverage.getByText(/^\d+ unmarked$/)).toHaveText(`${unmarked - 1} unmarked`)
  await expect(count('Annotators', /Jane Doe \(you\)/)).toContainText('1')
  await desk.keys('Control+z')
  await expect(coverage.getByText(/^\d+ unmarked$/)).toHaveText(`${unmarked} unmarked`)

  await count('Tags', /^Attribution/).click()
  const attributions = all.filter(({ tag }) => tag === 'attribution').length
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /^\d+ of \d+: / })).toHaveText(
    `${attributions} of ${all.length}: Attribution`,
  )
  await expect(desk.story.locator('.line-dotted[data-annotation-id]').first()).toBeVisible()
  await expect(desk.story.locator('[data-annotation-id]:not(.line-dotted)')).toHaveCount(0)
})
