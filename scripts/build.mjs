// Builds every bundle into dist/. Runs after `npm ci`, so that `npm start` and `npx galley` work at once.
import { chmodSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { cli, main, preload, renderer, root } from './targets.mjs'

for (const target of [main, preload, cli, renderer]) await build({ mode: 'production', ...target })
chmodSync(path.join(root, 'dist/cli/galley.js'), 0o755)
