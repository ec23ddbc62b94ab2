// `npm run screenshots`: takes the README's pictures from the running app, on the fixtures.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1

process.exitCode =
  node('scripts/build.mjs') ||
  node(
    path.join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    '--config',
    'tests/e2e/screenshots.config.ts',
  )
