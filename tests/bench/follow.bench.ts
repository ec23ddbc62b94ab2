import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from '@playwright/test'
import { DeskApp } from '../e2e/desk-app.ts'
import { ServedGalley } from '../e2e/served-galley.ts'
import { writeMadeSidecar } from './made-sidecar.ts'
import { makeMarks, makeStory } from './make-story.ts'
import { rewriteStory } from './rewrite-story.ts'

const sizes = [
  { words: 10_000, marks: 500 },
  { words: 100_000, marks: 5000 },
]
const RUNS = 3

declare global {
  interface Window {
    galleyTasks: { longestGap: number; long: number[]; stop(): void }
    /** Resolves when another text was brought in. */
    galleyFollowed: Promise<void>
  }
}

for (const { words, marks } of sizes) {
  test(`${words.toLocaleString('en')} words × ${marks.toLocaleString('en')} marks, rewritten while open`, async ({
    browser,
  }) => {
    test.setTimeout(600_000)
    console.log(`\n${test.info().title}: 5 % of the words, paragraphs moved; ms`)
    for (let run = 1; run <= RUNS; run += 1) {
      const folder = await mkdtemp(path.join(tmpdir(), 'galley-bench-'))
      const dataFolder = await mkdtemp(path.join(tmpdir(), 'galley-bench-data-'))
      const text = makeStory(words)
      const story = path.join(folder, 'measured.txt')
      await writeFile(story, text)
      await writeMadeSidecar(story, text, makeMarks(text, marks))
      const galley = await ServedGalley.start({ story: 'measured.txt', folder, dataFolder })
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      const desk = new DeskApp(page, galley)
      await desk.start()
      await desk.opened()
      await page.waitForFunction(() => document.querySelector('[role=textbox] [data-annotation-id]') !== null)
      await page.waitForTimeout(3000)
      await page.evaluate(() => {
        const long: number[] = []
        let last = performance.now()
        let going = true
        const channel = new MessageChannel()
        // A task of its own each time: what lies between two of them kept the window from answering.
        channel.port1.onmessage = () => {
          const now = performance.now()
          window.galleyTasks.longestGap = Math.max(window.galleyTasks.longestGap, now - last)
          last = now
          if (going) channel.port2.postMessage(null)
        }
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) long.push(duration)
        })
        observer.observe({ type: 'longtask', buffered: false })
        window.galleyTasks = {
          longestGap: 0,
          long,
          stop() {
            going = false
            observer.disconnect()
          },
        }
        channel.port2.postMessage(null)
        const footer = document.querySelector('[data-region=footer]') ?? document.body
        window.galleyFollowed = new Promise((resolve) => {
          let seen = false
          new MutationObserver(() => {
            const isThere = footer.querySelector('[data-testid=following]') !== null
            if (seen && !isThere) resolve()
            seen ||= isThere
          }).observe(footer, { childList: true, subtree: true })
        })
      })
      const rewritten = rewriteStory(text)
      const started = Date.now()
      await writeFile(story, rewritten)
      await page.evaluate(() => window.galleyFollowed)
      const shown = Date.now() - started
      await page.waitForTimeout(2000)
      const { longestGap, long } = await page.evaluate(() => {
        const { stop, ...found } = window.galleyTasks
        stop()
        return { longestGap: found.longestGap, long: found.long }
      })
      const over = long.length === 0 ? 'none' : long.map(Math.round).join(', ')
      console.log(
        `  run ${run}: shown after ${shown}; main-thread tasks over 50: ${over}; longest time without an answer (may be two tasks): ${longestGap.toFixed(1)}`,
      )
      await page.close()
      await galley.stop()
      await Promise.all([folder, dataFolder].map((each) => rm(each, { recursive: true, force: true })))
    }
  })
}
