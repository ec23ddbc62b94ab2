import { expect, test } from './test.ts'

test.use({ story: 'long-read.txt' })

const SCREENS = 10

test('a selection dragged over ten screens keeps its start', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  const box = await desk.story.locator('.chunk > .paragraph').nth(2).boundingBox()
  if (box === null) throw new Error('the story is not drawn')
  await page.mouse.move(box.x + 2, box.y + 12)
  await page.mouse.down()
  // A drag begins with a move.
  await page.mouse.move(box.x + 180, box.y + 30)
  const lengths: number[] = []
  let begins = ''
  for (let screen = 0; screen < SCREENS; screen += 1) {
    await page.mouse.wheel(0, 700)
    await page.mouse.move(box.x + 300, 500 + screen)
    await desk.caughtUp()
    const text = await desk.selectedText()
    if (screen === 0) begins = text.slice(0, 40)
    expect(text.startsWith(begins)).toBe(true)
    lengths.push(text.length)
  }
  await page.mouse.up()
  await desk.caughtUp()
  expect(begins).not.toBe('')
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
  expect(new Set(lengths).size).toBe(SCREENS)

  // What is selected is what a tag marks.
  const selected = await desk.selectedText()
  await desk.keys('1')
  await desk.saved()
  const [sidecar] = await desk.sidecars('long-read.txt')
  const marked = JSON.stringify(sidecar?.first.items[0]?.target)
  expect(marked).toContain(selected.trim().slice(0, 30))
  expect(selected.length).toBeGreaterThan(8000)
})

test('Shift+PageDown goes on for ten screens and back', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await desk.keys('Control+Home', 'ArrowDown', 'ArrowDown')
  const begins: string[] = []
  const lengths: number[] = []
  for (let screen = 0; screen < SCREENS; screen += 1) {
    await desk.keys('Shift+PageDown')
    await desk.caughtUp()
    const text = await desk.selectedText()
    begins.push(text.slice(0, 30))
    lengths.push(text.length)
  }
  expect(new Set(begins).size).toBe(1)
  expect(lengths.every((length, at) => at === 0 || length > (lengths[at - 1] ?? 0))).toBe(true)
  for (let screen = 0; screen < SCREENS; screen += 1) await desk.keys('Shift+PageUp')
  await desk.caughtUp()
  expect((await desk.selectedText()).length).toBeLessThan(lengths[0] ?? 0)
  await expect(page.getByRole('toolbar', { name: 'Tag the selected words' })).toHaveCount(
    (await desk.selectedText()) === '' ? 0 : 1,
  )
})

test('what the mouse selects stays selected when the story is drawn before the editor heard of it', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const box = await desk.story.locator('.chunk > .paragraph').nth(2).boundingBox()
  if (box === null) throw new Error('the story is not drawn')
  await page.mouse.move(box.x + 2, box.y + 12)
  await page.mouse.down()
  // One frame: the browser grows the selection as a drag does, the story comes to another place and is drawn there.
  const selected = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const scroller = [...document.querySelectorAll('main *')].find(
          (each) =>
            each.scrollHeight > each.clientHeight + 1000 && getComputedStyle(each).overflowY === 'auto',
        )
        requestAnimationFrame(() => {
          const selection = getSelection()
          const [anchor] = document.querySelectorAll('.chunk > .paragraph')
          if (selection === null || anchor?.firstChild === null || anchor === undefined)
            throw new Error('no text')
          selection.setBaseAndExtent(anchor.firstChild, 1, anchor.firstChild, 9)
          scroller?.scrollTo(0, 5000)
          requestAnimationFrame(() => setTimeout(() => resolve(String(selection))))
        })
        window.dispatchEvent(new Event('resize'))
      }),
  )
  expect(selected).toHaveLength(8)
  await page.mouse.up()
})
