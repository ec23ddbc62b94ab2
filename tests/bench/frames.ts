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
    const frames = {
      afterFrame,
      keys: [] as number[],
      /** From the next keydown (its own time stamp, before any handler ran) to the end of its frame. */
      watchKeys() {
        addEventListener(
          'keydown',
          (event) => {
            const pressed = event.timeStamp
            void afterFrame().then((shown) => frames.keys.push(shown - pressed))
          },
          { capture: true },
        )
      },
      /** Frames until `ready` holds; resolves with the time at the end of the frame in which it first did. */
      async until(ready: () => boolean): Promise<number> {
        for (;;) {
          const shown = await afterFrame()
          if (ready()) return shown
        }
      },
    }
    Object.assign(window, { galleyFrames: frames })
  })
}

/** What {@link installFrames} puts on the page. */
export interface Frames {
  afterFrame(): Promise<number>
  keys: number[]
  watchKeys(): void
  until(ready: () => boolean): Promise<number>
}

declare global {
  interface Window {
    galleyFrames: Frames
  }
}

/** Presses a key `times` times through the browser's protocol; milliseconds from keydown to its frame. */
export async function timeKeys(
  page: Page,
  key: string,
  times: number,
  before?: () => Promise<void>,
): Promise<number[]> {
  await page.evaluate(() => {
    window.galleyFrames.keys = []
  })
  const taken: number[] = []
  for (let press = 0; press < times; press += 1) {
    await before?.()
    const seen = await page.evaluate(() => window.galleyFrames.keys.length)
    await page.keyboard.press(key)
    await page.waitForFunction((count) => window.galleyFrames.keys.length > count, seen)
    taken.push(await page.evaluate(() => window.galleyFrames.keys.at(-1) ?? Number.NaN))
  }
  return taken
}

/** The middle value; of an even number the lower of the two. NaN for none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}

/** The value that 95 % do not exceed. NaN for none. */
export function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN
}
