import { picture, sizes } from './pictures.ts'
import { expect, test } from './test.ts'

// Every state of the window that has a design, to be looked at: here what a person with one story does.

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
    await expect(page.getByRole('toolbar', { name: 'Tag the selected words' })).toBeVisible()
    await picture(desk, `selection-${look}`)
    await desk.keys('2', 'h')
    await desk.saved()
    await picture(desk, `story-${look}`)
    await desk.keys('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(desk, `palette-${look}`)
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
    await expect(page.getByText('1 of 9').first()).toBeVisible()
    await picture(desk, `find-${width}`)
    await desk.keys('Escape')
    for (const [keys, name] of [
      ['Control+,', 'settings'],
      ['Control+k', 'palette'],
      ['?', 'help'],
      ['Control+Shift+e', 'export'],
    ] as const) {
      await desk.keys(keys)
      await expect(page.getByRole('dialog')).toBeVisible()
      await picture(desk, `${name}-${width}`)
      await desk.keys('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await desk.select('Four of the six pumps')
    await expect(page.getByRole('toolbar', { name: 'Tag the selected words' })).toBeVisible()
    await picture(desk, `selection-${width}`)
    await desk.keys('f')
    await picture(desk, `list-${width}`)
  })
}

test('what keys bring', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await desk.keys('Control+f')
  await page.keyboard.type('pump')
  await expect(page.getByText('1 of 9').first()).toBeVisible()
  await picture(desk, 'find')
  await desk.keys('Escape', 'Control+Home', 'j', 'j', 'g', 't')
  await picture(desk, 'jump')
  await desk.keys('Escape', 'Shift+3')
  await picture(desk, 'armed')
  await desk.keys('Escape')
  await desk.select('Nobody was in the bore')
  await desk.keys('1', 'b')
  await picture(desk, 'border')
  await desk.keys('Escape', 'n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await picture(desk, 'note')
  await desk.keys('Escape', 't')
  await picture(desk, 'retag')
  await desk.keys('Escape', 'v')
  await picture(desk, 'marks-hidden')
  await desk.keys('v', 'f')
  await picture(desk, 'filter')
  await page.keyboard.press('Enter')
  await picture(desk, 'filter-on')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'Numbers' }).click()
  await expect(page.getByText('Along the story')).toBeVisible()
  await picture(desk, 'numbers')
  await desk.intoStory()
  for (const [keys, name] of [
    ['?', 'help'],
    ['Control+k', 'palette'],
    ['Control+,', 'settings'],
    ['Control+Shift+e', 'export'],
    ['Control+o', 'open'],
  ] as const) {
    await desk.keys(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(desk, name)
    await desk.keys('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
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
  await dialog.getByRole('button', { name: 'Fact' }).click()
  await picture(desk, 'settings-colours')
  await dialog.getByRole('tab', { name: 'Look' }).click()
  for (const paper of ['Narrow', 'Wide']) {
    await dialog.getByRole('radio', { name: paper }).click()
    await desk.keys('Escape')
    await picture(desk, `paper-${paper.toLowerCase()}`)
    await desk.keys('Control+,')
    await dialog.getByRole('tab', { name: 'Look' }).click()
  }
  await dialog.getByRole('slider', { name: 'Size of the story’s text' }).focus()
  await page.keyboard.press('End')
  await picture(desk, 'settings-text-largest')
  await desk.keys('Escape')
  await desk.keys('j', 'j', 'j')
  await picture(desk, 'text-largest')
  await page.setViewportSize(sizes['320'])
  await picture(desk, 'text-largest-320')
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
  const sentence = 'The council is unlikely to fund a second bore this decade'
  for (const [words, tag] of [
    ['is unlikely to fund a second bore', '1'],
    ['fund a second', '3'],
  ] as const) {
    await desk.select(words)
    await desk.keys(tag)
  }
  const box = await desk.story.getByText(sentence.slice(0, 14)).first().boundingBox()
  const clip = { x: 330, y: Math.max(50, (box?.y ?? 500) - 90), width: 680, height: 240 }
  await picture(desk, 'overlap-active', { clip })
  await desk.keys('x')
  await picture(desk, 'overlap-cycled', { clip })
  await desk.keys('Escape')
  await picture(desk, 'overlap-3', { clip })
  await desk.select(sentence)
  await desk.keys('4', 'Escape')
  await picture(desk, 'overlap-4', { clip })
})

test('on paper', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await picture(desk, 'print', { fullPage: true })
})
