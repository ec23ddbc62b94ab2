import type { Page } from '@playwright/test'

/**
 * Measures inside the page. A time ends when the frame that shows the change is laid out, painted and committed:
 * a message posted from requestAnimationFrame is handled right after that. Raster and display are not included.
 */
export async function installFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const afterFrame = (): Promise<number> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now())
          channel.port2.postMessage(null)
        })
      })
    const waiting = new Set<() => void>()
    const frames: Frames = {
      afterFrame,
      keys: [],
      watchKeys() {
        addEventListener(
          'keydown',
          (event) => {
            const pressed = event.timeStamp
            void afterFrame().then((shown) => {
              frames.keys.push(shown - pressed)
              for (const go of [...waiting]) go()
            })
          },
          { capture: true },
        )
      },
      keysShown(count) {
        return new Promise((resolve) => {
          const look = () => {
            if (frames.keys.length < count) return
            waiting.delete(look)
            resolve(frames.keys.at(-1) ?? Number.NaN)
          }
          waiting.add(look)
          look()
        })
      },
      async until(ready) {
        for (;;) {
          const shown = await afterFrame()
          if (ready()) return shown
        }
      },
      watchFrames() {
        const gaps: number[] = []
        let last: number | null = null
        let going = true
        const tick = (now: number) => {
          if (last !== null) gaps.push(now - last)
          last = now
          if (going) requestAnimationFrame(tick)
        }
        requestAnimationFrame(tick)
        return () => {
          going = false
          return gaps
        }
      },
      watchTasks() {
        let longest = 0
        let last = performance.now()
        let going = true
        const channel = new MessageChannel()
        // A task of its own each time: what lies between two of them kept the window from answering.
        channel.port1.onmessage = () => {
          const now = performance.now()
          longest = Math.max(longest, now - last)
          last = now
          if (going) channel.port2.postMessage(null)
        }
        channel.port2.postMessage(null)
        return () => {
          going = false
          return longest
        }
      },
    }
    Object.assign(window, { galleyFrames: frames })
  })
}

/** What {@link installFrames} puts on the page. Times in milliseconds. */
export interface Frames {
  afterFrame(): Promise<number>
  /** From each keydown (its own time stamp, before any handler ran) to the end of its frame. */
  keys: number[]
  watchKeys(): void
  /** Resolves with the last of them when there are so many. */
  keysShown(count: number): Promise<number>
  /** Frames until `ready` holds; resolves with the time at the end of the frame in which it first did. */
  until(ready: () => boolean): Promise<number>
  /** From now on. The result ends it and gives the times between frames. */
  watchFrames(): () => readonly number[]
  /** From now on. The result ends it and gives the longest time that nothing else could run; may be two tasks. */
  watchTasks(): () => number
}

declare global {
  interface Window {
    galleyFrames: Frames
  }
}

/** Presses a key `times` times through the browser's protocol, each when the one before is shown. */
export async function timeKeys(page: Page, key: string, times: number): Promise<number[]> {
  const before = await page.evaluate(() => window.galleyFrames.keys.length)
  const taken: number[] = []
  for (let press = 1; press <= times; press += 1) {
    await page.keyboard.press(key)
    taken.push(await page.evaluate((count) => window.galleyFrames.keysShown(count), before + press))
  }
  return taken
}

/** From the start of the story into a line of its first paragraph, between two letters. */
export async function goIntoText(page: Page): Promise<void> {
  await timeKeys(page, 'Control+Home', 1)
  await timeKeys(page, 'ArrowDown', 4)
  await timeKeys(page, 'ArrowRight', 20)
}

// A frame at 60 Hz, in milliseconds.
const FRAME = 1000 / 60

/** Frames that came late: a gap of two frames is one that was dropped. */
export function droppedIn(gaps: readonly number[]): number {
  return gaps.reduce((dropped, gap) => dropped + Math.max(0, Math.round(gap / FRAME) - 1), 0)
}

/** What a story is asked for while the wheel turns. */
export async function timeWheel(page: Page): Promise<number> {
  await page.evaluate(() => {
    Object.assign(window, { stopFrames: window.galleyFrames.watchFrames() })
  })
  const browser = await page.context().newCDPSession(page)
  // Thirty screens in three seconds, as a strong turn of a wheel does.
  await browser.send('Input.synthesizeScrollGesture', {
    x: 600,
    y: 450,
    yDistance: -24_000,
    speed: 8000,
    gestureSourceType: 'mouse',
    preventFling: true,
  })
  await browser.detach()
  return droppedIn(await page.evaluate(() => (window as unknown as { stopFrames(): number[] }).stopFrames()))
}

/** Bytes that are still used when everything else was collected. */
export async function heapOf(page: Page): Promise<number> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('HeapProfiler.enable')
  await browser.send('HeapProfiler.collectGarbage')
  const { usedSize } = await browser.send('Runtime.getHeapUsage')
  await browser.detach()
  return usedSize
}

/** Elements and texts inside an element. */
export function nodesIn(page: Page, selector: string): Promise<number> {
  return page.evaluate((wanted) => {
    const root = document.querySelector(wanted)
    if (root === null) return 0
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    let count = 0
    while (walker.nextNode()) count += 1
    return count
  }, selector)
}
