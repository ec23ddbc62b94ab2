import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { writeMadeSidecar } from '../bench/made-sidecar.ts'
import { makeMarks, makeStory } from '../bench/make-story.ts'
import { picture, servedFrom, sizes } from './pictures.ts'
import { expect, test } from './test.ts'

// The states that other stories bring: other scripts, other lengths, names and tags.

test.describe('right to left', () => {
  test.use({ story: 'port-talks.ar.txt' })
  test('an Arabic story', async ({ desk, page }) => {
    await desk.start()
    await desk.opened()
    await desk.select('وترجّح غرفة التجارة')
    await expect(page.getByRole('toolbar', { name: 'Tag the selected words' })).toBeVisible()
    await picture(desk, 'arabic-selection')
    await desk.keys('Escape', 'l', 'l', 'b')
    await picture(desk, 'arabic-border')
    await desk.keys('Escape', 'Control+Home', 'g')
    await expect(page.getByTestId('page-sign')).toBeVisible()
    await picture(desk, 'arabic-jump')
    await desk.keys('Escape', 'f')
    await picture(desk, 'arabic-list')
    await page.setViewportSize(sizes['320'])
    await picture(desk, 'arabic-320')
  })
})

for (const [story, script] of [
  ['old-bridge.he.txt', 'hebrew'],
  ['night-ferry.zh.txt', 'chinese'],
  ['harbor-light.ja.txt', 'japanese'],
] as const) {
  test.describe(script, () => {
    test.use({ story })
    test('a story', async ({ desk }) => {
      await desk.start()
      await desk.opened()
      await desk.keys('j', 'j', '1', '3', 'c', '2', 'h')
      await desk.saved()
      await picture(desk, script)
    })
  })
}

test('long names', async ({ desk, galley, page }) => {
  const tags = [
    'Statement of fact that a reader could check for themselves',
    'Donaudampfschifffahrtsgesellschaftskapitänsurteil',
    'Attribution to somebody who asked not to be named',
  ]
  await writeFile(
    path.join(galley.folder, 'galley.tags.json'),
    JSON.stringify({ tags: tags.map((label, at) => ({ id: `tag-${at}`, label, description: label })) }),
  )
  await desk.start('Wilhelmina Alexandrovna von Hohenstaufen-Featherstonehaugh of the Standards Desk')
  await desk.opened()
  await desk.keys('j', 'j', '1', '2', '3', 'h')
  await desk.saved()
  await picture(desk, 'long-names')
  await desk.select('Four of the six pumps')
  await expect(page.getByRole('toolbar', { name: 'Tag the selected words' })).toBeVisible()
  await picture(desk, 'long-names-selection')
  await desk.keys('f')
  await picture(desk, 'long-names-list')
  await page.getByRole('tab', { name: 'Numbers' }).click()
  await expect(page.getByText('Along the story')).toBeVisible()
  await picture(desk, 'long-names-numbers')
})

test('nine tags', async ({ desk, galley, page }) => {
  const tags = ['Claim', 'Evidence', 'Quote', 'Caption', 'Law', 'Number', 'Name', 'Place', 'Doubtful']
  await writeFile(
    path.join(galley.folder, 'galley.tags.json'),
    JSON.stringify({
      tags: tags.map((label) => ({ id: label.toLowerCase(), label, description: `Says ${label}.` })),
    }),
  )
  await desk.start()
  await desk.opened()
  await desk.keys('j', '1', '2', '5', 'h')
  await desk.saved()
  await picture(desk, 'nine-tags')
  for (const width of ['1024', '720', '320'] as const) {
    await page.setViewportSize(sizes[width])
    await picture(desk, `nine-tags-${width}`)
  }
})

test.describe('nothing open', () => {
  test.use({ story: null })
  test('the welcome page', async ({ desk, galley, page }) => {
    await page.goto(galley.url)
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(desk, 'name')
    await page.keyboard.type('Jane Doe')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await picture(desk, 'welcome')
    await desk.keys('Control+o')
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(desk, 'empty-folder')
    await desk.keys('Escape')
    await page.setViewportSize(sizes['320'])
    await picture(desk, 'welcome-320')
  })
})

test.describe('nothing marked', () => {
  test.use({ story: 'brief.txt' })
  test('a story without annotations', async ({ desk, page }) => {
    await desk.start()
    await desk.opened()
    await picture(desk, 'no-annotations')
    await page.getByRole('tab', { name: 'Numbers' }).click()
    await expect(page.getByText('Sentences marked')).toBeVisible()
    await picture(desk, 'no-annotations-numbers')
  })
})

test('four hundred cards, and a long story', async ({ page, galley }) => {
  const story = path.join(galley.folder, 'dense.txt')
  const text = makeStory(2000)
  await writeFile(story, text)
  await writeMadeSidecar(story, text, makeMarks(text, 500))
  await servedFrom(page, { folder: galley.folder, story: 'dense.txt' }, async (desk) => {
    await desk.start()
    await desk.opened()
    await expect(desk.marks().first()).toBeVisible()
    await desk.keys('PageDown', 'l')
    const cards = page.getByRole('list', { name: 'Annotations in view' }).getByRole('listitem')
    await expect(cards.first()).toBeVisible()
    await picture(desk, 'dense')
    await desk.keys('f')
    await picture(desk, 'dense-list')
    await page.getByRole('tab', { name: 'Numbers' }).click()
    await expect(page.getByText('Along the story')).toBeVisible()
    await picture(desk, 'dense-numbers')
  })
})
