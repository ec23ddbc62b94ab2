// `npm test`: builds, checks, runs every suite, adds up. Each runner goes on when another failed.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { findBrowser } from './find-browser.mjs'
import { clearReports, tally } from './tally.mjs'

const root = path.resolve(import.meta.dirname, '..')
const results = path.join(root, 'tests/.results')

function run(title, file, args, env = {}) {
  console.log(`\n— ${title}`)
  const started = performance.now()
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  console.log(
    `— ${title}: ${status === 0 ? 'done' : 'failed'} in ${Math.round((performance.now() - started) / 1000)} s`,
  )
  return status === 0
}

const bin = (name) => path.join(root, 'node_modules', name)

clearReports(root)
const built = run('Build', 'scripts/build.mjs', [])
run('Check', 'scripts/check.mjs', [])
const browser = findBrowser((line) => console.log(`Browser: ${line}`))
run(
  'Unit, storage, contract, architecture, packaging',
  bin('vitest/vitest.mjs'),
  [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path.join(results, 'unit.json')}`,
  ],
  { GALLEY_TEST_BROWSER: browser ?? '' },
)
run(
  'End to end, in the browser',
  bin('@playwright/test/cli.js'),
  ['test', '--config', 'tests/e2e/playwright.config.ts'],
  {
    GALLEY_TEST_BROWSER: browser ?? '',
    PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(results, 'e2e.json'),
  },
)

const { rows, passed, failed } = tally(root)
console.log()
for (const row of rows) {
  console.log(
    `${row.name}: ${row.passed} passed, ${row.failed} failed${row.problem ? ` (${row.problem})` : ''}`,
  )
}
const total = failed + (built ? 0 : 1)
console.log(`${passed} passed, ${total} failed`)
process.exitCode = total === 0 ? 0 : 1
