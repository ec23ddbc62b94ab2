import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../../scripts/find-browser.mjs'

const results = path.resolve(import.meta.dirname, '../.results')
const browser = findBrowser((line: string) => process.stderr.write(`Browser: ${line}\n`))
// Found once: the workers load this file again.
if (browser !== null) process.env.GALLEY_TEST_BROWSER = browser

export default defineConfig({
  testDir: import.meta.dirname,
  globalSetup: './global-setup.ts',
  outputDir: path.join(results, 'e2e'),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? path.join(results, 'e2e.json') }],
  ],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // As root, Chromium starts only without its sandbox; that is for tests alone.
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
