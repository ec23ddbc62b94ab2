import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import { readSidecarItems } from './read-items.ts'
import { expect, test } from './test.ts'

const OFFICIAL = 'according to a port authority official'
const DRAFT = 'The draft budget, dated 12 November'
const LATE = 'The work ended nine days later than planned.'
const DRIED = 'The walls were dried for nineteen days'
const TIDE = '“We were lucky with the tide,”'

/** The tunnel story after a morning at the desk: a correction, a moved paragraph, a cut, other quotes. */
function rewritten(text: string): string {
  const paragraphs = text.split('\n\n')
  const divers = paragraphs.findIndex((each) => each.startsWith('Divers cut'))
  const [moved = ''] = paragraphs.splice(divers, 1)
  paragraphs.splice(4, 0, moved)
  return paragraphs
    .join('\n\n')
    .replace('12 November', '21 November')
    .replace(`${LATE} `, '')
    .replaceAll(/[“”]/g, '"')
    .replaceAll('’', "'")
    .replace('opened to traffic at 5 a.m.', 'opened to traffic at 6 a.m.')
}

test('a story rewritten on the disk while it is open: placed, changed, not found; settled by keyboard', async ({
  desk,
  galley,
  page,
}) => {
  const story = path.join(galley.folder, 'harbour-tunnel.txt')
  await desk.start()
  await desk.opened()
  for (const quote of [OFFICIAL, DRAFT, LATE, DRIED, TIDE]) {
    await galley.command('tag', story, '--as', 'Jane Doe', '--tag', 'fact', '--quote', quote)
  }
  await expect.poll(() => desk.markedWords()).toEqual(expect.arrayContaining([OFFICIAL, TIDE]))
  const text = rewritten(await readFile(story, 'utf8'))
  await writeFile(story, text)
  await expect.poll(() => desk.text()).toBe(text)

  // Colleagues' marks have their own doubts; here only Jane's are looked at.
  await page.getByRole('button', { name: /^Layers/ }).click()
  for (const name of ['M. Okafor', 'L. Haddad']) {
    const layer = page.getByRole('switch', { name })
    await layer.click()
    await expect(layer).not.toBeChecked()
  }
  await desk.keys('Escape')
  await expect(
    page.getByText('1 changed, 1 not found, 1 with another sentence around it').first(),
  ).toBeVisible()

  // The corrected hour stands in the sentence of the first; its own words are as they were.
  await desk.intoStory()
  await desk.keys('Control+Home', 'd')
  await expect(page.getByRole('article', { name: /Fact, you/ }).filter({ hasText: OFFICIAL })).toContainText(
    'The sentence around it changed',
  )
  expect(await desk.axe()).toEqual([])
  await desk.keys('a', 'd')
  const changed = page.getByRole('article', { name: /Fact, you/ }).filter({ hasText: 'draft budget' })
  await expect(changed.getByRole('deletion')).toHaveText('12')
  await expect(changed.getByRole('insertion')).toHaveText('21')
  await desk.keys('a')
  await desk.saved()
  await expect(page.getByText(/^.*1 not found/).first()).toBeVisible()

  // The sentence that was cut: its mark goes to another by hand.
  await desk.keys('d', 'r')
  expect(await desk.axe()).toEqual([])
  await desk.intoStory()
  await desk.select('The authority blames a batch of seals')
  await desk.keys('Enter')
  await desk.saved()
  await expect(page.getByText(/1 not found/)).toHaveCount(0)

  const [sidecar] = (await desk.sidecars('harbour-tunnel.txt')) as [Sidecar]
  const items = readSidecarItems(sidecar, text)
  expect(items).toEqual({
    [OFFICIAL]: { words: OFFICIAL, revision: 2 },
    'The draft budget, dated 21 November': { words: 'The draft budget, dated 21 November', revision: 2 },
    'The authority blames a batch of seals': { words: 'The authority blames a batch of seals', revision: 2 },
    // Found by themselves; nothing was written for them.
    [DRIED]: { words: null, revision: 1 },
    [TIDE]: { words: null, revision: 1 },
  })
  const checked = JSON.parse(await galley.command('check', story, '--json'))
  const jane = checked[0].layers.find(({ name }: { name: string }) => name === 'Jane Doe')
  expect([jane.placed.length, jane.changed.length, jane.orphan.length]).toEqual([5, 0, 0])
})
