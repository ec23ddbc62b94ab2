import { defineConfig } from '@playwright/test'
import e2e from './playwright.config.ts'

export default defineConfig({
  ...e2e,
  globalSetup: './global-setup.ts',
  testMatch: '*.pictures.ts',
  workers: 1,
  reporter: [['list']],
})
