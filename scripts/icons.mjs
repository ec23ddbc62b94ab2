// Draws the icon's built files from electron/icons/icon.svg: `node scripts/icons.mjs`, after the drawing changed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from './find-browser.mjs'
import { ICNS_TYPES, icnsFile, icoFile } from './icon-files.mjs'

const folder = path.resolve(import.meta.dirname, '../electron/icons')
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS = [16, 24, 32, 48, 64, 128, 256]

const executablePath = await findBrowser(console.log)
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()
const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8')

async function draw(size) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  return page.screenshot({ omitBackground: true })
}

const drawn = new Map()
for (const size of new Set([...LINUX, ...WINDOWS, ...Object.values(ICNS_TYPES)]))
  drawn.set(size, await draw(size))
await browser.close()

mkdirSync(path.join(folder, 'png'), { recursive: true })
for (const size of LINUX) writeFileSync(path.join(folder, `png/${size}x${size}.png`), drawn.get(size))
writeFileSync(path.join(folder, 'icon.png'), drawn.get(1024))
writeFileSync(path.join(folder, 'icon.ico'), icoFile(WINDOWS.map((size) => ({ size, png: drawn.get(size) }))))
writeFileSync(
  path.join(folder, 'icon.icns'),
  icnsFile((size) => drawn.get(size)),
)
