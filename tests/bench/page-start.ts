import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { DeskApp } from '../e2e/desk-app.ts'
import { root, ServedGalley } from '../e2e/served-galley.ts'
import { installFrames } from './frames.ts'

/**
 * Milliseconds from the navigation until the story that the command line named stands with its marks and takes keys.
 * The person is known: `dataFolder` is one of an earlier run.
 */
export async function timeStart(browser: Browser, story: string, dataFolder: string): Promise<number> {
  const galley = await ServedGalley.start({
    story: path.basename(story),
    folder: path.dirname(story),
    dataFolder,
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await installFrames(page)
  const desk = new DeskApp(page, galley)
  await page.goto(galley.url)
  const usable = await page.evaluate(() =>
    window.galleyFrames.until(
      () =>
        document.querySelector('[role=textbox] [data-annotation-id]') !== null &&
        document.activeElement?.getAttribute('role') === 'textbox',
    ),
  )
  await desk.opened()
  await page.close()
  await galley.stop()
  return usable
}

/** Bytes of the page's scripts: as they are, and as a server would send them. */
export async function scriptBytes(): Promise<{ readonly plain: number; readonly gzip: number }> {
  const folder = path.join(root, 'dist/renderer/assets')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  const scripts = await Promise.all(names.map((name) => readFile(path.join(folder, name))))
  return {
    plain: scripts.reduce((all, script) => all + script.length, 0),
    gzip: scripts.reduce((all, script) => all + gzipSync(script, { level: 9 }).length, 0),
  }
}
