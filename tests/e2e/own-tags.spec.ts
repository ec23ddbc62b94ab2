import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { storedMarks } from './marks-on-disk.ts'
import { expect, test } from './test.ts'

test.use({ story: 'brief.txt' })

const SCHEME = 'galley.tags.json'

const tags = [
  { id: 'claim', label: 'Claim', description: 'Somebody says that it is so.' },
  { id: 'evidence', label: 'Evidence' },
  { id: 'number', label: 'Number' },
  { id: 'place', label: 'Place' },
  {
    id: 'law',
    label: 'Law',
    fields: [
      { id: 'act', label: 'Act' },
      { id: 'court', label: 'Court', choices: ['local', 'high'] },
      { id: 'paper', label: 'Paper', kind: 'link' },
      { id: 'checked', label: 'Checked', kind: 'yes-no' },
    ],
  },
  { id: 'name', label: 'Name' },
  { id: 'risk', label: 'Risk' },
  { id: 'doubtful', label: 'Doubtful' },
  { id: 'lead', label: 'Lead' },
]

test('a folder’s own tags are there while the story is open, with keys, fields and faults', async ({
  desk,
  galley,
  page,
}) => {
  const file = path.join(galley.folder, SCHEME)
  // A colleague works with a tag that nobody else has.
  await writeFile(file, JSON.stringify({ tags: [{ id: 'hearsay', label: 'Hearsay' }] }))
  const story = path.join(galley.folder, 'brief.txt')
  await galley.command('tag', story, '--as', 'Rita Quill', '--tag', 'hearsay', '--quote', 'a piano')
  const [ritas] = await desk.sidecars('brief.txt', 'Rita Quill')

  await writeFile(file, JSON.stringify({ tags }, null, 2))
  await desk.start()
  await desk.opened()
  await writeFile(file, JSON.stringify({ tags: tags.slice(0, 2) }, null, 2))
  const bar = page.getByRole('toolbar', { name: 'Tags' })
  await expect(bar.getByRole('button')).toHaveText([/Claim/, /Evidence/])
  await writeFile(file, JSON.stringify({ tags }, null, 2))
  await expect(bar.getByRole('button')).toHaveCount(tags.length)
  await expect(bar.getByRole('button', { name: 'Claim' })).toHaveAccessibleDescription(
    'Somebody says that it is so.',
  )

  // What the scheme doesn't know is shown by its id.
  await expect(page.getByRole('article', { name: 'hearsay (unknown tag), Rita Quill' })).toBeVisible()
  await desk.keys('Control+Home', '9', '5')
  expect(await desk.savedMarks('brief.txt')).toEqual([
    'lead: Ferry to Inner Skarra runs again',
    expect.stringMatching(/^law: The ferry to Inner Skarra left on time/),
  ])

  const card = page.getByRole('article', { name: 'Law, you' })
  await card.getByRole('textbox', { name: 'Act' }).fill('Harbours Act')
  await desk.keys('Enter')
  await card.getByRole('textbox', { name: 'Paper' }).fill('example.org/act')
  await desk.keys('Enter')
  for (const [field, choice] of [
    ['Court', 'high'],
    ['Checked', 'Yes'],
  ] as const) {
    await card.getByRole('combobox', { name: field }).click()
    await page.getByRole('option', { name: choice, exact: true }).click()
    await expect(card.getByRole('combobox', { name: new RegExp(`${field}: ${choice}`, 'i') })).toBeVisible()
  }
  await desk.saved()
  const [sidecar] = await desk.sidecars('brief.txt')
  expect(storedMarks(sidecar)[1]?.fields).toEqual({
    act: 'Harbours Act',
    court: 'high',
    paper: 'https://example.org/act',
    checked: 'yes',
  })

  // Broken: said with the line, folded away, said again when it is broken otherwise; the tags that can be used go on.
  await writeFile(file, '{\n  "tags": [\n    { "id": "claim", "label": "Claim" },\n  ]\n}\n')
  const fault = page.getByText(/The tags of “galley\.tags\.json” can't be used: line 3/)
  await expect(fault).toBeVisible()
  expect(await desk.axe()).toEqual([])
  await page.getByRole('button', { name: 'Fold away' }).click()
  await expect(fault).toBeHidden()
  await expect(desk.story).toBeFocused()
  await writeFile(file, '{\n  "tags": [\n    { "id": "claim", "label": "Claim", "key": "x" }\n  ]\n}\n')
  await expect(page.getByText(/line 3: .* must be a digit from 1 to 9/)).toBeVisible()
  await desk.intoStory()
  await desk.keys('Control+End', 'k', '1')
  expect((await desk.savedMarks('brief.txt')).at(-1)).toMatch(/The evening boat stays cancelled/)
  await writeFile(file, JSON.stringify({ tags }, null, 2))
  await expect(page.getByText(/galley\.tags\.json” can't be used/)).toHaveCount(0)
  await expect(bar.getByRole('button')).toHaveCount(tags.length)

  // Own changes leave a colleague's file as it was, and an own mark keeps what its tag no longer knows.
  expect(await desk.sidecars('brief.txt', 'Rita Quill')).toEqual([ritas])
  await writeFile(file, JSON.stringify({ tags: tags.slice(0, 2) }))
  await expect(bar.getByRole('button')).toHaveCount(2)
  await expect(page.getByRole('article', { name: 'law (unknown tag), you' })).toBeVisible()
  // The caret is in the first mark; the law is the next.
  await desk.keys('Control+Home', 'l')
  await desk.note('Ask the harbour master.')
  await desk.saved()
  expect(storedMarks((await desk.sidecars('brief.txt'))[0])[1]).toMatchObject({
    tag: 'law',
    note: 'Ask the harbour master.',
    fields: { act: 'Harbours Act', court: 'high' },
  })
})

test('a colour chosen in the settings is on the marks at once, and the tags become a file', async ({
  desk,
  galley,
  page,
}) => {
  await desk.start()
  await desk.opened()
  await desk.keys('Control+Home', '1')
  // By its attribute: behind a dialog the story has no role.
  const mark = page.locator('[data-annotation-id]').first()
  await expect(mark).toHaveCSS('border-bottom-color', 'rgb(11, 107, 176)')

  await desk.keys('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Tags' }).click()
  await settings.getByRole('button', { name: /^Fact/ }).click()
  const light = settings.getByRole('textbox', { name: 'On light paper', exact: true })
  await light.fill('#fff5a0')
  await expect(settings.getByText(/Too faint to be seen by everyone/)).toBeVisible()
  await expect(mark).toHaveCSS('border-bottom-color', 'rgb(11, 107, 176)')
  await light.fill('#8a1020')
  await expect(mark).toHaveCSS('border-bottom-color', 'rgb(138, 16, 32)')
  expect(await desk.axe()).toEqual([])

  // Made one's own, the tags take the chosen colour along into the file for everybody.
  await settings.getByRole('button', { name: 'Make tags of my own' }).click()
  await expect(settings.getByRole('list', { name: 'Your tags' })).toBeVisible()
  await settings.getByRole('button', { name: 'Use as galley.tags.json in this folder' }).click()
  await expect(settings.getByText(/These tags come from galley\.tags\.json/)).toBeVisible()
  const written = JSON.parse(await readFile(path.join(galley.folder, SCHEME), 'utf8'))
  expect(written.tags.map(({ id }: { id: string }) => id)).toEqual([
    'fact',
    'assessment',
    'attribution',
    'photo-caption',
  ])
  expect(JSON.stringify(written.tags[0])).toContain('#8a1020')
  await desk.keys('Escape')
  await expect(desk.story).toBeFocused()
  await page.reload()
  await desk.opened()
  await expect(mark).toHaveCSS('border-bottom-color', 'rgb(138, 16, 32)')
})

test('own tags with a fault wait to be mended, also when the settings are left', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const tagsTab = async () => {
    await desk.keys('Control+,')
    await settings.getByRole('tab', { name: /^Tags/ }).click()
  }
  const bar = page.getByRole('toolbar', { name: 'Tags', includeHidden: true }).first()
  const list = settings.getByRole('list', { name: 'Your tags' })
  const field = (name: string) => list.getByRole('textbox', { name, exact: true })
  await tagsTab()
  await settings.getByRole('button', { name: 'Make tags of my own' }).click()
  await list.getByRole('button', { name: 'Fact' }).click()
  await field('When to use it').fill('What two people saw.')
  await field('Name').fill('')
  await expect(settings.getByText(/^Not saved until this is right/)).toBeVisible()

  // Elsewhere in the settings the part that waits is marked; left and opened again, all is as it was typed.
  await settings.getByRole('tab', { name: 'Look' }).click()
  await expect(settings.getByRole('tab', { name: 'Tags not saved' })).toBeVisible()
  expect(await desk.axe()).toEqual([])
  await desk.keys('Escape')
  await expect(settings).toBeHidden()
  await expect(page.getByTestId('announcements')).toContainText('A change of your tags is not saved yet')
  await tagsTab()
  await list.getByRole('button', { name: 'fact' }).click()
  await expect(field('Name')).toHaveValue('')
  await expect(field('When to use it')).toHaveValue('What two people saw.')
  await field('Name').fill('Seen')
  await expect(bar).toContainText('Seen')
  await expect(settings.getByRole('tab', { name: 'Tags', exact: true })).toBeVisible()

  // Given up, what is saved is back.
  await field('Name').fill('')
  await settings.getByRole('button', { name: 'Back to the saved tags' }).click()
  await settings.getByRole('button', { name: 'Back to the saved tags' }).click()
  await expect(settings.getByRole('button', { name: 'Add a tag' })).toBeFocused()
  await expect(list.getByRole('button', { name: 'Seen' })).toBeVisible()
  await expect(settings.getByText(/^Not saved until this is right/)).toHaveCount(0)
})
