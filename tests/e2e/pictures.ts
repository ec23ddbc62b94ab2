import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { DeskApp } from './desk-app.ts'
import { discard, root, ServedGalley } from './served-galley.ts'

// Beside the test results, not in the tree: they are there to be looked at.
const folder = path.join(root, 'tests/.results/states')

/** Sizes of the window that the states are looked at in. */
export const sizes = {
  wide: { width: 1440, height: 900 },
  '1024': { width: 1024, height: 768 },
  '720': { width: 720, height: 900 },
  '320': { width: 320, height: 640 },
} as const

interface PictureOptions {
  /** Only this part of the window, in CSS pixels, twice as large. */
  readonly clip?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** The whole page and not only what the window shows of it. */
  readonly fullPage?: boolean
}

/** Takes a picture of the window once its panels have caught up. */
export async function picture(desk: DeskApp, name: string, options: PictureOptions = {}): Promise<void> {
  await mkdir(folder, { recursive: true })
  await desk.caughtUp()
  await desk.page.screenshot({ path: path.join(folder, `${name}.png`), ...options })
}

/** Pictures of one state as it is, in the dark, with more contrast, and in the narrowest window; ends as it began. */
export async function picturesInLooks(desk: DeskApp, name: string): Promise<void> {
  const { page } = desk
  await picture(desk, name)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await picture(desk, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more', reducedMotion: 'reduce' })
  await picture(desk, `${name}-contrast`)
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', reducedMotion: 'reduce' })
  await page.setViewportSize(sizes['320'])
  await picture(desk, `${name}-320`)
  await page.setViewportSize(sizes.wide)
}

/** Opens a story of a folder of its own, and ends its Galley afterwards. */
export async function servedFrom(
  page: DeskApp['page'],
  where: { readonly folder: string; readonly story: string | null },
  look: (desk: DeskApp) => Promise<void>,
): Promise<void> {
  const galley = await ServedGalley.start(where)
  try {
    await look(new DeskApp(page, galley))
  } finally {
    await galley.stop()
    await discard(galley.dataFolder)
  }
}
