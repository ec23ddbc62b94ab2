import type { Browser } from '@playwright/test'
import { goIntoText, heapOf, installFrames, nodesIn, timeKeys, timeWheel } from './frames.ts'
import { FEW_KEYS, KEYS, QUIET, type Run } from './run.ts'

/** The bare ProseMirror: same text, no marks. */
export async function floorRun(browser: Browser, origin: string): Promise<Run> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await installFrames(page)
  await page.goto(origin)
  await page.waitForFunction(() => typeof window.openFloor === 'function')
  const open = await page.evaluate(async () => {
    const started = performance.now()
    await window.openFloor()
    const painted = () => document.querySelector('.ProseMirror p') !== null
    const shown = await window.galleyFrames.until(painted)
    window.stopTasks = window.galleyFrames.watchTasks()
    return shown - started
  })
  await page.waitForTimeout(QUIET)
  const task = await page.evaluate(() => window.stopTasks())
  const nodes = await nodesIn(page, '.ProseMirror')
  const heap = await heapOf(page)
  await page.evaluate(() => window.galleyFrames.watchKeys())
  await goIntoText(page)
  const arrows = await timeKeys(page, 'ArrowRight', KEYS)
  const wheel = await timeWheel(page)
  await timeKeys(page, 'Control+Home', 1)
  const pages = await timeKeys(page, 'PageDown', FEW_KEYS)
  await timeKeys(page, 'Control+Home', 1)
  const jumps: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    jumps.push(...(await timeKeys(page, 'Control+End', 1)), ...(await timeKeys(page, 'Control+Home', 1)))
  }
  await goIntoText(page)
  const letters = await timeKeys(page, 'e', KEYS)
  await page.close()
  return { open, arrows, letters, wheel, pages, jumps, nodes, heap, task }
}
