import path from 'node:path'
import { defineConfig } from '@playwright/test'

const results = path.resolve(import.meta.dirname, '../.results')

// The very browser is found by scripts/find-browser.mjs; as root Chromium starts only without its sandbox.
export default defineConfig({
  testDir: import.meta.dirname,
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
    ...(process.env.GALLEY_TEST_BROWSER
      ? {
          launchOptions: {
            executablePath: process.env.GALLEY_TEST_BROWSER,
            args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
          },
        }
      : {}),
  },
})
