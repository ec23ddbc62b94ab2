import { Heard } from './heard.ts'
import { expect, test } from './test.ts'

test('says each thing once, and nothing while keys are held; the focus is never lost', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const heard = await Heard.on(desk)
  // Somewhere else than on the page itself, which is where the focus falls when what had it goes.
  const hasFocus = () => page.evaluate(() => document.activeElement !== document.body)
  /** What is said of some keys, once all is quiet. */
  const after = async (...keys: readonly string[]) => {
    await desk.keys(...keys)
    const said = await heard.all()
    expect(await hasFocus(), `focus after ${keys.join(' ')}`).toBe(true)
    return said
  }
  expect(await page.locator('[aria-live=polite], [role=status]').count()).toBe(1)

  await desk.keys('Control+Home')
  expect(await after('l')).toEqual(['Photo caption, M. Okafor'])
  expect(await after('l')).toEqual([
    'Photo caption, L. Haddad, 1 of 2 overlapping, note: Handout: our rule is to say so in the caption.',
  ])
  expect(await after('x')).toEqual(['Photo caption, M. Okafor, 2 of 2 overlapping'])
  expect(await after('Control+Home')).toEqual(['Left photo caption'])
  // Over ten marks at one go, as with a held key: only where it ends is said.
  await heard.held(...Array<string>(10).fill('l'))
  expect(await heard.all()).toHaveLength(1)
  expect(await after('Backspace')).toEqual([
    expect.stringMatching(/^This annotation belongs to .*; only they can change it$/),
  ])

  await desk.keys('Control+Home')
  await heard.all()
  // Sentences are selected as they are stepped to; the screen reader says selections itself.
  expect(await after('j', 'j')).toEqual([])
  const [tagged, ...more] = await after('1')
  expect(tagged).toMatch(/^Fact: /)
  expect(more).toEqual([])
  expect(await after('t')).toEqual(['Press the digit of the new tag'])
  expect(await after('2')).toEqual(['Changed to assessment'])
  expect(await after('Shift+b')).toEqual([expect.stringMatching(/^Move the end with the arrows/)])
  // The first step, and where the held key ends.
  await heard.held(...Array<string>(8).fill('ArrowLeft'))
  expect(await heard.all()).toHaveLength(2)
  expect(await after('Escape')).toEqual(['The arrows move the caret again'])
  await desk.note('Who says so?')
  expect(await heard.all()).toEqual([])
  expect(await after('Backspace')).toEqual(['Deleted assessment'])
  expect(await after('Control+z')).toEqual(['Undid: Delete assessment'])
  expect(await after('Control+Shift+z')).toEqual(['Redid: Delete assessment'])
  await expect(desk.story).toBeFocused()

  expect(await after('v')).toEqual(['Marks hidden'])
  expect(await after('v')).toEqual(['Marks shown'])
  expect(await after('g')).toEqual(['Jump: type letters of a word'])
  expect(await after('t')).toEqual([expect.stringMatching(/^\d+ words: 1 /)])
  expect(await after('Escape')).toEqual([])
  expect(await after('Shift+2')).toEqual(['Assessment armed: each selection is tagged at once. Escape stops'])
  expect(await after('Escape')).toEqual(['Assessment not armed any more'])

  expect(await after('Control+f', 'p', 'u', 'm', 'p')).toEqual([expect.stringMatching(/^\d of 9$/)])
  expect(await after('Enter')).toEqual([expect.stringMatching(/^\d of 9$/)])
  expect(await after('q', 'q')).toEqual(['Nothing found'])
  expect(await after('Escape')).toEqual([])
  await expect(desk.story).toBeFocused()

  expect(await after('f')).toEqual([])
  expect(await after('Space')).toEqual([expect.stringMatching(/^Showing \d+ of \d+ annotations$/)])
  // The chip that was switched off is still there, and the line that says so goes.
  expect(await after('Space')).toEqual([expect.stringMatching(/^Showing all \d+ annotations$/)])
  await desk.keys('Space')
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^\d+ of \d+: / })
    .focus()
  await heard.all()
  expect(await after('Enter')).toEqual([expect.stringMatching(/^Showing all \d+ annotations$/)])
  await expect(desk.story).toBeFocused()

  expect(await after('Control+e')).toEqual(['Editing, text can be typed into'])
  expect(await after('Control+e')).toEqual(['Annotating, text locked'])
  for (const keys of ['?', 'Control+k', 'Control+,', 'Control+Shift+e', 'Control+o']) {
    await desk.keys(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    // What is announced must be heard over a dialog, too.
    await expect(
      page.getByTestId('announcements').locator('xpath=ancestor-or-self::*[@aria-hidden="true"]'),
    ).toHaveCount(0)
    await desk.keys('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(desk.story).toBeFocused()
  }
  await heard.all()
  expect(await after('Control+Shift+w')).toEqual([])
  await desk.keys('Tab')
  await expect(page.getByRole('button', { name: 'Open story…' })).toBeFocused()
})

test.describe('a story with one annotation', () => {
  test.use({ story: 'brief.txt' })
  test('keeps the focus when the last card is deleted', async ({ desk, page }) => {
    await desk.start()
    await desk.opened()
    await desk.keys('j', '1', 'Enter')
    const remove = page.getByRole('button', { name: 'Delete the annotation' })
    await desk.tabTo(remove)
    await desk.keys('Enter')
    await expect(page.getByRole('article')).toHaveCount(0)
    await expect(desk.story).toBeFocused()
    // In the list, too.
    await desk.keys('Control+z')
    await page.getByRole('tab', { name: /List/ }).click()
    await desk.keys('Tab')
    await desk.intoStory()
    await desk.keys('Control+Home', 'l', 'Backspace')
    await expect(page.getByRole('tab', { name: 'List 0' })).toBeVisible()
    await expect(desk.story).toBeFocused()
  })
})
