// Builds every bundle into dist/. Runs after `npm ci`, so that `npm start` and `npx galley` work at once.
// `--into FOLDER` builds elsewhere, `--only main,preload` builds less; tests use both.
import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { stampBuild, unstampBuild } from './freshness.mjs'
import { collectLicences } from './licences.mjs'
import { bundles, root } from './targets.mjs'

const { values } = parseArgs({ options: { into: { type: 'string' }, only: { type: 'string' } } })
const dist = path.resolve(values.into ?? path.join(root, 'dist'))
const wanted = values.only?.split(',') ?? Object.keys(bundles)

const began = Date.now()
unstampBuild(dist)
const licences = collectLicences(root)
for (const name of wanted) {
  const target = bundles[name]
  await build({
    mode: 'production',
    ...target,
    plugins: [...(target.plugins ?? []), licences.plugin],
    build: { ...target.build, outDir: path.join(dist, name) },
  })
}
writeFileSync(path.join(dist, 'LICENSES.txt'), licences.text())
if (wanted.includes('cli')) chmodSync(path.join(dist, 'cli/galley.js'), 0o755)
if (wanted.length === Object.keys(bundles).length) stampBuild(dist, began)
