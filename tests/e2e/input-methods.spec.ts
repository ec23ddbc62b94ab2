import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { InputMethod } from './input-method.ts'
import { spanOf } from './pointer.ts'
import { expect, test } from './test.ts'

test.use({ story: 'brief.txt' })

test('what an input method composes never reaches a locked text, whatever the keys wait for', async ({
  desk,
  galley,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const before = await desk.text()
  const hand = await InputMethod.in(page)
  const composing = async () => {
    await hand.compose('に', 'にほ', 'にほん')
    await hand.commit('日本')
    await hand.compose('ㅎ', '하', '한')
    await hand.cancel()
    await hand.deadKey('Quote')
    await hand.compose('´')
    await hand.commit('é')
    await desk.caughtUp()
    expect(await desk.text()).toBe(before)
    await expect(desk.story).toBeFocused()
  }
  await desk.keys('Control+Home')
  await composing()
  const { start, end } = await spanOf(desk, 'left on time')
  await desk.selectRange(start, end)
  await composing()

  await desk.keys('Shift+3')
  await composing()
  await expect(page.getByRole('contentinfo')).toContainText('Armed: Attribution')
  await desk.keys('Escape')
  // Nothing of what was composed meant a key or a selection.
  expect(await desk.sidecars('brief.txt')).toEqual([])

  await desk.keys('Control+Home', 'g')
  await expect(page.getByTestId('page-sign')).toContainText('Jump to a word')
  await composing()
  await desk.keys('Escape', 'Escape')

  // A border that is moved, and a tag that is changed.
  await desk.selectRange(start, end)
  await desk.keys('1', 'b')
  await composing()
  await desk.keys('Escape', 't')
  await composing()
  await desk.keys('Escape')
  // The keys go on afterwards.
  await desk.keys('Control+Home', 'j', 'j', '2')
  expect(await desk.savedMarks('brief.txt')).toEqual([
    expect.stringMatching(/^assessment: The ferry to Inner Skarra left on time/),
    'fact: left on time',
  ])
  expect(await readFile(path.join(galley.folder, 'brief.txt'), 'utf8')).toBe(before)
})

test('composed words go into a text that is edited, and marks stay on theirs', async ({
  desk,
  galley,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const before = await desk.text()
  const { start, end } = await spanOf(desk, 'left on time')
  await desk.selectRange(start, end)
  await desk.keys('1')
  await desk.editText()
  const hand = await InputMethod.in(page)

  // Before the mark it stays outside; given up, it leaves nothing; over words of the mark it takes their place.
  await desk.selectRange(start, start)
  await hand.compose('ㅎ', '하', '한')
  await hand.commit('한')
  await desk.selectRange(0, 0)
  await hand.compose('に', 'にほ')
  await hand.cancel()
  await desk.caughtUp()
  const on = before.indexOf('on time') + 1
  await desk.selectRange(on, on + 'on'.length)
  await hand.compose('z', 'zh')
  await hand.commit('准')
  await hand.deadKey('Quote')
  await hand.compose('´')
  await hand.commit('é')
  await desk.textSaved()
  const after = before.replace('left on time', '한left 准é time')
  expect(await desk.text()).toBe(after)
  expect(await desk.markedWords()).toEqual(['left 准é time'])
  expect(await readFile(path.join(galley.folder, 'brief.txt'), 'utf8')).toBe(after)
})
