// Builds every bundle into dist/. Runs after `npm ci`, so that `npm start` and `npx galley` work at once.
import { chmodSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import * as targets from './targets.mjs'

for (const name of ['main', 'preload', 'cli', 'renderer']) {
  await build({ mode: 'production', ...targets[name] })
}
chmodSync(path.join(targets.root, 'dist/cli/galley.js'), 0o755)
