import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { DeskApp } from '../e2e/desk-app.ts'
import { ServedGalley } from '../e2e/served-galley.ts'
import { goIntoText, heapOf, installFrames, nodesIn, timeKeys, timeWheel } from './frames.ts'
import { expectMarks, type KnownMark, wrongInSight } from './marks-in-sight.ts'
import { timeStart } from './page-start.ts'
import { FEW_KEYS, type GalleyRun, KEYS, QUIET } from './run.ts'

declare global {
  interface Window {
    /** Milliseconds from the key that opens the measured story to its painted marks. */
    galleyOpening: Promise<number>
    stopTasks(): number
  }
}

const STORY = '[role=textbox]'

/** The app with all panels open; the marks are a colleague's. `story`: beside an `other.txt`. */
export async function galleyRun(
  browser: Browser,
  story: string,
  marks: readonly KnownMark[],
): Promise<GalleyRun> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'galley-bench-data-'))
  const galley = await ServedGalley.start({ story: 'other.txt', folder: path.dirname(story), dataFolder })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await installFrames(page)
  const desk = new DeskApp(page, galley)
  await desk.start()
  await desk.opened()

  const open = await timeOpening(page, desk)
  await page.waitForTimeout(QUIET)
  const task = await page.evaluate(() => window.stopTasks())
  const nodes = await nodesIn(page, STORY)
  const heap = await heapOf(page)
  await page.evaluate(() => window.galleyFrames.watchKeys())
  await goIntoText(page)
  const arrows = await timeKeys(page, 'ArrowRight', KEYS)
  const wheel = await timeWheel(page)
  await timeKeys(page, 'Control+Home', 1)
  const pages = await timeKeys(page, 'PageDown', FEW_KEYS)
  const far = await timeJumps(page, marks)
  await timeKeys(page, 'Control+Home', 1)
  const tags = await timeTags(page, desk)
  await goIntoText(page)
  await desk.saved()
  await desk.editText()
  const letters = await timeKeys(page, 'e', KEYS)
  await page.close()
  await galley.stop()
  const start = await timeStart(browser, story, dataFolder)
  await rm(dataFolder, { recursive: true, force: true })
  return { start, open, task, nodes, heap, arrows, wheel, pages, ...far, tags, letters }
}

/** Watched from inside the page, so that no round trip of the driver is part of the time. */
async function timeOpening(page: Page, desk: DeskApp): Promise<number> {
  const entry = page
    .getByRole('navigation', { name: 'Stories' })
    .getByRole('button', { name: /measured\.txt/ })
  await entry.focus()
  await page.evaluate(() => {
    const painted = () => document.querySelector('[role=textbox] [data-annotation-id]') !== null
    window.galleyOpening = new Promise((resolve) => {
      const pressed = (event: KeyboardEvent) =>
        void window.galleyFrames.until(painted).then((shown) => {
          window.stopTasks = window.galleyFrames.watchTasks()
          resolve(shown - event.timeStamp)
        })
      addEventListener('keydown', pressed, { capture: true, once: true })
    })
  })
  await page.keyboard.press('Enter')
  const open = await page.evaluate(() => window.galleyOpening)
  await desk.opened()
  return open
}

/** To both ends of the story, and from elsewhere to the mark at the caret. */
async function timeJumps(page: Page, known: readonly KnownMark[]) {
  await expectMarks(page, known)
  const jumps: number[] = []
  const marks: number[] = []
  let wrong = 0
  const jump = async (key: string, taken: number[]) => {
    taken.push(...(await timeKeys(page, key, 1)))
    wrong += await wrongInSight(page)
    await page.evaluate(() => window.galleyFrames.afterFrame())
  }
  await timeKeys(page, 'Control+Home', 1)
  for (let turn = 0; turn < 3; turn += 1) {
    await jump('Control+End', jumps)
    await jump('Control+Home', jumps)
    await page.evaluate(
      async (part) => {
        const scroller = document.querySelector('#story-scroll')
        if (scroller !== null) scroller.scrollTop = scroller.scrollHeight * part
        for (let frame = 0; frame < 3; frame += 1) await window.galleyFrames.afterFrame()
      },
      0.3 * (turn + 1),
    )
    await jump('l', marks)
  }
  return { jumps, marks, wrong }
}

/** The first word of the next sentence is selected, then tagged; only the digit is timed. */
async function timeTags(page: Page, desk: DeskApp): Promise<number[]> {
  const taken: number[] = []
  for (let tag = 0; tag < FEW_KEYS; tag += 1) {
    await desk.keys('j', 'ArrowLeft', 'w')
    taken.push(...(await timeKeys(page, String(1 + (tag % 4)), 1)))
    // What was just marked is the active one, and one's own; nothing else here is.
    if ((await desk.story.locator('.own.active').count()) === 0) throw new Error('nothing was marked')
  }
  return taken
}
