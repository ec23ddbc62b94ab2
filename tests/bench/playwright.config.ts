import { defineConfig } from '@playwright/test'
import e2e from '../e2e/playwright.config.ts'

// The same browser as the tests; one worker, so that nothing else runs while it is timed.
export default defineConfig({
  ...e2e,
  testDir: import.meta.dirname,
  globalSetup: '../e2e/global-setup.ts',
  testMatch: '*.bench.ts',
  workers: 1,
  reporter: [['line']],
})
