import { defineConfig } from '@playwright/test'
import e2e from './playwright.config.ts'

export default defineConfig({
  ...e2e,
  globalSetup: './global-setup.ts',
  testMatch: '*.pictures.ts',
  // A picture of something that is on its way is of no use.
  use: { ...e2e.use, contextOptions: { reducedMotion: 'reduce' } },
  workers: 1,
  reporter: [['list']],
})
