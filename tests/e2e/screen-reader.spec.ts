import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

interface TreeNode {
  readonly role: string
  readonly name: string
  readonly description: string
  /** Of a heading. */
  readonly level: number
  /** Id that `aria-details` leads to. */
  readonly details: string | null
}

/** The accessibility tree as the browser hands it to a screen reader, in the order in which it is read. */
async function treeOf(page: Page): Promise<readonly TreeNode[]> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  await client.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const inOrder = (id: string): typeof nodes => {
    const node = byId.get(id)
    return node === undefined ? [] : [node, ...(node.childIds ?? []).flatMap(inOrder)]
  }
  return inOrder(nodes[0]?.nodeId ?? '').flatMap((node) => {
    if (node.ignored) return []
    const property = (name: string) => node.properties?.find((each) => each.name === name)?.value
    return {
      role: String(node.role?.value ?? ''),
      name: String(node.name?.value ?? ''),
      description: String(node.description?.value ?? ''),
      level: Number(property('level')?.value ?? 0),
      details: property('details')?.relatedNodes?.[0]?.idref ?? null,
    }
  })
}

const landmarks = ['banner', 'navigation', 'main', 'complementary', 'contentinfo', 'search', 'region']

/** Levels of the headings in the order in which they are read. */
function headingLevels(tree: readonly TreeNode[]): number[] {
  return tree.filter(({ role }) => role === 'heading').map(({ level }) => level)
}

test('the tree of an open story: regions, headings, story, marks, cards, one live region', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  await desk.keys('j', 'j', '1', 'j', 'j', '2')
  await desk.select('traffic at 5 a.m.')
  await desk.keys('3')
  await desk.note('Ask the harbour office.')
  await desk.saved()
  const tree = await treeOf(page)
  const withRole = (role: string) => tree.filter((node) => node.role === role)

  expect(tree.filter(({ role }) => landmarks.includes(role)).map(({ role, name }) => [role, name])).toEqual([
    ['banner', ''],
    ['navigation', 'Stories'],
    ['main', 'Story'],
    ['complementary', 'Annotations'],
    ['contentinfo', ''],
  ])
  expect(withRole('status')).toHaveLength(1)

  // The stories stand before the page: after their heading comes the only one of the first level; none is skipped.
  const levels = headingLevels(tree)
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  const steps = levels.map((level, index) => level - (levels[index - 1] ?? level))
  expect(Math.max(...steps)).toBeLessThanOrEqual(1)
  expect(withRole('heading').filter(({ name }) => name.trim() === '')).toEqual([])

  const story = page.getByRole('textbox', { name: 'Story text' })
  await expect(story).toHaveAccessibleDescription('Annotating, text locked')
  await expect(story).toHaveAttribute('aria-readonly', 'true')
  await expect(story).toHaveAttribute('aria-multiline', 'true')

  const marks = withRole('mark')
  expect(marks.length).toBeGreaterThan(30)
  // ARIA 1.3: a mark has no name of its own; its words are read, and its description says what it is.
  expect(marks.filter(({ name }) => name !== '')).toEqual([])
  for (const { description } of marks) {
    expect(description).toMatch(
      /^(Fact|Assessment|Attribution|Photo caption), (Jane Doe|M\. Okafor|L\. Haddad)(, \d of \d overlapping)?(, note: .+)?$/,
    )
  }
  expect(marks.map(({ description }) => description)).toContainEqual(
    expect.stringMatching(/^Attribution, Jane Doe, 1 of \d overlapping, note: Ask the harbour office\.$/),
  )
  // The active one leads to its card, which is an article that is called like it.
  const cards = await page
    .getByRole('article')
    .evaluateAll((all) =>
      all.map((card) => [card.id, card.getAttribute('aria-label')?.replace(', you', ', Jane Doe')]),
    )
  const names = new Map(cards as [string, string][])
  const leading = marks.filter(({ details }) => details !== null && details !== undefined)
  expect(leading.length).toBeGreaterThan(0)
  for (const { details, description } of leading) {
    expect(description.startsWith(`${names.get(details ?? '')}`), `${details}: ${description}`).toBe(true)
  }

  await desk.editText()
  await expect(story).toHaveAttribute('aria-readonly', 'false')
  await expect(story).toHaveAccessibleDescription(/^Editing/)
})

test('the trees of what comes over the page have their names and headings', async ({ desk, page }) => {
  await desk.start()
  await desk.opened()
  for (const [keys, name] of [
    ['?', 'All keys'],
    ['Control+,', 'Settings'],
    ['Control+Shift+e', 'Export a report'],
    ['Control+o', /stor/i],
  ] as const) {
    await desk.keys(keys)
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog).toBeVisible()
    const tree = await treeOf(page)
    // The page behind is hidden; only what speaks is still heard.
    expect(tree.filter(({ role }) => landmarks.includes(role)).map(({ role }) => role)).toEqual([])
    const levels = headingLevels(tree)
    expect(levels[0], `${name}`).toBe(2)
    const steps = levels.map((level, index) => level - (levels[index - 1] ?? level))
    expect(Math.max(...steps)).toBeLessThanOrEqual(1)
    const unnamed = tree.filter(
      (node) =>
        ['button', 'textbox', 'checkbox', 'switch', 'radio', 'combobox', 'slider', 'tab'].includes(
          node.role,
        ) && node.name.trim() === '',
    )
    expect(unnamed).toEqual([])
    await desk.keys('Escape')
    await expect(dialog).toBeHidden()
    await expect(desk.story).toBeFocused()
    await desk.caughtUp()
  }
})

test('on a long story, “All marks for screen readers” gives each mark its element', async ({
  desk,
  galley,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const text = await galley.command('text', `${galley.folder}/long-read.txt`)
  const sentence = text.indexOf('. ', text.length - 2000) + 2
  for (const [start, tag] of [
    [0, 'fact'],
    [Math.round(text.length / 2), 'assessment'],
    [sentence, 'attribution'],
  ] as const) {
    await galley.command(
      'tag',
      `${galley.folder}/long-read.txt`,
      ...['--as', 'Rita Quill', '--tag', tag, '--range', `${start}-${start + 12}`],
    )
  }
  await desk.open(/river books/)
  await expect(desk.marks()).toHaveCount(1)
  await desk.keys('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('tab', { name: 'Look' }).click()
  await dialog.getByRole('switch', { name: 'All marks for screen readers' }).click()
  await desk.keys('Escape')
  await expect(desk.marks()).toHaveCount(3)
  await expect
    .poll(async () =>
      (await treeOf(page)).filter(({ role }) => role === 'mark').map(({ description }) => description),
    )
    .toEqual(['Fact, Rita Quill', 'Assessment, Rita Quill', 'Attribution, Rita Quill'])

  // A single key is a command on the story, and nowhere else (WCAG 2.1.4).
  const marks = await desk.marks().count()
  for (const name of [/^Layers/, 'Menu']) {
    await page.getByRole('button', { name }).focus()
    await desk.keys('1', '2', 'Delete', '.')
  }
  await page.getByRole('tab', { name: /List/ }).focus()
  await desk.keys('1', 'v', 'u', 'j')
  await expect(desk.marks()).toHaveCount(marks)
  await desk.keys('Control+,')
  await dialog.getByRole('tab', { name: 'Keys' }).click()
  await dialog.getByRole('switch', { name: 'Single keys' }).click()
  await desk.keys('Escape')
  await desk.intoStory()
  await desk.keys('1', 'j', '2', '.')
  await expect(desk.marks()).toHaveCount(marks)
})
