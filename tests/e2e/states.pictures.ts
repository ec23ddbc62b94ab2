import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { writeMadeSidecar } from '../bench/made-sidecar.ts'
import { makeMarks, makeStory } from '../bench/make-story.ts'
import type { DeskApp } from './desk-app.ts'
import { discard, root, ServedGalley } from './served-galley.ts'
import { expect, test } from './test.ts'

// Every state of the window that has a design, to be looked at. Written beside the test results, not into the tree.
const folder = path.join(root, 'tests/.results/states')

type Width = 'wide' | '1024' | '720' | '320'
const sizes: Readonly<Record<Width, { width: number; height: number }>> = {
  wide: { width: 1440, height: 900 },
  '1024': { width: 1024, height: 768 },
  '720': { width: 720, height: 900 },
  '320': { width: 320, height: 640 },
}

async function picture(desk: DeskApp, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await desk.caughtUp()
  await desk.page.screenshot({ path: path.join(folder, `${name}.png`) })
}

const looks = {
  light: { colorScheme: 'light', reducedMotion: 'reduce' },
  dark: { colorScheme: 'dark', reducedMotion: 'reduce' },
  contrast: { colorScheme: 'light', contrast: 'more', reducedMotion: 'reduce' },
  forced: { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' },
} as const

for (const [look, media] of Object.entries(looks)) {
  test(`the page, ${look}`, async ({ desk, page }) => {
    await page.emulateMedia(media)
    await desk.start()
    await desk.opened()
    await desk.select('“We were lucky with the tide,”')
    await picture(desk, `selection-${look}`)
    await desk.keys('2', 'h')
    await picture(desk, `story-${look}`)
  })
}

for (const width of ['1024', '720', '320'] as const) {
  test(`the page, ${width} pixels`, async ({ desk, page }) => {
    await page.setViewportSize(sizes[width])
    await desk.start()
    await desk.opened()
    await desk.keys('l', 'l')
    await picture(desk, `story-${width}`)
    await desk.keys('Control+f')
    await page.keyboard.type('pump')
    await picture(desk, `find-${width}`)
    await desk.keys('Escape', 'Control+,')
    await picture(desk, `settings-${width}`)
    await desk.keys('Escape', 'Control+k')
    await picture(desk, `palette-${width}`)
  })
}

test('what keys bring', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await desk.keys('Control+f')
  await page.keyboard.type('pump')
  await picture(desk, 'find')
  await desk.keys('Escape', 'Control+Home', 'j', 'j', 'g', 't')
  await picture(desk, 'jump')
  await desk.keys('Escape', 'Shift+3')
  await picture(desk, 'armed')
  await desk.keys('Escape', 'j', '1', 'h', 'b')
  await picture(desk, 'border')
  await desk.keys('Escape', 'v')
  await picture(desk, 'marks-hidden')
  await desk.keys('v', 'f')
  await picture(desk, 'filter')
  await page.getByRole('tab', { name: 'Numbers' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Numbers' })).toBeVisible()
  await picture(desk, 'numbers')
  await page.getByRole('tab', { name: /List/ }).click()
  await picture(desk, 'list')
  await desk.story.focus()
  for (const [keys, name] of [
    ['?', 'help'],
    ['Control+k', 'palette'],
    ['Control+,', 'settings'],
    ['Control+Shift+e', 'export'],
  ] as const) {
    await desk.keys(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(desk, name)
    await desk.keys('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await desk.keys('Control+e')
  await picture(desk, 'edit-text')
})

test('the settings', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await desk.keys('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  for (const section of ['You', 'Look', 'Keys', 'Tags']) {
    await dialog.getByRole('tab', { name: section }).click()
    await picture(desk, `settings-${section.toLowerCase()}`)
  }
})

test('what is hovered', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await page.getByRole('tab', { name: /List/ }).click()
  await desk.marks().nth(2).hover()
  await expect(page.getByTestId('hover-card')).toBeVisible()
  await picture(desk, 'hover-card')
})

test('marks over one another', async ({ desk }) => {
  await desk.start()
  await desk.opened()
  const sentence = 'The Harbour tunnel opened to traffic at 5 a.m. on Friday'
  for (const [words, tag] of [
    [sentence, '1'],
    ['opened to traffic at 5 a.m.', '2'],
    ['traffic at 5', '3'],
    ['at 5 a.m. on Friday', '4'],
  ] as const) {
    await desk.select(words)
    await desk.keys(tag)
  }
  await desk.keys('x')
  await desk.saved()
  await picture(desk, 'overlaps')
})

test.describe('right to left', () => {
  test.use({ story: 'port-talks.ar.txt' })
  test('an Arabic story', async ({ desk, page }) => {
    await desk.start()
    await desk.opened()
    await desk.keys('j', 'j')
    await picture(desk, 'arabic')
    await desk.keys('Escape', 'l', 'b')
    await picture(desk, 'arabic-border')
    await desk.keys('Escape', 'Control+Home', 'g')
    await picture(desk, 'arabic-jump')
    await desk.keys('Escape')
    await page.setViewportSize(sizes['320'])
    await picture(desk, 'arabic-320')
  })
})

test('long names', async ({ desk, page }) => {
  await desk.start('Wilhelmina Alexandrovna von Hohenstaufen-Featherstonehaugh of the Standards Desk')
  await desk.opened()
  await desk.keys('j', 'j', '1', 'j', '2', 'h')
  await desk.saved()
  await picture(desk, 'long-names')
  await page.getByRole('tab', { name: 'Numbers' }).click()
  await picture(desk, 'long-names-numbers')
})

test.describe('nothing open', () => {
  test.use({ story: null })
  test('the welcome page', async ({ desk, galley, page }) => {
    await page.goto(galley.url)
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(desk, 'name')
    await page.keyboard.type('Jane Doe')
    await page.keyboard.press('Enter')
    await picture(desk, 'welcome')
  })
})

test.describe('nothing marked', () => {
  test.use({ story: 'brief.txt' })
  test('a story without annotations', async ({ desk, page }) => {
    await desk.start()
    await desk.opened()
    await picture(desk, 'no-annotations')
    await page.getByRole('tab', { name: 'Numbers' }).click()
    await picture(desk, 'no-annotations-numbers')
  })
})

test('a rewritten story', async ({ desk, galley, page }) => {
  const story = path.join(galley.folder, 'harbour-tunnel.txt')
  await desk.start()
  await desk.opened()
  const text = await readFile(story, 'utf8')
  await writeFile(
    story,
    text
      .replace('40,000 cubic', '14,000 cubic')
      .replace('Four of the six pumps date from 1971.', 'All is well.')
      .replace('at 5 a.m.', 'at 6 a.m.'),
  )
  await page.getByRole('button', { name: 'Show them' }).click()
  await picture(desk, 'changed-and-orphans')
})

test('a scheme of the newsroom’s own, and a broken one', async ({ desk, galley }) => {
  await desk.start()
  await desk.opened()
  const file = path.join(galley.folder, 'galley.tags.json')
  const tags = ['Claim', 'Evidence', 'Quote', 'Caption', 'Law', 'Number', 'Name', 'Place', 'Doubtful']
  await writeFile(
    file,
    JSON.stringify({
      tags: tags.map((label) => ({ id: label.toLowerCase(), label, description: `Says ${label}.` })),
    }),
  )
  await expect(desk.page.getByRole('button', { name: /Claim/ }).first()).toBeVisible()
  await desk.keys('j', '1', '2', '5')
  await desk.saved()
  await picture(desk, 'own-tags')
  await desk.page.setViewportSize(sizes['720'])
  await picture(desk, 'own-tags-720')
  await desk.page.setViewportSize(sizes.wide)
  await writeFile(file, '{\n  "tags": [\n    { "id": "claim", "label": "Claim" },\n  ]\n}\n')
  await expect(desk.page.getByText('galley.tags.json').first()).toBeVisible()
  await picture(desk, 'broken-tags')
})

test('the folder is away, and back as something else', async ({ desk, galley }) => {
  await desk.start()
  await desk.opened()
  await rename(galley.folder, `${galley.folder}-away`)
  await desk.keys('j', '1')
  await expect(desk.status).toHaveAttribute('data-state', 'kept')
  await picture(desk, 'kept')
  await chmod(galley.dataFolder, 0o700)
  await rename(`${galley.folder}-away`, galley.folder)
  await desk.saved()
})

test('two texts', async ({ desk, galley }) => {
  const story = path.join(galley.folder, 'harbour-tunnel.txt')
  await desk.start()
  await desk.opened()
  await desk.editText()
  await desk.keys('Control+Home')
  await desk.page.keyboard.type('a')
  await writeFile(story, 'Another story\n\nIt is short and was written elsewhere.\n')
  await desk.page.keyboard.type('b')
  await expect(desk.page.getByTestId('text-state')).toHaveAttribute('data-state', 'not-saved')
  await picture(desk, 'two-texts')
})

test('damaged sidecars', async ({ page }) => {
  const galley = await ServedGalley.start({ story: 'weir.txt', folder: path.join(root, 'fixtures/broken') })
  const { DeskApp: App } = await import('./desk-app.ts')
  const desk = new App(page, galley)
  await desk.start()
  await desk.opened()
  await picture(desk, 'unreadable-sidecars')
  await galley.stop()
  await discard(galley.dataFolder)
})

test('four hundred cards, and a long story', async ({ page, galley }) => {
  const story = path.join(galley.folder, 'dense.txt')
  const text = makeStory(2000)
  await writeFile(story, text)
  await writeMadeSidecar(story, text, makeMarks(text, 1600))
  const served = await ServedGalley.start({ story: 'dense.txt', folder: galley.folder })
  const { DeskApp: App } = await import('./desk-app.ts')
  const desk = new App(page, served)
  await desk.start()
  await desk.opened()
  await expect(desk.marks().first()).toBeVisible()
  await desk.keys('PageDown', 'l')
  await picture(desk, 'dense')
  await page.getByRole('tab', { name: 'Numbers' }).click()
  await picture(desk, 'dense-numbers')
  await served.stop()
  await discard(served.dataFolder)
})
