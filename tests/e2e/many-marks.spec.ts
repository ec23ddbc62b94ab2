import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { writeMadeSidecar } from '../bench/made-sidecar.ts'
import { makeMarks, makeStory } from '../bench/make-story.ts'
import { readMarks } from '../helpers/read-marks.ts'
import { expect, test } from './test.ts'

test.use({ story: 'brief.txt' })

const MANY = 5000

test('a story with thousands of marks is there before they are, and a key pressed at once counts', async ({
  desk,
  page,
  galley,
}) => {
  const story = path.join(galley.folder, 'long.txt')
  const text = makeStory(25_000)
  await writeFile(story, text)
  await writeMadeSidecar(story, text, makeMarks(text, MANY))
  // What the desk says of the marks is held back, so that the keys come before it on any machine.
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/api/readMarks', async (route) => {
    await held
    await route.continue()
  })
  await desk.start()
  await desk.opened()
  await desk.open(/long\.txt/)
  await desk.opened()
  await expect(desk.story.locator('[data-annotation-id]').first()).toBeVisible()
  await expect(page.getByTestId('reading')).toHaveText('Reading the annotations…')
  await expect(page.getByText('No annotations yet')).toHaveCount(0)
  await expect(page.getByRole('tab', { name: /^List/ })).toHaveText('List …')

  await desk.keys('j', '1', '2', 'Control+z', 'u')
  await expect(page.getByText('The annotations are still being read')).toHaveCount(1)
  await desk.saved()
  const beside = () => [...readMarks(story, galley.dataFolder).live.values()].length
  await expect.poll(beside).toBe(MANY + 1)

  letGo()
  await expect(page.getByTestId('reading')).toHaveCount(0)
  await expect(page.getByRole('tab', { name: /^List/ })).toHaveText(`List ${(MANY + 1).toLocaleString('en')}`)
  await desk.keys('Control+z')
  await expect(page.getByRole('tab', { name: /^List/ })).toHaveText(`List ${MANY.toLocaleString('en')}`)
  await desk.saved()
  expect(beside()).toBe(MANY)
})
