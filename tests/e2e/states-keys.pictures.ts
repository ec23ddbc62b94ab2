import { picture } from './pictures.ts'
import { expect, test } from './test.ts'

// One story from its opening to its export by the keys alone. In each picture it must be plain where the focus is.

test('a story by keys', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  let step = 0
  const taken = async (name: string) => {
    step += 1
    await picture(desk, `keys-${String(step).padStart(2, '0')}-${name}`)
  }
  await desk.open(/Arden/)
  await taken('opened')
  const marks: readonly (readonly string[])[] = [
    ['j', '1'],
    ['2'],
    ['c', '3'],
    ['c', '1'],
    ['u', '1'],
    ['j', 'q', '3'],
    ['j', 'w', '2'],
    ['u', '.'],
    ['p', '2'],
    ['u', 's', '1'],
  ]
  for (const [index, keys] of marks.entries()) {
    await desk.keys(...keys)
    await taken(`mark-${index + 1}`)
  }
  await desk.saved()
  await desk.keys('h', 'n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await taken('note-field')
  await page.keyboard.type('Ask the rescue service for the log.')
  await desk.keys('Control+Enter')
  await taken('note-written')
  for (const [press, name] of [
    ['Enter', 'card'],
    ['Tab', 'card-lock'],
    ['Tab', 'card-delete'],
    ['Tab', 'card-note'],
    ['Tab', 'card-field'],
    ['Tab', 'card-field-2'],
    ['Escape', 'back'],
    ['f', 'filter'],
    ['Enter', 'filter-on'],
    ['Tab', 'filter-next'],
    ['Tab', 'filter-after'],
  ] as const) {
    await desk.keys(press)
    await taken(name)
  }
  await desk.keys('Escape')
  await taken('filter-left')
  await desk.intoStory()
  await desk.keys('/')
  await page.keyboard.type('the')
  await taken('find')
  await desk.keys('Enter')
  await taken('find-next')
  await desk.keys('Tab')
  await taken('find-tab')
  await desk.keys('Escape')
  await taken('find-left')
  await desk.keys('Control+z', 'Control+z')
  await taken('undone')
  await desk.keys('Control+Shift+e')
  await expect(page.getByRole('dialog')).toBeVisible()
  await taken('export')
  for (const name of ['export-2', 'export-3', 'export-4', 'export-5'] as const) {
    await desk.keys('Tab')
    await taken(name)
  }
  await desk.keys('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(desk.story).toBeFocused()
  for (let press = 0; press < 14; press += 1) {
    await desk.keys('Tab')
    await taken('round')
  }
})
