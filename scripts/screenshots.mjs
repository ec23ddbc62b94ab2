// `npm run screenshots`: takes pictures of the running app, on the fixtures: those of the README
// into docs/, every state of the window that has a design into tests/.results/states, to be looked at.
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
