import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'
import { htmlReport } from '../../shared/report/html/report.ts'
import { type ReportInput, WHOLE_REPORT } from '../../shared/report/report-input.ts'
import { harbourReport, jane, okafor } from '../helpers/report-input.ts'
import { readWithAxe } from './axe-findings.ts'

async function useReport(input: ReportInput, use: (address: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'galley-report-'))
  const { name, files } = htmlReport(input)
  await writeFile(path.join(folder, name), files[0]?.content ?? '')
  await use(pathToFileURL(path.join(folder, name)).href)
  await rm(folder, { recursive: true, force: true })
}

/** The report as a person opens it from a mail attachment: a file, with nothing around it. */
const test = base.extend<{ report: string; sides: string; problems: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names off this pattern.
  report: async ({}, use) => {
    await useReport(harbourReport, use)
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  sides: async ({}, use) => {
    await useReport({ ...harbourReport, choice: { ...WHOLE_REPORT, compare: [jane, okafor] } }, use)
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

for (const kind of ['report', 'sides'] as const) {
  test(`axe finds nothing in the ${kind}, wide and narrow, light and dark, and nothing is wider than the page`, async ({
    page,
    report,
    sides,
    problems,
  }) => {
    await page.goto(kind === 'sides' ? sides : report)
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 })
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        const found = await readWithAxe(page, scheme === 'light' ? 'everything' : 'colour')
        expect({ width, scheme, ...found }).toMatchObject({ violations: [], incomplete: [] })
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    }
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
  expect(wide.note.top).toBeGreaterThan(wide.paragraph.top - 8)
  expect(wide.note.top).toBeLessThan(wide.mark.bottom)
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

test('a tag is hidden by the keyboard alone, with its marks, numbers, notes and rows', async ({
  page,
  report,
  problems,
}) => {
  await page.goto(report)
  const box = page.getByRole('checkbox', { name: 'Attribution' })
  await box.focus()
  await page.keyboard.press('Space')
  await expect(box).not.toBeChecked()
  await expect(page.locator('#note-3')).toBeHidden()
  await expect(page.locator('#row-3')).toBeHidden()
  await expect(page.getByRole('link', { name: '3, Attribution, Jane Doe' })).toBeHidden()
  await expect(page.locator('#mark-3')).toHaveCSS('border-bottom-width', '0px')
  await expect(page.locator('#note-4')).toBeVisible()
  expect(problems).toEqual([])
})

test('paragraphs of two annotators stand level side by side, and below each other where it is narrow', async ({
  page,
  sides,
  problems,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(sides)
  const places = () =>
    page.evaluate(() => {
      const of = (column: string) =>
        [...document.querySelectorAll(`.b.${column}.paragraph`)].map((block) => {
          const { top, left, right } = block.getBoundingClientRect()
          return { top, left, right }
        })
      return { one: of('one'), two: of('two') }
    })
  const wide = await places()
  expect(wide.two.map(({ top }) => top)).toEqual(wide.one.map(({ top }) => top))
  expect(Math.min(...wide.two.map(({ left }) => left))).toBeGreaterThan(
    Math.max(...wide.one.map(({ right }) => right)),
  )
  await page.setViewportSize({ width: 320, height: 900 })
  const narrow = await places()
  narrow.two.forEach(({ top }, index) => {
    expect(top).toBeGreaterThan(narrow.one[index]?.top ?? top)
  })
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
    return {
      mark: rect(mark),
      paragraph: rect(mark?.closest('.b')),
      note: rect(document.querySelector('#note-3')),
    }
  })
}
