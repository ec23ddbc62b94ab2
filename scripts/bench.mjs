// `npm run bench`: builds, then times the real app in Chromium beside a bare ProseMirror. Prints, asserts nothing.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { findBrowser } from './find-browser.mjs'

const root = path.resolve(import.meta.dirname, '..')
const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    .status ?? 1

const browser = findBrowser((line) => console.log(`Browser: ${line}`))
const playwright = path.join(root, 'node_modules/@playwright/test/cli.js')
process.exitCode =
  node(['scripts/build.mjs']) ||
  node([playwright, 'test', '--config', 'tests/bench/playwright.config.ts', ...process.argv.slice(2)], {
    GALLEY_TEST_BROWSER: browser ?? '',
  })
