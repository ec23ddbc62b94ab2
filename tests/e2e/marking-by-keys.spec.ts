import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { dragOver, spanOf } from './pointer.ts'
import type { ServedGalley } from './served-galley.ts'
import { expect, test } from './test.ts'

const STORY = 'harbour-tunnel.txt'
const LEAD = /^The Harbour tunnel opened .* of water\.$/
const MARGIN = 'The closure shows how thin the city’s flood margin has become'

/** Only this person's marks: the keys walk everybody's. */
async function withoutColleagues({ folder }: ServedGalley): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${STORY}.`))
  await Promise.all(names.map((name) => rm(path.join(folder, name))))
}

test.beforeEach(async ({ desk, galley }) => {
  await withoutColleagues(galley)
  await desk.start()
  await desk.opened()
  await desk.keys('Control+Home')
})

test('each key selects, tags or walks as the table says, and it is saved so', async ({ desk, page }) => {
  const selected = (words: string | RegExp) => expect.poll(() => desk.selectedText()).toMatch(words)
  const exactly = (words: string) => expect.poll(() => desk.selectedText()).toBe(words)

  await desk.keys('j', 'j', 'j', 'j', 'j')
  await selected(LEAD)
  await desk.keys('k')
  await exactly('Photo: L. Brandt/Port Authority')
  await desk.keys('j', '1')
  // The caret went on to the next sentence, of which the second clause is an assessment.
  await desk.keys('c')
  await exactly('Why it matters')
  await desk.keys('c', 'c', 'Shift+c')
  await exactly(MARGIN)
  await desk.keys('2', 'j', 'j', 'q')
  await exactly('“We were lucky with the tide,”')
  await desk.keys('.', 't', '3', 'c', 'e')
  await exactly('said Mara Lind, who runs the control room')
  await desk.keys('Shift+e')
  await exactly('said Mara Lind')
  await desk.keys('3', 'j', 'ArrowLeft', 'w')
  await exactly('Between')
  await desk.keys('s')
  await selected(/^Between the lines: .* this decade$/)
  await desk.keys('s')
  await selected(/^Between the lines: .* this decade\.$/)
  await desk.keys('p')
  await selected(/^Between the lines: .* nothing for the bore$/)
  await desk.keys('2', 'u')
  await selected(/^The tunnel carried .* take over\.$/)
  await desk.keys('Shift+u')
  await exactly('Four of the six pumps date from 1971.')
  expect(await desk.savedMarks(STORY)).toEqual([
    expect.stringMatching(/^fact: The Harbour tunnel opened .* of water\.$/),
    `assessment: ${MARGIN}`,
    'attribution: “We were lucky with the tide,”',
    'attribution: said Mara Lind',
    expect.stringMatching(/^assessment: Between the lines: .* nothing for the bore$/),
  ])

  // On one word three marks: the caret takes the shortest, X one after the other.
  const lead = await spanOf(desk, 'opened to traffic at 5 a.m.')
  await desk.selectRange(lead.start, lead.end)
  await desk.keys('3')
  await desk.selectRange(lead.start, lead.start + 'opened'.length)
  await desk.keys('4', 'Escape')
  await desk.selectRange(lead.start + 1, lead.start + 1)
  const active = page.locator('article[data-active]')
  await expect(active).toHaveAccessibleName(/^Photo caption/)
  for (const tag of [/^Attribution/, /^Fact/, /^Photo caption/]) {
    await desk.keys('x')
    await expect(active).toHaveAccessibleName(tag)
  }
  await desk.keys('Control+Home', 'l')
  await expect(active).toHaveAccessibleName(/^Fact/)
  await desk.keys('l', 'l', 'l', 'l')
  await expect(active).toContainText('“We were lucky')
  await desk.keys('h')
  await expect(active).toContainText(MARGIN)

  // Deleted by key, and with the button of the card: the focus is in the story each time.
  await desk.keys('Backspace')
  await expect(desk.story).toBeFocused()
  await desk.keys('Control+Home', 'l', 'Enter')
  await desk.tabTo(page.getByRole('button', { name: 'Delete the annotation' }))
  await desk.keys('Enter')
  await expect(desk.story).toBeFocused()
  expect(await desk.savedMarks(STORY)).not.toContain(`assessment: ${MARGIN}`)
  expect((await desk.savedMarks(STORY)).filter((mark) => mark.startsWith('fact'))).toEqual([])
  await desk.keys('Control+z', 'Control+z')
  await expect(desk.story).toBeFocused()
  expect(await desk.savedMarks(STORY)).toHaveLength(7)

  // A digit that is held down tags once, wherever the caret went meanwhile.
  await desk.keys('Control+End')
  await desk.keys('k')
  for (let repeat = 0; repeat < 4; repeat += 1) await page.keyboard.down('1')
  await page.keyboard.up('1')
  expect((await desk.savedMarks(STORY)).filter((mark) => mark.startsWith('fact'))).toHaveLength(2)
})

test('an armed tag tags what keys and mouse select, until Escape', async ({ desk, page }) => {
  const status = page.getByRole('contentinfo')
  await desk.keys('Shift+3')
  await expect(status).toContainText('Armed: Attribution')
  await expect(page.getByRole('button', { name: 'Attribution, armed' })).toBeVisible()
  await desk.keys('j')
  await expect.poll(() => desk.markedWords()).toEqual(['Nov 20, 2026 – City'])

  // By Shift and arrows it is tagged when Shift goes up, not before.
  const { start } = await spanOf(desk, 'Harbour tunnel reopens')
  await desk.selectRange(start, start)
  await page.keyboard.down('Shift')
  for (let press = 0; press < 'Harbour'.length; press += 1) await desk.keys('ArrowRight')
  await expect.poll(() => desk.selectedText()).toBe('Harbour')
  expect(await desk.savedMarks(STORY)).toHaveLength(1)
  await page.keyboard.up('Shift')
  await expect.poll(() => desk.markedWords()).toContain('Harbour')

  await dragOver(desk, 'the eastbound bore')
  await expect.poll(() => desk.markedWords()).toContain('the eastbound bore')
  await expect(page.getByRole('toolbar', { name: 'Tag the selected words' })).toHaveCount(0)

  await desk.keys('Escape')
  await expect(status).not.toContainText('Armed')
  await desk.keys('j')
  await expect.poll(() => desk.selectedText()).not.toBe('')
  expect(await desk.savedMarks(STORY)).toEqual([
    'attribution: Nov 20, 2026 – City',
    'attribution: Harbour',
    'attribution: the eastbound bore',
  ])
})

test('borders move by character and by word, and each way back is one step', async ({ desk }) => {
  const { start, end } = await spanOf(desk, 'a port authority official')
  await desk.selectRange(start, end)
  await desk.keys('3')
  const words = (wanted: string) => expect.poll(() => desk.markedWords()).toEqual([wanted])

  await desk.keys('b', 'ArrowLeft', 'ArrowLeft', 'ArrowRight')
  await words('o a port authority official')
  await desk.keys('Control+ArrowLeft', 'Control+ArrowLeft')
  await words('according to a port authority official')
  await desk.keys('Escape', 'Shift+b', 'Control+ArrowLeft')
  await words('according to a port authority')
  await desk.keys('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter')
  expect(await desk.savedMarks(STORY)).toEqual(['attribution: according to a port author'])

  await desk.keys('Control+z')
  await words('according to a port authority official')
  await desk.keys('Control+z')
  expect(await desk.savedMarks(STORY)).toEqual(['attribution: a port authority official'])
  await desk.keys('Control+Shift+z', 'Control+Shift+z')
  expect(await desk.savedMarks(STORY)).toEqual(['attribution: according to a port author'])
})
