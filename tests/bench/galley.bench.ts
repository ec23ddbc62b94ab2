import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type Page, test } from '@playwright/test'
import { DeskApp } from '../e2e/desk-app.ts'
import { ServedGalley } from '../e2e/served-galley.ts'
import { installFrames, median, p95, timeKeys } from './frames.ts'
import { writeMadeSidecar } from './made-sidecar.ts'
import { makeMarks, makeStory } from './make-story.ts'
import { serveFloor } from './serve-floor.ts'

declare global {
  interface Window {
    /** Milliseconds from the key that opens the measured story to its painted marks. */
    galleyOpening: Promise<number>
  }
}

const KEYS = 30
const TAGS = 12

const sizes = [
  { words: 1000, marks: 50, runs: 5 },
  { words: 10_000, marks: 500, runs: 5 },
  // The bare ProseMirror alone needs a minute a run here: the browser works on between its keys.
  { words: 100_000, marks: 5000, runs: 3 },
]

/** Milliseconds of one run. */
interface Run {
  readonly open: number
  /** ArrowRight in the story: keydown → frame. */
  readonly keys: readonly number[]
  /** Galley: a digit on a selected word, keydown → frame that shows the mark. Floor: a letter typed. */
  readonly acts: readonly number[]
}

async function freshPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await installFrames(page)
  return page
}

/** The bare ProseMirror: same text, no marks. */
async function floorRun(browser: Browser, origin: string): Promise<Run> {
  const page = await freshPage(browser)
  await page.goto(origin)
  await page.waitForFunction(() => typeof window.openFloor === 'function')
  const open = await page.evaluate(async () => {
    const started = performance.now()
    await window.openFloor()
    return (
      (await window.galleyFrames.until(() => document.querySelector('.ProseMirror p') !== null)) - started
    )
  })
  await page.evaluate(() => window.galleyFrames.watchKeys())
  await timeKeys(page, 'ArrowRight', 5)
  const keys = await timeKeys(page, 'ArrowRight', KEYS)
  const acts = await timeKeys(page, 'e', TAGS)
  await page.close()
  return { open, keys, acts }
}

/** The app, all panels open, the marks being a colleague's. */
async function galleyRun(browser: Browser, story: string): Promise<Run> {
  const folder = path.dirname(story)
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'galley-bench-data-'))
  const galley = await ServedGalley.start({ story: 'other.txt', folder, dataFolder })
  const page = await freshPage(browser)
  const desk = new DeskApp(page, galley)
  await desk.start()
  await desk.opened()
  const entry = page
    .getByRole('navigation', { name: 'Stories' })
    .getByRole('button', { name: /measured\.txt/ })
  await entry.focus()
  // Watched from inside the page, so that no round trip of the driver is part of the time.
  await page.evaluate(() => {
    const painted = () => document.querySelector('[role=textbox] [data-annotation-id]') !== null
    window.galleyOpening = new Promise((resolve) => {
      const pressed = (event: KeyboardEvent) =>
        void window.galleyFrames.until(painted).then((shown) => resolve(shown - event.timeStamp))
      addEventListener('keydown', pressed, { capture: true, once: true })
    })
  })
  await page.keyboard.press('Enter')
  const open = await page.evaluate(() => window.galleyOpening)
  await desk.opened()
  await page.evaluate(() => window.galleyFrames.watchKeys())
  await timeKeys(page, 'ArrowRight', 5)
  const keys = await timeKeys(page, 'ArrowRight', KEYS)
  const acts: number[] = []
  for (let tag = 0; tag < TAGS; tag += 1) {
    // The first word of the next sentence is selected, then tagged; only the digit is timed.
    await desk.keys('j', 'ArrowLeft', 'w')
    const before = await desk.marks().count()
    acts.push(...(await timeKeys(page, String(1 + (tag % 4)), 1)))
    if ((await desk.marks().count()) <= before) throw new Error('the digit did not mark anything')
  }
  await page.close()
  await galley.stop()
  await rm(dataFolder, { recursive: true, force: true })
  return { open, keys, acts }
}

const ms = (value: number) => value.toFixed(1).padStart(7)
const ratio = (ours: number, floor: number) => `${(ours / floor).toFixed(2)} ×`.padStart(8)

for (const { words, marks, runs } of sizes) {
  test(`${words.toLocaleString('en')} words × ${marks.toLocaleString('en')} marks`, async ({ browser }) => {
    test.setTimeout(1_800_000)
    const folder = await mkdtemp(path.join(tmpdir(), 'galley-bench-'))
    const text = makeStory(words)
    const story = path.join(folder, 'measured.txt')
    await writeFile(story, text)
    await writeFile(path.join(folder, 'other.txt'), 'Another story\n\nIt is short.\n')
    await writeMadeSidecar(story, text, makeMarks(text, marks))
    const floor = await serveFloor(() => text)
    const floors: Run[] = []
    const ours: Run[] = []
    // In turns, so that a slow minute of the machine meets both; the first pair only warms up.
    for (let run = 0; run <= runs; run += 1) {
      const pair = [await floorRun(browser, floor.origin), await galleyRun(browser, story)] as const
      if (run === 0) continue
      floors.push(pair[0])
      ours.push(pair[1])
    }
    floor.close()
    await rm(folder, { recursive: true, force: true })

    const rows: readonly (readonly [string, (runs: readonly Run[]) => number])[] = [
      ['open → painted, median', (runs) => median(runs.map((run) => run.open))],
      ['arrow key → frame, p50', (runs) => median(runs.flatMap((run) => run.keys))],
      ['arrow key → frame, p95', (runs) => p95(runs.flatMap((run) => run.keys))],
      ['tag → painted, p50 (floor: a letter)', (runs) => median(runs.flatMap((run) => run.acts))],
      ['tag → painted, p95 (floor: a letter)', (runs) => p95(runs.flatMap((run) => run.acts))],
    ]
    console.log(`\n${test.info().title}   ms: Galley, bare ProseMirror; ratio; ${runs} runs each`)
    for (const [name, figure] of rows) {
      const [galley, bare] = [figure(ours), figure(floors)]
      console.log(`  ${name.padEnd(38)} ${ms(galley)} ${ms(bare)} ${ratio(galley, bare)}`)
    }
  })
}
