import type { DeskApp } from './desk-app.ts'
import { boxOfWords, drag, dragOver, middleOf, spanOf } from './pointer.ts'
import { boxOf } from './story-places.ts'
import { expect, test } from './test.ts'

const STORY = 'harbour-tunnel.txt'

test.beforeEach(async ({ desk }) => {
  await desk.start()
  await desk.opened()
})

/** Does the popover stand clear of every line of what is selected? */
async function expectPopoverBesideSelection(desk: DeskApp): Promise<void> {
  const popover = desk.page.getByRole('toolbar', { name: 'Tag the selected words' })
  await expect(popover).toBeVisible()
  // It comes a moment after the selection and stays where it came.
  const [box, lines] = await Promise.all([
    popover.boundingBox(),
    desk.page.evaluate(() =>
      [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].map(({ top, bottom, left, right }) => ({
        top,
        bottom,
        left,
        right,
      })),
    ),
  ])
  if (box === null) throw new Error('no popover')
  const covered = lines.filter(
    ({ top, bottom, left, right }) =>
      box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top,
  )
  expect(lines.length).toBeGreaterThan(0)
  expect(covered).toEqual([])
}

test('clicks and drags select words and sentences, with the tags beside them', async ({ desk, page }) => {
  const selected = (words: string | RegExp) => expect.poll(() => desk.selectedText()).toMatch(words)
  const exactly = (words: string) => expect.poll(() => desk.selectedText()).toBe(words)
  const popover = page.getByRole('toolbar', { name: 'Tag the selected words' })

  const word = await middleOf(desk, 'vehicles')
  await page.mouse.dblclick(word.x, word.y)
  await exactly('vehicles')
  await expectPopoverBesideSelection(desk)
  await desk.keys('Escape')
  await expect(popover).toBeHidden()

  const sentence = await middleOf(desk, 'Water reached')
  await page.mouse.click(sentence.x, sentence.y, { clickCount: 3 })
  await exactly('Water reached the height of the emergency telephones within fifty minutes.')
  await expectPopoverBesideSelection(desk)
  await popover.getByRole('button', { name: 'Fact' }).click()
  await expect(desk.story).toBeFocused()
  await expect(popover).toBeHidden()

  // Snapped to whole words, the full stop left out; with Alt to the letter.
  await dragOver(desk, 'ate from 19')
  await exactly('date from 1971')
  await expectPopoverBesideSelection(desk)
  await page.keyboard.down('Alt')
  await dragOver(desk, 'raft budg')
  await page.keyboard.up('Alt')
  await exactly('raft budg')
  await popover.getByRole('button', { name: 'Assessment' }).click()

  // Over several lines, from below upwards as well.
  const top = await middleOf(desk, 'another')
  const bottom = await middleOf(desk, 'council')
  await drag(desk, bottom, top)
  await selected(/^another failure is likely[\s\S]*The council$/)
  await expectPopoverBesideSelection(desk)
  await desk.keys('Escape')
  expect(await desk.savedMarks(STORY)).toEqual([
    'assessment: raft budg',
    'fact: Water reached the height of the emergency telephones within fifty minutes.',
  ])
})

test('the handle of a border is dragged to another word, and to another letter with Alt', async ({
  desk,
  page,
}) => {
  await desk.select('Crews inspect the eastbound bore')
  await desk.tag('Photo caption')
  const handle = page.locator('[data-border="end"]:not([hidden])')
  const take = async () => {
    // Handles are there for those who move the mouse, not while keys are pressed.
    await page.mouse.move(400, 300)
    await page.mouse.move(420, 320)
    await expect(handle).toBeVisible()
    const box = await handle.boundingBox()
    if (box === null) throw new Error('no handle')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const behind = async (letters: string) => {
    const { end } = await spanOf(desk, letters)
    const last = await boxOf(desk.story, { start: end - 1, end })
    if (last === null) throw new Error(`not drawn: ${letters}`)
    return { x: last.right - 1, y: (last.top + last.bottom) / 2 }
  }
  await drag(desk, await take(), await behind('of the Harb'))
  await expect.poll(() => desk.markedWords()).toContain('Crews inspect the eastbound bore of the Harbour')
  await expect(desk.story).toBeFocused()
  const [hold, letter] = [await take(), await behind('of the Harbour tun')]
  // The handle stays under the hand while Alt is pressed.
  await page.keyboard.down('Alt')
  await desk.caughtUp()
  await expect(handle).toBeVisible()
  await drag(desk, hold, letter)
  await page.keyboard.up('Alt')
  await expect.poll(() => desk.markedWords()).toContain('Crews inspect the eastbound bore of the Harbour tun')
  expect(await desk.savedMarks(STORY)).toEqual([
    'photo-caption: Crews inspect the eastbound bore of the Harbour tun',
  ])
  await desk.keys('Control+z', 'Control+z')
  expect(await desk.savedMarks(STORY)).toEqual(['photo-caption: Crews inspect the eastbound bore'])

  // Given up in the middle, nothing happened.
  const from = await take()
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y, { steps: 3 })
  await desk.keys('Escape')
  await page.mouse.up()
  expect(await desk.savedMarks(STORY)).toEqual(['photo-caption: Crews inspect the eastbound bore'])
})

test('a border held at the edge of the page takes the page along, and Escape leaves all as it was', async ({
  desk,
  page,
}) => {
  await desk.select('Crews inspect the eastbound bore')
  await desk.tag('Photo caption')
  const scroller = page.locator('#story-scroll')
  const scrolled = () => scroller.evaluate(({ scrollTop }) => scrollTop)
  const stage = await scroller.boundingBox()
  if (stage === null) throw new Error('no page')
  const handle = page.locator('[data-border="end"]:not([hidden])')
  const take = async () => {
    await page.mouse.move(400, 300)
    await page.mouse.move(420, 320)
    await expect(handle).toBeVisible()
    const box = await handle.boundingBox()
    if (box === null) throw new Error('no handle')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
  }
  const x = stage.x + stage.width / 2
  const bottom = stage.y + stage.height

  await take()
  await page.mouse.move(x, bottom - 4, { steps: 5 })
  await expect.poll(scrolled).toBeGreaterThan(400)
  // It is under the hand, and its mark is shown down to it.
  await expect(handle).toBeVisible()
  const box = await handle.boundingBox()
  expect(box?.y ?? 0).toBeGreaterThan(bottom - 80)
  await desk.keys('Escape')
  const stopped = await scrolled()
  await desk.caughtUp()
  expect(await scrolled()).toBe(stopped)
  await page.mouse.up()
  expect(await desk.savedMarks(STORY)).toEqual(['photo-caption: Crews inspect the eastbound bore'])

  await scroller.evaluate((element) => element.scrollTo({ top: 0, behavior: 'instant' }))
  await take()
  await page.mouse.move(x, bottom - 4, { steps: 5 })
  await expect.poll(scrolled).toBeGreaterThan(200)
  // Held over the text it stands still, at the top it runs back.
  await page.mouse.move(x, stage.y + stage.height / 2)
  const rest = await scrolled()
  await desk.caughtUp()
  expect(await scrolled()).toBe(rest)
  await page.mouse.move(x, stage.y - 10)
  await expect.poll(scrolled).toBe(0)
  const { x: left, y } = await middleOf(desk, 'Why it matters')
  await page.mouse.move(left, y)
  await page.mouse.up()
  await expect
    .poll(() => desk.markedWords())
    .toContainEqual(expect.stringMatching(/^Crews inspect[\s\S]*Why/))
  await desk.keys('Control+z')
  expect(await desk.savedMarks(STORY)).toEqual(['photo-caption: Crews inspect the eastbound bore'])
})

test('a mark tells of itself under the pointer, the ruler goes to a place, the palette finds everything', async ({
  desk,
  page,
}) => {
  await page.getByRole('tab', { name: /List/ }).click()
  const card = page.getByTestId('hover-card')
  const mark = await middleOf(desk, 'a port authority official')
  await page.mouse.move(mark.x, mark.y)
  await expect(card).toContainText('Attribution')
  await expect(card).toContainText('L. Haddad')
  const box = await card.boundingBox()
  const words = await boxOfWords(desk, 'a port authority official')
  expect((box?.y ?? 0) >= words.bottom || (box?.y ?? 0) + (box?.height ?? 0) <= words.top).toBe(true)
  await page.mouse.move(mark.x, 5)
  await expect(card).toBeHidden()

  const ruler = page.getByRole('scrollbar', { name: 'Place in the story' })
  const place = await ruler.boundingBox()
  if (place === null) throw new Error('no ruler')
  const length = (await desk.text()).length
  for (const part of [0.9, 0.5, 0.02]) {
    await page.mouse.click(place.x + place.width / 2, place.y + part * place.height)
    const at = Math.floor(part * length)
    await expect
      .poll(async () => {
        const around = await boxOf(desk.story, { start: at - 20, end: at + 20 })
        return around !== null && around.bottom > place.y && around.top < place.y + place.height
      })
      .toBe(true)
  }

  await desk.keys('Control+k')
  const search = page.getByRole('combobox', { name: 'Search the commands' })
  await expect(search).toBeFocused()
  await page.keyboard.type('hide all')
  await desk.keys('Enter')
  await expect(desk.story).toBeFocused()
  await expect(desk.marks()).toHaveCount(0)
  await desk.keys('Control+k')
  await page.keyboard.type('next sentence')
  await expect(page.getByRole('option').first()).toContainText('Next sentence')
  await page.getByRole('option').first().click()
  await expect.poll(() => desk.selectedText()).not.toBe('')
  await desk.keys('Control+k')
  await page.keyboard.type('inner skarra')
  await expect(page.getByRole('option', { name: /Open: Ferry to Inner Skarra/ })).toBeVisible()
  await desk.keys('Enter')
  await expect(desk.story).toContainText('Forty-one passengers')
  await desk.opened()
  expect(await desk.sidecars(STORY)).toEqual([])
})
