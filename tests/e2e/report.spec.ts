import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { exportStory } from '../../shared/report/export-story.ts'
import { harbourReport } from '../helpers/report-input.ts'

/** The report as a person opens it from a mail attachment: a file, with nothing around it. */
const test = base.extend<{ report: string; problems: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names off this pattern.
  report: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'galley-report-'))
    const { name, content } = exportStory('html', harbourReport)
    await writeFile(path.join(folder, name), content)
    await use(pathToFileURL(path.join(folder, name)).href)
    await rm(folder, { recursive: true, force: true })
  },
  problems: async ({ page }, use) => {
    const problems: string[] = []
    page.on('console', (message) => problems.push(message.text()))
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) problems.push(request.url())
    })
    await use(problems)
    expect(problems).toEqual([])
  },
})

for (const [name, width, scheme] of [
  ['wide and light', 1440, 'light'],
  ['wide and dark', 1440, 'dark'],
  ['narrow and light', 360, 'light'],
  ['narrow and dark', 360, 'dark'],
] as const) {
  test(`axe finds nothing in the report, ${name}, and nothing is wider than the page`, async ({
    page,
    report,
    problems,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(report)
    const { violations, incomplete } = await new AxeBuilder({ page }).analyze()
    expect(violations).toEqual([])
    expect(incomplete).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    expect(problems).toEqual([])
  })
}

test('the browser reads back the story text, character by character', async ({ page, report, problems }) => {
  await page.goto(report)
  const text = await page.evaluate(() =>
    [...document.querySelectorAll('.story .b')]
      .map((block) => {
        const copy = document.createElement('div')
        copy.append(...[...block.cloneNode(true).childNodes])
        for (const number of copy.querySelectorAll('sup')) number.remove()
        return copy.textContent
      })
      .join('\n'),
  )
  expect(text).toBe(harbourReport.story.text)
  expect(problems).toEqual([])
})

test('notes stand beside their paragraph on a wide screen and below it on a narrow one', async ({
  page,
  report,
  problems,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(report)
  const wide = await placesOf(page)
  expect(wide.note.left).toBeGreaterThan(wide.paragraph.right)
  expect(Math.abs(wide.note.top - wide.paragraph.top)).toBeLessThan(20)
  await page.setViewportSize({ width: 600, height: 900 })
  const narrow = await placesOf(page)
  expect(narrow.note.top).toBeGreaterThanOrEqual(narrow.paragraph.bottom)
  expect(problems).toEqual([])
})

test('a number leads to the note, and the note back to the words', async ({ page, report, problems }) => {
  await page.goto(report)
  await page.getByRole('link', { name: '3, Attribution, Jane Doe' }).click()
  expect(new URL(page.url()).hash).toBe('#note-3')
  await page.locator('#note-3').getByRole('link', { name: '3, to the marked words' }).click()
  expect(new URL(page.url()).hash).toBe('#mark-3')
  await expect(page.locator('#mark-3')).toHaveText('according to a port authority official')
  expect(problems).toEqual([])
})

test('paper is white also where the screen is dark, and fits A4 and Letter', async ({
  page,
  report,
  problems,
}) => {
  await page.goto(report)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  // Widths of the printed area in CSS pixels: 176 mm and 182 mm.
  for (const width of [665, 688]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  }
  const colours = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body)
    return {
      backgroundColor,
      color,
      mark: getComputedStyle(document.querySelector('#mark-2') ?? document.body).borderBottomColor,
    }
  })
  expect(colours).toEqual({
    backgroundColor: 'rgb(255, 255, 255)',
    color: 'rgb(29, 27, 24)',
    mark: 'rgb(11, 107, 176)',
  })
  expect(problems).toEqual([])
})

async function placesOf(page: Page) {
  return page.evaluate(() => {
    const rect = (element: Element | null | undefined) => {
      const { left, right, top, bottom } = (element ?? document.body).getBoundingClientRect()
      return { left, right, top, bottom }
    }
    const mark = document.querySelector('#mark-3')
    return { paragraph: rect(mark?.closest('.b')), note: rect(document.querySelector('#note-3')) }
  })
}
